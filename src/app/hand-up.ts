/** An office's week → its return to the level above: figures of its ledger, and nothing of a member. */
import type { Campaign } from '../domain/campaign/campaign'
import { figureRows, figuresAsked } from '../domain/hand-up/figure-rows'
import { figuresOf, isKnown, type Answer } from '../domain/hand-up/figures'
import type { Finding } from '../domain/returns/finding'
import { countFindings } from '../domain/returns/group-findings'
import { handedUpTo, HANDED_UP_KEYS, HANDED_UP_SHEET, returnTo } from '../domain/returns/handed-up'
import { IDENTITY_KEYS } from '../domain/returns/identity'
import { identityPairs, readIdentity, readSubject } from '../domain/returns/read-identity'
import type { SubjectFacts } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import { addReturn, changeReturn, returnParts, sheetsTaken, type ReturnParts } from '../reports/office/handed-up'
import { unitWorkbook } from '../reports/issued/unit-workbook'
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'
import { checkPatch, checkWorkbook, type CheckResult } from './check'
import { openOffice, type OpenOffice } from './consolidate/open-office'
import { keptTotals } from './hand-up/bulletin-totals'
import { fillFigures, fillWeek, together, type FigureRows } from './hand-up/fill'
import { HandUpError } from './hand-up/hand-up-error'
import { patchedBook } from './pane/patched-book'
import type { WorkbookFormat } from './ports'

export interface HandUpOptions {
  /** Of the office that hands up; of the definition alone. */
  readonly campaign: Campaign
  readonly office: Workbook
  /** Of the level above, to which the office is a unit. */
  readonly upper: Campaign
  /** Its definition as workbooks carry it. */
  readonly upperText: string
  readonly sender: Sender
  /** Campaign week of the office, 1-based. */
  readonly week: number
  /** ISO local date and time, for the seal. */
  readonly now: string
  readonly format: WorkbookFormat
  sayIn(language: Language): Say
}

/** Who hands up: the workbook that the level above issued to the office, or at least its id there. */
export type Sender = { readonly issued: Workbook; readonly bytes: Uint8Array } | (Pick<SubjectFacts, 'id'> & Partial<SubjectFacts> & { readonly issued?: undefined })

export interface HandedUp {
  /** Week of the level above, in which the office's week ends. */
  readonly upperWeek: number
  readonly sender: SubjectFacts
  /**
   * The recommended file: the return to the level above by itself, filled in and checked. Made from the workbook that
   * was issued, if there is one: what people have filled in there stays.
   */
  readonly bytes: Uint8Array
  /** What the check found. */
  readonly findings: readonly Finding[]
  readonly score: number
  /** The rows of figures by form, as they were filled in. */
  readonly rows: FigureRows
  /** For the office's own workbook, so that it can be handed in as it is. Empty when it carries this very return already. */
  inside(): WorkbookPatch
}

/**
 * The same ledger gives the same figures; a week can be handed up again after a correction. Nothing is written.
 *
 * Throws {@link HandUpError}: `takes-no-figures` (the definition above rolls nothing up), `other-campaign` (it rolls up
 * another one), `not-consolidated`, `outside` (the week ends outside the campaign above), `unknown-figure` (it asks for
 * what this campaign does not have), `no-sender`, `other-sender`, `broken` (the issued workbook lost a place for a figure), and from
 * `inside` `sheet-taken`; OfficeError as every use of an office's workbook.
 */
export function handUp(options: HandUpOptions): HandedUp {
  const { upper, week, format, now } = options
  const opened = openOffice(options.office, options.campaign, options.sayIn)
  const { language, say } = opened
  const upperWeek = weekAbove(options.campaign, upper, week)
  const rows = rowsFor(opened, upper, week, format)
  const subject = subjectOf(options.sender, upper)
  const spec = unitWorkbook(upper, { ...subject, week: upperWeek, figures: rows }, { language, say, definitionText: options.upperText })
  const blank = options.sender.issued ? filledIn(options.sender.issued, options.sender.bytes, upper, rows, upperWeek, language, format) : format.write(spec)
  const check = (book: Workbook): CheckResult => checkWorkbook(book, { campaign: upper, asOf: upper.calendar.weekEnd(upperWeek), today: now.slice(0, 10), now })
  const checked = check(format.read(blank))
  return {
    upperWeek,
    sender: subject,
    bytes: format.patch(blank, checkPatch(checked, say, language)),
    findings: checked.findings,
    score: checked.evaluation.score.total,
    rows,
    inside: () => insidePatch(options.office, returnParts(spec, upper.forms.unit), { upper, rows, language, check, fresh: () => (options.sender.issued ? check(format.read(format.write(spec))) : checked) }),
  }
}

