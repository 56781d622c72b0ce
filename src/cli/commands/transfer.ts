import { lookAtTransfers } from '../../app/oversight/transfer'
import { writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import { countOption, type Command } from '../program'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

/** `muster transfer OFFICE [--week N]`: which units have everything to move on, and what the others lack, by the returns kept of that week; the workbook's sheet is brought up to date. */
export function transfer(toolbox: Toolbox): Command {
  return {
    name: 'transfer',
    options: { week: { type: 'string' } },
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const file = readOfficeFile(String(operands[0]), toolbox)
      const week = countOption(options, 'week')
      const board = lookAtTransfers({ campaign: file.campaign, office: file.book, sayIn: toolbox.sayIn, compression: toolbox.format.compression, ...(week !== undefined && { week }) })
      const changed = board.patch.sheets.some(({ cells }) => cells.length > 0) || (board.patch.add ?? []).length > 0
      if (changed) writeInPlace(file.path, toolbox.format.patch(file.bytes, board.patch))
      if (json) {
        terminal.out(JSON.stringify({ week: board.week, asOf: board.asOf, changed, units: board.units }, null, 2))
        return 0
      }
      const { say, language } = terminal
      const { terms, transfer: asked, ranking } = file.campaign.definition
      const titles = asked?.requirements ?? {}
      const rows = board.units.map(({ system, name, transfers, requirements }) => [
        system,
        name,
        transfers ? say('transfer/ready') : requirements.filter(({ met }) => !met).map((one) => say('cli/lacks', { requirement: titles[one.requirement]?.title[language] ?? one.requirement, state: board.words(one, terminal) })).join(say('office/semicolon')),
      ])
      const ready = board.units.filter(({ transfers }) => transfers).length
      terminal.out(say('cli/transfer', { week: board.week, asOf: board.asOf, ready, units: board.units.length }))
      for (const line of textTable([{ heading: ranking.within[language] }, { heading: terms.unit[language] }, { heading: say('office/state'), most: 120 }], rows)) terminal.out(line)
      terminal.out(say(changed ? 'cli/office-updated' : 'cli/office-unchanged', { path: file.path }))
      return 0
    },
  }
}
