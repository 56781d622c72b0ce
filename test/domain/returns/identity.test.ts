import { parsePlace, placeOf } from '../../../src/domain/returns/defined-name'
import { DEFINITION_CHUNK, definitionKey, definitionPairs, IDENTITY_SHEET } from '../../../src/domain/returns/identity'
import { coverWeek, embeddedDefinition, readIdentity, readSubject } from '../../../src/domain/returns/read-identity'
import { bookFrom, cellFrom, sheetFrom } from '../../support/sheet'
import type { Sheet } from '../../../src/workbook/model'

const identity = (...pairs: [string, string][]): Sheet => ({
  ...sheetFrom(IDENTITY_SHEET, '', { visibility: 'veryHidden' }),
  rows: pairs.map(([key, value], index) => ({ row: index + 1, cells: [{ column: 1, value: key }, { column: 2, value }] })),
})

describe('what a workbook says about itself', () => {
  it('is nothing where there is nothing', () => {
    expect(readIdentity(bookFrom([]))).toEqual({})
    expect(readSubject(bookFrom([]))).toEqual({ id: '', name: '', system: '', headcount: 0, group: '' })
    expect(embeddedDefinition(bookFrom([]))).toBeUndefined()
  })

  it('leaves out what makes no sense', () => {
    const book = bookFrom([identity(['kind', 'fortress'], ['week', 'soon'], ['subject.headcount', '-3'], ['seal.content', 'abc'])])
    expect(readIdentity(book)).toEqual({})
    expect(readSubject(book).headcount).toBe(0)
  })

  it('reads a seal', () => {
    const book = bookFrom([identity(['seal.content', 'abc'], ['seal.rules', '1'], ['seal.at', '2005-03-04T09:30:00'], ['seal.errors', '2'], ['seal.warnings', 'x'])])
    expect(readIdentity(book).seal).toEqual({ content: 'abc', rules: '1', at: '2005-03-04T09:30:00', errors: 2, warnings: 0, queries: 0 })
  })

  it.each([
    ['3', 3], ["'3", 3], ['第3周', 3], ['Week ３', 3], ['=2', 2],
    ['', undefined], ['0', undefined], ['2.5', undefined], ['第1-2周', undefined], ['#N/A', undefined], ['99', undefined],
  ])('reads the week %s on the cover as %p', (written, week) => {
    const cell = cellFrom(written, 2)
    const cover = { ...sheetFrom('封面', ''), rows: cell ? [{ row: 3, cells: [cell] }] : [] }
    const book = bookFrom([cover, identity(['campaign', 'study'])], { muster_week: "'封面'!$B$3" })
    expect(coverWeek(book).week).toBe(week)
    expect(readIdentity(book).week).toBe(week)
  })

  it('takes the week it was issued for when the cover has no week cell any more, and not when it is blank', () => {
    expect(readIdentity(bookFrom([identity(['week', '2'])])).week).toBe(2)
    expect(readIdentity(bookFrom([sheetFrom('封面', ''), identity(['week', '2'])], { muster_week: "'封面'!$B$3" })).week).toBeUndefined()
  })
})

describe('the definition in a workbook', () => {
  const text = 'QUJD'.repeat(20_000)

  it('comes back whole from its chunks', () => {
    const pairs = definitionPairs(text)
    expect(pairs.map(([key, chunk]) => [key, chunk.length])).toEqual([[definitionKey(1), DEFINITION_CHUNK], [definitionKey(2), DEFINITION_CHUNK], [definitionKey(3), 16_000]])
    expect(embeddedDefinition(bookFrom([identity(...pairs.toReversed())]))).toBe(text)
  })

  it('is none when a chunk is missing', () => {
    const [first, , third] = definitionPairs(text)
    expect(embeddedDefinition(bookFrom([identity(first!, third!)]))).toBeUndefined()
  })
})

describe('a defined name', () => {
  it.each([
    ["'党员 名册'!$A$4:$H$120", { sheet: '党员 名册', area: { top: 4, left: 1, bottom: 120, right: 8 } }],
    ["=Members!B2", { sheet: 'Members', area: { top: 2, left: 2, bottom: 2, right: 2 } }],
    ["'It''s'!$AB$1", { sheet: "It's", area: { top: 1, left: 28, bottom: 1, right: 28 } }],
    ['#REF!$A$1:$B$2', { sheet: '#REF', area: { top: 1, left: 1, bottom: 2, right: 2 } }],
    ['Members!$A:$B', undefined],
    ['OFFSET(Members!$A$1,0,0,3,1)', undefined],
    ['#REF!', undefined],
  ])('%s', (refersTo, place) => expect(parsePlace(refersTo)).toEqual(place))

  it('that points to a sheet there is not is no place', () => expect(placeOf(bookFrom([sheetFrom('甲', '')], { muster_week: "'乙'!$A$1" }), 'muster_week')).toBeUndefined())
  it('is found whatever its case', () => expect(placeOf(bookFrom([sheetFrom('甲', '')], { MUSTER_Week: "'甲'!$A$1" }), 'muster_week')?.sheet).toBe('甲'))
})
