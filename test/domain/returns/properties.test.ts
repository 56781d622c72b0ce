import fc from 'fast-check'
import { readReturn } from '../../../src/domain/returns/read-return'
import type { GridCell } from '../../../src/domain/returns/grid'
import type { Cell, Row, Sheet } from '../../../src/workbook/model'
import { sheetFrom } from '../../support/sheet'
import { ATTENDANCE, FACTS, MEMBERS, study, studyBook, TALKS } from '../../support/study-campaign'

const SHEETS = { facts: sheetFrom('基本情况', FACTS), members: sheetFrom('党员名册', MEMBERS), attendance: sheetFrom('学习考勤', ATTENDANCE), talks: sheetFrom('党课', TALKS) }
const read = (sheets: Parameters<typeof studyBook>[0]) => readReturn(studyBook(sheets), study)

const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('序号', '姓名', '日期', '主讲人', '学时', '合计', '王芳', '2005.2.21', '2月21日 周一', '校验结果', '8小时', '４０％', '一百', '项目', '填写', ' '),
  fc.constantFrom('#N/A', '#REF!').map((error) => ({ error })),
)
const anyCell = (column: number): fc.Arbitrary<GridCell> =>
  fc.record({ column: fc.constant(column), value: anyValue, formula: fc.constant('A1'), date: fc.boolean(), format: fc.constantFrom('0%', '@', 'yyyy-mm-dd') }, { requiredKeys: ['column'] })
const anyRow = (row: number): fc.Arbitrary<Row> =>
  fc.record({ row: fc.constant(row), hidden: fc.boolean(), cells: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 12 }).chain((columns) => fc.tuple(...columns.sort((a, b) => a - b).map(anyCell))) as fc.Arbitrary<Cell[]> })
const anyArea = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(3), fc.nat(3)).map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }))
const anySheet = (name: string): fc.Arbitrary<Sheet> =>
  fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }).chain((rows) =>
    fc.record({ name: fc.constant(name), visibility: fc.constantFrom('visible', 'hidden'), protected: fc.boolean(), merges: fc.array(anyArea, { maxLength: 3 }), rows: fc.tuple(...rows.sort((a, b) => a - b).map(anyRow)) as fc.Arbitrary<Row[]> }),
  )

/** A sheet in order in which some cells below the headings were overwritten with anything. */
const spoilt = (sheet: Sheet): fc.Arbitrary<Sheet> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 11 })), { maxLength: 12 }).chain((places) =>
    fc.tuple(...places.map(([row, column]) => anyCell(column).map((cell) => ({ row, cell })))).map((changes) => {
      const rows = new Map(sheet.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.column, cell]))]))
      for (const { row, cell } of changes) rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(cell.column, cell))
      return { ...sheet, rows: [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: [...cells.values()].sort((a, b) => a.column - b.column) })) }
    }),
  )

function addUp(ret: ReturnType<typeof read>): void {
  for (const { read: all, accepted, rejected, blank } of Object.values(ret.rows)) expect(accepted + rejected + blank).toBe(all)
  for (const [form, records] of Object.entries(ret.records)) {
    const counts = ret.rows[form] as (typeof ret.rows)[string]
    if (study.form(form).shape !== 'record') expect([records.filter(({ accepted }) => accepted).length, records.length]).toEqual([counts.accepted, counts.accepted + counts.rejected])
  }
}

describe('reading never fails, and rows always add up', () => {
  it('on sheets of anything', () => {
    fc.assert(fc.property(anySheet('党课'), anySheet('学习考勤'), anySheet('党员名册'), anySheet('基本情况'), (talks, attendance, members, facts) => addUp(read({ talks, attendance, members, facts }))), { numRuns: 150 })
  })

  it('on sheets in order with anything typed over', () => {
    fc.assert(
      fc.property(spoilt(SHEETS.talks), spoilt(SHEETS.attendance), spoilt(SHEETS.members), spoilt(SHEETS.facts), (talks, attendance, members, facts) => addUp(read({ talks, attendance, members, facts }))),
      { numRuns: 200 },
    )
  })

  it('and every error of a cell names the cell', () => {
    fc.assert(
      fc.property(spoilt(SHEETS.talks), (talks) => {
        for (const { kind, severity, sheet, row, column } of read({ talks }).findings) if (kind === 'cell' && severity === 'error') expect([sheet, typeof row, typeof column]).toEqual(['党课', 'number', 'number'])
      }),
    )
  })
})

