/** A workbook, checked: what it says, what it amounts to on a day, and everything that is wrong with it. */
import type { Campaign } from '../domain/campaign/campaign'
import { evaluate } from '../domain/evaluation/evaluate'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Waiver } from '../domain/evaluation/waiver'
import type { Registered } from '../domain/ranking/registry'
import type { Finding } from '../domain/returns/finding'
import { countFindings, type FindingCounts } from '../domain/returns/group-findings'
import { markRows, type MarkedCell } from '../domain/returns/marks'
import { readReturn } from '../domain/returns/read-return'
import type { IsoDate, Return, SubjectFacts } from '../domain/returns/return'
import type { Supervision } from '../domain/supervision/supervision'
import { supervisionOf } from '../domain/supervision/supervision-of'
import { unitTables } from '../domain/supervision/unit-tables'
import { unitsNamed } from '../domain/supervision/units-named'
import type { Language, Say } from '../domain/text'
import type { Workbook } from '../workbook/model'
import { heightFor } from '../reports/issued/text-measure'
import { RESULT_WIDTH } from '../reports/issued/widths'
import type { CellPatch, RowHeight, WorkbookPatch } from '../workbook/patch'
import { placesOf, type CheckPlaces } from './check-places'
import { IDENTITY_COLUMNS, IDENTITY_KEYS, IDENTITY_SHEET, NAMES } from '../domain/returns/identity'

export interface CheckOptions {
  readonly campaign: Campaign
  /** Day to judge by; see {@link asOfFor} for what it is otherwise. */
  readonly asOf?: IsoDate
  /** Local date of the person who checks. */
  readonly today: IsoDate
  /** Local date and time for the seal, `2005-03-11T09:30:00`; default: midnight of today. */
  readonly now?: string
  /**
   * What the office has registered about the sender; it is judged by this rather than by what the workbook
   * says of itself (a workbook is not to be trusted, and the registry may have been put right since).
   */
  readonly registered?: Partial<SubjectFacts>
  /** Of the whole office. */
  readonly waivers?: readonly Waiver[]
  /** See {@link JudgeOptions.everybody}. */
  readonly everybody?: readonly Registered[]
}

export interface CheckResult extends Judged {
  readonly ret: Return
  /** Names of the workbook's sheets, in their order. */
  readonly sheets: readonly string[]
  readonly asOf: IsoDate
  /** When it was checked. */
  readonly at: string
  /** Version of the definition whose rules were applied. */
  readonly rules: string
  /** Where the result goes. */
  readonly places: CheckPlaces
}

export interface JudgeOptions {
  readonly campaign: Campaign
  readonly asOf: IsoDate
  /** See {@link CheckOptions.registered}. */
  readonly registered?: Partial<SubjectFacts>
  readonly waivers?: readonly Waiver[]
  /** Who is registered, at the office: which units a group's return speaks of is told by it. Absent: that is not asked. */
  readonly everybody?: readonly Registered[]
}

export interface Judged {
  readonly evaluation: Evaluation
  /** All of them: those of the workbook as a whole first, then by sheet, row and column. */
  readonly findings: readonly Finding[]
  /** Of a group's return, at the office. */
  readonly supervision?: Supervision
}

/** A return judged on a day, whether it was read just now or kept. `sheets`: of its workbook, in their order. */
export function judge(ret: Return, sheets: readonly string[], { campaign, asOf, registered, waivers = [], everybody }: JudgeOptions): Judged {
  const evaluation = evaluate(campaign, { ...ret, subject: { ...ret.subject, ...registered } }, asOf, { waivers })
  const found = [...ret.findings, ...evaluation.findings]
  if (ret.kind !== 'group' || !everybody) return { evaluation, findings: inSheetOrder(found, sheets) }
  const tables = unitTables(campaign)
  const named = tables && unitsNamed(ret, tables, everybody)
  return { evaluation, findings: inSheetOrder([...found, ...(named?.findings ?? [])], sheets), supervision: supervisionOf(campaign, ret, evaluation.measures, named?.byRow ?? new Map()) }
}

/** Never throws for what a workbook may contain: that is in the findings. */
export function checkWorkbook(book: Workbook, { campaign, asOf, today, now, registered, waivers, everybody }: CheckOptions): CheckResult {
  const ret = readReturn(book, campaign)
  const day = asOf ?? asOfFor(campaign, ret.identity.week, today)
  const sheets = book.sheets.map(({ name }) => name)
  return {
    ret,
    ...judge(ret, sheets, { campaign, asOf: day, ...(registered && { registered }), ...(waivers && { waivers }), ...(everybody && { everybody }) }),
    sheets,
    asOf: day,
    at: now ?? `${today}T00:00:00`,
    rules: campaign.definition.version,
    places: placesOf(book),
  }
}

