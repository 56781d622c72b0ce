/** Drawing units for spot checks, drawing them again, and entering what came of them. */
import type { Campaign } from '../../domain/campaign/campaign'
import { drawSpotChecks, standingRounds, type SpotCheckNote, type SpotCheckRefusal, type SpotCheckResult, type SpotCheckRound } from '../../domain/oversight/spot-checks'
import { serialOf } from '../../domain/returns/serial'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'
import { locateTables } from '../../reports/office/locate-tables'
import { officePatch } from '../../reports/office/office-patch'
import { patchTable } from '../../reports/office/patch-table'
import { logTable } from '../../reports/office/tables/log'
import { spotCheckKey } from '../../reports/office/tables/spot-checks'
import { officeView } from '../../reports/office/view'
import type { Workbook } from '../../workbook/model'
import type { WorkbookPatch } from '../../workbook/patch'
import { OfficeError } from '../consolidate/office-error'
import { openOffice } from '../consolidate/open-office'
import { answerPatch, joined, logged } from './written-answer'

interface OfficeAtHand {
  /** Of the definition alone; see `consolidate`. */
  readonly campaign: Campaign
  readonly office: Workbook
  /** ISO local date and time. */
  readonly now: string
  sayIn(language: Language): Say
}

export interface DrawOptions extends OfficeAtHand {
  /** 0 … 4,294,967,295; recorded. */
  readonly seed: number
  /** Who draws. */
  readonly by: string
  /** Units of each system; default: the fewest that the definition allows. */
  readonly perSystem?: number
  /** Draws the latest round again, for this reason. Absent: a new round. */
  readonly again?: string
}

export type DrawOutcome =
  | { readonly drawn: SpotCheckRound; readonly notes: readonly SpotCheckNote[]; readonly patch: WorkbookPatch; nameOf(unit: string): string }
  | { readonly refused: SpotCheckRefusal; readonly params: Readonly<Record<string, number>> }

/**
 * Draws among the units that are registered now. The draw is recorded in the workbook and told in its log; a refusal
 * changes nothing.
 *
 * @throws OfficeError besides those of `openOffice`, `office/no-spot-checks`: the definition has none
 */
export function drawRound({ campaign: definition, office, now, sayIn, seed, by, perSystem, again }: DrawOptions): DrawOutcome {
  const { campaign, state, language, say } = openOffice(office, definition, sayIn)
  const limits = campaign.spotChecks
  if (!limits) throw new OfficeError('office/no-spot-checks')
  const outcome = drawSpotChecks(state.registry.units, state.spotChecks, { ...limits, ...(perSystem !== undefined && { perSystem }), seed, drawnAt: now.slice(0, 19), drawnBy: by.trim(), ...(again !== undefined && { again }) })
  if ('refused' in outcome) return { refused: outcome.refused, params: limits }
  const { drawn, notes } = outcome
  const params = { round: drawn.round, units: drawn.units.length, seed, by: drawn.drawnBy, reason: drawn.reason ?? '' }
  const log = logged(state, now, { kind: say('spot-check/log'), unit: '', detail: say(drawn.reason === undefined ? 'spot-check/log-drawn' : 'spot-check/log-again', params) })
  const names = new Map(state.registry.units.map(({ id, name }) => [id, name]))
  return { drawn, notes, patch: officePatch(campaign, { ...state, spotChecks: [...state.spotChecks, drawn], log }, office, { language, say }), nameOf: (unit) => names.get(unit) ?? unit }
}

export interface ResultOptions extends OfficeAtHand {
  /** Registry id. */
  readonly unit: string
  /** Absent: takes the result back. */
  readonly outcome: SpotCheckResult['outcome'] | undefined
  /** Who checked. */
  readonly by: string
  readonly note: string
  readonly on: IsoDate
}

/**
 * Enters the result of a unit of the latest round, as a person would in the sheet, and tells it in the log.
 *
 * @throws OfficeError besides those of `openOffice`, `office/no-spot-checks`, `office/not-drawn`, `office/decision-without-name`
 */
export function enterResult({ campaign: definition, office, now, sayIn, unit, outcome, by, note, on }: ResultOptions): WorkbookPatch {
  const { campaign, state, language, say } = openOffice(office, definition, sayIn)
  if (!campaign.spotChecks) throw new OfficeError('office/no-spot-checks')
  if (outcome !== undefined && by.trim() === '') throw new OfficeError('office/decision-without-name')
  const round = standingRounds(state.spotChecks).at(-1)
  const patch = round && answerPatch(office, 'spot-checks', spotCheckKey(state.spotChecks.indexOf(round), unit), {
    result: outcome ? say(`spot-check/${outcome}`) : null,
    by: outcome ? by.trim() : null,
    on: outcome ? serialOf(on) : null,
    note: outcome ? note.trim() || null : null,
  })
  if (!round || !patch) throw new OfficeError('office/not-drawn', { unit })
  const detail = outcome ? say('spot-check/log-result', { round: round.round, result: say(`spot-check/${outcome}`), by: by.trim(), note: note.trim() }) : say('spot-check/log-no-result', { round: round.round })
  const view = officeView(campaign, state, { language, say })
  const log = logTable({ ...view, state: { ...state, log: logged(state, now, { kind: say('spot-check/log'), unit: view.nameOf(unit), detail }) } })
  const at = locateTables(office).tables.get('log')
  return { sheets: joined([patch, ...(at ? [{ sheet: at.sheet.name, ...patchTable(log, at) }] : [])]) }
}
