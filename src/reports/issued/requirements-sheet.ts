/** What is asked, clause by clause: the directive's words, the measure, its target and date, where to fill it in, what follows. */
import { quoteSheetName } from '../../workbook/address'
import type { Area } from '../../workbook/model'
import type { CellSpec, ColumnSpec, LinkSpec, RowSpec, SheetSpec, Style } from '../../workbook/spec'
import { consequenceRows } from './consequence-rows'
import { COLORS, STYLES } from './look'
import { layoutOf, type Making } from './making'
import { printSetup } from './print-setup'
import { requirementsOf, type Requirement } from './requirements'
import { linesOf, rowHeight } from './text-measure'

const COLUMNS: readonly ColumnSpec[] = [{ width: 7 }, { width: 38 }, { width: 30 }, { width: 20 }, { width: 26 }, { width: 13 }, { width: 22 }, { width: 16 }]
const LAST = COLUMNS.length
const HEADINGS = ['clause', 'quote', 'says', 'measure', 'target', 'due', 'where', 'otherwise'] as const
const CENTER = { ...STYLES.center }
const QUOTE: Style = { ...STYLES.value, font: { color: COLORS.muted } }

export function requirementsSheet(making: Making): SheetSpec {
  const { say, text, definition } = making
  const intro = say(definition.source ? 'sheet/requirements-intro' : 'sheet/requirements-intro-plain', { source: definition.source ? text(definition.source) : '', issuer: text(definition.issuer) })
  const rows: RowSpec[] = [
    { row: 1, height: 33, cells: [{ column: 1, value: making.sheetNames.requirements, style: STYLES.title }] },
    { row: 2, height: rowHeight(linesOf(intro, 160)), cells: [{ column: 1, value: intro, style: STYLES.fill }] },
    { row: 3, height: 24, cells: HEADINGS.map((heading, at) => ({ column: at + 1, value: say(`sheet/${heading}`), style: STYLES.heading })) },
  ]
  const merges: Area[] = [1, 2].map((row) => ({ top: row, bottom: row, left: 1, right: LAST }))
  const links: LinkSpec[] = []
  for (const group of byClause(requirementsOf(making))) {
    const first = rows.length + 1
    rows.push(...clauseRows(making, group, first))
    group.forEach(({ form }, at) => links.push({ row: first + at, column: 7, location: `${quoteSheetName(layoutOf(making, form).sheet)}!A1` }))
  }
  const after = consequenceRows(making, rows.length + 1, COLUMNS)
  return {
    name: making.sheetNames.requirements,
    tabColor: COLORS.link,
    columns: COLUMNS,
    rows: [...rows, ...after.rows],
    merges: [...merges, ...after.merges],
    links,
    freeze: { rows: 3, columns: 0 },
    protection: { allow: ['formatCells', 'formatColumns', 'formatRows'] },
    print: printSetup(making, { columns: COLUMNS, repeat: [3, 3], area: { top: 1, left: 1, bottom: rows.length + after.rows.length, right: LAST } }),
    showGridLines: false,
  }
}

function byClause(requirements: readonly Requirement[]): Requirement[][] {
  const groups: Requirement[][] = []
  for (const one of requirements) {
    const last = groups[groups.length - 1]
    if (last && last[0]?.clause === one.clause) last.push(one)
    else groups.push([one])
  }
  return groups
}

/** The clause stands in the first row of its measures. Merged cells would be cut off where a page ends. */
function clauseRows(making: Making, group: readonly Requirement[], first: number): RowSpec[] {
  const clause = making.definition.clauses[group[0]?.clause ?? '']
  if (!clause) return []
  const says = making.text(clause.says) + (clause.ours ? making.say('sheet/ours') : '')
  const quote = clause.quote === undefined ? '—' : making.say('sheet/quoted', { quote: clause.quote })
  const texts = group.map((one) => measureTexts(making, one))
  const own = texts.map((cells) => Math.max(...cells.map((value, at) => linesOf(value, COLUMNS[at + 3]?.width ?? 10))))
  const needed = Math.max(linesOf(quote, COLUMNS[1]?.width ?? 10), linesOf(says, COLUMNS[2]?.width ?? 10))
  return texts.map((cells, at): RowSpec => ({
    row: first + at,
    height: rowHeight(Math.max(own[at] ?? 1, at === 0 ? needed : 1)),
    cells: [
      { column: 1, ...(at === 0 && { value: group[0]?.clause ?? '' }), style: CENTER },
      { column: 2, ...(at === 0 && { value: quote }), style: QUOTE },
      { column: 3, ...(at === 0 && { value: says }), style: STYLES.value },
      ...cells.map((value, index): CellSpec => ({ column: index + 4, value, style: index === 3 ? STYLES.link : index === 2 ? CENTER : STYLES.value })),
    ],
  }))
}

/** Measure, target, due date, sheet, consequence. */
function measureTexts(making: Making, { measure, form }: Requirement): string[] {
  const { say, text, definition, amounts } = making
  const sheet = layoutOf(making, form).sheet
  if (!measure) return ['—', say('sheet/as-the-sheet-asks'), '—', sheet, '—']
  const remedies = measure.definition.remedies.map((id) => definition.consequences[id]).flatMap((one) => (one ? [text(one.title)] : []))
  return [text(measure.definition.title), amounts.target(measure), amounts.due(measure), sheet, remedies.join(making.say('sheet/comma')) || say('sheet/in-the-score')]
}
