import fc from 'fast-check'
import { choiceCodec } from '../../../../src/domain/returns/codec/choice'
import { codeCodec } from '../../../../src/domain/returns/codec/code'
import { dateCodec } from '../../../../src/domain/returns/codec/date'
import type { Codec, FilledCell } from '../../../../src/domain/returns/codec/decoded'
import { numberCodec, type NumberKind } from '../../../../src/domain/returns/codec/number'
import { numeralOf } from '../../../../src/domain/returns/codec/numeral'
import { referenceCodec, rosterOf } from '../../../../src/domain/returns/codec/reference'
import { textCodec } from '../../../../src/domain/returns/codec/text'
import { yesNoCodec } from '../../../../src/domain/returns/codec/yes-no'
import { isoOfSerial, serialOf } from '../../../../src/domain/returns/serial'
import { cellFrom } from '../../../support/sheet'

/** Decodes a cell as the sheet DSL writes it; gives the value, then the codes of the issues. */
const decode = <T>(codec: Codec<T>, written: string): unknown[] => {
  const { value, issues } = codec.decode(cellFrom(written, 1) as FilledCell)
  return [value, ...issues.map(({ code }) => code.replace('cell/', ''))]
}
const number = (type: NumberKind['type'], unit: string[] = []) => numberCodec({ type, unit, units: ['小时', 'hours', '天', 'days', '字', 'characters'] })
const roster = rosterOf(
  [{ row: 4, number: 1, name: '王芳' }, { row: 5, number: 2, name: '李建国' }, { row: 6, number: 3, name: '王芳' }, { row: 7, number: 4, name: '欧阳建华' }, { row: 8, number: 5, name: '' }],
  'zh',
)

describe('numbers', () => {
  it.each([
    ['8', 8],
    ['-2.5', -2.5],
    ['８', 8, 'text-number'],
    ["' 8 ", 8, 'text-number'],
    ["'1,234", 1234, 'text-number'],
    ["'1，234.5", 1234.5, 'text-number'],
    ["'1 234", 1234, 'text-number'],
    ["'－8", -8, 'text-number'],
    ["'−8", -8, 'text-number'],
    ["'.5", 0.5, 'text-number'],
    ['8小时', 8, 'number-with-unit'],
    ['８ 小时', 8, 'number-with-unit'],
    ['8 h', 8, 'number-with-unit'],
    ['8 Hours', 8, 'number-with-unit'],
    ['1 hour', 1, 'number-with-unit'],
    ['3个', 3, 'number-with-unit'],
    ['1万', 10000, 'number-with-unit'],
    ['1.1万', 11000, 'number-with-unit'],
    ['八', 8, 'number-in-words'],
    ['十二小时', 12, 'number-in-words'],
    ['3天', null, 'other-unit'],
    ['3 days', null, 'other-unit'],
    ['三天', null, 'other-unit'],
    ['8,5', null, 'ambiguous-number'],
    ['1.234,5', null, 'ambiguous-number'],
    ["'12,34", null, 'ambiguous-number'],
    ['8-10', null, 'ambiguous-number'],
    ['8+4', null, 'ambiguous-number'],
    ['1e3', null, 'ambiguous-number'],
    ['约8', null, 'ambiguous-number'],
    ['8左右', null, 'ambiguous-number'],
    ['十几', null, 'ambiguous-number'],
    ['(8)', null, 'ambiguous-number'],
    ['很多', null, 'not-a-number'],
    ['8 apples', null, 'not-a-number'],
    ['TRUE', null, 'not-a-number'],
    ['2005-02-21', null, 'date-in-number'],
  ])('turns %s into %p', (written, ...expected) => expect(decode(number('number', ['小时', 'hours']), written)).toEqual(expected))

  it.each([
    ['3次', 3, 'number-with-unit'],
    ['5000元', 5000, 'number-with-unit'],
    ['¥5,000', 5000, 'text-number'],
    ['1万字', null, 'other-unit'],
  ])('without a unit, turns %s into %p', (written, ...expected) => expect(decode(number('number'), written)).toEqual(expected))

  it.each([['1万字', 10000, 'number-with-unit'], ['1.2 万字', 12000, 'number-with-unit'], ['1万', 10000, 'number-with-unit']])('of characters, turns %s into %p', (written, ...expected) =>
    expect(decode(number('integer', ['字', 'characters']), written)).toEqual(expected))

  it.each([
    ['34', 34],
    ['34.0000000001', 34],
    ['34.5', null, 'not-whole'],
    ['３４人', 34, 'number-with-unit'],
  ])('whole, turns %s into %p', (written, ...expected) => expect(decode(number('integer'), written)).toEqual(expected))

  it.each([
    ['40%', 0.4],
    ['120%', 1.2],
    ['0.4', 0.4],
    ['1', 1],
    ['40', 0.4, 'percent-without-sign'],
    ["'40%", 0.4, 'text-number'],
    ['４０％', 0.4, 'text-number'],
    ["'7%", 0.07, 'text-number'],
    ["'0.4", 0.4, 'text-number'],
    ["'40", 0.4, 'percent-without-sign'],
  ])('as shares, turns %s into %p', (written, ...expected) => expect(decode(number('percent'), written)).toEqual(expected))

  it('come back as they were written', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => expect(number('number').decode({ value: number('number').encode(x) } as FilledCell)).toEqual({ value: x, issues: [] })))
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (x) => expect(number('percent').decode({ value: x })).toEqual({ value: x, issues: [] })))
  })
})

