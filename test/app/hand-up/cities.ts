/** Ten cities of 107 units, each with four weeks of a ledger made up from a seed, in office workbooks made the real way. */
import { decide } from '../../../src/app/decide'
import { openOffice } from '../../../src/app/consolidate/open-office'
import { packDefinition } from '../../../src/app/carried-definition'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { IndicatorScore, MeasureResult } from '../../../src/domain/evaluation/evaluation'
import { roundHalfUp } from '../../../src/domain/evaluation/rounding'
import { randomFrom, type Random } from '../../../src/domain/random'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import type { LedgerEntry, RegisteredUnit } from '../../../src/domain/ranking/ledger'
import type { FileVerdict } from '../../../src/domain/ranking/verdict'
import type { Registry } from '../../../src/domain/ranking/registry'
import { officeWorkbookOf } from '../../../src/reports/office/office-workbook'
import { EMPTY_STATE, type OfficeState } from '../../../src/reports/office/state'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from '../demo/made-up'
import { load, sayIn } from '../office-in-hand'

export const below = load('learning-mobilization')
export const above = load('province-overview')
export const aboveText = packDefinition(above.definition, nodeCompression)

export const WEEK = 4
const SYSTEMS = ['党群', '政法', '科教文卫', '农林水', '财贸', '城建', '工交', '乡镇', '街道', '企业'].map((name) => `${name}系统`)

export interface City {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly state: OfficeState
  /** Of the office's workbook. */
  readonly bytes: Uint8Array
  /** Names of people that the workbook holds. */
  readonly people: readonly string[]
  readonly headcount: number
}

const NAMES: readonly (readonly [string, string])[] = [
  ['云江市', '东部片区'], ['青屏市', '东部片区'], ['临河市', '东部片区'], ['白石市', '东部片区'],
  ['西岭市', '西部片区'], ['南渡市', '西部片区'], ['沙坪市', '西部片区'],
  ['北原市', '北部片区'], ['长亭市', '北部片区'], ['丰源市', '北部片区'],
]

/** How good a city is, so that the ranking above has something to tell apart. */
const LEVEL = [92, 88, 85, 70, 90, 82, 78, 86, 80, 74]

export const CITIES = NAMES.map(([name, region], i) => ({ id: `C${String(i + 1).padStart(2, '0')}`, name, region }))

export function city(at: number, units = 107): City {
  const { id, name, region } = CITIES[at]!
  const random = randomFrom(2005).fork(id)
  const people = Array.from({ length: 60 }, (_, i) => `${name.slice(0, 2)}籍党员${i + 1}号`)
  const registry = registryOf(random.fork('registry'), units)
  const entries = Array.from({ length: WEEK }, (_, i) => weekEntries(random.fork(`week ${i + 1}`), registry, i + 1, LEVEL[at]!, people)).flat()
  const state: OfficeState = {
    ...EMPTY_STATE,
    registry,
    entries,
    weeks: Array.from({ length: WEEK }, (_, i) => ({ week: i + 1, asOf: below.calendar.weekEnd(i + 1), at: `${below.calendar.weekEnd(i + 1)}T18:00:00`, verdicts: verdictsOf(entries.filter(({ week }) => week === i + 1), random.fork(`late ${i + 1}`)) })),
    ranking: rankingRules(below),
    shown: WEEK,
  }
  const bytes = decided(format.write(officeWorkbookOf(below, state, { language: 'zh', say: sayIn('zh'), definitionText: packDefinition(below.definition, nodeCompression) })), state, random.fork('decisions'))
  return { id, name, region, state: openOffice(format.read(bytes), below, sayIn).state, bytes, people, headcount: sum(registry.units.map(({ headcount }) => headcount)) }
}

function registryOf(random: Random, count: number): Registry {
  const groups = Array.from({ length: 12 }, (_, i) => ({ id: `g${i + 1}`, name: `第${i + 1}督导组` }))
  const units = Array.from({ length: count }, (_, i): RegisteredUnit => ({ id: String(i + 1).padStart(3, '0'), name: `单位${i + 1}`, system: SYSTEMS[i % SYSTEMS.length]!, headcount: random.whole(8, 60), liaison: '', phone: '', group: groups[i % 12]!.id }))
  return { units, groups }
}

