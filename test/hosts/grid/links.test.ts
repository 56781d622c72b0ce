/** Links to places in the workbook, followed by key. */
import { FOLLOW_LINK, placeOf } from '../../../src/hosts/grid/links'
import { closeEngines, gridBench, plainLook } from '../../support/grid/bench'
import { bookFrom, sheetFrom } from '../../support/sheet'

afterEach(closeEngines)

describe('a location', () => {
  it.each([
    ["'党员 名册'!A4", { sheet: '党员 名册', row: 4, column: 1 }], ['Members!$AB$12:$AC$14', { sheet: 'Members', row: 12, column: 28 }], ["'O''Brien'!b2", { sheet: "O'Brien", row: 2, column: 2 }], ['C3', { sheet: '首页', row: 3, column: 3 }], ['#名册!A1', { sheet: '名册', row: 1, column: 1 }],
    ['http://a.b/', undefined], ['名册!A0', undefined], ['名册!A', undefined], ['ABCD1', undefined], ['', undefined],
  ])('%s', (location, place) => expect(placeOf(location, '首页')).toEqual(place))
})

describe('following a link', () => {
  const book = { ...bookFrom([sheetFrom('首页', '| 目录 | 名册 | 附表 | 学时 |'), sheetFrom('名册', '| 姓名 |'), { ...sheetFrom('附表', '| x |'), visibility: 'hidden' as const }]), names: [{ name: '学时', refersTo: "'名册'!$C$7", hidden: false }] }
  const look = plainLook(book)
  const linked = { ...look, sheets: look.sheets.map((sheet, n) => (n === 0 ? { ...sheet, links: [{ row: 1, column: 2, location: "'名册'!B3" }, { row: 1, column: 3, location: '附表!A1' }, { row: 1, column: 4, location: '学时' }] } : sheet)) }

  it.each([
    ['to another sheet', 2, { sheet: '名册', row: 3, column: 2 }],
    ['to a name', 4, { sheet: '名册', row: 7, column: 3 }],
    ['nowhere, where there is none', 1, { sheet: '首页', row: 1, column: 1 }],
    ['nowhere, when the sheet is hidden', 3, { sheet: '首页', row: 1, column: 3 }],
  ])('leads %s', async (_, column, place) => {
    const { command, select, shown, settled } = await gridBench(book, {}, linked)
    select('首页', 1, column)
    await command(FOLLOW_LINK)
    await settled()
    expect(shown()).toEqual(place)
  })
})
