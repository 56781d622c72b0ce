import { closest, edits } from '../../../src/domain/returns/closest'
import { matchHeadings, type Wanted } from '../../../src/domain/returns/match-headings'
import { cleanText, fold, foldWithoutBrackets, halfWidth } from '../../../src/domain/returns/normalise'
import { plainNumber } from '../../../src/domain/returns/plain-number'
import { shown } from '../../../src/domain/returns/shown'

describe('headings are the same', () => {
  it.each([
    ['姓 名', '姓名'], ['姓\n名', '姓名'], ['ＮＡＭＥ', 'name'], ['姓名*', '姓名'], ['※姓名：', '姓名'], ['经费（元）', '经费(元)'], ['【姓名】', '姓名'], ['2月21日\u3000周一', '2月21日 周一'],
  ])('%j and %j', (one, other) => expect(fold(one)).toBe(fold(other)))

  it.each([['经费（元）', '经费'], ['学时 [小时]', '学时'], ['（备注）', '备注']])('%s and %s, but for the brackets', (one, other) => expect(foldWithoutBrackets(one)).toBe(fold(other)))

  it.each([['学时', '课时'], ['第1天', '第2天']])('%s and %s are not', (one, other) => expect(fold(one)).not.toBe(fold(other)))
})

describe('text', () => {
  it.each([['a\u00a0b', 'a b'], ['\ufeff a', 'a'], ['甲_x000D_\n乙', '甲 乙'], ['snake_case', 'snake_case']])('%j is cleaned to %j', (text, clean) => expect(cleanText(text)).toBe(clean))
  it('is made half-width', () => expect(halfWidth('２００５．２．２１　Ａ')).toBe('2005.2.21 A'))
})

describe('near misses', () => {
  it.each([
    ['离退休党圆', ['离退休党员', '在职党员'], '离退休党员'],
    ['欧阳建', ['欧阳建华'], '欧阳建华'],
    ['张三', ['张四'], undefined],
    ['王小明', ['王小红', '王小军'], undefined],
    ['abcd', ['abdc'], 'abdc'],
  ])('%s among %j is %s', (text, candidates, near) => expect(closest(text, candidates)).toBe(near))
  it('count a swap of neighbours once', () => expect([edits('abc', 'acb'), edits('', 'abc'), edits('kitten', 'sitting')]).toEqual([1, 3, 3]))
})

describe('columns are matched', () => {
  const day = (n: number): Wanted => ({ path: `days[${n}].hours`, headings: ['学时', 'Hours'], groups: [`第${n}天`, `Day ${n}`] })
  const match = (slots: [group: string, heading: string][], wanted: Wanted[]) =>
    matchHeadings(slots.map(([group, heading], index) => ({ at: index + 1, heading, ...(group && { group }) })), wanted, () => 0)

  it('with their repetition', () => expect([...match([['第2天', '学时'], ['Day 1', 'Hours']], [day(1), day(2)]).found]).toEqual([['days[2].hours', 1], ['days[1].hours', 2]]))
  it('but day 6 is not a misspelt day 5', () => expect(match([['第1天', '学时'], ['第6天', '学时']], [day(1), day(5), day(7)]).missing).toEqual(['days[5].hours', 'days[7].hours']))
})

describe('numbers are shown', () => {
  it.each([[1e21, '1000000000000000000000'], [0.1 + 0.2, '0.3'], [1e-7, '0.0000001'], [-2.5, '-2.5'], [34 + 7e-15, '34']])('%p as %s', (value, text) => expect(plainNumber(value)).toBe(text))
  it('as the cell shows them', () => expect([shown({ value: 38404, date: true }), shown({ value: 0.4, format: '0%' }), shown({ value: { error: '#N/A' } }), shown({ value: '长'.repeat(50) }).length]).toEqual(['2005-02-21', '40%', '#N/A', 41]))
})
