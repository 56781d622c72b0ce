import { join } from 'node:path'
import { reminderBytes, reminderFiles, remindersZip } from '../../app/reminders'
import { OfficeError } from '../../app/consolidate/office-error'
import { rollOf } from '../../domain/ranking/arrivals'
import { refuseOther, writeInPlace } from '../files'
import { dateOption, type Command } from '../program'
import { rollLines } from '../roll-report'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/**
 * `muster roll-call OFFICE [--week N] [--remind DIR|ZIP [--deadline DATE]]`: who came, who did not, by system and day; and a
 * text for every supervision group that has somebody to remind. The office's workbook is left as it is, and no other file
 * that exists is overwritten.
 */
export function rollCall(toolbox: Toolbox): Command {
  return {
    name: 'roll-call',
    options: { week: { type: 'string' }, remind: { type: 'string' }, deadline: { type: 'string' } },
    required: [],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const { open, week = open.state.shown } = officeWeek(String(operands[0]), options, toolbox)
      const record = open.state.weeks.find((one) => one.week === week)
      if (week === undefined || !record) throw new OfficeError('office/nothing-ranked', { week: week ?? '' })
      const roll = rollOf(open.state.entries.filter((entry) => entry.week === week), record.verdicts)
      const deadline = dateOption(options, 'deadline')
      const files = options['remind'] === undefined ? [] : reminderFiles(open, { week, today: toolbox.clock.today(), ...(deadline !== undefined && { deadline }) })
      const written = write(String(options['remind']))
      if (json) terminal.out(JSON.stringify({ week, asOf: record.asOf, systems: roll, reminders: files.map(({ name }) => name) }, null, 2))
      else {
        for (const line of rollLines(open, week, roll, terminal)) terminal.out(line)
        if (options['remind'] !== undefined) terminal.out(written === undefined ? terminal.say('office-pane/remind-none') : terminal.say('cli/reminders-written', { count: files.length, path: written }))
      }
      return 0

      function write(to: string): string | undefined {
        if (files.length === 0) return undefined
        const all = /\.zip$/i.test(to) ? [{ path: to, bytes: remindersZip(files, toolbox.format.compression) }] : files.map((file) => ({ path: join(to, file.name), bytes: reminderBytes(file) }))
        for (const { path, bytes } of all) refuseOther(path, () => bytes)
        for (const { path, bytes } of all) writeInPlace(path, bytes)
        return to
      }
    },
  }
}