/** The week above in which a week of the office ends. */
function weekAbove({ definition, calendar }: Campaign, { definition: above, calendar: weeks }: Campaign, week: number): number {
  if (!above.rollUp) throw new HandUpError('hand-up/takes-no-figures', { campaign: above.id })
  if (above.rollUp.of !== definition.id) throw new HandUpError('hand-up/other-campaign', { of: above.rollUp.of, campaign: definition.id })
  const end = calendar.weekEnd(week)
  const found = weeks.weekIndex(end)
  if (found < 1 || found > weeks.weeks) throw new HandUpError('hand-up/outside', { week, date: end, start: weeks.start, end: weeks.end })
  return found
}

function rowsFor({ state, campaignIn, ranking }: OpenOffice, upper: Campaign, week: number, { compression }: WorkbookFormat): FigureRows {
  const record = state.weeks.find((one) => one.week === week)
  if (!record) throw new HandUpError('hand-up/not-consolidated', { week })
  const campaign = campaignIn(week)
  const asked = figuresAsked(upper.definition)
  const unknown = asked.find((figure) => !isKnown(figure, campaign.definition))
  if (unknown) throw new HandUpError('hand-up/unknown-figure', { figure: unknown.name, campaign: campaign.definition.id })
  const { asOf, verdicts } = record
  const answers = new Map([...state.decisions].flatMap(([key, { answer }]): [string, Answer][] => (answer ? [[key, answer]] : [])))
  const totals = asked.some(({ about }) => about?.family === 'total') ? keptTotals(state, campaign, week, asOf, compression) : new Map<string, number>()
  return figureRows(upper.definition, figuresOf({ campaign, rules: state.ranking ?? ranking(), week, asOf, entries: state.entries, verdicts, answers, totals }))
}

function subjectOf(sender: Sender, { definition }: Campaign): SubjectFacts {
  if (!sender.issued) {
    const { id, name = '', system = '', headcount = 0, group = '' } = sender
    if (id.trim() === '') throw new HandUpError('hand-up/no-sender', { unit: definition.terms.unit[definition.language] })
    return { id: id.trim(), name, system, headcount, group }
  }
  const identity = readIdentity(sender.issued)
  const subject = readSubject(sender.issued)
  if (identity.kind !== 'unit' || identity.campaign !== definition.id || subject.id === '') throw new HandUpError('hand-up/no-sender', { unit: definition.terms.unit[definition.language] })
  return subject
}

function filledIn(issued: Workbook, bytes: Uint8Array, upper: Campaign, rows: FigureRows, week: number, language: Language, format: WorkbookFormat): Uint8Array {
  const sheets = together([...fillFigures(issued, upper, rows, language), ...fillWeek(issued, week)])
  return sheets.length === 0 ? bytes : format.patch(bytes, { sheets })
}

interface Inside {
  readonly upper: Campaign
  readonly rows: FigureRows
  readonly language: Language
  check(book: Workbook): CheckResult
  /** What a return comes to that holds the figures and nothing else yet. */
  fresh(): CheckResult
}

function insidePatch(office: Workbook, parts: ReturnParts, { upper, rows, language, check, fresh }: Inside): WorkbookPatch {
  const { id } = upper.definition
  const said = identityPairs(office, HANDED_UP_SHEET)
  const view = returnTo(office, id)
  const stands = handedUpTo(office) === id && parts.sheets.every(({ form }) => office.sheets.some(({ name }) => name === said.get(HANDED_UP_KEYS.sheet(form))))
  if (!stands) {
    const [taken] = sheetsTaken(parts, office)
    if (taken !== undefined) throw new HandUpError('hand-up/sheet-taken', { sheet: taken })
    return addReturn(parts, sealOf(fresh(), said), office)
  }
  const cells = fillFigures(view, upper, rows, language)
  const places = new Map([...said].filter(([key]) => key.startsWith(HANDED_UP_KEYS.sheet('')) || key.startsWith(HANDED_UP_KEYS.area(''))))
  return changeReturn(parts, sealOf(check(patchedBook(view, { sheets: cells })), said), cells, places, office)
}

/** As a check seals a return. One that says the same keeps its time, so that handing up again changes nothing. */
function sealOf({ ret, rules, at, findings }: CheckResult, said: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { errors, warnings, queries } = countFindings(findings)
  const isSame = said.get(IDENTITY_KEYS.sealContent) === ret.contentHash && said.get(IDENTITY_KEYS.sealRules) === rules
  return new Map([
    [IDENTITY_KEYS.sealContent, ret.contentHash],
    [IDENTITY_KEYS.sealRules, rules],
    [IDENTITY_KEYS.sealAt, (isSame ? said.get(IDENTITY_KEYS.sealAt) : undefined) ?? at],
    [IDENTITY_KEYS.sealErrors, String(errors)],
    [IDENTITY_KEYS.sealWarnings, String(warnings)],
    [IDENTITY_KEYS.sealQueries, String(queries)],
  ])
}
