/** What a person decided about proposals → the change to the office's workbook. */
import type { Campaign } from '../domain/campaign/campaign'
import { serialOf } from '../domain/returns/serial'
import type { IsoDate } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import { cellIn, locateTables, tableRows, type LocatedOffice, type LocatedTable } from '../reports/office/locate-tables'
import { patchTable } from '../reports/office/patch-table'
import type { Decision, LogRow, OfficeState } from '../reports/office/state'
import { agendaTable } from '../reports/office/tables/glance'
import { listId } from '../reports/office/tables/lists'
import { logTable } from '../reports/office/tables/log'
import { officeView, type OfficeView } from '../reports/office/view'
import type { Workbook } from '../workbook/model'
import type { CellPatch, SheetPatch, WorkbookPatch } from '../workbook/patch'
import { OfficeError } from './consolidate/office-error'
import { openOffice } from './consolidate/open-office'

export type Answer = NonNullable<Decision['answer']>

export interface DecideOptions {
  /** Of the definition alone; see `consolidate`. */
  readonly campaign: Campaign
  /** The office's workbook as it is. */
  readonly office: Workbook
  /** Keys of the proposals: all get the same answer. */
  readonly keys: readonly string[]
  /** `undefined` takes back what was decided: the proposal waits again. */
  readonly answer: Answer | undefined
  /** Who decided. Not blank: a consequence without a name behind it is none. */
  readonly by: string
  readonly note: string
  readonly today: IsoDate
  /** ISO local date and time, for the log. */
  readonly now: string
  sayIn(language: Language): Say
}

/**
 * Writes what a person would have written: into the columns of the lists that are people's own, found
 * by the proposal's key wherever its row has been moved to. The log tells it, and the agenda counts
 * anew. Nothing else changes, and nothing is reckoned again.
 *
 * Throws {@link OfficeError}: besides those of `openOffice`, `office/decision-without-name`, and
 * `office/proposal-not-listed` when a key is on no list, or its list lost the column for the decision.
 */
export function decide(options: DecideOptions): WorkbookPatch {
  const { campaign, state, language, say } = openOffice(options.office, options.campaign, options.sayIn)
  const by = options.by.trim()
  if (options.answer !== undefined && by === '') throw new OfficeError('office/decision-without-name')
  const located = locateTables(options.office)
  const places = placesOf(located, campaign)
  const written = new Map<string, CellPatch[]>()
  const decisions = new Map(state.decisions)
  for (const key of options.keys) {
    const place = places.get(key)
    if (!place) throw new OfficeError('office/proposal-not-listed', { key })
    const decision = decisionOf(options, by, say)
    if (decision) decisions.set(key, decision)
    else decisions.delete(key)
    written.set(place.table.sheet.name, [...(written.get(place.table.sheet.name) ?? []), ...cellsOf(place, decision, options.today)])
  }
  const told = { ...state, decisions, log: logAfterDecision(state, options, by, officeView(campaign, state, { language, say })) }
  const view = officeView(campaign, told, { language, say })
  return merged([
    ...[...written].map(([sheet, cells]): SheetPatch => ({ sheet, cells })),
    ...[agendaTable(view, () => ''), logTable(view)].flatMap((table): SheetPatch[] => {
      const at = located.tables.get(table.design.id)
      return at ? [{ sheet: at.sheet.name, ...patchTable(table, at) }] : []
    }),
  ])
}

interface Place {
  readonly table: LocatedTable
  readonly row: ReturnType<typeof tableRows>[number]['row']
}

/** Rows of all lists by proposal key; only of lists that can take a decision. */
function placesOf({ tables }: LocatedOffice, { definition }: Campaign): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const consequence of Object.keys(definition.consequences)) {
    const table = tables.get(listId(consequence))
    if (!table?.columns.has('decision')) continue
    for (const { row, key } of tableRows(table)) if (key !== '' && !places.has(key)) places.set(key, { table, row })
  }
  return places
}

function decisionOf({ answer, note, today }: DecideOptions, by: string, say: Say): Decision | undefined {
  return answer && { answer, text: say(`office/answer-${answer}`), by, on: today, note: note.trim() }
}

/** Blank parts empty their cells: an answer replaces the one before it. A column that people removed is left out. */
function cellsOf({ table, row }: Place, decision: Decision | undefined, today: IsoDate): CellPatch[] {
  const values = { decision: decision?.text ?? null, by: decision?.by ?? null, on: decision ? serialOf(today) : null, note: decision?.note || null }
  return Object.entries(values).flatMap(([id, value]): CellPatch[] => {
    const column = table.columns.get(id)
    return column === undefined || (cellIn(row, column)?.value ?? null) === value ? [] : [{ row: row.row, column, value }]
  })
}

/** One line for each unit and consequence. */
function logAfterDecision({ log }: OfficeState, options: DecideOptions, by: string, view: OfficeView): LogRow[] {
  const { say, campaign, text } = view
  const groups = new Map<string, { consequence: string; unit: string; week: number; members: string[] }>()
  for (const proposal of view.history.proposals.filter(({ key }) => options.keys.includes(key))) {
    const id = `${proposal.consequence}|${proposal.unit}`
    const group = groups.get(id) ?? { consequence: proposal.consequence, unit: proposal.unit, week: proposal.week, members: [] }
    if (proposal.member !== undefined) group.members.push(proposal.member)
    groups.set(id, group)
  }
  const answer = options.answer === undefined ? say('office/log-taken-back') : say(`office/answer-${options.answer}`)
  const last = Math.max(0, ...log.map(({ n }) => n))
  const lines = [...groups.values()].map(({ consequence, unit, week, members }) => {
    const title = campaign.definition.consequences[consequence]?.title
    const params = { consequence: title ? text(title) : consequence, members: members.join(say('office/comma')), answer, by, note: options.note.trim() }
    return { week, kind: say('office/log-decision'), unit: view.nameOf(unit), detail: say(members.length > 0 ? 'office/log-decision-members' : 'office/log-decision-unit', params).trim() }
  })
  return [...lines.map((line, i) => ({ n: last + lines.length - i, at: options.now.slice(0, 19).replace('T', ' '), ...line })), ...log]
}

function merged(patches: readonly SheetPatch[]): WorkbookPatch {
  const sheets = new Map<string, SheetPatch>()
  for (const { sheet, cells, heights = [] } of patches) {
    if (cells.length === 0) continue
    const known = sheets.get(sheet)
    sheets.set(sheet, { sheet, cells: [...(known?.cells ?? []), ...cells], heights: [...(known?.heights ?? []), ...heights] })
  }
  return { sheets: [...sheets.values()] }
}
