/** What the returns that are kept say of a week: every measure of a unit or group, the figures of the bulletin. */
import type { Campaign } from '../../domain/campaign/campaign'
import { evaluateMeasures } from '../../domain/evaluation/evaluate'
import type { MeasureResult } from '../../domain/evaluation/evaluation'
import { relievedOf, waiversFor } from '../../domain/evaluation/waiver'
import { addTotals, totalsOf, type BulletinTotal, type UnitTotals } from '../../domain/oversight/bulletin-totals'
import { groupCompliance, type Compliance } from '../../domain/oversight/compliance'
import { signOffOf, type SignOff } from '../../domain/oversight/sign-off'
import { resultsForUnit } from '../../domain/oversight/transfer'
import type { MeasureEvidence } from '../../domain/ranking/explained-measures'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import { registered } from '../../domain/ranking/registry'
import { fedUnits } from '../../domain/supervision/feed'
import type { Return } from '../../domain/returns/return'
import { findingsKey, type OfficeState } from '../../reports/office/state'
import type { Compression } from '../../workbook/compression'
import { factsOf } from '../intake/inspect'
import { definitionHash, readStored } from '../kept-returns'

export interface KeptEvidence {
  /** Of a unit's own return, with what its group's says of it where that is part of its score; undefined: it has no valid one, or it is not kept. */
  ofUnit(id: string): MeasureEvidence | undefined
  /** What its group's return says on the row for a unit; empty: it has no such row; undefined: no valid return of the group. */
  ofGroupOn(unit: string): readonly MeasureResult[] | undefined
  /** Who of its group signed for a unit, and when, as far as the group's return says. */
  signOffOn(unit: string): SignOff | undefined
  /** How far the groups do what is asked of them. */
  compliance(): readonly Compliance[]
  /** Sums over the units' returns. Empty when one that counts is not kept: a part of the units is not their total. */
  totals(): readonly BulletinTotal[]
}

export interface EvidenceOptions {
  /** In force in that week. */
  readonly campaign: Campaign
  /** Consolidated. */
  readonly week: number
  readonly compression: Compression
}

/** Each return is unpacked and measured when it is first asked for, by the day its week was judged by. A week that was not consolidated has none. */
export function keptEvidence(state: Pick<OfficeState, 'entries' | 'returns' | 'registry' | 'weeks' | 'recordedWaivers'>, { campaign, week, compression }: EvidenceOptions): KeptEvidence {
  const asOf = state.weeks.find((one) => one.week === week)?.asOf ?? campaign.calendar.weekEnd(week)
  const everybody = new Map(registered(state.registry).map((one) => [one.id, one]))
  const entries = state.entries.filter((entry) => entry.week === week && entry.outcome === 'valid')
  const valid = new Map(entries.map((entry) => [entry.unit, entry]))
  const definition = definitionHash(campaign.definition)

  const returnOf = remembered((id): Return | undefined => {
    const [entry, stored] = [valid.get(id), state.returns.get(findingsKey(week, id))]
    if (!entry || !stored || stored.content !== entry.content || stored.definition !== definition) return undefined
    const ret = readStored(stored, compression)?.ret
    return ret && { ...ret, subject: { ...ret.subject, ...factsOf(known(entry, everybody.get(id)?.name ?? ret.subject.name)) } }
  })
  const measured = remembered((id): MeasureEvidence | undefined => {
    const ret = returnOf(id)
    return ret && evaluateMeasures(campaign, ret, asOf, state.recordedWaivers)
  })
  const groupOf = new Map(state.registry.units.map(({ id, group }) => [id, group]))
  const spoken = fedUnits(state.entries, week, (unit) => groupOf.get(unit))
  // The ledger knows which row is the unit's, however the group writes its name.
  const labelOf = (unit: string, group: LedgerEntry | undefined) => group?.supervision?.units.find((one) => one.unit === unit)?.label ?? everybody.get(unit)?.name ?? unit
  const ofGroupOn = (unit: string): readonly MeasureResult[] | undefined => {
    const group = valid.get(groupOf.get(unit) ?? '')
    const evidence = group && measured(group.unit)
    return evidence && resultsForUnit(campaign, evidence.measures, labelOf(unit, group))
  }
  return {
    ofUnit: (id) => {
      const own = measured(id)
      const fed = spoken.get(id)
      return own && fed ? { ...own, measures: [...own.measures, ...relievedOf(fed.results, waiversFor(state.recordedWaivers, id, asOf), campaign.definition)], hasGroupRow: true } : own
    },
    ofGroupOn,
    signOffOn: (unit) => {
      const group = valid.get(groupOf.get(unit) ?? '')
      const ret = group && returnOf(group.unit)
      return ret && signOffOf(campaign, ret, labelOf(unit, group))
    },
    compliance: () => groupCompliance(campaign, new Map(entries.flatMap(({ kind, unit }) => (kind === 'group' ? [[unit, measured(unit)?.measures ?? []] as const] : [])))),
    totals: () => {
      const units = entries.filter(({ kind }) => kind === 'unit').map(({ unit }) => [unit, returnOf(unit)] as const)
      if (units.some(([, ret]) => !ret)) return []
      return addTotals(campaign, new Map(units.map(([unit, ret]): [string, UnitTotals] => [unit, totalsOf(campaign, ret as Return, asOf)])))
    },
  }
}

/** A unit is judged by its system and headcount of that week. */
function known({ kind, unit, system, headcount }: LedgerEntry, name: string): Parameters<typeof factsOf>[0] {
  return { kind, id: unit, name, system, headcount }
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>()
  return (id) => {
    if (!made.has(id)) made.set(id, make(id))
    return made.get(id) as T
  }
}
