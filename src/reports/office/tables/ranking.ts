import type { Standing } from '../../../domain/ranking/ledger'
import type { Table, TableDesign, TableRow } from '../keyed-table'
import { BAR, MARKS_OF_ROWS } from '../office-look'
import { outcomeWord, shortReason, type OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'
import { doubtTexts } from '../../../domain/ranking/doubt-texts'

/** The week's ranking within systems: who is where, who is last, for how long, and what is doubtful about it. */
export function rankingTable(view: OfficeView): Table {
  return { design: rankingDesign(view), rows: view.week ? rowsOf(view, view.week.week) : [] }
}

function rankingDesign(view: OfficeView): TableDesign {
  const { say, state } = view
  return {
    id: 'ranking',
    prepared: state.registry.units.length + 20,
    columns: [
      { id: 'band', heading: '', width: 4, look: 'machine' },
      systemColumn(view, 18),
      { id: 'rank', heading: say('office/rank'), width: 7, look: 'count' },
      unitColumn(view, 28),
      { id: 'score', heading: say('office/score'), width: 16, look: 'score' },
      { id: 'movement', heading: say('office/movement'), width: 9, look: 'movement' },
      { id: 'outcome', heading: say('office/outcome'), width: 9, look: 'center', whenStale: { value: say('office/no-longer-registered') } },
      { id: 'last', heading: say('office/last'), width: 8, look: 'center' },
      { id: 'streak', heading: say('office/streak'), width: 10, look: 'count' },
      { id: 'remark', heading: say('office/remark'), width: 40, look: 'long' },
      noteColumn(say, 24),
    ],
    conditions: ({ area, cell, letters, firstRow }) => [
      { kind: 'bar', area: area('score'), color: BAR, min: 0, max: 100 },
      { kind: 'formula', area: area('rank', 'remark'), formula: `${cell('last')}="${say('office/last-yes')}"`, format: MARKS_OF_ROWS.last },
      { kind: 'formula', area: area('rank', 'remark'), formula: `AND(${cell('unit')}<>"",${cell('outcome')}<>"",${cell('outcome')}<>"${outcomeWord(say, 'valid')}")`, format: MARKS_OF_ROWS.absent },
      { kind: 'formula', area: area('rank', 'unit'), formula: `${cell('rank')}=1`, format: MARKS_OF_ROWS.first },
      { kind: 'formula', area: area('system'), formula: `AND(${cell('system')}<>"",${cell('system')}=$${letters('system')}${firstRow - 1})`, format: MARKS_OF_ROWS.repeated },
      { kind: 'formula', area: area('system', 'note'), formula: `${cell('band')}=1`, format: MARKS_OF_ROWS.band },
    ],
  }
}

function rowsOf(view: OfficeView, week: number): TableRow[] {
  const order = new Map(view.systemOrder.map((system, i) => [system, i]))
  const listed = new Map(view.everybody.map(({ id }, i) => [id, i]))
  const standings = view.history.standings
    .filter((standing) => standing.week === week)
    .sort((a, b) => (order.get(a.system) ?? 0) - (order.get(b.system) ?? 0) || a.rank - b.rank || (listed.get(a.unit) ?? Infinity) - (listed.get(b.unit) ?? Infinity))
  return standings.map((standing) => ({
    key: standing.unit,
    values: {
      band: (order.get(standing.system) ?? 0) % 2,
      system: standing.system,
      rank: standing.outcome === 'valid' ? standing.rank : null,
      unit: view.nameOf(standing.unit),
      score: standing.score ?? null,
      movement: standing.movement ?? null,
      outcome: outcomeWord(view.say, standing.outcome),
      last: standing.last ? view.say('office/last-yes') : null,
      streak: standing.streak || null,
      remark: remarkOf(view, standing),
    },
  }))
}

/** Why not submitted; which weeks last; what keeps the streak from being asserted. */
function remarkOf(view: OfficeView, standing: Standing): string {
  const { say } = view
  const parts: string[] = []
  const reason = view.entry(standing.week, standing.unit)?.reason
  if (standing.outcome === 'rejected' && reason !== undefined) parts.push(shortReason(say, reason))
  if (standing.outcome === 'valid' && standing.tied) parts.push(say('office/tied'))
  const plain = view.unwaived(standing.week, standing.unit)
  if (plain?.score !== undefined) parts.push(say('office/without-waivers', { score: plain.score, rank: plain.rank }))
  if (standing.streak > 1) parts.push(say('office/streak-weeks', { weeks: standing.streakWeeks.join(say('office/comma')) }))
  parts.push(...doubtTexts(standing.doubts, say))
  return parts.join(say('office/semicolon'))
}
