/** What of an office's workbook the level above reads. */
import type { Grid, GridBook } from '../../../src/domain/returns/grid'
import { handedUpTo, returnTo } from '../../../src/domain/returns/handed-up'
import { readIdentity } from '../../../src/domain/returns/read-identity'

const sheet = (name: string, rows: readonly (readonly string[])[] = [], visibility: Grid['visibility'] = 'visible'): Grid => ({ name, visibility, merges: [], rows: rows.map((cells, i) => ({ row: i + 1, cells: cells.map((value, column) => ({ column: column + 1, value })) })) })

const OWN = sheet('_muster', [['muster', '1'], ['campaign', 'city'], ['kind', 'office']], 'veryHidden')
const UP = sheet('_muster_up', [['muster', '1'], ['campaign', 'province'], ['kind', 'unit'], ['subject', 'C01'], ['week', '3'], ['sheet.situation', '总体情况'], ['area.situation', "'总体情况'!$A$3:$E$9"]], 'veryHidden')
const office = (...sheets: Grid[]): GridBook => ({ sheets: [sheet('党员名单'), ...sheets, OWN, UP, sheet('_muster_ledger', [], 'veryHidden')], names: [{ name: 'muster_week', refersTo: "'党员名单'!$A$1" }] })

it('its forms and who hands up, and nothing else: neither its other sheets nor its names', () => {
  const view = returnTo(office(sheet('总体情况')), 'province')
  expect(view.sheets.map(({ name }) => name)).toEqual(['总体情况', '_muster'])
  expect(view.names).toEqual([{ name: 'muster_situation', refersTo: "'总体情况'!$A$3:$E$9", hidden: false }])
  expect(readIdentity(view)).toEqual({ campaign: 'province', kind: 'unit', subject: 'C01', week: 3 })
})

it('a form whose sheet was renamed is looked for among the sheets that people see', () => {
  expect(returnTo(office(sheet('情况')), 'province').sheets.map(({ name }) => name)).toEqual(['党员名单', '情况', '_muster'])
})

it('its own level reads it as what it is, and so does a third', () => {
  const book = office(sheet('总体情况'))
  expect([returnTo(book, 'city'), returnTo(book, 'other')]).toEqual([book, book])
  expect(readIdentity(book).kind).toBe('office')
})

it('a workbook cannot be its own return', () => {
  const book: GridBook = { sheets: [sheet('总体情况'), sheet('_muster', [['campaign', 'province'], ['kind', 'unit'], ['subject', 'C02']]), UP], names: [] }
  expect(readIdentity(returnTo(book, 'province')).subject).toBe('C02')
})

it('says to whom it was handed up', () => expect([handedUpTo(office()), handedUpTo({ sheets: [OWN], names: [] })]).toEqual(['province', undefined]))
