import { explainUnit } from '../../app/oversight/explain'
import { unitSlip } from '../../app/oversight/slips'
import { explanationData, explanationLines } from '../explain-report'
import { writeInPlace } from '../files'
import { seedOption, type Command } from '../program'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/**
 * `muster explain OFFICE --unit U [--week N]`: why a unit stands where it stands, on the screen, as data, or as its return
 * slip (`--out`). Writes nothing into the office's workbook.
 */
export function explain(toolbox: Toolbox): Command {
  return {
    name: 'explain',
    options: { unit: { type: 'string' }, week: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
    required: ['unit'],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const { open, week } = officeWeek(String(operands[0]), options, toolbox)
      const seed = seedOption(options, 'seed')
      const about = { unit: String(options['unit']), compression: toolbox.format.compression, ...(week !== undefined && { week }), ...(seed !== undefined && { seed }) }
      const explained = explainUnit(open, about)
      const out = options['out']
      if (out !== undefined) writeInPlace(String(out), toolbox.format.write(unitSlip(open, about).spec))
      if (json) terminal.out(JSON.stringify(explanationData(explained, open, terminal), null, 2))
      else if (out === undefined) for (const line of explanationLines(explained, open, terminal)) terminal.out(line)
      else terminal.out(terminal.say('cli/written-file', { path: String(out) }))
      return 0
    },
  }
}
