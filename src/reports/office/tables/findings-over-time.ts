import { countStates, findingsOverTime, type KeptFindings } from '../../../domain/oversight/findings-over-time'
import type { Table, TableRow } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import { findingsKey, type OfficeState } from '../state'
import type { OfficeView } from '../view'

/** A unit's findings week by week, up to a week; absent in weeks without a valid return of its own. */
export function unitWeeksOfFindings({ entries, findings }: Pick<OfficeState, 'entries' | 'findings'>, unit: string, upTo = Infinity): { readonly week: number; readonly findings?: readonly KeptFindings[] }[] {
  return entries
    .filter((entry) => entry.unit === unit && entry.week <= upTo)
    .map(({ week, outcome }) => ({ week, ...(outcome === 'valid' && { findings: findings.get(findingsKey(week, unit)) ?? [] }) }))
}

/** What became of each unit's findings from week to week: the latest week first, in it those with most still open. */
export function findingsOverTimeTable(view: OfficeView): Table {
  const { say, text, campaign, everybody } = view
  return {
    design: {
      id: 'findings-over-time',
      prepared: everybody.length,
      columns: [
        { id: 'week', heading: say('office/week'), width: 8, look: 'count', whenStale: 'keep' },
        { id: 'system', heading: text(campaign.definition.ranking.within), width: 18, look: 'text', whenStale: 'keep' },
        { id: 'unit', heading: text(campaign.definition.terms.unit), width: 26, look: 'name', whenStale: 'keep' },
        { id: 'found', heading: say('findings-over-time/found'), width: 10, look: 'count' },
        { id: 'new', heading: say('findings-over-time/new'), width: 10, look: 'count' },
        { id: 'still-open', heading: say('findings-over-time/still-open'), width: 10, look: 'count' },
        { id: 'came-back', heading: say('findings-over-time/came-back'), width: 10, look: 'count' },
        { id: 'put-right', heading: say('findings-over-time/put-right'), width: 10, look: 'count' },
        { id: 'note', heading: say('office/note'), width: 28, look: 'long', person: true },
      ],
      conditions: ({ firstRow, lastRow, column, letters }) => [
        { kind: 'formula', area: { top: firstRow, bottom: lastRow, left: column('came-back'), right: column('came-back') }, formula: `N($${letters('came-back')}${firstRow})>0`, format: MARKS_OF_ROWS.doubt },
        { kind: 'formula', area: { top: firstRow, bottom: lastRow, left: column('put-right'), right: column('put-right') }, formula: `N($${letters('put-right')}${firstRow})>0`, format: MARKS_OF_ROWS.first },
      ],
    },
    rows: rowsOf(view),
  }
}

function rowsOf({ state, everybody, systemOrder }: OfficeView): TableRow[] {
  const place = new Map(systemOrder.map((system, i) => [system, i]))
  const rows = everybody.flatMap(({ id, name, system }) =>
    findingsOverTime(unitWeeksOfFindings(state, id)).map(({ week, findings }) => {
      const { 'put-right': gone, ...open } = countStates(findings)
      const found = open.new + open['still-open'] + open['came-back']
      return { week, left: open['still-open'] + open['came-back'], place: place.get(system) ?? Infinity, row: { key: `${week}|${id}`, values: { week, system, unit: name, found, ...open, 'put-right': gone } } }
    }),
  )
  return rows.sort((a, b) => b.week - a.week || b.left - a.left || b.row.values.found - a.row.values.found || (a.place === b.place ? 0 : a.place - b.place)).map(({ row }) => row)
}
