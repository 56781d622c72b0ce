/** Why units stand where they stand in a week: from the office's record and the returns that it keeps. */
import type { Campaign } from '../../domain/campaign/campaign'
import { findingsOverTime, type TrackedFinding, type WeekOfFindings } from '../../domain/oversight/findings-over-time'
import { explainer, type Explanation } from '../../domain/ranking/explanation'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { IsoDate } from '../../domain/returns/return'
import { unitWeeksOfFindings } from '../../reports/office/tables/findings-over-time'
import { rankingOf, type OfficeState } from '../../reports/office/state'
import type { Compression } from '../../workbook/compression'
import { OfficeError } from '../consolidate/office-error'
import type { OpenOffice } from '../consolidate/open-office'
import { keptEvidence } from './kept-evidence'

/** Of the perturbed weights, unless another is given. */
const SEED = 1

export interface ExplainOptions {
  /** Default: the latest consolidated. */
  readonly week?: number
  /** 0 … 4,294,967,295. */
  readonly seed?: number
  readonly compression: Compression
}

export interface UnitExplained {
  readonly explanation: Explanation
  /** What counted for it in that week. */
  readonly entry: LedgerEntry
  /** False: the unit's return is not kept (an older workbook): there are points, and no rows. */
  readonly kept: boolean
  /** What became of its findings; absent without a valid return. */
  readonly findings?: readonly TrackedFinding[]
}

export interface WeekExplained {
  /** In force in that week. */
  readonly campaign: Campaign
  readonly week: number
  readonly asOf: IsoDate
  /** Undefined for a unit that is not in the ledger of that week. */
  of(unit: string): UnitExplained | undefined
}

/**
 * Writes nothing. What a unit has in common with the others is worked out once: ask for one or for all of them.
 *
 * @throws OfficeError `office/nothing-ranked`: the week (or any) has not been consolidated
 */
export function explainWeek(open: Pick<OpenOffice, 'campaign' | 'state'> & Partial<Pick<OpenOffice, 'campaignIn'>>, options: ExplainOptions): WeekExplained {
  const { state } = open
  const week = options.week ?? state.shown
  const record = state.weeks.find((one) => one.week === week)
  if (week === undefined || !record) throw new OfficeError('office/nothing-ranked', { week: week ?? '' })
  const campaign = open.campaignIn?.(week) ?? open.campaign
  const explain = explainer({ campaign, entries: state.entries, week, seed: options.seed ?? SEED, ranking: rankingOf(state, campaign) })
  const evidence = keptEvidence(state, { campaign, week, compression: options.compression })
  return {
    campaign,
    week,
    asOf: record.asOf,
    of: (unit) => {
      const entry = state.entries.find((one) => one.week === week && one.unit === unit && one.kind === 'unit')
      const own = evidence.ofUnit(unit)
      const explanation = entry && explain(unit, own ?? { measures: [] })
      const findings = findingsOf(state, unit, week)?.findings
      return explanation && { explanation, entry, kept: own !== undefined, ...(findings && { findings }) }
    },
  }
}

/** @throws OfficeError also `office/no-such-unit`: it is not in the ledger of that week */
export function explainUnit(open: Parameters<typeof explainWeek>[0], { unit, ...options }: ExplainOptions & { readonly unit: string }): UnitExplained {
  const explained = explainWeek(open, options)
  const found = explained.of(unit)
  if (!found) throw new OfficeError('office/no-such-unit', { unit, week: explained.week })
  return found
}

function findingsOf(state: OfficeState, unit: string, week: number): WeekOfFindings | undefined {
  return findingsOverTime(unitWeeksOfFindings(state, unit, week)).find((one) => one.week === week)
}