function weekEntries(random: Random, { units, groups }: Registry, week: number, level: number, people: readonly string[]): LedgerEntry[] {
  const shared = { week, rules: below.rules, adjustments: [] }
  return [
    ...units.map(({ id, system, headcount }): LedgerEntry => {
      const drawn = random.fork(id)
      const base = { ...shared, kind: 'unit' as const, unit: id, system, headcount }
      if (drawn.chance(0.04)) return { ...base, outcome: drawn.chance(0.5) ? 'missing' : 'rejected', reason: 'intake/missing', indicators: [], shortfalls: [] }
      const attainment = Math.min(1, Math.max(0.2, (level + drawn.whole(-18, 12)) / 100))
      return { ...base, outcome: 'valid', score: roundHalfUp(attainment * 100 - drawn.next(), 2), indicators: indicatorsOf(drawn, attainment), shortfalls: shortfallsOf(drawn, people), counts: { errors: drawn.whole(0, 8), warnings: drawn.whole(0, 5), queries: drawn.whole(0, 3) }, file: `${id}.xlsx`, content: `${id}-${week}-${level}`, stamp: `${below.calendar.weekEnd(week)}T10:00:00`, rows: headcount }
    }),
    ...groups.map(({ id }): LedgerEntry => ({ ...shared, kind: 'group', unit: id, system: '', headcount: 0, indicators: [], shortfalls: [], ...(random.fork(id).chance(0.1) ? { outcome: 'missing' as const, reason: 'intake/missing' } : { outcome: 'valid' as const, score: 90, counts: { errors: 0, warnings: 1, queries: 0 } }) })),
  ]
}

function indicatorsOf(random: Random, level: number): IndicatorScore[] {
  return below.indicators.map(({ id, weight }): IndicatorScore => {
    // Not every unit has frail members or somebody to write to.
    if (id === 'special' && random.chance(0.5)) return { indicator: id, weight, points: 0 }
    const attainment = Math.min(1, Math.max(0, level + random.whole(-10, 10) / 100))
    return { indicator: id, weight, attainment, points: attainment * weight }
  })
}

function shortfallsOf(random: Random, people: readonly string[]): MeasureResult[] {
  if (!random.chance(0.3)) return []
  return random.sample(people, random.whole(1, 3)).map((subject, i): MeasureResult => ({ measure: i === 0 ? 'study-hours' : 'study-notes', of: 'member', subject, value: 30, target: 40, gap: 10, attainment: 0.75, due: '2005-03-06', status: 'shortfall', sheet: '学习考勤', row: 7 + i, column: 12 }))
}

function verdictsOf(entries: readonly LedgerEntry[], random: Random): FileVerdict[] {
  return entries.filter(({ outcome, kind }) => outcome === 'valid' && kind === 'unit').map(({ unit, week, score }): FileVerdict => ({ file: `${unit}.xlsx`, decision: 'counted', reasons: [{ code: 'intake/counted', severity: 'info' }, ...(random.chance(0.1) ? [{ code: 'intake/late', severity: 'warning' as const, params: { at: '', deadline: '' } }] : [])], kind: 'unit', unit, week, score: score ?? 0 }))
}

/** Some of what is proposed is answered, as the office's pane answers it. */
function decided(bytes: Uint8Array, { entries }: OfficeState, random: Random): Uint8Array {
  const { proposals } = historyOf(entries, rankingRules(below), below.calendar.weekOf)
  const keys = proposals.filter(({ week }) => week <= WEEK).map(({ key }) => key)
  return (['confirmed', 'dismissed', 'deferred'] as const).reduce((now, answer, i) => {
    const chosen = random.fork(answer).sample(keys, Math.ceil(keys.length / 3)).slice(0, keys.length >> (i + 1))
    return format.patch(now, decide({ campaign: below, office: format.read(now), keys: chosen, answer, by: '王主任', today: '2005-03-21', note: '', now: '2005-03-21T09:00:00', sayIn }))
  }, bytes)
}

export function registryAbove(cities: readonly City[]): Registry {
  return { units: cities.map(({ id, name, region, headcount }) => ({ id, name, system: region, headcount, liaison: '', phone: '', group: '' })), groups: [] }
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
export type { Campaign }
