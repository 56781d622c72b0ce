import fc from 'fast-check'
import { locateTables } from '../../../src/reports/office/locate-tables'
import { patchTable } from '../../../src/reports/office/patch-table'
import type { Table, TableValue } from '../../../src/reports/office/keyed-table'
import type { Cell, CellValue, Row, Sheet, Workbook } from '../../../src/workbook/model'

/** Columns: A key, B name, C score, D note (a person's), then whatever a person added. */
const design: Table['design'] = {
  id: 't',
  prepared: 3,
  columns: [
    { id: 'name', heading: '单位', width: 10, look: 'text', whenStale: 'keep' },
    { id: 'score', heading: '得分', width: 10, look: 'score' },
    { id: 'state', heading: '状态', width: 10, look: 'text', whenStale: { value: 'gone' } },
    { id: 'note', heading: '备注', width: 10, look: 'text', person: true },
  ],
}
const table = (...rows: [key: string, score: number][]): Table => ({ design, rows: rows.map(([key, score]) => ({ key, values: { name: `unit ${key}`, score, state: 'open' } })) })

type Line = readonly (CellValue | { formula: string } | null)[]
const MARKS: Line = ['#muster:table:t', '#name', '#score', '#state', '#note']
const HEADINGS: Line = [null, '单位', '得分', '状态', '备注']

/** A sheet from lines, from row 3 on; the first two are marks and headings. */
function sheetOf(lines: readonly Line[], headings: Line = HEADINGS, marks: Line = MARKS): Sheet {
  const rows = [marks, headings, ...lines].map((line, i): Row => ({
    row: i + 3,
    cells: line.flatMap((value, column): Cell[] => (value === null ? [] : typeof value === 'object' && 'formula' in value ? [{ column: column + 1, formula: value.formula, value: 1 }] : [{ column: column + 1, value }])),
  }))
  return { name: 'S', visibility: 'visible', protected: false, merges: [], rows: rows.filter(({ cells }) => cells.length > 0) }
}

const bookOf = (sheet: Sheet): Workbook => ({ sheets: [sheet], names: [], properties: {}, foreign: [] })

/** The lines of the sheet after the patch, without marks and headings. */
function after(sheet: Sheet, wanted: Table): Line[] {
  const located = locateTables(bookOf(sheet)).tables.get('t')
  if (!located) throw new Error('not located')
  const patch = patchTable(wanted, located)
  const cells = new Map(sheet.rows.flatMap(({ row, cells: list }) => list.map((cell) => [`${row}:${cell.column}`, cell.formula === undefined ? (cell.value ?? null) : { formula: cell.formula }] as const)))
  for (const { row, column, value } of patch.cells) {
    if (value === null) cells.delete(`${row}:${column}`)
    else cells.set(`${row}:${column}`, value)
  }
  const places = [...cells.keys()].map((key) => key.split(':').map(Number) as [number, number])
  const [bottom, right] = [Math.max(4, ...places.map(([row]) => row)), Math.max(...places.map(([, column]) => column))]
  return Array.from({ length: bottom - 4 }, (_, i) => Array.from({ length: right }, (__, column) => cells.get(`${i + 5}:${column + 1}`) ?? null))
}

const row = (key: string, score: number, ...theirs: TableValue[]): Line => [key, `unit ${key}`, score, 'open', ...theirs]

