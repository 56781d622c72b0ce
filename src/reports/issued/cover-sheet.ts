/** The first sheet: whose workbook it is, which week, what to do, where everything is, what the last check found. */
import { shortDate } from '../../domain/returns/headings'
import { NAMES } from '../../domain/returns/identity'
import type { FormLayout } from '../../domain/returns/layout'
import { address, columnLetters, quoteSheetName } from '../../workbook/address'
import type { Area } from '../../workbook/model'
import type { CellSpec, ColumnSpec, ConditionSpec, LinkSpec, NameSpec, RowSpec, SheetSpec, Style } from '../../workbook/spec'
import { WEEK_DATES, WEEK_NUMBERS } from './list-names'
import { weekFormat } from './lists-sheet'
import { COLORS, FILLED_BY_CHECK, STYLES, required, unlocked } from './look'
import type { Making } from './making'
import { printSetup } from './print-setup'
import { requirementsOf, type Requirement } from './requirements'
import { heightFor } from './text-measure'

const COLUMNS: readonly ColumnSpec[] = [{ width: 24 }, { width: 40 }, { width: 22 }, { width: 36 }]
const WIDTH = 122
const LAST = COLUMNS.length

export function coverSheet(making: Making): { sheet: SheetSpec; names: NameSpec[] } {
  const page = new Page(making)
  heading(page)
  const weekRow = facts(page)
  const results = checkSummary(page)
  steps(page)
  contents(page)
  const name = making.sheetNames.cover
  return {
    sheet: {
      name,
      tabColor: COLORS.link,
      columns: COLUMNS,
      rows: page.rows,
      merges: page.merges,
      links: page.links,
      conditions: resultConditions(results),
      validations: [weekValidation(making, weekRow)],
      protection: { allow: ['formatCells', 'formatColumns', 'formatRows'] },
      // Upright, although it is a little wider than other sheets that are: it all belongs on one page.
      print: { ...printSetup(making, { columns: COLUMNS, area: { top: 1, left: 1, bottom: page.row, right: LAST } }), landscape: false },
      showGridLines: false,
    },
    names: [
      { name: NAMES.week, refersTo: absolute(name, weekRow, 2) },
      ...Object.entries(results).map(([defined, at]) => ({ name: defined, refersTo: absolute(name, at.row, at.column) })),
    ],
  }
}

/** Rows from the top down. */
class Page {
  readonly rows: RowSpec[] = []
  readonly merges: Area[] = []
  readonly links: LinkSpec[] = []
  row = 0

  constructor(readonly making: Making) {}

  add(cells: readonly CellSpec[], height = 22): number {
    this.row++
    this.rows.push({ row: this.row, height, cells })
    return this.row
  }

  /** One text over columns; the cells it covers keep the border. */
  wide(value: string | undefined, style: Style, options: { left?: number; right?: number; height?: number; before?: readonly CellSpec[]; after?: readonly CellSpec[] } = {}): number {
    const { left = 1, right = LAST, before = [], after = [] } = options
    const span = Array.from({ length: right - left + 1 }, (_, at): CellSpec => ({ column: left + at, style, ...(at === 0 && value !== undefined && { value }) }))
    const row = this.add([...before, ...span, ...after], options.height)
    if (right > left) this.merges.push({ top: row, bottom: row, left, right })
    return row
  }

  section(key: string): void {
    this.add([], 10)
    this.wide(this.making.say(key), STYLES.section, { height: 24 })
  }
}

function heading(page: Page): void {
  const { say, text, definition, kind, subject } = page.making
  page.wide(text(definition.title), { ...STYLES.title, font: { bold: true, size: 18 } }, { height: heightFor([[text(definition.title), WIDTH]], 18) + 12 })
  page.wide(say(`sheet/kind-${kind}`, terms(page.making)), { ...STYLES.fill, align: { horizontal: 'center', vertical: 'center' } }, { height: 20 })
  const issuer = text(definition.issuer)
  const handedOut = subject.name ? say('sheet/handed-out', { issuer, name: subject.name }) : say('sheet/handed-out-blank', { issuer })
  page.wide(handedOut, { ...STYLES.fill, align: { horizontal: 'center', vertical: 'center', wrap: true } }, { height: heightFor([[handedOut, WIDTH]]) })
}

