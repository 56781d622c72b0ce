import { recompute } from '../../app/recompute'
import { writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import type { Command } from '../program'
import type { Toolbox } from '../toolbox'

/**
 * `muster rejudge OFFICE`: settings, weights, waivers and registry as the sheets have them now take effect, from the
 * returns that the workbook keeps; no file is read. Exit 1 when something in the workbook has to be put right.
 */
export function rejudge(toolbox: Toolbox): Command {
  return {
    name: 'rejudge',
    options: { out: { type: 'string' } },
    operands: [1, 1],
    async run({ operands, options, terminal, json }) {
      const { say } = terminal
      const office = readOfficeFile(String(operands[0]), toolbox)
      const result = await recompute({
        campaign: office.campaign,
        office: office.book,
        today: toolbox.clock.today(),
        now: toolbox.clock.now(),
        compression: toolbox.format.compression,
        sayIn: toolbox.sayIn,
        signal: toolbox.interrupted,
      })
      const target = options['out'] === undefined ? office.path : String(options['out'])
      if (result.changed || target !== office.path) writeInPlace(target, result.changed ? toolbox.format.patch(office.bytes, result.patch) : office.bytes)
      const { week, asOf, changed, changes, troubles } = result
      if (json) terminal.out(JSON.stringify({ office: target, changed, week, asOf, changes, troubles }, null, 2))
      else {
        for (const { code, params } of troubles) terminal.out(`${say(code, params)}\n  → ${say(`${code}.fix`, params)}`)
        if (changes.length > 0) terminal.out(say('cli/history-changed', { count: changes.length }))
        terminal.out(say(changed ? 'cli/office-updated' : 'cli/office-unchanged', { path: target }))
      }
      return troubles.length > 0 ? 1 : 0
    },
  }
}
