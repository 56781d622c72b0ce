/** The office's workbook → a week's ranking, with every proposal and its evidence. */
import type { Campaign } from '../domain/campaign/campaign'
import { historyOf } from '../domain/ranking/history'
import type { LedgerEntry, Proposal, Standing } from '../domain/ranking/ledger'
import { withoutWaivers } from '../domain/ranking/unwaived'
import { systemStandings, type SystemStanding } from '../domain/ranking/system-standings'
import type { IsoDate } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import type { OfficeTrouble } from '../reports/office/read-office'
import { rankingOf, type Decision } from '../reports/office/state'
import type { Workbook } from '../workbook/model'
import { OfficeError } from './consolidate/office-error'
import { openOffice, type OpenOffice } from './consolidate/open-office'

export interface RankOptions extends RankingView {
  readonly campaign: Campaign
  readonly office: Workbook
  /** Default: the latest consolidated. */
  readonly week?: number
  sayIn(language: Language): Say
}

/**
 * `missing`, `rejected`: no valid return · `last-doubtful`: last, and the streak or the comparison is
 * to be confirmed · `last`: last · `ranked`: none of these.
 */
export type RankStatus = 'ranked' | 'last' | 'last-doubtful' | 'missing' | 'rejected'

export interface RankedUnit extends Standing {
  readonly name: string
  readonly submitted: boolean
  /** Unless submitted: why not, as an intake code. */
  readonly reason?: string
  readonly status: RankStatus
  /** What the score is made of. */
  readonly indicators: LedgerEntry['indicators']
  readonly adjustments: LedgerEntry['adjustments']
  /** Open proposals that concern the unit or its members, as of this week. */
  readonly proposals: readonly DecidedProposal[]
}

export interface DecidedProposal extends Proposal {
  /** What a person in the office decided; absent: nobody has. */
  readonly decision?: Decision
}

export interface RankedSystem extends SystemStanding {
  /** By rank; units without a valid return at the end. */
  readonly unitsByRank: readonly RankedUnit[]
}

export interface Ranking {
  readonly week: number
  readonly asOf: IsoDate
  /** By rank. */
  readonly systems: readonly RankedSystem[]
  /** Proposals that concern supervision groups. */
  readonly groups: readonly DecidedProposal[]
  readonly troubles: readonly OfficeTrouble[]
}

/**
 * History up to the week asked for, with every later correction of it and without later weeks.
 * Throws {@link OfficeError}: `office/nothing-ranked` when that week (or any) has not been consolidated.
 */
export function rank(options: RankOptions): Ranking {
  return rankingIn(openOffice(options.office, options.campaign, options.sayIn), options.week, options)
}

export interface RankingView {
  /** False: as it would be if nothing had been waived. */
  readonly waivers?: boolean
}

/** The same for an office workbook that has been opened. */
export function rankingIn({ campaign, state, troubles }: Pick<OpenOffice, 'campaign' | 'state' | 'troubles'>, asked?: number, { waivers = true }: RankingView = {}): Ranking {
  const week = asked ?? state.shown
  const record = state.weeks.find((one) => one.week === week)
  if (week === undefined || !record) throw new OfficeError('office/nothing-ranked', { week: week ?? '' })
  const upTo = state.entries.filter((entry) => entry.week <= week)
  const entries = waivers ? upTo : withoutWaivers(upTo)
  const rules = rankingOf(state, campaign)
  const history = historyOf(entries, rules, campaign.calendar.weekOf)
  const names = new Map(state.registry.units.map(({ id, name }) => [id, name]))
  const proposals = history.proposals.filter(({ open }) => open).map((proposal): DecidedProposal => {
    const decision = state.decisions.get(proposal.key)
    return { ...proposal, ...(decision && { decision }) }
  })
  const units = history.standings
    .filter((standing) => standing.week === week)
    .map((standing) => rankedUnit(standing, entries.find((entry) => entry.week === week && entry.unit === standing.unit) as LedgerEntry, names.get(standing.unit) ?? standing.unit, proposals))
  return {
    week,
    asOf: record.asOf,
    systems: systemStandings(entries, rules).filter((system) => system.week === week).map((system) => ({ ...system, unitsByRank: units.filter((unit) => unit.system === system.system) })),
    groups: proposals.filter((proposal) => campaign.definition.consequences[proposal.consequence]?.of === 'group'),
    troubles,
  }
}

function rankedUnit(standing: Standing, entry: LedgerEntry, name: string, proposals: readonly DecidedProposal[]): RankedUnit {
  return {
    ...standing,
    name,
    submitted: entry.outcome === 'valid',
    ...(entry.reason !== undefined && { reason: entry.reason }),
    status: statusOf(standing),
    indicators: entry.indicators,
    adjustments: entry.adjustments,
    proposals: proposals.filter((proposal) => proposal.unit === standing.unit),
  }
}

function statusOf({ outcome, last, doubts }: Standing): RankStatus {
  if (outcome !== 'valid') return outcome
  if (!last) return 'ranked'
  return doubts.length > 0 ? 'last-doubtful' : 'last'
}
