/** Whoever submits a return in the sample campaign: a unit, or a supervision group. */
import type { CastUnit } from './cast'
import type { DraftRow } from './draft'
import type { Filling } from './fill-form'
import type { Random } from '../../domain/random'
import type { Tuning } from './tuning'
import { weekEnd } from './days'
import type { Campaign } from '../../domain/campaign/campaign'
import type { WorkbookKind } from '../../domain/campaign/schema'

export interface Subject {
  readonly kind: WorkbookKind
  readonly id: string
  readonly name: string
  readonly system: string
  readonly quality: number
  readonly random: Random
  /** Rows of its roster: members, or supervised units. */
  readonly roster: readonly DraftRow[]
  /** For a group: the units it supervises. */
  readonly units: readonly CastUnit[]
  readonly unit?: CastUnit
  /** Kept free of planted faults, because it has a part to play in the ranking. */
  readonly reserved: boolean
  /** One of two that send the very same content in {@link COPIED_WEEK}: the rows of this unit's roster. */
  readonly copies?: CastUnit
  /** For a group: 0-based rows of its roster that it finds just like another one, whose row that is. */
  readonly alike?: ReadonlyMap<number, number>
}

/** Week in which the second twin sends a copy of what the first one sends. */
export const COPIED_WEEK = 2

export function unitSubject(unit: CastUnit, reserved: boolean, copies?: CastUnit): Subject {
  return { kind: 'unit', id: unit.id, name: unit.name, system: unit.system, quality: unit.quality, random: unit.random, roster: unit.members, units: [], unit, reserved, ...(copies && { copies }) }
}

/** Groups of a definition that has forms for them; their roster is what the registry says about the units. Of `twins` they say the same. */
export function groupSubjects(campaign: Campaign, units: readonly CastUnit[], twins: readonly CastUnit[], random: Random): Subject[] {
  const { definition, forms } = campaign
  if (forms.group.length === 0) return []
  const roster = forms.group.map((id) => definition.forms[id]).find((form) => form?.shape === 'roster')
  return [...new Set(units.map(({ group }) => group))].map((group): Subject => {
    const own = units.filter((unit) => unit.group === group)
    const facts = own.map((unit): DraftRow => ({ values: Object.fromEntries(Object.keys(roster?.fields ?? {}).map((field) => [field, factOf(unit, field)])) }))
    const [one = -1, other = -1] = twins.map((twin) => own.indexOf(twin))
    return { kind: 'group', id: group, name: group, system: '', quality: 0.8, random: random.fork(`group ${group}`), roster: facts, units: own, reserved: false, ...(one >= 0 && other >= 0 && { alike: new Map([[other, one]]) }) }
  })
}

function factOf(unit: CastUnit, field: string): string | number | null {
  const facts: Readonly<Record<string, string | number>> = { id: unit.id, name: unit.name, system: unit.system, headcount: unit.headcount, liaison: unit.liaison, phone: unit.phone }
  return facts[field] ?? null
}

/** How the subject's return of a week is filled. */
export function fillingOf(subject: Subject, week: number, campaign: Campaign, tuning: Tuning): Filling {
  const { definition } = campaign
  const { random, quality } = subject
  const people = week === COPIED_WEEK && subject.copies ? { names: subject.copies.id, roster: subject.copies.members } : { names: subject.id, roster: subject.roster }
  return { definition, tuning, language: definition.language, random, quality, ...people, ...(subject.alike && { alike: subject.alike }), asOf: weekEnd(definition, week) }
}
