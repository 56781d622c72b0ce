import { findingText } from '../../../domain/returns/finding-text'
import { groupKey } from '../finding-groups'
import type { Table } from '../keyed-table'
import { COLORS } from '../../issued/look'
import { LINE } from '../office-look'
import { findingsKey } from '../state'
import type { OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

/** Cells and names that are listed before the rest is only counted. */
const LISTED = 12

/** What is wrong in the returns that count this week, by unit; the same thing on many rows is one line. */
export function findingsTable(view: OfficeView): Table {
  const { say, week } = view
  return {
    design: {
      id: 'findings',
      prepared: view.everybody.length * 12,
      columns: [
        systemColumn(view, 16),
        unitColumn(view, 24),
        { id: 'severity', heading: say('office/severity'), width: 9, look: 'center' },
        { id: 'sheet', heading: say('office/sheet'), width: 16, look: 'text', whenStale: 'keep' },
        { id: 'cells', heading: say('office/cells'), width: 22, look: 'long', whenStale: 'keep' },
        { id: 'count', heading: say('office/count'), width: 7, look: 'count' },
        { id: 'subjects', heading: say('office/subjects'), width: 24, look: 'long' },
        { id: 'what', heading: say('office/what'), width: 46, look: 'long', whenStale: 'keep' },
        { id: 'fix', heading: say('office/fix'), width: 40, look: 'long' },
        { id: 'clause', heading: say('office/clause'), width: 8, look: 'code' },
        { id: 'state', heading: say('office/state'), width: 10, look: 'center', whenStale: { value: say('office/finding-gone') } },
        noteColumn(say, 20),
      ],
      conditions: ({ area, cell }) =>
        (['error', 'warning', 'query'] as const).map((severity) => ({
          kind: 'formula' as const,
          area: area('severity'),
          formula: `${cell('severity')}="${say(`office/severity-${severity}`)}"`,
          format: { fill: COLORS[severity].fill, color: COLORS[severity].text, bold: severity === 'error', border: LINE },
        })),
    },
    rows: view.everybody.flatMap((one) =>
      (week ? (view.state.findings.get(findingsKey(week.week, one.id)) ?? []) : []).map((group) => {
        const { message, fix } = findingText(group.first, say, view.language)
        return {
          key: `${one.id}|${groupKey(group.first)}`,
          values: {
            system: one.system,
            unit: one.name,
            severity: say(`office/severity-${group.first.severity}`),
            sheet: group.first.sheet ?? null,
            cells: listed(view, group.cells),
            count: group.count,
            subjects: listed(view, group.subjects),
            what: message,
            fix,
            clause: group.first.clause ?? null,
            state: say('office/finding-open'),
          },
        }
      }),
    ),
  }
}

function listed({ say }: OfficeView, items: readonly string[]): string {
  const shown = items.slice(0, LISTED).join(say('office/comma'))
  return items.length > LISTED ? say('office/and-more', { shown, more: items.length - LISTED }) : shown
}
