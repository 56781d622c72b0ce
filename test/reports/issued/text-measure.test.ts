import fc from 'fast-check'
import { linesOf, longestWord, widthOf } from '../../../src/reports/issued/text-measure'

describe('the room a text takes', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['党员', 4],
    ['※姓名（字）', 12],
    ['𠮷', 2],
  ])('%j is %i characters wide', (text, width) => expect(widthOf(text)).toBe(width))

  it.each([
    ['', 20, 1],
    ['学时', 20, 1],
    ['学'.repeat(9), 20, 2],
    ['one two three', 12, 2],
    ['a\nb\nc', 20, 3],
    ['x'.repeat(40), 12, 5],
  ])('%j in a column of %i takes %i lines', (text, width, lines) => expect(linesOf(text, width)).toBe(lines))

  it('never shrinks when the text grows or the column narrows', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('学', 'a', ' ', '，', '1') }), fc.string({ unit: fc.constantFrom('学', 'b') }), fc.integer({ min: 8, max: 60 }), (text, more, width) => {
        expect(linesOf(text + more, width)).toBeGreaterThanOrEqual(linesOf(text, width))
        expect(linesOf(text, width)).toBeGreaterThanOrEqual(linesOf(text, width + 10))
      }),
    ))

  it('breaks between words and Chinese characters only', () => expect([longestWord('two words'), longestWord('党员人数'), longestWord('')]).toEqual([5, 2, 0]))
})