/**
 * The day a return is judged by unless one is given: the earlier of today and the last day of the
 * return's week, so that a return checked late is judged as of its week and one checked early as
 * of now. Never outside the campaign. A return that names no week is judged as of today.
 */
export function asOfFor({ calendar }: Pick<Campaign, 'calendar'>, week: number | undefined, today: IsoDate): IsoDate {
  const end = week === undefined || week > calendar.weeks ? calendar.end : calendar.weekEnd(week)
  const day = today < end ? today : end
  return day < calendar.start ? calendar.start : day
}

/**
 * The result written into the workbook: what is wrong beside each row, marks that colour the
 * cells, the summary on the cover, the seal. Only cells that belong to the software change. What
 * was removed from the workbook (a column, a name, the identity sheet) is left out.
 */
export function checkPatch(result: CheckResult, say: Say, language: Language): WorkbookPatch {
  const cells: MarkedCell[] = [...markRows(result.findings, result.ret.located, say, language)]
  const sheets = new Map<string, CellPatch[]>()
  const write = (sheet: string, cell: CellPatch) => {
    const list = sheets.get(sheet)
    if (list) list.push(cell)
    else sheets.set(sheet, [cell])
  }
  for (const { sheet, ...cell } of cells) write(sheet, cell)

  const counts = countFindings(result.findings)
  const summary: Readonly<Record<string, string | number>> = {
    [NAMES.resultAsOf]: result.asOf,
    [NAMES.resultErrors]: counts.errors,
    [NAMES.resultWarnings]: counts.warnings,
    [NAMES.resultQueries]: counts.queries,
    [NAMES.resultScore]: result.evaluation.score.total,
    [NAMES.resultText]: summaryText(counts, say),
  }
  for (const [name, value] of Object.entries(summary)) {
    const place = result.places.named.get(name)
    if (place) write(place.sheet, { row: place.row, column: place.column, value })
  }

  const seal: Readonly<Record<string, string | number>> = {
    [IDENTITY_KEYS.sealContent]: result.ret.contentHash,
    [IDENTITY_KEYS.sealRules]: result.rules,
    [IDENTITY_KEYS.sealAt]: result.at,
    [IDENTITY_KEYS.sealErrors]: counts.errors,
    [IDENTITY_KEYS.sealWarnings]: counts.warnings,
    [IDENTITY_KEYS.sealQueries]: counts.queries,
  }
  if (result.places.identity) {
    let below = result.places.identity.lastRow
    for (const [key, value] of Object.entries(seal)) {
      const row = result.places.identity.rows.get(key)
      if (row === undefined) write(IDENTITY_SHEET, { row: ++below, column: IDENTITY_COLUMNS.key, value: key })
      write(IDENTITY_SHEET, { row: row ?? below, column: IDENTITY_COLUMNS.value, value })
    }
  }
  // Excel fits a row when it is typed into; a file that is only opened shows the height it was given.
  return { sheets: [...sheets].map(([sheet, patched]) => ({ sheet, cells: patched, heights: heightsOf(cells.filter((cell) => cell.sheet === sheet)) })) }
}

/** High enough for the longest text beside each row; marks are short and hidden. */
function heightsOf(cells: readonly MarkedCell[]): RowHeight[] {
  const heights = new Map<number, number>()
  for (const { row, value } of cells) {
    if (value !== null) heights.set(row, Math.max(heights.get(row) ?? 0, heightFor([[value, RESULT_WIDTH]])))
  }
  return [...heights].map(([row, height]) => ({ row, height, atLeast: true }))
}

/** What was found, in a sentence: what the cover says. */
export function summaryText(counts: FindingCounts, say: Say): string {
  const params = { ...counts }
  if (counts.errors > 0) return say('check/summary', params)
  return counts.warnings + counts.queries > 0 ? say('check/summary-open', params) : say('check/clean')
}

function inSheetOrder(findings: readonly Finding[], sheets: readonly string[]): Finding[] {
  const order = new Map(sheets.map((name, index) => [name, index]))
  const place = ({ sheet }: Finding) => (sheet === undefined ? -1 : (order.get(sheet) ?? sheets.length))
  return findings.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
