import type { Say } from '../text'
import type { Doubt } from './ledger'

/** Why something cannot be asserted, a line for each reason with all its weeks; reasons in the order in which they first come. */
export function doubtTexts(doubts: readonly Doubt[], say: Say): string[] {
  const weeks = new Map<Doubt['reason'], number[]>()
  for (const { reason, week } of doubts) weeks.set(reason, [...new Set([...(weeks.get(reason) ?? []), week])])
  return [...weeks].map(([reason, all]) => say(`office/doubt-${reason}`, { weeks: all.sort((a, b) => a - b).map((week) => say('office/doubt-week', { week })).join(say('office/comma')) }))
}
