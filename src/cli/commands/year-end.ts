import { openOffice } from '../../app/consolidate/open-office'
import { yearEndExport } from '../../app/oversight/year-end'
import { writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import { UsageTrouble, type Command } from '../program'
import type { Toolbox } from '../toolbox'

/** `muster year-end OFFICE --out FILE.xlsx|.csv [--without-names]`: what the campaign leaves behind of each unit. Only what was confirmed counts as having happened. */
export function yearEnd(toolbox: Toolbox): Command {
  return {
    name: 'year-end',
    options: { out: { type: 'string' }, 'without-names': { type: 'boolean' } },
    required: ['out'],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const out = String(options['out'])
      const isCsv = /\.csv$/i.test(out)
      if (!isCsv && !/\.xlsx$/i.test(out)) throw new UsageTrouble('cli/xlsx-or-csv', { path: out })
      const { book, campaign } = readOfficeFile(String(operands[0]), toolbox)
      const names = options['without-names'] !== true
      const record = yearEndExport(openOffice(book, campaign, toolbox.sayIn), { names })
      writeInPlace(out, isCsv ? record.csv : toolbox.format.write(record.spec))
      if (json) terminal.out(JSON.stringify({ out, names, units: record.records.length }, null, 2))
      else terminal.out(terminal.say('cli/written-file', { path: out }))
      return 0
    },
  }
}
