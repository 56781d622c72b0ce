import type { Say } from '../text'
import type { Doubt, Standing } from './ledger'

/** Why something cannot be asserted, a line for each reason with all its weeks; reasons in the order in which they first come. */
export function doubtTexts(doubts: readonly Doubt[], say: Say): string[] {
  const weeks = new Map<Doubt['reason'], number[]>()
  for (const { reason, week } of doubts) weeks.set(reason, [...new Set([...(weeks.get(reason) ?? []), week])])
  return [...weeks].map(([reason, all]) => say(`office/doubt-${reason}`, { weeks: all.sort((a, b) => a - b).map((week) => say('office/doubt-week', { week })).join(say('office/comma')) }))
}

/** Doubts about a place besides the one that `undetermined` tells of its own week. */
export function furtherDoubts({ undetermined, doubts }: Pick<Standing, 'undetermined' | 'doubts'>, week: number): readonly Doubt[] {
  return doubts.filter((doubt) => doubt.reason !== undetermined?.reason || doubt.week !== week)
}

/** All that keeps a place from being asserted, each said once: what holds in that week, then the rest. */
export function reservations(place: Pick<Standing, 'undetermined' | 'doubts'>, week: number, say: Say): string[] {
  const { undetermined } = place
  return [...(undetermined ? [say(`undetermined/${undetermined.reason}`, undetermined.params)] : []), ...doubtTexts(furtherDoubts(place, week), say)]
}
