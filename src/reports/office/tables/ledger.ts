import type { Table, TableValue } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import { outcomeWord, shortReason, type OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

/** What counted for each unit in each week, and what its score is made of. A view: the record itself is in the hidden store. */
export function ledgerTable(view: OfficeView): Table {
  const { say, text, campaign } = view
  const { indicators, adjustments } = campaign.definition
  const unitIndicators = campaign.indicators.filter((indicator) => indicator.in === 'unit').map(({ id }) => id)
  return {
    design: {
      id: 'ledger',
      prepared: view.everybody.length * Math.min(campaign.calendar.weeks, 6) + 20,
      columns: [
        { id: 'week', heading: say('office/week'), width: 7, look: 'count', whenStale: 'keep' },
        systemColumn(view, 16),
        { id: 'id', heading: say('office/id'), width: 9, look: 'code', whenStale: 'keep' },
        unitColumn(view, 24),
        { id: 'headcount', heading: say('office/headcount'), width: 8, look: 'count' },
        { id: 'outcome', heading: say('office/outcome'), width: 9, look: 'center' },
        { id: 'score', heading: say('office/score'), width: 9, look: 'score' },
        ...unitIndicators.map((id) => ({ id: `indicator-${id}`, heading: text(indicators[id]?.title ?? { zh: id, en: id }), width: 9, look: 'percent' as const })),
        ...Object.keys(adjustments).map((id) => ({ id: `adjustment-${id}`, heading: text(adjustments[id]?.title ?? { zh: id, en: id }), width: 9, look: 'mark' as const })),
        { id: 'rows', heading: say('office/rows'), width: 8, look: 'count' },
        { id: 'errors', heading: say('office/errors'), width: 7, look: 'count' },
        { id: 'stamp', heading: say('office/stamp'), width: 19, look: 'center' },
        { id: 'file', heading: say('office/file'), width: 28, look: 'text' },
        { id: 'rules', heading: say('office/rules'), width: 24, look: 'code' },
        { id: 'content', heading: say('office/content'), width: 14, look: 'code' },
        noteColumn(say, 20),
      ],
      conditions: ({ area, cell }) => [
        {
          kind: 'formula',
          area: area('week', 'content'),
          formula: `AND(${cell('outcome')}<>"",${cell('outcome')}<>"${outcomeWord(say, 'valid')}")`,
          format: MARKS_OF_ROWS.absent,
        },
      ],
    },
    rows: entriesInOrder(view).map((entry) => {
      const parts: [string, TableValue][] = [
        ...entry.indicators.map(({ indicator, attainment }): [string, TableValue] => [`indicator-${indicator}`, attainment ?? null]),
        ...entry.adjustments.map(({ adjustment, points }): [string, TableValue] => [`adjustment-${adjustment}`, points === 0 ? null : points]),
      ]
      return {
        key: `${entry.week}|${entry.kind}|${entry.unit}`,
        values: {
          week: entry.week,
          system: entry.kind === 'group' ? text(campaign.definition.terms.group) : entry.system,
          id: entry.unit,
          unit: view.nameOf(entry.unit),
          headcount: entry.kind === 'group' ? null : entry.headcount,
          outcome: outcomeWord(say, entry.outcome),
          score: entry.score ?? null,
          ...Object.fromEntries(parts),
          rows: entry.rows ?? null,
          errors: entry.counts?.errors ?? null,
          stamp: entry.stamp?.slice(0, 16).replace('T', ' ') ?? null,
          file: entry.file?.replace(/^.*[\\/]/, '') ?? (entry.outcome === 'rejected' && entry.reason !== undefined ? shortReason(say, entry.reason) : null),
          rules: entry.rules,
          content: entry.content?.slice(0, 12) ?? null,
        },
      }
    }),
  }
}

/** Newest week first; within a week the registry's order. */
function entriesInOrder(view: OfficeView) {
  const order = new Map(view.everybody.map(({ id }, i) => [id, i]))
  return [...view.state.entries].sort((a, b) => b.week - a.week || (order.get(a.unit) ?? Infinity) - (order.get(b.unit) ?? Infinity) || (a.unit < b.unit ? -1 : 1))
}