function facts(page: Page): number {
  const { making } = page
  const { say, subject, kind } = making
  page.section('sheet/facts')
  const pair = (label: string, value: string | number, at: number): CellSpec[] => [
    { column: at, value: capitalised(label), style: STYLES.label },
    { column: at + 1, ...(value !== '' && { value }), style: typeof value === 'number' ? { ...STYLES.locked, format: '0' } : { ...STYLES.locked, format: '@' } },
  ]
  const both = (left: readonly [string, string | number], right: readonly [string, string | number]) =>
    page.add([...pair(left[0], left[1], 1), ...pair(right[0], right[1], 3)], heightFor([[String(left[1]), 40], [String(right[1]), 36], [left[0], 24], [right[0], 22]]))
  const term = terms(making)
  if (kind === 'unit') {
    both([term.unit, subject.name], [say('sheet/id'), subject.id])
    both([term.system, subject.system], [term.group, subject.group])
    both([say('sheet/headcount', term), subject.headcount || ''], [say('sheet/liaison'), [subject.liaison, subject.phone].filter(Boolean).join('  ')])
  } else {
    both([term.group, subject.name], [say('sheet/units', term), firstRoster(making) || ''])
    page.wide(subject.system, STYLES.locked, { left: 2, height: heightFor([[subject.system, 98]]), before: [{ column: 1, value: capitalised(term.system), style: STYLES.label }] })
  }
  return weekLine(page)
}

function weekLine(page: Page): number {
  const { making } = page
  const { say, subject } = making
  const row = page.row + 1
  const chosen = address(row, 2)
  return page.add([
    { column: 1, value: say('sheet/week'), style: required(STYLES.labelRequired, say('sheet/required-sign')) },
    { column: 2, ...(subject.week !== undefined && { value: subject.week }), style: unlocked({ ...STYLES.center, font: { bold: true }, format: weekFormat(making) }) },
    { column: 3, value: say('sheet/dates'), style: STYLES.label },
    // Nothing chosen, or something else than a week of the campaign: say what to do.
    { column: 4, formula: `IFERROR(INDEX(${WEEK_DATES},MATCH(${chosen},${WEEK_NUMBERS},0)),"${say('sheet/choose-week')}")`, value: weekDates(making, subject.week), style: STYLES.locked },
  ], 26)
}

function weekDates(making: Making, week: number | undefined): string {
  const { say, language, campaign } = making
  if (week === undefined) return say('sheet/choose-week')
  const { calendar } = campaign
  return say('sheet/week-dates', { from: shortDate(calendar.weekStart(week), language), to: shortDate(calendar.weekEnd(week), language) })
}

function weekValidation(making: Making, row: number): SheetSpec['validations'] extends readonly (infer V)[] | undefined ? V : never {
  const { say } = making
  return {
    area: { top: row, bottom: row, left: 2, right: 2 },
    rule: { kind: 'list', source: WEEK_NUMBERS },
    prompt: { title: say('sheet/week'), text: say('sheet/week.prompt') },
    error: { title: say('sheet/week'), text: say('sheet/week.fix'), style: 'stop' },
  }
}

type Results = Readonly<Record<string, { row: number; column: number }>>

function checkSummary(page: Page): Results {
  const { say } = page.making
  page.section('sheet/check-summary')
  const names: Record<string, { row: number; column: number }> = {}
  const line = (...items: readonly (readonly [key: string, name: string])[]) => {
    const cells = items.flatMap(([key, name], at): CellSpec[] => {
      names[name] = { row: page.row + 1, column: at * 2 + 2 }
      return [{ column: at * 2 + 1, value: say(key), style: STYLES.label }, { column: at * 2 + 2, style: FILLED_BY_CHECK.center }]
    })
    page.add(cells)
  }
  line(['sheet/result-as-of', NAMES.resultAsOf], ['sheet/result-score', NAMES.resultScore])
  line(['sheet/result-errors', NAMES.resultErrors], ['sheet/result-warnings', NAMES.resultWarnings])
  names[NAMES.resultQueries] = { row: page.row + 1, column: 2 }
  page.add([{ column: 1, value: say('sheet/result-queries'), style: STYLES.label }, { column: 2, style: FILLED_BY_CHECK.center }, { column: 3, style: STYLES.locked }, { column: 4, style: STYLES.locked }])
  names[NAMES.resultText] = { row: page.row + 1, column: 2 }
  page.wide(say('sheet/not-checked'), FILLED_BY_CHECK.cell, { left: 2, height: 38, before: [{ column: 1, value: say('sheet/result-text'), style: STYLES.label }] })
  return names
}

