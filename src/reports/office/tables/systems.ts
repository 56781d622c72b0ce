import type { SystemStanding } from '../../../domain/ranking/system-standings'
import type { Table, TableRow } from '../keyed-table'
import { BAR, MARKS_OF_ROWS } from '../office-look'
import type { OfficeView } from '../view'
import { noteColumn, systemColumn } from './subject-columns'

/** The systems against each other. No consequence hangs on it: units are ranked within their system. */
export function systemsTable(view: OfficeView): Table {
  const { say } = view
  return {
    design: {
      id: 'systems',
      prepared: view.systemOrder.length + 5,
      columns: [
        { id: 'rank', heading: say('office/rank'), width: 7, look: 'count' },
        systemColumn(view, 20, 'name'),
        { id: 'mean', heading: say('office/mean'), width: 16, look: 'score' },
        { id: 'weighted', heading: say('office/weighted-mean'), width: 12, look: 'score' },
        { id: 'movement', heading: say('office/movement'), width: 9, look: 'movement' },
        { id: 'units', heading: say('office/units'), width: 9, look: 'count' },
        { id: 'valid', heading: say('office/outcome-valid'), width: 9, look: 'count' },
        { id: 'missing', heading: say('office/outcome-missing'), width: 9, look: 'count' },
        { id: 'rejected', heading: say('office/outcome-rejected'), width: 9, look: 'count' },
        { id: 'submitted', heading: say('office/submitted-share'), width: 10, look: 'percent' },
        { id: 'first', heading: say('office/first-unit'), width: 24, look: 'text' },
        { id: 'last', heading: say('office/last-unit'), width: 24, look: 'text' },
        noteColumn(say, 20),
      ],
      conditions: ({ area, cell }) => [
        { kind: 'bar', area: area('mean'), color: BAR, min: 0, max: 100 },
        { kind: 'formula', area: area('submitted'), formula: `AND(${cell('submitted')}<>"",${cell('submitted')}<1)`, format: MARKS_OF_ROWS.doubt },
      ],
    },
    rows: systemRows(view),
  }
}

/** The systems in the week that is shown, a row each. */
export function systemRows(view: OfficeView): TableRow[] {
  const week = view.week?.week
  return view.systems
    .filter((row) => row.week === week)
    .map((row) => ({
      key: row.system === '' ? '?' : row.system,
      values: {
        rank: row.mean === undefined ? null : row.rank,
        system: row.system,
        mean: row.mean ?? null,
        weighted: row.weightedMean ?? null,
        movement: row.movement ?? null,
        units: row.units,
        valid: row.valid,
        missing: row.missing,
        rejected: row.rejected,
        submitted: row.submitted,
        of: `${row.valid} / ${row.units}`,
        first: unitsAt(view, row, (standing) => standing.rank === 1 && standing.outcome === 'valid'),
        last: unitsAt(view, row, (standing) => standing.last),
        absent: unitsAt(view, row, (standing) => standing.outcome !== 'valid'),
      },
    }))
}

function unitsAt(view: OfficeView, row: SystemStanding, which: (standing: OfficeView['history']['standings'][number]) => boolean): string {
  return view.history.standings
    .filter((standing) => standing.week === row.week && standing.system === row.system && which(standing))
    .map(({ unit }) => view.nameOf(unit))
    .join(view.say('office/comma'))
}
