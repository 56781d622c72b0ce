import type { FileVerdict } from '../../../domain/ranking/verdict'
import type { Table } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeView } from '../view'
import { noteColumn, unitColumn } from './subject-columns'

/** Every file that came for the week, what was decided on it, why, and what to do. Those that need somebody first. */
export function filesTable(view: OfficeView): Table {
  const { say } = view
  return {
    design: {
      id: 'files',
      prepared: Math.ceil(view.everybody.length * 1.3) + 20,
      columns: [
        { id: 'file', heading: say('office/file'), width: 36, look: 'long', whenStale: 'keep' },
        { id: 'decision', heading: say('office/decision'), width: 12, look: 'center' },
        unitColumn(view, 24, 'text'),
        { id: 'week', heading: say('office/said-week'), width: 9, look: 'count' },
        { id: 'stamp', heading: say('office/stamp'), width: 19, look: 'center' },
        { id: 'score', heading: say('office/score'), width: 9, look: 'mark' },
        { id: 'why', heading: say('office/why'), width: 48, look: 'long' },
        { id: 'fix', heading: say('office/fix'), width: 48, look: 'long' },
        noteColumn(say, 20),
      ],
      conditions: ({ area, cell }) => {
        const row = area('file', 'fix')
        const is = (decision: FileVerdict['decision']) => `${cell('decision')}="${say(`office/decision-${decision}`)}"`
        return [
          { kind: 'formula', area: row, formula: `OR(${is('rejected')},${is('unreadable')})`, format: { ...MARKS_OF_ROWS.last, bold: false } },
          { kind: 'formula', area: row, formula: `OR(${is('superseded')},${is('duplicate')},${is('ignored')})`, format: MARKS_OF_ROWS.absent },
        ]
      },
    },
    rows: [...(view.week?.verdicts ?? [])].sort((a, b) => URGENCY.indexOf(a.decision) - URGENCY.indexOf(b.decision) || (a.file < b.file ? -1 : 1)).map((verdict) => ({
      key: verdict.file,
      values: {
        file: verdict.file,
        decision: say(`office/decision-${verdict.decision}`),
        unit: verdict.unit === undefined ? null : view.nameOf(verdict.unit),
        week: verdict.week ?? null,
        stamp: verdict.stamp?.slice(0, 16).replace('T', ' ') ?? null,
        // Of the return that counts, with what its group adds to it.
        score: (verdict.decision === 'counted' && verdict.unit !== undefined ? view.entry(view.week?.week ?? 0, verdict.unit)?.score : undefined) ?? verdict.score ?? null,
        why: verdict.reasons.map(({ code, params }) => say(code, params)).join('\n'),
        fix: verdict.reasons.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code, params }) => say(`${code}.fix`, params)).join('\n'),
      },
    })),
  }
}

const URGENCY: readonly FileVerdict['decision'][] = ['unreadable', 'rejected', 'ignored', 'counted', 'superseded', 'duplicate']