describe('numerals in words', () => {
  it.each([
    ['〇', 0], ['八', 8], ['十', 10], ['十二', 12], ['二十', 20], ['四十五', 45], ['一百', 100], ['一百零五', 105], ['一百二十', 120],
    ['两千', 2000], ['三千二百一十', 3210], ['一万', 10000], ['一万零五十', 10050], ['三万两千', 32000],
    ['一二', undefined], ['三四十', undefined], ['一百五', undefined], ['一万二', undefined], ['百', undefined], ['零五', undefined], ['', undefined],
  ])('%s is %p', (words, value) => expect(numeralOf(words)).toBe(value))
})

describe('dates', () => {
  const dates = dateCodec({ start: '2005-02-21', end: '2005-04-24' })

  it.each([
    ['2005-02-21', '2005-02-21'],
    ["'2005-02-21", '2005-02-21'],
    ['38404', '2005-02-21', 'number-as-date'],
    ['20050221', '2005-02-21', 'text-date'],
    ["'20050221", '2005-02-21', 'text-date'],
    ['2005.2.21', '2005-02-21', 'text-date'],
    ['2005-2-21', '2005-02-21', 'text-date'],
    ['2005/2/21', '2005-02-21', 'text-date'],
    ['2005年2月21日', '2005-02-21', 'text-date'],
    ['2005 年 2 月 21 日', '2005-02-21', 'text-date'],
    ['２００５．２．２１', '2005-02-21', 'text-date'],
    ['2005年2月21号', '2005-02-21', 'text-date'],
    ['2005-02-21 14:30', '2005-02-21', 'text-date'],
    ['2005-02-21T14:30:00', '2005-02-21', 'text-date'],
    ['2005年2月21日下午3点半', '2005-02-21', 'text-date'],
    ['2005年2月21日（周一）', '2005-02-21', 'text-date'],
    ['2005年2月21日 星期一', '2005-02-21', 'text-date'],
    ['21 Feb 2005', '2005-02-21', 'text-date'],
    ['Mon, February 21st, 2005', '2005-02-21', 'text-date'],
    ['2/21/2005', '2005-02-21', 'text-date'],
    ['21.2.2005', '2005-02-21', 'text-date'],
    ['3/3/2005', '2005-03-03', 'text-date'],
    ['2月21日', '2005-02-21', 'date-without-year'],
    ['2.21', '2005-02-21', 'date-without-year'],
    ["'3.1", '2005-03-01', 'date-without-year'],
    ['21 Feb', '2005-02-21', 'date-without-year'],
    ['12月30日', '2004-12-30', 'date-without-year'],
    ['10月1日', null, 'ambiguous-date'],
    ['2月30日', null, 'not-a-date'],
    ['2.2', null, 'ambiguous-date'],
    ['3/4/2005', null, 'ambiguous-date'],
    ['05.2.21', null, 'ambiguous-date'],
    ['3/4', null, 'ambiguous-date'],
    ['2005年2月21日 周二', null, 'ambiguous-date'],
    ['2005-02-30', null, 'not-a-date'],
    ['20050230', null, 'not-a-date'],
    ['2005.2', null, 'not-a-date'],
    ['待定', null, 'not-a-date'],
    ['二月下旬', null, 'not-a-date'],
    ['8', null, 'not-a-date'],
    ['TRUE', null, 'not-a-date'],
  ])('turns %s into %p', (written, ...expected) => expect(decode(dates, written)).toEqual(expected))

  it.each([
    ['a time of day', { value: 38404.75, date: true }, '2005-02-21'],
    ['a whisker below midnight', { value: 38403.99999999999, date: true }, '2005-02-21'],
    ['a time alone', { value: 0.5, date: true }, null],
    ['2.21 typed into a cell for dates', { value: 2.21, date: true }, '2005-02-21'],
    ['3 typed into a cell for dates', { value: 3, date: true }, null],
  ])('%s', (_, cell, expected) => expect(dates.decode(cell).value).toBe(expected))

  it('looks for a year only where one fits', () => {
    const long = dateCodec({ start: '2005-01-01', end: '2006-02-24' })
    expect(decode(long, '2月21日')).toEqual([null, 'ambiguous-date'])
    expect(decode(dateCodec({ start: '2005-12-20', end: '2006-01-20' }), '1月5日')).toEqual(['2006-01-05', 'date-without-year'])
  })

  it('come back as they were written', () => {
    fc.assert(fc.property(fc.integer({ min: 367, max: 2_958_465 }), (serial) => {
      const day = isoOfSerial(serial) as string
      expect(serialOf(day)).toBe(serial)
      expect(dates.decode({ value: dates.encode(day), date: true } as FilledCell)).toEqual({ value: day, issues: [] })
    }))
  })
})

