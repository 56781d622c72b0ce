/** Which unit a row of a group's roster means: told, or a finding at that cell. */
import { asToldBefore, hasUntold, unitsNamed } from '../../../src/domain/supervision/units-named'
import type { Registered } from '../../../src/domain/ranking/registry'
import type { FormRecord } from '../../../src/domain/returns/return'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'

const registered = (id: string, name: string, kind: Registered['kind'] = 'unit'): Registered => ({ kind, id, name, system: '教育', headcount: 10 })
const EVERYBODY = [registered('u1', '一中'), registered('u2', '二中'), registered('u3', '实验小学'), registered('u4', '实验小学'), registered('g1', '第一督导组', 'group')]
const TABLES = { roster: 'units', id: 'code', name: 'name', events: [], facts: [] }
const LOCATED = { units: { form: 'units', sheet: '督导单位', headerRow: 5, columns: { name: 2, code: 3 }, markedRows: [] } }

const row = (at: number, code: string | null, name: string | null, accepted = true): FormRecord => ({ form: 'units', row: at, label: name ?? '', values: { code, name }, repeats: {}, accepted })
const told = (...rows: FormRecord[]) => {
  const { byRow, findings } = unitsNamed({ records: { units: rows }, located: LOCATED }, TABLES, EVERYBODY)
  return [...rows.map((one) => byRow.get(one.row) ?? '–'), ...findings.map(({ code, sheet, row: at, column, severity }) => `${code} ${sheet}!${at}:${column} ${severity}`)]
}

it.each([
  ['u1', '一中', ['u1']],
  ['u1', null, ['u1']],
  ['u1', '第一中学', ['u1']],
  ['u1', '二中', ['–', 'supervision/contradicting 督导单位!6:2 error']],
  ['u9', '一中', ['–', 'supervision/unknown-unit 督导单位!6:3 error']],
  ['g1', '第一督导组', ['–', 'supervision/unknown-unit 督导单位!6:3 error']],
  ['u4', '实验小学', ['u4']],
  [null, '一中', ['u1']],
  [null, ' 一 中 ', ['u1']],
  [null, '实验小学', ['–', 'supervision/ambiguous-unit 督导单位!6:2 error']],
  [null, '三中', ['–', 'supervision/unknown-unit 督导单位!6:2 error']],
  [null, '第一督导组', ['–', 'supervision/unknown-unit 督导单位!6:2 error']],
])('id %s, name %s: %j', (code, name, expected) => expect(told(row(6, code, name))).toEqual(expected))

it('two rows of one unit are two too many', () => {
  expect(told(row(6, 'u1', '一中'), row(7, null, '一中'), row(8, 'u2', '二中'))).toEqual(['–', '–', 'u2', 'supervision/unit-twice 督导单位!6:3 error', 'supervision/unit-twice 督导单位!7:3 error'])
})

it('a row that is not accepted says nothing', () => expect(told(row(6, 'u9', '三中', false))).toEqual(['–']))

it('every finding has words, with the name that is wrong', () => {
  const { findings } = unitsNamed({ records: { units: [row(6, null, '三中')] }, located: LOCATED }, TABLES, EVERYBODY)
  for (const language of ['zh', 'en'] as const) for (const { code, params } of findings) expect(sayFrom(messages, language)(code, params)).toContain('三中')
})

describe('a return judged again', () => {
  const said = (...units: [label: string, unit?: string][]) => ({ duties: [], units: units.map(([label, unit]) => ({ label, ...(unit !== undefined && { unit }), days: {}, facts: {}, results: [] })) })
  const names = (units: readonly Registered[]) => units.map(({ id, name }) => `${id} ${name}`)

  it('knows units by the name they were told by, renamed or struck off since', () => {
    expect(names(asToldBefore(EVERYBODY, said(['老一中', 'u1'], ['撤并小学', 'u9'], ['三中'])))).toEqual(['u1 老一中', 'u2 二中', 'u3 实验小学', 'u4 实验小学', 'g1 第一督导组', 'u9 撤并小学'])
    expect(asToldBefore(EVERYBODY, undefined)).toBe(EVERYBODY)
  })

  it('may tell more than before only where a row meant nobody', () => expect([said(['一中', 'u1']), said(['三中']), undefined].map(hasUntold)).toEqual([false, true, false]))
})