describe('a table brought up to date', () => {
  it('fills an empty one', () => {
    expect(after(sheetOf([]), table(['a', 1], ['b', 2]))).toEqual([row('a', 1, null), row('b', 2, null)])
  })

  it('takes people’s notes along with their row', () => {
    expect(after(sheetOf([row('a', 1, 'of a'), row('b', 2, 'of b')]), table(['b', 3], ['c', 4], ['a', 5]))).toEqual([row('b', 3, 'of b'), row('c', 4, null), row('a', 5, 'of a')])
  })

  it('takes along a column that a person added, and one in the middle', () => {
    const headings: Line = [null, '单位', '我的', '得分', '状态', '备注', '电话已打']
    const marks: Line = ['#muster:table:t', '#name', null, '#score', '#state', '#note']
    const sheet = sheetOf([['a', 'unit a', 'mine', 1, 'open', null, true], ['b', 'unit b', null, 2, 'open', null, null]], headings, marks)
    expect(after(sheet, table(['b', 2], ['a', 9]))).toEqual([['b', 'unit b', null, 2, 'open', null, null], ['a', 'unit a', 'mine', 9, 'open', null, true]])
  })

  it('empties a row that is over, unless somebody wrote on it: then it is kept at the end, and marked', () => {
    expect(after(sheetOf([row('a', 1, 'called'), row('b', 2, null), row('c', 3, null)]), table(['c', 3]))).toEqual([row('c', 3, null), ['a', 'unit a', null, 'gone', 'called']])
  })

  it('takes a kept row up again when its key comes back', () => {
    expect(after(sheetOf([row('c', 3, null), ['a', 'unit a', null, 'gone', 'called']]), table(['a', 7], ['c', 3]))).toEqual([row('a', 7, 'called'), row('c', 3, null)])
  })

  it('flows around rows that are a person’s own', () => {
    const own: Line = [null, '小计', 3, null, null]
    expect(after(sheetOf([row('a', 1, null), own, row('b', 2, null)]), table(['b', 2], ['a', 1], ['c', 5]))).toEqual([row('b', 2, null), own, row('a', 1, null), row('c', 5, null)])
  })

  it('takes a copied row for a person’s own', () => {
    const lines = [row('a', 1, 'x'), row('a', 1, 'copied')]
    expect(after(sheetOf(lines), table(['a', 2]))).toEqual([row('a', 2, 'x'), row('a', 1, 'copied')])
  })

  it('leaves a column with formulas where it is', () => {
    const headings: Line = [...HEADINGS, '加权']
    const lines: Line[] = [[...row('a', 1, null), { formula: 'C5*2' }], [...row('b', 2, null), { formula: 'C6*2' }]]
    expect(after(sheetOf(lines, headings), table(['b', 2], ['a', 1]))).toEqual([[...row('b', 2, null), { formula: 'C5*2' }], [...row('a', 1, null), { formula: 'C6*2' }]])
  })

  it('leaves alone what stands beside the table without a heading', () => {
    const lines: Line[] = [[...row('a', 1, null), null, 'aside'], row('b', 2, null)]
    expect(after(sheetOf(lines), table(['b', 2], ['a', 1]))).toEqual([[...row('b', 2, null), null, 'aside'], [...row('a', 1, null), null, null]])
  })

  it('puts its own values back over what a person typed there, formulas too', () => {
    const lines: Line[] = [['a', 'renamed', { formula: '1+1' }, 'open', null]]
    expect(after(sheetOf(lines), table(['a', 1]))).toEqual([row('a', 1, null)])
  })

  it('does without a column that a person deleted', () => {
    const sheet = sheetOf([['a', 'unit a', 'open', 'note']], [null, '单位', '状态', '备注'], ['#muster:table:t', '#name', '#state', '#note'])
    expect(after(sheet, table(['b', 1], ['a', 2]))).toEqual([['b', 'unit b', 'open', null], ['a', 'unit a', 'open', 'note']])
  })

  it('is found by its marks when rows and columns came before it', () => {
    const sheet = sheetOf([[null, 'a', 'unit a', 1, 'open', 'n']], [null, ...HEADINGS], [null, ...MARKS])
    expect(after(sheet, table(['a', 2]))).toEqual([[null, ...row('a', 2, 'n')]])
  })

  it('text stays text, and what a cell cannot hold is left out', () => {
    const odd: Table = { design, rows: [{ key: 'a', values: { name: '=1+1', score: Number.NaN, state: 'a\u0000b' } }] }
    expect(after(sheetOf([]), odd)).toEqual([['a', '=1+1', null, 'ab', null]])
  })
})

describe('for any table and any notes', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  const withNotes = keys.chain((list) => fc.tuple(...list.map((key) => fc.option(fc.constantFrom('n1', 'n2', 'n3')).map((note) => [key, note] as const))))
  const own = fc.array(fc.nat({ max: 7 }), { maxLength: 2 })

  it('nothing a person wrote is lost, and applying it again changes nothing', () => {
    fc.assert(
      fc.property(withNotes, keys, own, (existing, next, ownAt) => {
        const lines: Line[] = existing.map(([key, note]) => row(key, 1, note))
        for (const at of ownAt) lines.splice(Math.min(at, lines.length), 0, [null, null, null, null, `own ${at}`])
        const wanted = table(...next.map((key, i): [string, number] => [key, i]))
        const once = after(sheetOf(lines), wanted)
        const notes = (list: readonly Line[]) => list.flatMap((line) => (line[4] === null || line[4] === undefined ? [] : [`${String(line[0])} ${String(line[4])}`])).sort()
        expect(notes(once)).toEqual(notes(lines))
        expect(once.filter((line) => line[0] !== null && next.some((key) => key === line[0])).map((line) => line[0])).toEqual(next)
        expect(after(sheetOf(once), wanted)).toEqual(once)
        const located = locateTables(bookOf(sheetOf(once))).tables.get('t')
        expect(located && patchTable(wanted, located)).toEqual({ cells: [], heights: [] })
      }),
    )
  })
})
