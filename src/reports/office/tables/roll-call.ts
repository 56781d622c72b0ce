import type { Table, TableValue } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import { outcomeWord, shortReason, type OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

/** Who submitted, week by week, and what became of this week's return. System by system, in the registry's order. */
export function rollCallTable(view: OfficeView): Table {
  const { say, text, campaign } = view
  const weeks = Array.from({ length: campaign.calendar.weeks }, (_, i) => i + 1)
  const weekId = (week: number) => `w${week}`
  return {
    design: {
      id: 'roll-call',
      prepared: view.everybody.length + 20,
      columns: [
        systemColumn(view, 16),
        unitColumn(view, 26),
        ...weeks.map((week) => ({ id: weekId(week), heading: say('office/week-n', { week }), width: 8, look: 'mark' as const })),
        { id: 'outcome', heading: say('office/this-week'), width: 9, look: 'center', whenStale: { value: say('office/no-longer-registered') } },
        { id: 'errors', heading: say('office/errors'), width: 7, look: 'count' },
        { id: 'warnings', heading: say('office/warnings'), width: 9, look: 'count' },
        { id: 'reason', heading: say('office/reason'), width: 44, look: 'long' },
        { id: 'file', heading: say('office/file'), width: 34, look: 'text' },
        { id: 'liaison', heading: say('office/liaison'), width: 14, look: 'text' },
        { id: 'phone', heading: say('office/phone'), width: 15, look: 'text' },
        noteColumn(say, 20),
      ],
      conditions: ({ area, cell, letters, firstRow }) => {
        const cells = area(weekId(1), 'outcome')
        const first = `${letters(weekId(1))}${firstRow}`
        return [
          { kind: 'formula', area: cells, formula: `${first}="${outcomeWord(say, 'missing')}"`, format: MARKS_OF_ROWS.absent },
          { kind: 'formula', area: cells, formula: `${first}="${outcomeWord(say, 'rejected')}"`, format: MARKS_OF_ROWS.doubt },
          { kind: 'formula', area: area('errors'), formula: `N(${cell('errors')})>0`, format: MARKS_OF_ROWS.alarm },
        ]
      },
    },
    rows: bySystem(view).map((one) => {
      const entry = view.week && view.entry(view.week.week, one.id)
      const unit = view.state.registry.units.find(({ id }) => id === one.id)
      const cells = weeks.map((week): [string, TableValue] => {
        const past = view.entry(week, one.id)
        return [weekId(week), !past ? null : past.outcome === 'valid' ? (past.score ?? null) : outcomeWord(say, past.outcome)]
      })
      return {
        key: one.id,
        values: {
          system: one.kind === 'group' ? text(campaign.definition.terms.group) : one.system,
          unit: one.name,
          ...Object.fromEntries(cells),
          outcome: entry ? outcomeWord(say, entry.outcome) : null,
          errors: entry?.counts?.errors ?? null,
          warnings: entry?.counts?.warnings ?? null,
          reason: reasonOf(view, one.id),
          file: entry?.file?.replace(/^.*[\\/]/, '') ?? null,
          liaison: unit?.liaison ?? null,
          phone: unit?.phone ?? null,
        },
      }
    }),
  }
}

function bySystem(view: OfficeView): OfficeView['everybody'] {
  const order = new Map(view.systemOrder.map((system, i) => [system, i]))
  const place = (one: OfficeView['everybody'][number]) => (one.kind === 'group' ? Infinity : (order.get(one.system) ?? 0))
  return view.everybody.map((one, i) => ({ one, i })).sort((a, b) => (place(a.one) === place(b.one) ? a.i - b.i : place(a.one) - place(b.one))).map(({ one }) => one)
}

/** Why this file counts with remarks, or why none does. */
function reasonOf(view: OfficeView, unit: string): string {
  const { say, week } = view
  const entry = week && view.entry(week.week, unit)
  if (!entry || !week) return ''
  const verdicts = week.verdicts.filter((verdict) => verdict.unit === unit)
  if (entry.outcome === 'valid') {
    const remarks = verdicts.find(({ decision }) => decision === 'counted')?.reasons.slice(1) ?? []
    return remarks.filter(({ severity }) => severity !== 'query').map(({ code, params }) => say(code, params)).join(say('office/semicolon'))
  }
  const refusals = verdicts.filter(({ decision }) => decision === 'rejected').map(({ file, reasons }) => `${file}${say('office/colon')}${say(reasons[0]?.code ?? '', reasons[0]?.params)}`)
  if (refusals.length > 0) return refusals.join('\n')
  return entry.outcome === 'missing' ? '' : shortReason(say, entry.reason ?? '')
}
