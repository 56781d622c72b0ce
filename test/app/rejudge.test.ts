/** Judging a week again from kept returns is consolidating its files anew; files that did not change are not opened for it. */
import { consolidate } from '../../src/app/consolidate'
import { basesOf } from '../../src/app/intake/basis'
import { intake } from '../../src/app/intake'
import { examine, examinedPorts, type Examination } from '../../src/app/intake/examine'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { readRegistry } from '../../src/app/registry'
import { rejudge } from '../../src/app/rejudge'
import type { Overrides } from '../../src/domain/campaign/campaign'
import { registered, type Registry } from '../../src/domain/ranking/registry'
import { readOffice } from '../../src/reports/office/read-office'
import { SHIPPED } from '../support/shipped-campaigns'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'
import { campaignOf } from '../support/campaign-of'

const WEEK = 2

describe.each(SHIPPED)('a week of %s', (id) => {
  let data: MadeUp
  let registry: Registry
  let files: IncomingFile[]
  let office: Office
  let opened: number
  const take = async (of: Office, given: readonly IncomingFile[] = files, more: Partial<Parameters<typeof consolidate>[0]> = {}, campaign = data.campaign) => {
    opened = 0
    const read = (bytes: Uint8Array) => (opened++, format.read(bytes))
    const result = await consolidate({ campaign, office: of.book(), week: WEEK, files: given, today: '2005-03-20', now: '2099-06-01T09:00:00', read, compression: format.compression, sayIn, ...more })
    of.bytes = format.patch(of.bytes, result.patch)
    return result
  }
  const stateOf = (of: Office) => readOffice(of.book(), data.campaign.definition, sayIn('zh')).state

  beforeAll(async () => {
    data = await makeUp(id, { units: 8, weeks: WEEK })
    registry = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format }).registry
    files = [...data.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
    office = Office.of(registry, data.campaign)
    await take(office)
  }, 120_000)

  it('again: no file is opened, and nothing changes', async () => {
    const { changed } = await take(office.copy())
    expect([opened, changed]).toEqual([0, false])
  })

  it('with one file more: that one is opened', async () => {
    const before = Office.of(registry, data.campaign)
    await take(before, files.slice(1))
    expect(opened).toBe(files.length - 1)
    await take(before)
    expect(opened).toBe(1)
    expect(stateOf(before).entries).toEqual(stateOf(office).entries)
  })

  it('done anew: all are opened', async () => {
    const { changed } = await take(office.copy(), files, { redo: true })
    expect([opened, changed]).toEqual([files.length, false])
  })

  it('another day: all are opened, and those that did not come again are judged by it too', async () => {
    const [early, whole] = [office.copy(), office.copy()]
    const asOf = data.campaign.calendar.weekStart(WEEK)
    await take(early, files.slice(0, 2), { asOf })
    expect(opened).toBe(2)
    await take(whole, files, { asOf, redo: true })
    expect(stateOf(early).entries).toEqual(stateOf(whole).entries)
    expect(stateOf(early).findings).toEqual(stateOf(whole).findings)
  })

  it.each([0.5, 0.9, 1.4])('with every number of the settings times %d: as consolidating the files anew', async (times) => {
    const { definition, calendar } = data.campaign
    const clamped = (value: number, min = -Infinity, max = Infinity) => Math.min(Math.max(Math.round(value * times * 100) / 100, min), max)
    const settings = Object.fromEntries(Object.entries(definition.settings).flatMap(([name, { value, min, max }]) => (typeof value === 'number' && /hours|days|share|texts|lectures|notes/i.test(name) ? [[name, clamped(value, min, max)]] : [])))
    const overrides: Overrides = { settings, weights: Object.fromEntries(data.campaign.indicators.slice(0, 1).map(({ id: indicator, weight }) => [indicator, weight * times])) }
    const campaign = campaignOf(definition, overrides)
    const state = stateOf(office)
    const asOf = calendar.weekEnd(WEEK)
    const bases = basesOf(campaign, asOf)
    const rejudged = rejudge(state, { campaign, week: WEEK, asOf, bases, compression: format.compression })
    const examined = new Map(files.map((file) => [file, examine(file.load() as Uint8Array, { campaign, asOf, everybody: registered(registry) }, format.read)]))
    const anew = await intake(files, examinedPorts((file) => examined.get(file) as Examination), { campaign: { id, version: definition.version, rules: campaign.rules }, registry, week: WEEK, ledger: [], now: '2099-06-01T09:00:00', bases })
    expect(rejudged.entries).toEqual(anew.entries.filter(({ outcome }) => outcome === 'valid'))
    expect(rejudged.findings).toEqual(anew.findings)
    expect(rejudged.entries.length).toBeGreaterThan(3)
    expect(rejudged.entries.some(({ score }, i) => score !== state.entries.filter(({ outcome }) => outcome === 'valid')[i]?.score)).toBe(true)
  })
})
