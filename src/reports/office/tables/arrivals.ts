import { rollOf, type RollOfSystem } from '../../../domain/ranking/arrivals'
import type { Table, TableRow } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeView } from '../view'
import { systemColumn } from './subject-columns'

/** The roll of the week by system: a line for all, one for each system with who is missing, and under it one for each day with who came. */
export function arrivalsTable(view: OfficeView): Table {
  const { say, week } = view
  const roll = week ? rollOf(view.state.entries.filter((entry) => entry.week === week.week), week.verdicts) : []
  const units = roll.filter(({ system }) => system !== '')
  return {
    design: {
      id: 'arrivals',
      prepared: view.systemOrder.length * 4 + 10,
      columns: [
        systemColumn(view, 20, 'name'),
        { id: 'day', heading: say('arrivals/day'), width: 13, look: 'center', whenStale: 'keep' },
        ...(['expected', 'received', 'valid', 'late', 'rejected', 'missing'] as const).map((id) => ({ id, heading: say(`arrivals/${id}`), width: 9, look: 'count' as const })),
        { id: 'units', heading: say('arrivals/who'), width: 90, look: 'long' },
      ],
      conditions: ({ area, cell }) => {
        const some = (id: string) => `N(${cell(id)})>0`
        return [
          { kind: 'formula', area: area('missing'), formula: some('missing'), format: MARKS_OF_ROWS.absent },
          { kind: 'formula', area: area('rejected'), formula: some('rejected'), format: MARKS_OF_ROWS.doubt },
          { kind: 'formula', area: area('late'), formula: some('late'), format: MARKS_OF_ROWS.doubt },
        ]
      },
    },
    rows: [...(units.length > 0 ? [wholeRow(view, units)] : []), ...roll.flatMap((one) => systemRows(view, one))],
  }
}

const FIGURES = ['expected', 'received', 'valid', 'late', 'rejected', 'missing'] as const

function wholeRow({ say }: OfficeView, units: readonly RollOfSystem[]): TableRow {
  return { key: 'all', values: { system: say('arrivals/all'), day: say('arrivals/whole-week'), ...Object.fromEntries(FIGURES.map((id) => [id, units.reduce((sum, one) => sum + one[id], 0)])) } }
}

function systemRows({ say, text, campaign, nameOf }: OfficeView, roll: RollOfSystem): TableRow[] {
  const system = roll.system === '' ? text(campaign.definition.terms.group) : roll.system
  const names = (ids: readonly string[]) => ids.map(nameOf).join(say('office/comma'))
  const missing = roll.missingUnits.length === 0 ? null : say('arrivals/missing-units', { units: names(roll.missingUnits) })
  return [
    { key: `system|${roll.system}`, values: { system, day: say('arrivals/whole-week'), ...Object.fromEntries(FIGURES.map((id) => [id, roll[id]])), units: missing } },
    ...roll.days.map(({ day, units, late }): TableRow => ({
      key: `system|${roll.system}|${day}`,
      values: { system, day: day === '' ? say('arrivals/unknown-day') : day, received: units.length, valid: units.length, late: late.length, units: names(units) },
    })),
  ]
}
