/**
 * Waivers: the office relieves a unit, or one of its members, of what a clause asks for, until a day. What is waived
 * counts neither for nor against, and entails nothing.
 */
import type { Campaign, CompiledMeasure } from '../campaign/campaign'
import type { Definition } from '../campaign/schema'
import type { IsoDate } from '../returns/return'
import type { MeasureResult } from './evaluation'
import type { Records, TypedRow } from './records'

export interface Waiver {
  /** Registry id of the unit or group. */
  readonly unit: string
  /** As the unit's roster names the member; absent: the unit as a whole and all its members. */
  readonly member?: string
  /** Every measure that names this clause. */
  readonly clause: string
  readonly reason: string
  readonly approver: string
  /** Last day on which it holds. */
  readonly until: IsoDate
}

/** What of a waiver bears on results. */
export type Waived = Pick<Waiver, 'member' | 'clause'>

/** Those that hold for a unit on a day, once each, in an order that does not depend on theirs. */
export function waiversFor(waivers: readonly Waiver[], unit: string, asOf: IsoDate): Waived[] {
  const held = waivers.filter((waiver) => waiver.unit === unit && asOf <= waiver.until)
  const byKey = new Map(held.map(({ member, clause }) => [JSON.stringify([clause, member ?? null]), { clause, ...(member !== undefined && { member }) }]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, waived]) => waived)
}

/** Whether the whole unit is relieved of a measure: then also of members who are not listed. */
export function isWaivedForAll({ definition }: CompiledMeasure, waived: readonly Waived[]): boolean {
  return waived.some(({ member, clause }) => member === undefined && definition.clauses.includes(clause))
}

/** What others measured on a unit (its group, on its row), as far as the unit as a whole is relieved of it: `waived`. Nothing waived gives the results themselves. */
export function relievedOf(results: readonly MeasureResult[], waived: readonly Waived[], { measures }: Pick<Definition, 'measures'>): readonly MeasureResult[] {
  const clauses = new Set(waived.flatMap(({ member, clause }) => (member === undefined ? [clause] : [])))
  if (clauses.size === 0) return results
  return results.map((result) => (result.status !== 'not-started' && measures[result.measure]?.clauses.some((clause) => clauses.has(clause)) ? { ...result, status: 'waived' } : result))
}

/** Whether a row's subject is relieved of a measure: by itself, or as the member that the row is about. */
export function isWaived(compiled: CompiledMeasure, waived: readonly Waived[], campaign: Campaign, records: Records, row: TypedRow | undefined): boolean {
  if (waived.length === 0) return false
  if (isWaivedForAll(compiled, waived)) return true
  const named = waived.filter(({ member, clause }) => member !== undefined && compiled.definition.clauses.includes(clause))
  if (named.length === 0 || !row) return false
  const names = namesOf(campaign, records, row)
  return named.some(({ member }) => names.has(plainName(member ?? '')))
}

/** A name as it is compared: width and blanks make no difference. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}

function namesOf(campaign: Campaign, records: Records, { record, roster }: TypedRow): ReadonlySet<string> {
  const names = new Set([plainName(record.label)])
  if (roster) names.add(plainName(roster.record.label))
  for (const [name, field] of Object.entries(campaign.form(record.form).fields)) {
    const to = field.type === 'reference' ? record.values[name] : undefined
    if (field.type !== 'reference' || typeof to !== 'number') continue
    const member = records.rows(field.to).find(({ record: other }) => other.row === to)
    if (member) names.add(plainName(member.record.label))
  }
  return names
}
