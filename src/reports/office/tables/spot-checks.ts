import { standingRounds, withResult, type SpotCheckResult, type SpotCheckRound } from '../../../domain/oversight/spot-checks'
import { isoOfSerial } from '../../../domain/returns/serial'
import type { Say } from '../../../domain/text'
import { address } from '../../../workbook/address'
import type { Cell } from '../../../workbook/model'
import type { Table } from '../keyed-table'
import { cellIn, tableRows, textOf, type LocatedTable } from '../locate-tables'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeTrouble } from '../trouble'
import type { OfficeView } from '../view'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

/** The answers a person may give to a spot check, in the order they are offered. */
const OUTCOMES = ['passed', 'failed'] as const

/** Row of a unit in a draw; `draw`: its place among all that are recorded, from 0. They are only ever added to. */
export const spotCheckKey = (draw: number, unit: string): string => `spot|${draw}|${unit}`

/** Every draw there has been, the latest first; one that was drawn again stays, marked so. Results stand in the last columns and are people's. */
export function spotChecksTable(view: OfficeView): Table {
  const { say, campaign, state } = view
  const standing = new Set(standingRounds(state.spotChecks))
  const most = campaign.spotChecks?.most ?? 0
  return {
    design: {
      id: 'spot-checks',
      prepared: Math.max(1, view.systemOrder.length * most * 2),
      columns: [
        { id: 'round', heading: say('spot-check/round'), width: 7, look: 'count', whenStale: 'keep' },
        systemColumn(view, 16),
        unitColumn(view, 26),
        { id: 'state', heading: say('office/state'), width: 12, look: 'center' },
        { id: 'drawn', heading: say('spot-check/drawn-at'), width: 20, look: 'center' },
        { id: 'drawn-by', heading: say('spot-check/drawn-by'), width: 10, look: 'center' },
        { id: 'seed', heading: say('spot-check/seed-heading'), width: 12, look: 'code' },
        { id: 'reason', heading: say('spot-check/reason'), width: 26, look: 'long' },
        { id: 'result', heading: say('spot-check/result'), width: 10, look: 'center', person: true, choices: OUTCOMES.map((outcome) => say(`spot-check/${outcome}`)) },
        { id: 'by', heading: say('spot-check/checked-by'), width: 10, look: 'center', person: true },
        { id: 'on', heading: say('office/decided-on'), width: 12, look: 'date', person: true },
        noteColumn(say, 26),
      ],
      conditions: ({ area, cell }) => {
        const result = area('result')
        const is = (id: string, word: string) => `${cell(id)}="${say(word)}"`
        return [
          { kind: 'formula', area: area('round', 'reason'), formula: is('state', 'spot-check/replaced'), format: MARKS_OF_ROWS.absent },
          { kind: 'formula', area: result, formula: is('result', 'spot-check/failed'), format: MARKS_OF_ROWS.last },
          { kind: 'formula', area: result, formula: is('result', 'spot-check/passed'), format: MARKS_OF_ROWS.first },
        ]
      },
    },
    rows: state.spotChecks
      .map((round, draw) => ({ round, draw }))
      .reverse()
      .flatMap(({ round, draw }) =>
        round.units.map(({ unit, system }) => ({
          key: spotCheckKey(draw, unit),
          values: {
            round: round.round,
            system,
            unit: view.nameOf(unit),
            state: say(standing.has(round) ? 'spot-check/stands' : 'spot-check/replaced'),
            drawn: round.drawnAt.slice(0, 16).replace('T', ' '),
            'drawn-by': round.drawnBy,
            seed: String(round.seed),
            reason: round.reason ?? null,
          },
        })),
      ),
  }
}

/**
 * The recorded draws with the results that people entered. A draw that was drawn again takes none.
 * Codes: `office/bad-spot-check` (no answer that is offered) · `office/spot-check-without-name`. A row with trouble says nothing.
 */
export function readSpotChecks(table: LocatedTable | undefined, recorded: readonly SpotCheckRound[], say: Say, troubles: OfficeTrouble[]): readonly SpotCheckRound[] {
  if (!table) return recorded
  const rows = new Map(tableRows(table).map(({ row, key }) => [key, row]))
  const standing = new Set(standingRounds(recorded))
  let rounds = recorded
  for (const [draw, round] of recorded.entries()) {
    if (!standing.has(round)) continue
    for (const { unit } of round.units) {
      const row = rows.get(spotCheckKey(draw, unit))
      if (!row) continue
      const text = (id: string) => textOf(cellIn(row, table.columns.get(id)))
      const written = text('result')
      if (written === '') continue
      const outcome = OUTCOMES.find((one) => say(`spot-check/${one}`) === written)
      const trouble = (code: string, column: string) => troubles.push({ code, severity: 'error', sheet: table.sheet.name, cell: address(row.row, table.columns.get(column) ?? 1), params: { unit: text('unit') || unit, value: written } })
      if (!outcome) trouble('office/bad-spot-check', 'result')
      else if (text('by') === '') trouble('office/spot-check-without-name', 'by')
      else rounds = withResult(rounds, round.round, unit, resultOf(outcome, text('by'), cellIn(row, table.columns.get('on')), text('note')))
    }
  }
  return rounds
}

function resultOf(outcome: SpotCheckResult['outcome'], by: string, on: Cell | undefined, note: string): SpotCheckResult {
  return { outcome, by, on: dayOf(on), note }
}

/** A date as people type it; what is no date stays as it is written. */
export function dayOf(cell: Cell | undefined): string {
  return typeof cell?.value === 'number' ? (isoOfSerial(cell.value) ?? '') : textOf(cell)
}