describe('serials', () => {
  it.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [38404, '2005-02-21'], [2_958_465, '9999-12-31']])('%i is %s', (serial, iso) => {
    expect(isoOfSerial(serial)).toBe(iso)
    expect(serialOf(iso)).toBe(serial)
  })
  it("reads Excel's 29 February 1900 as the 28th", () => expect(isoOfSerial(60)).toBe('1900-02-28'))
  it.each([0, -1, 2_958_466, Number.NaN])('%p is no day', (serial) => expect(isoOfSerial(serial)).toBeUndefined())
})

describe('yes and no', () => {
  it.each([
    ['是', true], ['有', true], ['√', true], ['✓', true], ['✔️', true], ['Y', true], ['yes', true], ['TRUE', true], ['1', true], [' 是 ', true], ['ＹＥＳ', true],
    ['否', false], ['无', false], ['×', false], ['N', false], ['No', false], ['FALSE', false], ['0', false],
    ['x', false, 'doubtful-no'],
    ['不清楚', null, 'not-yes-no'], ['2', null, 'not-yes-no'],
  ])('turns %s into %p', (written, ...expected) => expect(decode(yesNoCodec('zh'), written)).toEqual(expected))

  it.each(['zh', 'en'] as const)('come back as they were written in %s', (language) => {
    for (const value of [true, false]) expect(yesNoCodec(language).decode({ value: yesNoCodec(language).encode(value) })).toEqual({ value, issues: [] })
  })
})

