/** Stage transfer: a unit moves on only when everything that the definition asks is there (T1 – T4). */
import type { Campaign } from '../campaign/campaign'
import type { TransferRequirementDefinition } from '../campaign/schema'
import type { MeasureResult } from '../evaluation/evaluation'
import { standingRounds, type SpotCheckRound } from './spot-checks'

/** The office's own decision on a unit. */
export interface Approval {
  readonly approved: boolean
  readonly by: string
  /** ISO local date. */
  readonly on: string
  readonly note: string
}

/**
 * Why a requirement is not there (words: `papers/lacking-<missing>`):
 * - `no-return`, `no-group-return`: no valid return to read it from
 * - `not-on-roster`: the group's return has no row for the unit
 * - `short`: below target (`rows` say where), due or not · `not-started` · `undetermined`: it could not be worked out
 * - `not-drawn-yet`: no round of spot checks has been drawn · `not-checked`: drawn, no result · `failed`
 * - `not-decided`, `refused`: the office has not decided; has decided against it
 */
export type Missing = 'no-return' | 'no-group-return' | 'not-on-roster' | 'short' | 'not-started' | 'undetermined' | 'not-drawn-yet' | 'not-checked' | 'failed' | 'not-decided' | 'refused'

export interface RequirementState {
  /** Id in the definition. */
  readonly requirement: string
  readonly met: boolean
  /** Unless met. */
  readonly missing?: Missing
  /** Met because it does not apply: no subject of the measure, or the unit was not drawn. */
  readonly notAsked?: boolean
  /** Of a measure: the results that are not met, with their place in the return. */
  readonly rows: readonly MeasureResult[]
}

export interface TransferState {
  readonly unit: string
  readonly system: string
  /** Everything is there. */
  readonly transfers: boolean
  /** In order of the definition. */
  readonly requirements: readonly RequirementState[]
  /** Ids of those that are missing, in the same order. */
  readonly missing: readonly string[]
}

export interface UnitEvidence {
  readonly unit: string
  readonly system: string
  /** Every result of the unit's own return that counts; absent: there is none. */
  readonly own?: readonly MeasureResult[]
  /** The results of its group's return on the row for this unit; empty: it has no such row; absent: no valid return of the group. */
  readonly group?: readonly MeasureResult[]
  readonly approval?: Approval
}

/**
 * The board of all units, in the order given. Undefined when the definition has no `transfer`.
 * A waived result is met: it counts neither for nor against. Pure.
 */
export function transferBoard(campaign: Campaign, units: readonly UnitEvidence[], rounds: readonly SpotCheckRound[]): TransferState[] | undefined {
  const { transfer } = campaign.definition
  if (!transfer) return undefined
  const standing = standingRounds(rounds)
  return units.map((evidence): TransferState => {
    const requirements = Object.entries(transfer.requirements).map(([id, requirement]) => ({ requirement: id, ...stateOf(campaign, requirement, evidence, standing) }))
    const missing = requirements.filter(({ met }) => !met).map(({ requirement }) => requirement)
    return { unit: evidence.unit, system: evidence.system, transfers: missing.length === 0, requirements, missing }
  })
}

type State = Omit<RequirementState, 'requirement'>

function stateOf(campaign: Campaign, { measure, spotCheck }: TransferRequirementDefinition, evidence: UnitEvidence, standing: readonly SpotCheckRound[]): State {
  if (measure !== undefined) return ofMeasure(campaign, measure, evidence)
  return spotCheck ? ofSpotCheck(evidence.unit, standing) : ofApproval(evidence.approval)
}

function ofMeasure(campaign: Campaign, id: string, { own, group }: UnitEvidence): State {
  const inGroup = campaign.measures.find((one) => one.id === id)?.in === 'group'
  const all = inGroup ? group : own
  if (!all) return lacking(inGroup ? 'no-group-return' : 'no-return')
  // Every row of the group's roster has measures of its own: without a single one there is no row.
  if (inGroup && all.length === 0) return lacking('not-on-roster')
  const results = all.filter((result) => result.measure === id)
  const rows = results.filter(({ status }) => !PASSES.has(status))
  if (rows.length === 0) return { met: true, rows, ...(results.length === 0 && { notAsked: true }) }
  const worst = (['short', 'undetermined', 'not-started'] as const).find((missing) => rows.some(({ status }) => missingBy(status) === missing))
  return lacking(worst ?? 'short', rows)
}

const PASSES: ReadonlySet<string> = new Set(['met', 'waived'])
const missingBy = (status: string): 'short' | 'undetermined' | 'not-started' => (status === 'undetermined' || status === 'not-started' ? status : 'short')

/** The latest round that drew the unit decides. */
function ofSpotCheck(unit: string, standing: readonly SpotCheckRound[]): State {
  if (standing.length === 0) return lacking('not-drawn-yet')
  const drawn = standing.flatMap(({ units }) => units).filter((one) => one.unit === unit).at(-1)
  if (!drawn) return { met: true, rows: [], notAsked: true }
  if (!drawn.result) return lacking('not-checked')
  return drawn.result.outcome === 'passed' ? { met: true, rows: [] } : lacking('failed')
}

function ofApproval(approval: Approval | undefined): State {
  if (!approval) return lacking('not-decided')
  return approval.approved ? { met: true, rows: [] } : lacking('refused')
}

const lacking = (missing: Missing, rows: readonly MeasureResult[] = []): State => ({ met: false, missing, rows })

/**
 * The results of a group's return on the row for a unit: those whose subject is the unit's name, of measures on
 * the roster of units. `results`: of the group's return that counts.
 */
export function resultsForUnit(campaign: Campaign, results: readonly MeasureResult[], unitName: string): MeasureResult[] {
  const rosters = new Set(Object.values(campaign.definition.forms).filter((form) => form.in === 'group' && form.shape === 'roster').map(({ record }) => record))
  const name = unitName.trim()
  return results.filter(({ of, subject }) => rosters.has(of) && subject.trim() === name)
}
