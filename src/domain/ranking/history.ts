import type { Campaign } from '../campaign/campaign'
import type { IsoDate } from '../returns/return'
import type { History } from './changes'
import type { LedgerEntry } from './ledger'
import { proposals, type ConsequenceRule } from './proposals'
import { standings } from './standings'
import { rankingOptions, type RankingOptions } from './week-table'

/** The definition's consequences with their quantities resolved, in its order. */
export function consequenceRules(campaign: Campaign): ConsequenceRule[] {
  const { consequences, measures } = campaign.definition
  return Object.entries(consequences).map(([id, { of, trigger }]) =>
    trigger.on === 'last'
      ? { id, of, on: 'last', weeks: campaign.lastWeeks.get(id) ?? 1 }
      : { id, of, on: 'shortfall', measures: Object.entries(measures).flatMap(([measure, { remedies }]) => (remedies.includes(id) ? [measure] : [])) },
  )
}

/** What ranks and consequences are reckoned with; kept beside the ledger, so that a change of it shows as a change. */
export interface RankingRules extends RankingOptions {
  readonly consequences: readonly ConsequenceRule[]
}

/** How weeks are ranked, and what follows, by the definition as it is now. */
export function rankingRules(campaign: Campaign): RankingRules {
  return { ...rankingOptions(campaign), consequences: consequenceRules(campaign) }
}

/** The same where settings changed over time: each week by its own. */
export function rankingRulesOver(weeks: number, campaignIn: (week: number) => Campaign): RankingRules {
  const first = rankingRules(campaignIn(1))
  const each = Array.from({ length: weeks }, (_, i) => ({ week: i + 1, rules: i === 0 ? first : rankingRules(campaignIn(i + 1)) }))
  const steps = <T>(valueOf: (rules: RankingRules) => T): { readonly week: number; readonly value: T }[] =>
    each.flatMap(({ week, rules }, i) => (i > 0 && valueOf(rules) !== valueOf((each[i - 1] as (typeof each)[number]).rules) ? [{ week, value: valueOf(rules) }] : []))
  const comparableFrom = steps(({ comparable }) => comparable).map(({ week, value }) => ({ week, comparable: value }))
  const mostMissingFrom = steps(({ mostMissing }) => mostMissing ?? 0).map(({ week, value }) => ({ week, mostMissing: value }))
  return {
    ...first,
    ...(mostMissingFrom.length > 0 && { mostMissingFrom }),
    ...(comparableFrom.length > 0 && { comparableFrom }),
    consequences: first.consequences.map((rule, at): ConsequenceRule => {
      if (rule.on !== 'last') return rule
      const weeksFrom = steps(({ consequences }) => (consequences[at] as typeof rule).weeks).map(({ week, value }) => ({ week, weeks: value }))
      return weeksFrom.length > 0 ? { ...rule, weeksFrom } : rule
    }),
  }
}

/** All that follows from a ledger: places week by week, and what they and the shortfalls propose. */
export function historyOf(entries: readonly LedgerEntry[], rules: RankingRules, weekOf: (date: IsoDate) => number): History {
  const places = standings(entries, rules)
  return { entries, standings: places, proposals: proposals(entries, places, { rules: rules.consequences, weekOf }) }
}
