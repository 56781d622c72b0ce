import { nodeCompression } from '../src/workbook/compression/node'
import type { CellSpec, SheetSpec, Style } from '../src/workbook/spec'
import { writeWorkbook } from '../src/workbook/xlsx/write'

const DATE: Style = { format: 'yyyy-mm-dd', border: 'BFBFBF', locked: false }
const TEXT: Style = { format: '@', border: 'BFBFBF', locked: false }
const HOURS: Style = { format: '0.0', border: 'BFBFBF', locked: false }
const TOTAL: Style = { format: '0.0', fill: 'F2F2F2', border: 'BFBFBF' }

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const GIVEN = '文华建国志明秀英丽娟永强晓东海燕'
const CATEGORIES = ['在职', '提前离岗', '离退休', '体弱多病', '流动外出']

/**
 * What a unit sends: twelve sheets of some forty rows, names and remarks as text, hours, dates and totals by formula.
 * The same every time.
 */
export function smallWorkbook(): Uint8Array {
  return book(Array.from({ length: 12 }, (_, n) => sheet(`表${n + 1}`, 47, n)))
}

/** A consolidated sheet of 100,000 rows and twelve columns. */
export function largeWorkbook(): Uint8Array {
  return book([sheet('汇总', 100_000, 0)])
}

function book(sheets: SheetSpec[]): Uint8Array {
  return writeWorkbook({ sheets, names: [], title: 'Benchmark', author: 'Muster', font: { name: '宋体', size: 11 } }, nodeCompression)
}

function sheet(name: string, rows: number, seed: number): SheetSpec {
  const header: CellSpec[] = ['序号', '姓名', '类别', '日期', '第1天', '第2天', '第3天', '第4天', '第5天', '合计', '备注'].map((value, n) => ({ column: n + 1, value, style: TEXT }))
  return {
    name,
    columns: header.map(() => ({ width: 12 })),
    rows: [
      { row: 1, cells: [{ column: 1, value: `集中学习考勤表（${name}）` }] },
      { row: 2, cells: header },
      ...Array.from({ length: rows }, (_, n) => ({ row: n + 3, cells: cells(n, seed) })),
    ],
  }
}

function cells(n: number, seed: number): CellSpec[] {
  const k = (n * 31 + seed * 7) % 256
  const hours = [8, 8, 7.5, 8, n % 9 === 0 ? 0 : 8]
  const row = n + 3
  return [
    { column: 1, value: n + 1, style: TEXT },
    { column: 2, value: SURNAMES.charAt(k % 16) + GIVEN.charAt(k >> 4) + GIVEN.charAt((k * 5) % 16), style: TEXT },
    { column: 3, value: CATEGORIES[k % CATEGORIES.length] as string, style: TEXT },
    { column: 4, value: 38_404 + (n % 40), style: DATE },
    ...hours.map((value, day) => ({ column: 5 + day, value, style: HOURS })),
    { column: 10, formula: `SUM(E${row}:I${row})`, value: hours.reduce((sum, value) => sum + value, 0), style: TOTAL },
    { column: 11, value: n % 5 === 0 ? `第${n + 1}号：因公外出，已在单位组织补课 ${seed + 1} 次` : '按时参加', style: TEXT },
    { column: 12, value: `138${String(10_000_000 + n * 37 + seed)}`, style: TEXT },
  ]
}
