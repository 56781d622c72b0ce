/** The roll call of a week: who sent what, and how it stands with each unit at a glance. */
import type { LedgerEntry } from '../domain/ranking/ledger'
import { registered, type Registered } from '../domain/ranking/registry'
import type { FileVerdict, IntakeReason } from '../domain/ranking/verdict'
import type { OpenOffice } from './consolidate/open-office'
import { findingsKey, type FindingGroup } from '../reports/office/state'

/**
 * How it stands with a unit, one word for each:
 *
 * | outcome in the ledger | errors in the return | status     |
 * | no entry for the week | –                    | `expected` |
 * | valid                 | none                 | `clean`    |
 * | valid                 | some                 | `findings` |
 * | rejected              | –                    | `rejected` |
 * | missing               | –                    | `missing`  |
 */
export const TILE_STATUSES = ['missing', 'rejected', 'findings', 'clean', 'expected'] as const
export type TileStatus = (typeof TILE_STATUSES)[number]

/** What else there is to know, as many as apply. */
export const TILE_SIGNS = ['late', 'old', 'duplicate', 'superseded', 'refused', 'edited', 'copied', 'unsure'] as const
export type TileSign = (typeof TILE_SIGNS)[number]

/** From a reason of a file that counts to its sign. */
const SIGN_OF: Readonly<Record<string, TileSign>> = {
  'intake/late': 'late',
  'intake/old-definition': 'old',
  'intake/edited-after-check': 'edited',
  'intake/same-as-another': 'copied',
  'intake/same-time': 'unsure',
  'intake/clock-ahead': 'unsure',
  'intake/name-differs': 'unsure',
  'intake/system-differs': 'unsure',
}

export interface Tile {
  readonly unit: string
  readonly name: string
  readonly kind: Registered['kind']
  readonly status: TileStatus
  readonly signs: readonly TileSign[]
  /** Absent: the week has not been consolidated for it. */
  readonly entry?: LedgerEntry
  /** Every file that spoke of it, what counted first. */
  readonly files: readonly FileVerdict[]
  /** Why it counts with remarks, or why nothing does; what counted says nothing by itself. */
  readonly reasons: readonly (IntakeReason & { readonly file: string })[]
  /** What the office found in the return that counts. */
  readonly findings: readonly FindingGroup[]
  readonly liaison: string
  readonly phone: string
}

export interface RollCallSection {
  /** Name of the system; empty: the supervision groups. */
  readonly system: string
  readonly tiles: readonly Tile[]
}

/** Sections and tiles in the registry's order, groups at the end. Units struck off since they were counted are left in. */
export function rollCall({ state }: Pick<OpenOffice, 'state'>, week: number): RollCallSection[] {
  const entries = new Map(state.entries.filter((entry) => entry.week === week).map((entry) => [entry.unit, entry]))
  const verdicts = state.weeks.find((record) => record.week === week)?.verdicts ?? []
  const everybody = registered(state.registry)
  const known = new Set(everybody.map(({ id }) => id))
  const gone = [...entries.values()].filter(({ unit }) => !known.has(unit)).map(({ unit, kind, system, headcount }): Registered => ({ kind, id: unit, name: unit, system, headcount }))
  const contacts = new Map(state.registry.units.map((unit) => [unit.id, unit]))
  const sections = new Map<string, Tile[]>()
  for (const one of [...everybody, ...gone]) {
    const entry = entries.get(one.id)
    const system = one.kind === 'group' ? '' : (entry?.system ?? one.system)
    const files = verdicts.filter(({ unit }) => unit === one.id).toSorted((a, b) => Number(b.decision === 'counted') - Number(a.decision === 'counted'))
    const { liaison = '', phone = '' } = contacts.get(one.id) ?? {}
    const tile: Tile = {
      unit: one.id,
      name: one.name,
      kind: one.kind,
      status: statusOf(entry),
      signs: signsOf(entry, files),
      ...(entry && { entry }),
      files,
      reasons: reasonsOf(entry, files),
      findings: state.findings.get(findingsKey(week, one.id)) ?? [],
      liaison,
      phone,
    }
    sections.set(system, [...(sections.get(system) ?? []), tile])
  }
  return [...sections].map(([system, tiles]) => ({ system, tiles })).toSorted((a, b) => Number(a.system === '') - Number(b.system === ''))
}

function statusOf(entry: LedgerEntry | undefined): TileStatus {
  if (!entry) return 'expected'
  if (entry.outcome !== 'valid') return entry.outcome
  return (entry.counts?.errors ?? 0) > 0 ? 'findings' : 'clean'
}

function signsOf(entry: LedgerEntry | undefined, files: readonly FileVerdict[]): TileSign[] {
  const signs = new Set<TileSign>()
  for (const { decision, reasons } of files) {
    if (decision === 'counted') for (const { code } of reasons) if (SIGN_OF[code]) signs.add(SIGN_OF[code])
    if (decision === 'duplicate' || decision === 'superseded') signs.add(decision)
    // Of a unit whose nothing counts the status says it already.
    if ((decision === 'rejected' || decision === 'unreadable') && entry?.outcome === 'valid') signs.add('refused')
    if (reasons.some(({ code }) => code === 'intake/old-broken')) signs.add('old')
  }
  return TILE_SIGNS.filter((sign) => signs.has(sign))
}

function reasonsOf(entry: LedgerEntry | undefined, files: readonly FileVerdict[]): Tile['reasons'] {
  const said = files.flatMap(({ file, reasons }) => reasons.filter(({ code }) => code !== 'intake/counted').map((reason) => ({ ...reason, file })))
  const whole = entry && entry.outcome !== 'valid' && entry.reason !== undefined && !said.some(({ code }) => code === entry.reason)
  return whole ? [{ code: entry.reason as string, severity: 'error', file: '' }, ...said] : said
}

/** How many tiles have each status and sign. */
export function tileCounts(sections: readonly RollCallSection[]): ReadonlyMap<TileStatus | TileSign, number> {
  const counts = new Map<TileStatus | TileSign, number>()
  for (const { tiles } of sections) for (const { status, signs } of tiles) for (const mark of [status, ...signs]) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}
