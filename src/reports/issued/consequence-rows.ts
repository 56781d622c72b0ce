/** How units are ranked and what follows from it: the second part of the requirements sheet. */
import type { ConsequenceDefinition } from '../../domain/campaign/schema'
import type { Area } from '../../workbook/model'
import type { CellSpec, ColumnSpec, RowSpec } from '../../workbook/spec'
import { STYLES } from './look'
import type { Making } from './making'
import { linesOf, rowHeight } from './text-measure'

/** Clause · what happens · when · what it asks, over the columns of the requirements. */
const SPANS = [[1, 1], [2, 2], [3, 5], [6, 8]] as const

export function consequenceRows(making: Making, first: number, columns: readonly ColumnSpec[]): { rows: RowSpec[]; merges: Area[] } {
  const { say, text, definition } = making
  const owed = Object.entries(definition.consequences).filter(([id, { of }]) => (making.kind === 'group' ? of === 'group' || (of === 'unit' && usedHere(making, id)) : of !== 'group'))
  if (owed.length === 0) return { rows: [], merges: [] }
  const rows: RowSpec[] = [
    { row: first, height: 12, cells: [] },
    { row: first + 1, height: 26, cells: [{ column: 1, value: say('sheet/consequences'), style: STYLES.section }] },
    line(first + 2, ['sheet/clause', 'sheet/consequence', 'sheet/when', 'sheet/asked-then'].map((key) => say(key)), columns, true),
    ...owed.map(([id, consequence], at) => line(first + 3 + at, [consequence.clauses.join(making.say('sheet/comma')), text(consequence.title), when(making, id, consequence), text(consequence.asks)], columns, false)),
  ]
  const merges = rows.slice(2).flatMap(({ row }) => SPANS.filter(([left, right]) => right > left).map(([left, right]) => ({ top: row, bottom: row, left, right })))
  return { rows, merges: [{ top: first + 1, bottom: first + 1, left: 1, right: columns.length }, ...merges] }
}

/** A measure that is filled in here can entail it. */
function usedHere(making: Making, consequence: string): boolean {
  return Object.values(making.definition.measures).some(({ at, remedies }) => remedies.includes(consequence) && making.layouts.some(({ form }) => form === at.split('.')[0]))
}

function when(making: Making, id: string, { trigger }: ConsequenceDefinition): string {
  const { say, text, definition, campaign } = making
  if (trigger.on === 'last') {
    const weeks = campaign.lastWeeks.get(id) ?? 1
    return say(weeks === 1 ? 'sheet/when-last' : 'sheet/when-last-running', { n: weeks, within: text(definition.terms.system) })
  }
  const measures = Object.values(definition.measures).filter(({ remedies }) => remedies.includes(id)).map(({ title }) => text(title))
  return say('sheet/when-short', { measures: measures.join(making.say('sheet/comma')) })
}

function line(row: number, texts: readonly string[], columns: readonly ColumnSpec[], heading: boolean): RowSpec {
  const lines = texts.map((value, at) => {
    const [left, right] = SPANS[at] ?? [1, 1]
    return linesOf(value, columns.slice(left - 1, right).reduce((sum, { width }) => sum + width, 0))
  })
  const cells = texts.flatMap((value, at): CellSpec[] => {
    const [left, right] = SPANS[at] ?? [1, 1]
    const style = heading ? STYLES.heading : at === 0 ? STYLES.center : STYLES.value
    return Array.from({ length: right - left + 1 }, (_, offset) => ({ column: left + offset, style, ...(offset === 0 && { value }) }))
  })
  return { row, height: rowHeight(Math.max(...lines)), cells }
}