/** The sheet with its columns in another order: `order[i]` is the new column of column i + 1. */
function reordered(sheet: Sheet, order: readonly number[]): Sheet {
  const to = (column: number) => order[column - 1] ?? column
  return { ...sheet, merges: [], rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, column: to(cell.column) })).sort((a, b) => a.column - b.column) })) }
}

describe('what a return says does not depend on', () => {
  const before = read(SHEETS)

  it('the order of the columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
        const after = read({ ...SHEETS, talks: reordered(SHEETS.talks, order) })
        expect(after.records).toEqual(before.records)
        expect(after.contentHash).toBe(before.contentHash)
      }),
      { numRuns: 60 },
    )
  })

  it('rows inserted above the headings', () => {
    const lower = { ...SHEETS.talks, rows: SHEETS.talks.rows.map((row) => ({ ...row, row: row.row + 4 })) }
    const after = read({ ...SHEETS, talks: lower })
    expect(after.records.talks?.map(({ values }) => values)).toEqual(before.records.talks?.map(({ values }) => values))
    expect(after.contentHash).toBe(before.contentHash)
  })
})

describe('the content hash', () => {
  const before = read(SHEETS).contentHash
  const withCell = (sheet: Sheet, row: number, cell: Cell): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((one) => (one.row === row ? { ...one, cells: [...one.cells.filter(({ column }) => column !== cell.column), cell].sort((a, b) => a.column - b.column) } : one)),
  })

  it('is 256 bits in hex', () => expect(before).toMatch(/^[0-9a-f]{64}$/))

  it('is blind to results and marks of a check', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (result, marks) => expect(read({ talks: withCell(withCell(SHEETS.talks, 4, { column: 7, value: result }), 5, { column: 8, value: marks }) }).contentHash).toBe(before)), { numRuns: 30 })
  })

  it.each<[string, Parameters<typeof read>[0]]>([
    ['styles and number formats', { talks: withCell(SHEETS.talks, 4, { column: 5, value: 34, format: '0.00' }) }],
    ['names of sheets', { talks: { ...SHEETS.talks, name: 'talks' }, names: { muster_talks: undefined } }],
    ['blank rows in between', { talks: { ...SHEETS.talks, rows: SHEETS.talks.rows.map((row) => (row.row > 4 ? { ...row, row: row.row + 2 } : row)) } }],
    ['results of the template’s formulas', { attendance: withCell(SHEETS.attendance, 6, { column: 8, formula: 'SUM(C6)' }) }],
    ['binary noise', { talks: withCell(SHEETS.talks, 4, { column: 5, value: 34 + 7e-15 }) }],
  ])('is blind to %s', (_, sheets) => expect(read(sheets).contentHash).toBe(before))

  it.each<[string, Parameters<typeof read>[0]]>([
    ['a number', { talks: withCell(SHEETS.talks, 4, { column: 5, value: 35 }) }],
    ['a number that becomes text', { talks: withCell(SHEETS.talks, 4, { column: 5, value: '34' }) }],
    ['a space', { talks: withCell(SHEETS.talks, 5, { column: 6, value: '补一课 ' }) }],
    ['a running number', { attendance: withCell(SHEETS.attendance, 6, { column: 1, value: 2 }) }],
    ['a row that moves', { members: { ...SHEETS.members, rows: SHEETS.members.rows.map((row) => (row.row === 4 ? { ...row, row: 5 } : row.row === 5 ? { ...row, row: 4 } : row)).sort((a, b) => a.row - b.row) } }],
    ['a form that is gone', { talks: null, names: { muster_talks: undefined } }],
  ])('sees %s', (_, sheets) => expect(read(sheets).contentHash).not.toBe(before))

})
