/** What the office's workbook remembers, apart from everything that can be computed from it. */
import type { SettingChange, SettingStatement } from '../../domain/campaign/settings-in-time'
import type { SpotCheckRound } from '../../domain/oversight/spot-checks'
import type { Approval, UnitEvidence } from '../../domain/oversight/transfer'
import type { Waiver } from '../../domain/evaluation/waiver'
import type { Campaign } from '../../domain/campaign/campaign'
import { rankingRules, type RankingRules } from '../../domain/ranking/history'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Registry } from '../../domain/ranking/registry'
import type { FileVerdict } from '../../domain/ranking/verdict'
import type { Finding } from '../../domain/returns/finding'
import type { IsoDate } from '../../domain/returns/return'

/** The same finding on several rows of one sheet: shown once, with all its cells. */
export interface FindingGroup {
  readonly first: Finding
  readonly cells: readonly string[]
  readonly subjects: readonly string[]
  readonly count: number
}

/** One consolidation's record of a week. */
export interface WeekRecord {
  readonly week: number
  readonly asOf: IsoDate
  /** ISO local date and time at which it last changed. */
  readonly at: string
  readonly verdicts: readonly FileVerdict[]
}

/** What a person wrote beside a proposal. */
export interface Decision {
  readonly answer?: 'confirmed' | 'dismissed' | 'deferred'
  /** As written. */
  readonly text: string
  readonly by: string
  readonly on: string
  readonly note: string
}

/** A line of the log, in the words it was written in. */
export interface LogRow {
  /** Running number, from 1. */
  readonly n: number
  /** ISO local date and time. */
  readonly at: string
  /** Campaign week it is about. */
  readonly week: number
  readonly kind: string
  /** Name of the unit; empty: none in particular. */
  readonly unit: string
  readonly detail: string
}

/** A return that counts, kept to be judged again. */
export interface StoredReturn {
  /** Content hash of the return; one that is not the ledger's any more is not used. */
  readonly content: string
  /** Hash of the definition it was read by. */
  readonly definition: string
  /** Hash and length of the text before it was compressed: programs compress differently. */
  readonly digest: string
  readonly length: number
  /** Compressed. */
  readonly text: string
}

/** What the returns of a week said of the units' way to the next stage. */
export interface TransferRecord {
  readonly week: number
  readonly asOf: IsoDate
  /** Only what the definition asks for. */
  readonly units: readonly Pick<UnitEvidence, 'unit' | 'own' | 'group'>[]
}

export interface OfficeState {
  readonly registry: Registry
  /** Changes of settings and weights that are recorded, in their order. */
  readonly settings: readonly SettingChange[]
  /** What the settings sheet says now, as far as it can be used; most of it is recorded already. */
  readonly statements: readonly SettingStatement[]
  /** What the waivers sheet says now, as far as it can be used. */
  readonly waivers: readonly Waiver[]
  /** What it said when results were last reckoned. */
  readonly recordedWaivers: readonly Waiver[]
  readonly entries: readonly LedgerEntry[]
  /** Ascending by week. */
  readonly weeks: readonly WeekRecord[]
  /** By `findingsKey`. */
  readonly findings: ReadonlyMap<string, readonly FindingGroup[]>
  /** By `findingsKey`. Those of weeks whose sheet was not read are absent. */
  readonly returns: ReadonlyMap<string, StoredReturn>
  /** What the ranks in it were last reckoned with. */
  readonly ranking?: RankingRules
  /** The week its sheets show; absent: none has been consolidated. */
  readonly shown?: number
  /** By proposal key. */
  readonly decisions: ReadonlyMap<string, Decision>
  /** Every draw there has been, in the order of drawing, with the results that people entered. */
  readonly spotChecks: readonly SpotCheckRound[]
  /** The office's approvals of transfers, by unit. */
  readonly approvals: ReadonlyMap<string, Approval>
  /** Absent: nothing has been looked at yet. */
  readonly transfer?: TransferRecord
  /** Newest first. */
  readonly log: readonly LogRow[]
}

/** How the weeks in it are ranked: as they were reckoned last; before there was any, as the campaign says. */
export function rankingOf(state: Pick<OfficeState, 'ranking'>, campaign: Campaign): RankingRules {
  return state.ranking ?? rankingRules(campaign)
}

export const findingsKey = (week: number, unit: string): string => `${week}|${unit}`

export const EMPTY_STATE: Omit<OfficeState, 'registry'> = { settings: [], statements: [], waivers: [], recordedWaivers: [], entries: [], weeks: [], findings: new Map(), returns: new Map(), decisions: new Map(), spotChecks: [], approvals: new Map(), log: [] }
