/** What the office changes in its settings sheet holds from a week on; weeks already consolidated are judged again without their files. */
import { consolidate } from '../../src/app/consolidate'
import { openOffice } from '../../src/app/consolidate/open-office'
import { basesOf } from '../../src/app/intake/basis'
import { readRegistry } from '../../src/app/registry'
import { rejudge } from '../../src/app/rejudge'
import type { Registry } from '../../src/domain/ranking/registry'
import { readOffice } from '../../src/reports/office/read-office'
import { SHIPPED } from '../support/shipped-campaigns'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'
import { campaignOf } from '../support/campaign-of'

describe.each(SHIPPED)('settings of %s', (id) => {
  let data: MadeUp
  let registry: Registry
  /** Two weeks consolidated by the definition's own settings. */
  let before: Office
  let setting: string
  let value: number

  const filesOf = (week: number) => [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
  const take = async (office: Office, week: number, files = filesOf(week), now = '2099-06-01T09:00:00') => {
    const result = await consolidate({ campaign: data.campaign, office: office.book(), week, files, today: '2099-06-01', now, read: format.read, compression: format.compression, sayIn })
    office.bytes = format.patch(office.bytes, result.patch)
    return result
  }
  const stateOf = (office: Office) => readOffice(office.book(), data.campaign.definition, sayIn('zh')).state
  const entries = (office: Office, ...weeks: number[]) => stateOf(office).entries.filter(({ week }) => weeks.includes(week))
  const log = (office: Office, kind: string) => office.table('log', ['kind', 'week', 'detail']).filter((line) => line.startsWith(kind))

  beforeAll(async () => {
    data = await makeUp(id, { units: 6, weeks: 3 })
    registry = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format }).registry
    before = Office.of(registry, data.campaign)
    for (const week of [1, 2]) await take(before, week)
    // A number that scores of both weeks hang on.
    const { definition, calendar } = data.campaign
    const state = stateOf(before)
    const changes = (candidate: string, to: number): boolean => {
      const campaign = campaignOf(definition, { settings: { [candidate]: to } })
      return [1, 2].every((week) => {
        const asOf = calendar.weekEnd(week)
        const was = new Map(state.entries.filter((entry) => entry.week === week).map(({ unit, score }) => [unit, score]))
        return rejudge(state, { campaign, week, asOf, bases: basesOf(campaign, asOf), compression: format.compression }).entries.some(({ unit, score }) => score !== was.get(unit))
      })
    }
    const [found] = Object.entries(definition.settings).flatMap(([candidate, { value: now, max = Infinity }]) => (typeof now === 'number' && now + 1 <= max && changes(candidate, now + 1) ? [{ candidate, to: now + 1 }] : []))
    if (!found) throw new Error('no setting that scores hang on')
    ;({ candidate: setting, to: value } = found)
  }, 120_000)

  it('a change from a week that was consolidated: its weeks as if they had been consolidated by it, the others as they were', async () => {
    const [changed, fromTheStart] = [before.copy(), Office.of(registry, data.campaign)]
    changed.set(`setting|${setting}`, value, '王主任', 2)
    await take(changed, 2, [])
    fromTheStart.set(`setting|${setting}`, value, '王主任', 2)
    for (const week of [1, 2]) await take(fromTheStart, week)
    expect(entries(changed, 1)).toEqual(entries(before, 1))
    expect(entries(changed, 2)).toEqual(entries(fromTheStart, 2))
    expect(entries(changed, 2)).not.toEqual(entries(before, 2))
    expect(stateOf(changed).findings).toEqual(stateOf(fromTheStart).findings)
  })

  it('a change of a past week, made while another week is consolidated: told, logged, and not again', async () => {
    const office = before.copy()
    office.set(`setting|${setting}`, value, '王主任', 1)
    const { changes, changed } = await take(office, 3)
    expect(changed).toBe(true)
    expect(new Set(changes.map(({ week }) => week))).toEqual(new Set([1, 2]))
    expect(changes.some(({ kind }) => kind === 'score')).toBe(true)
    const [line] = log(office, sayIn('zh')('office/log-setting'))
    expect(line).toContain(String(value))
    expect(line).toContain('王主任')
    expect(stateOf(office).settings).toMatchObject([{ kind: 'setting', id: setting, old: value - 1, new: value, fromWeek: 1, by: '王主任', at: '2099-06-01T09:00:00' }])
    const bytes = office.bytes
    expect((await take(office, 3, filesOf(3), '2099-07-01T00:00:00')).changed).toBe(false)
    expect(office.bytes).toBe(bytes)
  })

  it('without a week it holds from the next one that is not consolidated', async () => {
    const office = before.copy()
    office.set(`setting|${setting}`, value)
    await take(office, 2)
    expect(entries(office, 1, 2)).toEqual(entries(before, 1, 2))
    await take(office, 3)
    expect(stateOf(office).settings).toMatchObject([{ fromWeek: 3 }])
    const { campaignIn } = openOffice(office.book(), data.campaign, sayIn)
    expect([1, 2, 3].map((week) => campaignIn(week).settings[setting])).toEqual([value - 1, value - 1, value])
    expect(new Set(entries(office, 3).flatMap(({ outcome, rules }) => (outcome === 'valid' ? [rules] : []))).size).toBe(1)
  })

  it.each<[string, string | null, string | number | null, string]>([
    ['no name', null, 2, 'office/setting-without-name'],
    ['a week outside the campaign', '王主任', 99, 'office/setting-week'],
    ['no week at all', '王主任', '下周', 'office/setting-week'],
    ['half a week', '王主任', 1.5, 'office/setting-week'],
  ])('with %s it is told, and does not hold', async (_, by, from, code) => {
    const office = before.copy()
    office.set(`setting|${setting}`, value, by, from)
    const { troubles } = await take(office, 2)
    expect(troubles).toMatchObject([{ code, severity: 'error', params: { name: setting } }])
    expect(stateOf(office).settings).toEqual([])
    expect(entries(office, 1, 2)).toEqual(entries(before, 1, 2))
  })

  it('a workbook whose sheet does not ask for week and name speaks for the whole campaign', async () => {
    const office = before.copy()
    const { sheet, headingRow, columns } = office.located('settings')
    office.set(`setting|${setting}`, value, null)
    office.type(['from', 'by'].map((column) => ({ sheet: sheet.name, row: headingRow - 1, column: columns.get(column) as number, value: null })))
    const { troubles } = await take(office, 2, [])
    expect(troubles).toEqual([])
    expect(stateOf(office).settings).toMatchObject([{ new: value, fromWeek: 1, by: '' }])
    expect(entries(office, 1)).not.toEqual(entries(before, 1))
    expect((await take(office, 2, [])).changed).toBe(false)
  })

  it('a weight takes effect without a file being opened', async () => {
    const office = before.copy()
    const indicator = data.campaign.indicators.find(({ definition, in: kind }) => kind === 'unit' && typeof definition.weight === 'number')
    office.set(`weight|${indicator?.id}`, (indicator?.weight ?? 0) + 30, '王主任', 1)
    await take(office, 2, [])
    const scores = (of: Office) => entries(of, 1, 2).map(({ score }) => score)
    expect(scores(office)).not.toEqual(scores(before))
    office.set(`weight|${indicator?.id}`, indicator?.weight ?? 0, '李主任', 1)
    await take(office, 2, [])
    expect(scores(office)).toEqual(scores(before))
    expect(log(office, sayIn('zh')('office/log-weight'))).toHaveLength(2)
  })
})
