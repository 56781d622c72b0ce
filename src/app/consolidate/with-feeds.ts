import type { Campaign } from '../../domain/campaign/campaign'
import { waiversFor } from '../../domain/evaluation/waiver'
import { fed } from '../../domain/supervision/feed'
import type { OfficeState } from '../../reports/office/state'

/**
 * The state with units' scores as the groups' returns in it make them, every week by the campaign in force in it. To be
 * called after whatever changes an entry: intake, or judging again. Returns the state itself when nothing changes.
 */
export function withFeeds<State extends Pick<OfficeState, 'entries' | 'registry' | 'weeks' | 'recordedWaivers'>>(state: State, campaignIn: (week: number) => Pick<Campaign, 'indicators' | 'definition'>): State {
  const groups = new Map(state.registry.units.map(({ id, group }) => [id, group]))
  const days = new Map(state.weeks.map(({ week, asOf }) => [week, asOf]))
  const entries = fed(state.entries, campaignIn, {
    groupOf: (unit) => groups.get(unit),
    waived: (week, unit) => waiversFor(state.recordedWaivers, unit, days.get(week) ?? ''),
  })
  return entries === state.entries ? state : { ...state, entries }
}
