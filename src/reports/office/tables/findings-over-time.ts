import { countStates, findingsOverTime, type KeptFindings } from '../../../domain/oversight/findings-over-time'
import type { Table, TableRow } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import { findingsKey, type OfficeState } from '../state'
import type { OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

/** A unit's findings week by week, up to a week; absent in weeks without a valid return of its own. */
export function unitWeeksOfFindings({ entries, findings }: Pick<OfficeState, 'entries' | 'findings'>, unit: string, upTo = Infinity): { readonly week: number; readonly findings?: readonly KeptFindings[] }[] {
  return entries
    .filter((entry) => entry.unit === unit && entry.week <= upTo)
    .map(({ week, outcome }) => ({ week, ...(outcome === 'valid' && { findings: findings.get(findingsKey(week, unit)) ?? [] }) }))
}

/** What became of each unit's findings from week to week: the latest week first, in it those with most still open. */
export function findingsOverTimeTable(view: OfficeView): Table {
  const { say, everybody } = view
  return {
    design: {
      id: 'findings-over-time',
      prepared: everybody.length,
      columns: [
        { id: 'week', heading: say('office/week'), width: 8, look: 'count', whenStale: 'keep' },
        systemColumn(view, 18),
        unitColumn(view, 26),
        { id: 'found', heading: say('findings-over-time/found'), width: 10, look: 'count' },
        { id: 'new', heading: say('findings-over-time/new'), width: 10, look: 'count' },
        { id: 'still-open', heading: say('findings-over-time/still-open'), width: 10, look: 'count' },
        { id: 'came-back', heading: say('findings-over-time/came-back'), width: 10, look: 'count' },
        { id: 'put-right', heading: say('findings-over-time/put-right'), width: 10, look: 'count' },
        noteColumn(say, 28),
      ],
      conditions: ({ area, cell }) => [
        { kind: 'formula', area: area('came-back'), formula: `N(${cell('came-back')})>0`, format: MARKS_OF_ROWS.doubt },
        { kind: 'formula', area: area('put-right'), formula: `N(${cell('put-right')})>0`, format: MARKS_OF_ROWS.first },
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
