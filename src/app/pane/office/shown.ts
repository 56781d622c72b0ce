import { rollOf } from '../../../domain/ranking/arrivals'
import { registered } from '../../../domain/ranking/registry'
import type { OpenOffice } from '../../consolidate/open-office'
import { consequenceLists } from './lists'
import { rankingInPane } from './ranking'
import { rollCall } from '../../roll-call'
import type { ShownWeek } from './state'

/** Everything that the pane shows of a week, consolidated or not. */
export function shownWeek(office: OpenOffice, week: number): ShownWeek {
  const ranking = rankingInPane(office, week)
  const names = new Map(registered(office.state.registry).map(({ id, name }) => [id, name]))
  const entries = office.state.entries.filter((entry) => entry.week === week)
  const roll = rollOf(entries, office.state.weeks.find((record) => record.week === week)?.verdicts ?? [])
  return { roll, sections: rollCall(office, week), ...(ranking && { ranking }), lists: ranking ? consequenceLists(office.campaign, ranking, (id) => names.get(id) ?? id) : [] }
}

/** People changed settings or waivers in their sheets since the office's weeks were judged: it takes effect when they are judged again. */
export function hasUnsettled({ pending, state }: Pick<OpenOffice, 'pending' | 'state'>): boolean {
  const told = (waivers: OpenOffice['state']['waivers']) => waivers.map((waiver) => JSON.stringify(Object.entries(waiver).sort())).sort().join()
  return state.weeks.length > 0 && (pending.length > 0 || told(state.waivers) !== told(state.recordedWaivers))
}
