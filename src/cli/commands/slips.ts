import { join } from 'node:path'
import { slipPath, slipsZip, unitSlips } from '../../app/oversight/slips'
import { breathe } from '../breathe'
import { refuseOther, writeInPlace } from '../files'
import { seedOption, type Command, type ExitCode } from '../program'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/** `muster slips OFFICE --week N --out ZIP|DIR`: the return slips of all units, in a zip or in folders by system. No file that exists is overwritten. */
export function slips(toolbox: Toolbox): Command {
  return {
    name: 'slips',
    options: { week: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
    required: ['out'],
    operands: [1, 1],
    async run({ operands, options, terminal, json }): Promise<ExitCode> {
      const { open, week } = officeWeek(String(operands[0]), options, toolbox)
      const { format } = toolbox
      const out = String(options['out'])
      const seed = seedOption(options, 'seed')
      const all = [...unitSlips(open, { compression: format.compression, ...(week !== undefined && { week }), ...(seed !== undefined && { seed }) })]
      const isZip = /\.zip$/i.test(out)
      const targets = all.map((slip) => join(out, slipPath(slip)))
      if (isZip) {
        const bytes = slipsZip(all, format, format.compression)
        refuseOther(out, () => bytes)
        writeInPlace(out, bytes)
      } else {
        for (const [i, { spec }] of all.entries()) refuseOther(targets[i] as string, () => format.write(spec))
        for (const [i, slip] of all.entries()) {
          terminal.status(`${i + 1}/${all.length} ${slip.name}`)
          await breathe(toolbox.interrupted)
          writeInPlace(targets[i] as string, format.write(slip.spec))
        }
        terminal.status('')
      }
      if (json) terminal.out(JSON.stringify({ out, slips: all.map(({ unit, system, name }) => ({ unit, system, name })) }, null, 2))
      else terminal.out(terminal.say('cli/slips-written', { count: all.length, path: out }))
      return 0
    },
  }
}
