import type { Campaign } from '../campaign/campaign'
import type { History } from './changes'
import type { LedgerEntry } from './ledger'
import { proposals, type ConsequenceRule } from './proposals'
import { standings } from './standings'

/** The definition's consequences with their quantities resolved, in its order. */
export function consequenceRules(campaign: Campaign): ConsequenceRule[] {
  const { consequences, measures } = campaign.definition
  return Object.entries(consequences).map(([id, { of, trigger }]) =>
    trigger.on === 'last'
      ? { id, of, on: 'last', weeks: campaign.lastWeeks.get(id) ?? 1 }
      : { id, of, on: 'shortfall', measures: Object.entries(measures).flatMap(([measure, { remedies }]) => (remedies.includes(id) ? [measure] : [])) },
  )
}

/** All that follows from a ledger under a campaign's rules: places week by week, and what they and the shortfalls propose. */
export function historyOf(campaign: Campaign, entries: readonly LedgerEntry[]): History {
  const places = standings(entries, rankingOptions(campaign))
  return { entries, standings: places, proposals: proposals(entries, places, { rules: consequenceRules(campaign), weekOf: (date) => campaign.calendar.weekOf(date) }) }
}

export function rankingOptions(campaign: Campaign): { comparable: number; digits: number } {
  return { comparable: campaign.comparable, digits: campaign.definition.ranking.digits }
}
