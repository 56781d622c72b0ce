import { asOfFor, checkPatch, checkWorkbook } from '../../src/app/check'
import { whereOf } from '../../src/domain/returns/finding-text'
import type { Workbook } from '../../src/workbook/model'
import type { WorkbookPatch } from '../../src/workbook/patch'
import { messages } from '../../src/messages/messages'
import { sayFrom } from '../../src/messages/catalogue'
import { sheetFrom } from '../support/sheet'
import { ATTENDANCE, study, studyBook, TALKS } from '../support/study-campaign'

const say = sayFrom(messages, 'zh')
const options = { campaign: study, today: '2005-03-04', now: '2005-03-04T09:30:00' }
const check = (book: Workbook) => checkWorkbook(book, options)

/** The workbook as it is after the patch: what a program that applies it leaves. */
function patched(book: Workbook, patch: WorkbookPatch): Workbook {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const rows = new Map(sheet.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.column, cell]))]))
      for (const { row, column, value } of patch.sheets.find((one) => one.sheet === sheet.name)?.cells ?? []) {
        const cells = rows.get(row) ?? new Map()
        if (value === null) cells.delete(column)
        else cells.set(column, { column, value })
        rows.set(row, cells)
      }
      return { ...sheet, rows: [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: [...cells.values()].sort((a, b) => a.column - b.column) })) }
    }),
  }
}

describe('the day a return is judged by', () => {
  it.each([
    ['today, while its week runs', 2, '2005-03-04', '2005-03-04'],
    ['the last day of its week, afterwards', 2, '2005-04-01', '2005-03-06'],
    ['today, when it is filled in ahead', 4, '2005-03-04', '2005-03-04'],
    ['the first day of the campaign, before it', 1, '2005-01-01', '2005-02-21'],
    ['the last day of the campaign, when it names no week', undefined, '2006-01-01', '2005-03-20'],
    ['today, when it names no week', undefined, '2005-03-04', '2005-03-04'],
  ])('is %s', (_, week, today, day) => expect(asOfFor(study, week, today)).toBe(day))

  it('is the one that was asked for', () => expect(checkWorkbook(studyBook(), { ...options, asOf: '2005-02-22' }).asOf).toBe('2005-02-22'))
})

describe('a check', () => {
  it('gathers what is wrong with the workbook, the cells and the work, in the order of the sheets', () => {
    const talks = sheetFrom('党课', TALKS.replace('2005-03-02', '待定').replace('34', '34.5'))
    const result = check(studyBook({ talks }))
    expect(result.findings.map((finding) => [finding.code, finding.sheet, whereOf(finding)].join(' '))).toEqual([
      'requirement/hours 学习考勤 H7',
      'cell/not-whole 党课 E4',
      'cell/not-a-date 党课 B5',
    ])
    expect(result.asOf).toBe('2005-03-04')
    expect(result.evaluation.score.total).toBe(75)
  })
})

describe('the patch of a check', () => {
  const book = studyBook({ talks: sheetFrom('党课', TALKS.replace('2005-03-02', '待定')) })
  const patch = checkPatch(check(book), say, 'zh')
  const cellsOf = (sheet: string) => Object.fromEntries((patch.sheets.find((one) => one.sheet === sheet)?.cells ?? []).map(({ row, column, value }) => [whereOf({ row, column }), value]))

  it('says beside the row what is wrong, and marks the cell', () => {
    const { G5, H5, ...others } = cellsOf('党课')
    expect(others).toEqual({})
    expect(H5).toBe('|2:e|')
    expect(G5).toContain('“日期”应填日期')
  })

  it('marks where a requirement falls short', () => expect(cellsOf('学习考勤')['J7']).toBe('|8:e|'))

  it('fills the cover and the seal', () => {
    expect(cellsOf('封面')).toMatchObject({ B4: '2005-03-04', B5: 2 })
    const after = check(patched(book, patch))
    expect(after.ret.identity.seal).toEqual({ content: check(book).ret.contentHash, rules: '1', at: '2005-03-04T09:30:00', errors: 2, warnings: 0, queries: 0 })
    expect(after.ret.contentHash).toBe(after.ret.identity.seal?.content)
  })

  it('writes only into cells of the software', () => {
    const own = { 党课: [7, 8], 学习考勤: [9, 10], 封面: [2], _muster: [1, 2] } as Record<string, number[]>
    for (const { sheet, cells } of patch.sheets) for (const { column } of cells) expect(own[sheet]).toContain(column)
  })

  it('names no cell twice', () => {
    for (const { cells } of patch.sheets) expect(new Set(cells.map(({ row, column }) => whereOf({ row, column }))).size).toBe(cells.length)
  })

  it('applied, changes no finding, and checked again writes the same', () => {
    const after = check(patched(book, patch))
    expect(after.findings).toEqual(check(book).findings)
    expect(patched(patched(book, patch), checkPatch(after, say, 'zh'))).toEqual(patched(book, patch))
  })

  it('takes away what an earlier check left once the row is right', () => {
    const marked = patched(book, patch)
    const corrected = studyBook({ attendance: sheetFrom('学习考勤', ATTENDANCE.replace('| 2          | =李建国 | 8           |      |             |', '| 2          | =李建国 | 8           |      | 8           |')) })
    const now: Workbook = { ...marked, sheets: marked.sheets.map((sheet) => (sheet.name === '学习考勤' ? { ...(corrected.sheets.find(({ name }) => name === '学习考勤') as typeof sheet), rows: (corrected.sheets.find(({ name }) => name === '学习考勤') as typeof sheet).rows.map((row) => (row.row === 7 ? { ...row, cells: [...row.cells, { column: 9, value: '旧' }, { column: 10, value: '|8:e|' }] } : row)) } : sheet)) }
    const cells = checkPatch(check(now), say, 'zh').sheets.find(({ sheet }) => sheet === '学习考勤')?.cells
    expect(cells).toEqual([{ row: 7, column: 9, value: null }, { row: 7, column: 10, value: null }])
  })

  it('leaves out what was removed from the workbook', () => {
    const bare: Workbook = { ...book, sheets: book.sheets.filter(({ name }) => name !== '_muster'), names: book.names.filter(({ name }) => !name.startsWith('muster_result')) }
    expect(checkPatch(check(bare), say, 'zh').sheets.map(({ sheet }) => sheet)).toEqual(['学习考勤', '党课'])
  })

  it('says on the cover what to do next', () => {
    const text = (of: Workbook) => checkPatch(check(of), say, 'zh').sheets.find(({ sheet }) => sheet === '封面')?.cells.at(-1)?.value
    expect(text(book)).toContain('错误2条')
    const clean = studyBook({ attendance: sheetFrom('学习考勤', ATTENDANCE.replace(/\| 2 .*/, '| 2 | =李建国 | 8 | 否 | 8 | 否 | | =16 | | |')) })
    expect(text(clean)).toBe(say('check/clean'))
  })
})
