/** Rehearsing a change is really changing it and judging the week again, without writing anything. */
import { consolidate } from '../../src/app/consolidate'
import { openOffice } from '../../src/app/consolidate/open-office'
import { basesOf } from '../../src/app/intake/basis'
import { readRegistry } from '../../src/app/registry'
import { rehearse, type Rehearsed } from '../../src/app/rehearse'
import { rejudge } from '../../src/app/rejudge'
import { affectedBy } from '../../src/domain/evaluation/affected'
import { evaluateMeasures } from '../../src/domain/evaluation/evaluate'
import { waiversFor, type Waiver } from '../../src/domain/evaluation/waiver'
import type { LedgerEntry } from '../../src/domain/ranking/ledger'
import { fed } from '../../src/domain/supervision/feed'
import { readStored } from '../../src/app/kept-returns'
import { factsOf } from '../../src/app/intake/inspect'
import { registered } from '../../src/domain/ranking/registry'
import type { StoredReturn } from '../../src/reports/office/state'
import { SHIPPED } from '../support/shipped-campaigns'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'
import { campaignOf } from '../support/campaign-of'

const WEEK = 3
const { compression } = format

describe.each(SHIPPED)('a rehearsal in %s', (id) => {
  let data: MadeUp
  let office: Office
  let opened: ReturnType<typeof openOffice>

  const take = async (of: Office, week: number, files: readonly { name: string; load: () => Uint8Array }[]) => {
    const result = await consolidate({ campaign: data.campaign, office: of.book(), week, files, today: '2099-06-01', now: '2099-06-01T09:00:00', read: format.read, compression, sayIn })
    of.bytes = format.patch(of.bytes, result.patch)
    return result
  }

  beforeAll(async () => {
    data = await makeUp(id, { units: 8, weeks: WEEK })
    const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format })
    office = Office.of(registry, data.campaign)
    for (let week = 1; week <= WEEK; week += 1) await take(office, week, [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes })))
    opened = openOffice(office.book(), data.campaign, sayIn)
  }, 120_000)

  /** Findings are not counted again in a rehearsal. */
  const uncounted = (entries: readonly LedgerEntry[]) => entries.map(({ counts: _, ...entry }) => entry)
  /** The week judged again in earnest. */
  const inEarnest = ({ settings = {}, weights = {}, waivers = [] }: Rehearsed) => {
    const campaign = campaignOf(data.campaign.definition, { settings, weights })
    const { state } = opened
    const asOf = data.campaign.calendar.weekEnd(WEEK)
    const { entries } = rejudge({ ...state, waivers }, { campaign, week: WEEK, asOf, bases: basesOf(campaign, asOf, waivers), compression })
    const anew = new Map(entries.map((entry) => [entry.unit, entry]))
    const groups = new Map(state.registry.units.map((one) => [one.id, one.group]))
    return fed(state.entries.filter(({ week }) => week === WEEK).map((entry) => anew.get(entry.unit) ?? entry), () => campaign, { groupOf: (unit) => groups.get(unit), waived: (_, unit) => waiversFor(waivers, unit, asOf) })
  }
  const numbers = () => Object.entries(data.campaign.definition.settings).flatMap(([name, { value, min = 0, max = Infinity }]) => (typeof value === 'number' ? [{ name, to: Math.min(Math.max(Math.round(value * 0.6 * 100) / 100, min), max) }] : []))

  it('of any one setting comes to the entries that the change would bring', () => {
    const all = numbers()
    for (const { name, to } of all.filter((_, i) => i % Math.ceil(all.length / 10) === 0)) {
      const change = { settings: { [name]: to } }
      expect([name, uncounted(rehearse({ office: opened, week: WEEK, change, compression }).entries)]).toEqual([name, uncounted(inEarnest(change))])
    }
  }, 120_000)

  it('tells every result that would be another, and no other', () => {
    const { state } = opened
    const asOf = data.campaign.calendar.weekEnd(WEEK)
    const everybody = new Map(registered(state.registry).map((one) => [one.id, one]))
    for (const { name, to } of numbers().slice(0, 4)) {
      const after = campaignOf(data.campaign.definition, { settings: { [name]: to } })
      const expected = state.entries.filter(({ week, outcome }) => week === WEEK && outcome === 'valid').flatMap(({ unit }) => {
        const { ret } = readStored(state.returns.get(`${WEEK}|${unit}`) as StoredReturn, compression) as { ret: Parameters<typeof evaluateMeasures>[1] }
        const judged = { ...ret, subject: { ...ret.subject, ...factsOf(everybody.get(unit) as Parameters<typeof factsOf>[0]) } }
        const told = (campaign: typeof after) => new Map(evaluateMeasures(campaign, judged, asOf).measures.map((one) => [JSON.stringify([one.measure, one.sheet, one.row, one.subject]), JSON.stringify(one)]))
        const [was, is] = [told(data.campaign), told(after)]
        return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key)).map((key) => `${unit} ${key}`)
      })
      const results = rehearse({ office: opened, week: WEEK, change: { settings: { [name]: to } }, compression }).results
      expect(results.map(({ unit, measure, sheet, row, subject }) => `${unit} ${JSON.stringify([measure, sheet, row, subject])}`).sort()).toEqual(expected.sort())
    }
  }, 120_000)

  it('of weights opens no return', () => {
    const weights = Object.fromEntries(data.campaign.indicators.filter(({ definition }) => typeof definition.weight === 'number').slice(0, 2).map(({ id: indicator, weight }) => [indicator, weight + 25]))
    const closed = { ...opened, state: { ...opened.state, returns: new Map() } }
    const { entries, results, unknown, changes } = rehearse({ office: closed, week: WEEK, change: { weights }, compression })
    expect([results, unknown]).toEqual([[], []])
    expect(uncounted(entries)).toEqual(uncounted(inEarnest({ weights })))
    expect(changes.some(({ kind }) => kind === 'score')).toBe(true)
  })

  it('of waivers comes to the entries that they would bring', () => {
    const waivers = opened.state.entries.filter(({ week, shortfalls }) => week === WEEK && shortfalls.length > 0).flatMap(({ unit, shortfalls }, i): Waiver[] => {
      const [first] = shortfalls
      const clause = data.campaign.definition.measures[first?.measure ?? '']?.clauses[0] as string
      return [{ unit, clause, ...(i % 2 === 0 && { member: first?.subject as string }), reason: 'x', approver: 'y', until: '2099-12-31' }]
    })
    expect(waivers.length).toBeGreaterThan(0)
    const { entries, results } = rehearse({ office: opened, week: WEEK, change: { waivers }, compression })
    expect(uncounted(entries)).toEqual(uncounted(inEarnest({ waivers })))
    expect(results.filter(({ after }) => after?.status === 'waived').length).toBeGreaterThan(0)
  })

  it('says what would follow, as the log would if it were made for good', async () => {
    const [{ name, to }] = numbers().filter(({ name: one, to: value }) => rehearse({ office: opened, week: WEEK, change: { settings: { [one]: value } }, compression }).changes.length > 0) as [{ name: string; to: number }]
    const { changes } = rehearse({ office: opened, week: WEEK, change: { settings: { [name]: to } }, compression })
    const changed = office.copy()
    changed.set(`setting|${name}`, to, '王主任', WEEK)
    // While an earlier week is consolidated, so that the last one is told like any other.
    const { changes: made } = await take(changed, 1, [])
    expect(changes).toEqual(made)
  })

  it('of another version of the definition looks at everything', () => {
    const definition = { ...data.campaign.definition, version: 'next' }
    expect(affectedBy(data.campaign, campaignOf(definition)).measures.size).toBe(data.campaign.measures.length)
    const { entries, results } = rehearse({ office: opened, week: WEEK, change: { definition }, compression })
    expect(results).toEqual([])
    expect(entries.map(({ score, indicators }) => [score, indicators])).toEqual(opened.state.entries.filter(({ week }) => week === WEEK).map(({ score, indicators }) => [score, indicators]))
  })

  it('of a week that was not consolidated, or of settings that do not go together, says so', () => {
    expect(() => rehearse({ office: opened, week: WEEK + 1, change: {}, compression })).toThrow('office/nothing-ranked')
    const [bounded] = Object.entries(data.campaign.definition.settings).filter(([, { max }]) => max !== undefined)
    expect(() => rehearse({ office: opened, week: WEEK, change: { settings: { [bounded?.[0] as string]: (bounded?.[1].max ?? 0) + 1 } }, compression })).toThrow('office/settings-refused')
  })

  it('names those whose return is not kept, and takes them as they are', () => {
    const [{ name, to }] = numbers() as [{ name: string; to: number }]
    const closed = { ...opened, state: { ...opened.state, returns: new Map() } }
    const { entries, unknown } = rehearse({ office: closed, week: WEEK, change: { settings: { [name]: to } }, compression })
    expect(unknown.length).toBeGreaterThan(0)
    const those = (of: readonly LedgerEntry[]) => of.filter(({ week, unit }) => week === WEEK && unknown.includes(unit))
    expect(those(entries)).toEqual(those(opened.state.entries))
  })
})
