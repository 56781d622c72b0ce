/** The year-end record as a file: what was confirmed, with and without names, harmless in any spreadsheet. */
import { yearEndExport } from '../../../src/app/oversight/year-end'
import { csv } from '../../../src/reports/year-end/csv'
import { CASTS, officeState } from '../../reports/papers/small-ranking'
import { shipped, SHIPPED } from '../../support/shipped-campaigns'
import { format } from '../demo/made-up'
import { sayIn } from '../office-in-hand'
import { Office } from '../office-in-hand'
import { opened } from './real-office'

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe.each(SHIPPED)('%s', (id) => {
  const campaign = shipped(id)
  const state = officeState(campaign, CASTS[id])
  const language = campaign.definition.language
  const exported = (names: boolean) => yearEndExport({ campaign, state, language, say: sayIn(language) }, { names })

  it('has a row for every unit, the same in the sheet and in the CSV file', () => {
    const text = decode(exported(true).csv)
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + state.registry.units.length)
    const sheet = format.read(format.write(exported(true).spec)).sheets[0]
    expect(sheet?.rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 1).map(({ value }) => value)).slice(-state.registry.units.length)).toEqual(state.registry.units.map((unit) => unit.id))
  })

  it('without names holds nobody’s', () => {
    const members = exported(true).records.flatMap(({ consequences }) => [...consequences.values()].flatMap(({ members: named }) => named))
    const without = decode(exported(false).csv) + JSON.stringify(exported(false).spec)
    for (const member of members) expect(without).not.toContain(member)
  })
})

it('counts weeks last and what was confirmed', () => {
  const campaign = shipped('learning-mobilization')
  const { records } = yearEndExport({ campaign, state: officeState(campaign, CASTS['learning-mobilization']), language: 'zh', say: sayIn('zh') }, { names: true })
  expect(records.find(({ unit }) => unit === 'u3')).toMatchObject({ last: 3, longestStreak: 3, weeks: 4 })
  expect(records.find(({ unit }) => unit === 'u1')).toMatchObject({ last: 0, longestStreak: 0 })
})

it('of an office that has consolidated nothing there is none', () => {
  const office = Office.of({ units: [], groups: [] })
  expect(() => yearEndExport(opened(office), { names: true })).toThrow('office/no-year-end')
})

it.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3|cmd', "'-2+3|cmd"],
  ['+86 138', '+86 138'],
  ['\t=1', `"'\t=1"`],
  ['甲,乙', '"甲,乙"'],
  ['他说"好"', '"他说""好"""'],
  [-3, '-3'],
])('CSV: %j is written %j', (value, written) => {
  expect(decode(csv([[value]]))).toBe(`\ufeff${written}\r\n`)
})