describe('choices', () => {
  const items = { serving: { zh: '在职党员', en: 'Serving' }, retired: { zh: '离退休党员', en: 'Retired' } }
  const codec = choiceCodec(items, 'zh')

  it.each([
    ['在职党员', 'serving'], [' 在 职党员', 'serving'], ['RETIRED', 'retired'], ['retired', 'retired'], ['Ｓerving', 'serving'],
    ['离退休党圆', null, 'near-list'],
    ['预备党员队伍', null, 'not-in-list'],
  ])('turns %s into %p', (written, ...expected) => expect(decode(codec, written)).toEqual(expected))

  it('suggests what is near and names what there is', () => {
    expect(codec.decode({ value: '离退休党圆' }).issues[0]?.expected).toBe('离退休党员')
    expect(codec.decode({ value: '群众' }).issues[0]?.expected).toBe('在职党员、离退休党员')
  })

  it.each(Object.keys(items))('%s comes back as it was written', (id) => expect(codec.decode({ value: codec.encode(id) })).toEqual({ value: id, issues: [] }))
})

describe('references', () => {
  const codec = referenceCodec(roster)

  it.each([
    ['李建国', 5], ['李 建国', 5], ['2', 5], ["'２", 5], ['李建国（2）', 5], ['王芳（3）', 6], ['王芳(1)', 4],
    ['王芳', null, 'ambiguous-reference'],
    ['王芳（2）', null, 'unknown-reference'],
    ['9', null, 'unknown-reference'],
    ['欧阳建划', null, 'near-reference'],
    ['赵敏', null, 'unknown-reference'],
    ['TRUE', null, 'unknown-reference'],
  ])('turns %s into row %p', (written, ...expected) => expect(decode(codec, written)).toEqual(expected))

  it.each([4, 5, 6, 7])('row %i comes back as it was written', (row) => expect(codec.decode({ value: codec.encode(row) })).toEqual({ value: row, issues: [] }))
})

describe('text', () => {
  it.each([
    ["' 好 的　呀 ", '好 的 呀'],
    ["'a\u200bb", 'ab', 'hidden-characters'],
    ["'a\u0007b", 'ab', 'hidden-characters'],
    ["'\u200b", '', 'hidden-characters'],
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'a\nb", 'a b'],
    ['8', '8'],
    ['2005-02-21', '2005-02-21', 'number-in-text'],
    ['TRUE', 'TRUE'],
  ])('turns %j into %j', (written, ...expected) => expect(decode(textCodec(false), written)).toEqual(expected))

  it('keeps the lines of a long text', () => expect(textCodec(true).decode({ value: '一 \r\n\r\n 二\r\n' }).value).toBe('一\n\n二'))

  it('comes back as it was written', () => {
    const clean = fc.string({ unit: 'grapheme' }).filter((text) => textCodec(true).decode({ value: text }).value === text)
    fc.assert(fc.property(clean, (text) => expect(textCodec(true).decode({ value: textCodec(true).encode(text) })).toEqual({ value: text, issues: [] })))
  })
})

describe('codes', () => {
  it.each([
    ["'007", '007'],
    ["'０８３１ 888", '0831 888'],
    ['13800000000', '13800000000'],
    ["'51250119620314001X", '51250119620314001X'],
    ["'4.30422E+17", null, 'digits-lost'],
    ['512501196203140010', null, 'digits-lost'],
    ['2005-02-21', null, 'digits-lost'],
    ['TRUE', null, 'pattern'],
  ])('turns %s into %p', (written, ...expected) => expect(decode(codeCodec(), written)).toEqual(expected))

  it('come back as they were written', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{1,20}$/), (code) => expect(codeCodec().decode({ value: codeCodec().encode(code) } as FilledCell)).toEqual({ value: code, issues: [] })))
  })
})
