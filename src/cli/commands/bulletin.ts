import { paperSheets } from '../../app/papers/paper-sheets'
import { writeInPlace } from '../files'
import { asSheets, PAPER_OPTIONS, papersOfWeek } from '../paper-run'
import { UsageTrouble, type Command, type ExitCode } from '../program'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/** `muster bulletin OFFICE --to-week N --out FILE.docx|FILE.xlsx [--as docx|sheets]`: the bulletin up to a week, looking back as far as the definition says. */
export function bulletin(toolbox: Toolbox): Command {
  return {
    name: 'bulletin',
    options: { ...PAPER_OPTIONS, 'to-week': { type: 'string' }, out: { type: 'string' } },
    required: ['out'],
    operands: [1, 1],
    async run({ operands, options, terminal, json }): Promise<ExitCode> {
      const out = String(options['out'])
      const sheets = asSheets(options, out)
      const at = officeWeek(String(operands[0]), options, toolbox, 'to-week')
      const ids = Object.entries(at.campaign.definition.papers).flatMap(([id, { kind }]) => (kind === 'bulletin' ? [id] : []))
      const made = ids.length === 0 ? [] : (await papersOfWeek(at, options, toolbox, terminal, { papers: ids.slice(0, 1) })).slice(0, 1)
      const [paper] = made
      if (!paper) throw new UsageTrouble('cli/no-bulletin')
      const week = at.week ?? at.open.state.shown ?? 0
      const [file] = sheets ? await paperSheets(made, { by: 'campaign', registry: at.open.state.registry, week, say: toolbox.sayIn(at.campaign.definition.language), campaign: at.campaign, format: toolbox.format }) : made
      if (file) writeInPlace(out, file.bytes)
      if (json) terminal.out(JSON.stringify({ out, paper: paper.paper, draft: paper.draft }, null, 2))
      else terminal.out(terminal.say('cli/written-file', { path: out }))
      return 0
    },
  }
}
