/** A workbook open in Excel, for tests: the genuine client with the workbook in memory behind it. */
import { openExcelWorkbook } from '../../../src/hosts/excel/excel-workbook'
import type { Bench, BenchOptions } from '../../hosts/contract'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Workbook } from '../../../src/workbook/model'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { ExcelInMemory } from './excel-in-memory'
import type { Executor, ExecutorOptions } from './executor'
import { openInExcel } from './office-client'

export interface ExcelBench extends Bench {
  readonly person: Required<Bench['person']>
  readonly excel: ExcelInMemory
  readonly executor: Executor
}

export type ExcelOptions = ExecutorOptions & { readonly version?: string }

export function benchOf(excel: ExcelInMemory, options: ExcelOptions = {}): ExcelBench {
  const { runtime, executor } = openInExcel(excel, options)
  const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })
  return {
    excel,
    executor,
    workbook: openExcelWorkbook(runtime, { write: (spec) => Promise.resolve(writeWorkbook(spec, nodeCompression)) }),
    person: {
      types: (...typed) => excel.types(...typed),
      othersType: (sheet, row, column, input) => excel.types(sheet, row, column, input, 'remote'),
      selects: (sheet, row, column) => excel.selects(sheet, cell(row, column)),
      deletes: (sheet) => excel.deletes(sheet),
      beginsEditing: () => excel.beginsEditing(),
      finishesEditing: () => excel.finishesEditing(),
    },
    shown: () => ({ sheet: excel.active.sheet.name, row: excel.active.area.top, column: excel.active.area.left }),
    // An event takes two turns after the answer; one more for whoever hears it.
    async settled() {
      for (let turn = 0; turn < 6; turn++) await new Promise((go) => setImmediate(go))
    },
  }
}

export async function excelBench(book: Workbook, { open = [], readOnly = false }: BenchOptions = {}, options: ExcelOptions = {}): Promise<ExcelBench> {
  const excel = ExcelInMemory.of(book)
  excel.readOnly = readOnly
  for (const one of open) {
    const [, sheet = '', row, column] = /^(.*) (\d+) (\d+)$/.exec(one) ?? []
    excel.sheet(sheet).restyle(Number(row), Number(column), { locked: false })
  }
  return benchOf(excel, options)
}