function resultConditions(results: Results): ConditionSpec[] {
  const above = (name: string, colors: { fill: string; text: string }): ConditionSpec[] => {
    const at = results[name]
    if (!at) return []
    return [{ kind: 'formula', area: { top: at.row, bottom: at.row, left: at.column, right: at.column }, formula: `N(${address(at.row, at.column)})>0`, format: { fill: colors.fill, color: colors.text, bold: true } }]
  }
  return [...above(NAMES.resultErrors, COLORS.error), ...above(NAMES.resultWarnings, COLORS.warning), ...above(NAMES.resultQueries, COLORS.query)]
}

function steps(page: Page): void {
  const { making } = page
  page.section('sheet/steps')
  const params = { ...terms(making), issuer: making.text(making.definition.issuer), requirements: making.sheetNames.requirements, first: making.layouts[0]?.sheet ?? '', example: making.campaign.calendar.start }
  for (const step of [1, 2, 3, 4, 5]) {
    const says = making.say(`sheet/step-${step}`, params)
    page.wide(`${step}. ${says}`, STYLES.step, { height: heightFor([[`${step}. ${says}`, WIDTH]]) })
  }
}

function contents(page: Page): void {
  const { making } = page
  const { say } = making
  page.section('sheet/contents')
  page.wide(say('sheet/what-to-fill'), STYLES.heading, { left: 2, right: 3, before: [{ column: 1, value: say('sheet/sheet'), style: STYLES.heading }], after: [{ column: 4, value: say('sheet/how-much'), style: STYLES.heading }] })
  entry(page, making.sheetNames.requirements, say('sheet/requirements.fill'), '')
  const requirements = requirementsOf(making)
  for (const layout of making.layouts) {
    const form = making.definition.forms[layout.form]
    if (form) entry(page, layout.sheet, making.text(form.fill), howMuch(making, layout, requirements))
  }
}

function entry(page: Page, sheet: string, fill: string, amount: string): void {
  const row = page.wide(fill, STYLES.value, {
    left: 2,
    right: 3,
    height: heightFor([[fill, 62], [amount, 36], [sheet, 24]]),
    before: [{ column: 1, value: sheet, style: STYLES.link }],
    after: [{ column: 4, value: amount, style: STYLES.value }],
  })
  page.links.push({ row, column: 1, location: `${quoteSheetName(sheet)}!A1` })
}

/** `每人一行，34人；3项要求`. */
function howMuch(making: Making, layout: FormLayout, requirements: readonly Requirement[]): string {
  const { say, definition, text } = making
  const form = definition.forms[layout.form]
  if (!form) return ''
  const measures = requirements.filter((one) => one.measure && one.form === layout.form).length
  const rows = { record: say('sheet/amount-record', { n: layout.columns.filter(({ field }) => field.type !== 'total').length }), roster: say('sheet/amount-roster', { of: text(making.kind === 'unit' ? definition.terms.member : definition.terms.unit) }), companion: say('sheet/amount-companion', { of: text(definition.forms[form.of ?? '']?.title ?? form.title) }), events: say('sheet/amount-events') }[form.shape]
  return [rows, measures > 0 && say('sheet/amount-measures', { n: measures })].filter(Boolean).join(making.say('sheet/semicolon'))
}

function firstRoster(making: Making): number {
  const roster = making.layouts.find(({ form }) => making.definition.forms[form]?.shape === 'roster')
  return roster ? (making.rows[roster.form] ?? []).length : 0
}

function terms({ definition, text }: Making) {
  const { unit, system, member, group, office } = definition.terms
  return { unit: text(unit), system: text(system), member: text(member), group: text(group), office: text(office) }
}

/** A term of the definition where it begins a line. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function absolute(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!$${columnLetters(column)}$${row}`
}
