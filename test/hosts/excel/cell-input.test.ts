/** Texts handed to Excel stay texts, whatever they look like and whatever the format of their cell. */
import fc from 'fast-check'
import { textInput } from '../../../src/hosts/excel/cell-input'
import { typed } from '../../support/excel/typed-value'

const arrives = (text: string, format: string, isText: boolean) => typed(textInput(text, isText), format, () => 0)

describe('text for a cell', () => {
  it.each([
    ['plain words', '王芳', '王芳'],
    ['a sentence with digits', '缺课5人。请补课。', '缺课5人。请补课。'],
    ['several lines', '缺课5人\n补课3人', '缺课5人\n补课3人'],
    ['nothing', '', ''],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula after a space', ' =1+1', "' =1+1"],
    ['a formula of a Chinese input method', '＝１＋１', "'＝１＋１"],
    ['a formula in a sentence', '=HYPERLINK("x")。\n', "'=HYPERLINK(\"x\")。\n"],
    ['a plus sign', '+86 10', "'+86 10"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a number', '007', "'007"],
    ['full-width digits', '００７', "'００７"],
    ['a date', '2005-03-11', "'2005-03-11"],
    ['a Chinese date', '三月一日', "'三月一日"],
    ['a truth value', 'true', "'true"],
    ['an error', '#N/A', "'#N/A"],
    ['an apostrophe', "'a", "''a"],
  ])('%s: %j is written as %j', (_, text, written) => expect(textInput(text, false)).toBe(written))

  it('is written as it is where the format is Text', () => {
    expect(['=1+1', '007', '2005-03-11', "'a"].map((text) => textInput(text, true))).toEqual(['=1+1', '007', '2005-03-11', "''a"])
  })

  it('arrives as that text in any cell', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('=', '+1', '-', '1e5', '50%', '1,234', 'TRUE', '#REF!', "'", "''", '2005/3/1', ' 12'), fc.double().map(String), fc.string().map((rest) => `=${rest}`))
    fc.assert(fc.property(text.filter((one) => one !== ''), (one) => {
      expect(arrives(one, 'General', false)).toEqual({ value: one })
      // Whether the format was known or not.
      expect([arrives(one, '@', true), arrives(one, '@', false)]).toEqual([{ value: one }, { value: one }])
    }))
  })
})
