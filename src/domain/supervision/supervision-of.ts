import { counts } from '../evaluation/measure-results'
import type { Campaign } from '../campaign/campaign'
import type { MeasureResult } from '../evaluation/evaluation'
import type { Return } from '../returns/return'
import type { Duty, SupervisedUnit, Supervision } from './supervision'
import { duties, feedingMeasures } from '../campaign/feeding'
import { unitTables, type UnitTables } from './unit-tables'

/**
 * What a group's return, judged, says of the group and its units. `unitOf`: registry ids by row of the roster (see
 * `unitsNamed`). Rows that are not accepted are left out.
 */
export function supervisionOf(campaign: Campaign, ret: Pick<Return, 'records'>, results: readonly MeasureResult[], unitOf: ReadonlyMap<number, string>): Supervision {
  const tables = unitTables(campaign)
  return { duties: dutiesOf(campaign, results), units: tables ? unitsOf(campaign, ret, results, unitOf, tables) : [] }
}

function dutiesOf(campaign: Campaign, results: readonly MeasureResult[]): Duty[] {
  const { definition } = campaign
  const own = duties(campaign)
  return own.map((measure): Duty => {
    const taking = results.filter((result) => result.measure === measure && counts(result))
    const sum = (of: (result: MeasureResult) => number) => taking.reduce((total, result) => total + of(result), 0)
    const atMost = definition.measures[measure]?.compare === 'at-most'
    return {
      measure,
      done: sum(({ value, target }) => (atMost ? value : Math.min(value, target))),
      owed: sum(({ target }) => target),
      subjects: taking.length,
      met: taking.filter(({ status }) => status === 'met').length,
      short: taking.filter(({ status }) => status === 'shortfall').length,
    }
  })
}

function unitsOf(campaign: Campaign, { records }: Pick<Return, 'records'>, results: readonly MeasureResult[], unitOf: ReadonlyMap<number, string>, tables: UnitTables): SupervisedUnit[] {
  const feeding = feedingMeasures(campaign)
  const rows = (records[tables.roster] ?? []).filter(({ accepted }) => accepted)
  const times = new Map<string, number>()
  for (const { label } of rows) times.set(label, (times.get(label) ?? 0) + 1)
  return rows.map((row): SupervisedUnit => {
    const unit = unitOf.get(row.row)
    const days = tables.events.map(({ form, reference, on }) => {
      const about = (records[form] ?? []).filter(({ accepted, values }) => accepted && values[reference] === row.row)
      return [form, daysOf(campaign, about.map(({ values }) => values[on]).filter((day) => typeof day === 'string'))] as const
    })
    const facts = tables.facts.flatMap(({ form, field }) => {
      const value = (records[form] ?? []).find(({ accepted, rosterRow }) => accepted && rosterRow === row.row)?.values[field] ?? null
      return value === null || value === '' ? [] : [[`${form}.${field}`, value] as const]
    })
    return {
      label: row.label,
      // Results go by the label: one that two rows share tells nobody apart.
      ...(unit !== undefined && times.get(row.label) === 1 && { unit }),
      days: Object.fromEntries(days),
      facts: Object.fromEntries(facts),
      results: results.filter(({ measure, subject }) => feeding.has(measure) && subject === row.label),
    }
  })
}

/** Several on one day count once. Days outside the campaign are not counted, and are not the last. */
function daysOf({ calendar }: Campaign, all: readonly string[]): SupervisedUnit['days'][string] {
  const days = [...new Set(all)].filter((day) => day >= calendar.start && day <= calendar.end).sort()
  const last = days.at(-1)
  return { weeks: Array.from({ length: calendar.weeks }, (_, i) => days.filter((day) => calendar.weekOf(day) === i + 1).length), ...(last !== undefined && { last }) }
}
