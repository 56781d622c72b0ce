import { rank as rankWeek } from '../../app/rank'
import { readOfficeFile } from '../office-file'
import { countOption, type Command } from '../program'
import { rankData, rankLines } from '../rank-report'
import type { Toolbox } from '../toolbox'

/** `muster rank --office FILE [--week N]`: the ranking as the ledger has it, with proposals and their evidence. Writes nothing. */
export function rank(toolbox: Toolbox): Command {
  return {
    name: 'rank',
    options: { office: { type: 'string' }, week: { type: 'string' } },
    required: ['office'],
    operands: [0, 0],
    run({ options, terminal, json }) {
      const { book, campaign } = readOfficeFile(String(options['office']), toolbox)
      const ranking = rankWeek({ campaign, office: book, week: countOption(options, 'week'), sayIn: toolbox.sayIn })
      if (json) terminal.out(JSON.stringify(rankData(ranking, campaign, terminal.language), null, 2))
      else for (const line of rankLines(ranking, campaign, terminal)) terminal.out(line)
      return 0
    },
  }
}
