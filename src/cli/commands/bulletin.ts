import { PAPER_OPTIONS, papersOfWeek } from '../paper-run'
import { writeInPlace } from '../files'
import { UsageTrouble, type Command, type ExitCode } from '../program'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/** `muster bulletin OFFICE --to-week N --out FILE.docx`: the bulletin up to a week, looking back as far as the definition says. */
export function bulletin(toolbox: Toolbox): Command {
  return {
    name: 'bulletin',
    options: { ...PAPER_OPTIONS, 'to-week': { type: 'string' }, out: { type: 'string' } },
    required: ['out'],
    operands: [1, 1],
    async run({ operands, options, terminal, json }): Promise<ExitCode> {
      const out = String(options['out'])
      const at = officeWeek(String(operands[0]), options, toolbox, 'to-week')
      const ids = Object.entries(at.campaign.definition.papers).flatMap(([id, { kind }]) => (kind === 'bulletin' ? [id] : []))
      const [made] = ids.length === 0 ? [] : await papersOfWeek(at, options, toolbox, terminal, { papers: ids.slice(0, 1) })
      if (!made) throw new UsageTrouble('cli/no-bulletin')
      writeInPlace(out, made.bytes)
      if (json) terminal.out(JSON.stringify({ out, paper: made.paper, draft: made.draft }, null, 2))
      else terminal.out(terminal.say('cli/written-file', { path: out }))
      return 0
    },
  }
}
