/** What cells make of typed and pasted text, what goes on when dragged, and the order of sorted rows. */
import fc from 'fast-check'
import { tableOf } from '../../../src/hosts/grid/clipboard-text'
import { filled } from '../../../src/hosts/grid/fill'
import { sortedOrder, tableAround } from '../../../src/hosts/grid/sort'
import { typedContent } from '../../../src/hosts/grid/typed-text'
import { cellAt, type CellValue } from '../../../src/workbook/model'
import { sheetFrom } from '../../support/sheet'

const DATE = 'yyyy"年"m"月"d"日"'

describe('typed text', () => {
  it.each<[string, string | undefined, CellValue | undefined]>([
    ['', undefined, undefined], ['王芳', undefined, '王芳'], ['007', '@', '007'], ['=1+1', '@', '=1+1'], ["'007", undefined, '007'], ['007', undefined, 7],
    ['1,234.5', undefined, 1234.5], ['1,23', undefined, '1,23'], ['-2.5', undefined, -2.5], ['１２', undefined, '１２'], ['350102199001011234', undefined, '350102199001011234'], ['1e3', undefined, 1000], ['.', undefined, '.'], ['-', undefined, '-'],
    ['40%', undefined, 0.4], ['40', '0%', 0.4], ['0.4', '0%', 0.4], ['7%', '0%', 0.07], ['true', undefined, true],
    ['2005-03-11', undefined, '2005-03-11'], ['2005-03-11', DATE, 38422], ['2005.3.11', DATE, 38422], ['2005年3月11日', DATE, 38422], ['2005/3-11', DATE, '2005/3-11'], ['2005-02-30', DATE, '2005-02-30'], ['2005-3-11 12:00', DATE, 38422.5], ['9:30', 'h:mm', 9.5 / 24], ['9:30', undefined, '9:30'], ['38422', DATE, 38422],
  ])('%p in a cell of format %p is %p', (text, format, value) => expect(typedContent(text, format)?.value).toBe(value))

  it.each<[string, string | undefined, CellValue | undefined]>([
    ['3/11', DATE, 38422], ['3-11', DATE, 38422], ['3月11日', DATE, 38422], ['2/30', DATE, '2/30'], ['3/11', undefined, '3/11'], ['3/11', 'h:mm', '3/11'], ['2004-3-11', DATE, 38057],
  ])('%p in a cell of format %p is %p in 2005', (text, format, value) => expect(typedContent(text, format, { now: 2005 })?.value).toBe(value))

  it.each([
    ['3/16', '2005-03-16'], ['12/1', '2004-12-01'], ['10/1', '2026-10-01'],
  ])('%p in 2026, in a cell for days from 2004-11-23 to 2005-05-30, is %s', (text, date) => {
    const serial = (iso: string) => typedContent(iso, DATE)?.value as number
    expect(typedContent(text, DATE, { now: 2026, min: serial('2004-11-23'), max: serial('2005-05-30') })?.value).toBe(serial(date))
  })

  it('has no day where nobody knows the year', () => expect(typedContent('3/11', DATE)).toEqual({ value: '3/11' }))

  it('is a formula after an equals sign', () => expect([typedContent('=A1+1', undefined), typedContent('=', undefined)]).toEqual([{ formula: 'A1+1' }, { value: '=' }]))
})

describe('text on the clipboard', () => {
  it.each([
    ['a', [['a']]], ['a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]], ['a\r\n\r\nb', [['a'], [''], ['b']]], ['"一\n二"\tb', [['一\n二', 'b']]], ['"a ""b"""\t1', [['a "b"', '1']]], ['"quoted" speech', [['"quoted" speech']]], ['"open\tb', [['"open', 'b']]], ['\t', [['', '']]],
  ])('%j', (text, table) => expect(tableOf(text)).toEqual(table))

  it('gives back any table that was written', () =>
    fc.assert(fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z"\t\n ]{0,6}$/), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (table) => {
      const written = table.map((row) => row.map((cell) => (/[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n') + '\n'
      expect(tableOf(written)).toEqual(table)
    })))
})

describe('dragging on', () => {
  const options = { copies: false, backwards: false, dates: false, moved: (formula: string, by: number) => `${formula}${by}` }
  const values = (...of: CellValue[]) => of.map((value) => ({ value }))
  it.each([
    ['numbers at a distance', values(2, 4), {}, values(6, 8, 10)], ['fractions', values(0.1, 0.2), {}, values(0.3, 0.4, 0.5)], ['one number', values(5), {}, values(5, 5, 5)], ['one date', values(38422), { dates: true }, values(38423, 38424, 38425)],
    ['one date upwards', values(38422), { dates: true, backwards: true }, values(38421, 38420, 38419)], ['copies only', values(2, 4), { copies: true }, values(2, 4, 2)], ['texts', values('甲', '乙'), {}, values('甲', '乙', '甲')], ['numbers without rule', values(1, 2, 4), {}, values(1, 2, 4)],
    ['formulas', [{ formula: 'A', value: 1 }], {}, [{ formula: 'A1' }, { formula: 'A2' }, { formula: 'A3' }]],
  ])('%s', (_, source, more, expected) => expect(filled(source, 3, { ...options, ...more })).toEqual(expected))
})

describe('sorting', () => {
  const sorted = (keys: (CellValue | undefined)[], direction: 'ascending' | 'descending') => sortedOrder(keys, direction).map((at) => keys[at])
  it('has numbers before texts, and blanks last both ways', () => {
    const keys = ['乙', undefined, 10, true, '', { error: '#N/A' }, 9]
    expect(sorted(keys, 'ascending')).toEqual([9, 10, '乙', true, { error: '#N/A' }, undefined, ''])
    expect(sorted(keys, 'descending')).toEqual([{ error: '#N/A' }, true, '乙', 10, 9, undefined, ''])
  })
  it('has Chinese by pinyin', () => expect(sorted(['张', '王', '陈', '李', '欧阳'], 'ascending')).toEqual(['陈', '李', '欧阳', '王', '张']))
  it('leaves equal rows in their order and loses none', () =>
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('甲', '乙', '', undefined), fc.integer({ min: 0, max: 3 }))), fc.constantFrom('ascending' as const, 'descending' as const), (keys, direction) => {
      const order = sortedOrder(keys, direction)
      expect([...order].sort((a, b) => a - b)).toEqual(keys.map((_, at) => at))
      order.slice(1).forEach((at, n) => keys[at] === keys[order[n]!] && expect(at).toBeGreaterThan(order[n]!))
    })))

  const sheet = sheetFrom('表', `
    | 标题 |    |   |   |
    |      |    |   |   |
    | 姓名 | 分 |   | x |
    | 王   | 1  |   |   |
    | 李   | 2  |   |   |
  `)
  const around = (row: number, column: number, described?: Parameters<typeof tableAround>[1]) => tableAround({ row, column }, described, (r, c) => cellAt(sheet, r, c)?.value)
  it('takes the block around the place, without its heading', () => expect([around(4, 1), around(5, 2)]).toEqual([{ top: 4, left: 1, bottom: 5, right: 2 }, { top: 4, left: 1, bottom: 5, right: 2 }]))
  it('takes the described table where the place lies in it', () => expect(around(9, 1, { top: 3, left: 1, bottom: 12, right: 4 })).toEqual({ top: 4, left: 1, bottom: 12, right: 4 }))
  it('takes nothing where there is nothing', () => expect([around(8, 8), around(3, 4)]).toEqual([undefined, undefined]))
})
