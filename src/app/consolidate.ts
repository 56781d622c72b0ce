/** A week's files and the office's workbook → what counts, who stands where, and the change to the workbook. */
import type { Campaign } from '../domain/campaign/campaign'
import type { SettingChange } from '../domain/campaign/settings-in-time'
import type { Waiver } from '../domain/evaluation/waiver'
import { changes, type Change } from '../domain/ranking/changes'
import { historyOf } from '../domain/ranking/history'
import type { LedgerEntry, Proposal, Standing } from '../domain/ranking/ledger'
import { registered, type Registered } from '../domain/ranking/registry'
import { systemStandings, type SystemStanding } from '../domain/ranking/system-standings'
import type { FileVerdict } from '../domain/ranking/verdict'
import { returnTo } from '../domain/returns/handed-up'
import { readIdentity } from '../domain/returns/read-identity'
import { sha256 } from '../domain/returns/sha256'
import type { IsoDate, SubjectFacts } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import { isEmptyPatch, lostTables, officePatch } from '../reports/office/office-patch'
import type { OfficeTrouble } from '../reports/office/read-office'
import type { OfficeState } from '../reports/office/state'
import type { Compression } from '../workbook/compression'
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'
import { checkWorkbook } from './check'
import { judgedAgain } from './consolidate/judged-again'
import { idleWaivers } from './consolidate/idle-waivers'
import { logAfter } from './consolidate/log-lines'
import { waiverChanges } from './consolidate/waiver-changes'
import { stateAfter } from './consolidate/new-state'
import { OfficeError } from './consolidate/office-error'
import { openOffice } from './consolidate/open-office'
import { withFeeds } from './consolidate/with-feeds'
import { recallIn } from './consolidate/recall-in'
import { intake, type IntakeOptions } from './intake'
import { examinedPorts, type Examination } from './intake/examine'
import type { Checked, InspectPorts, Loaded } from './intake/inspect'
import type { IncomingFile } from './intake/incoming'
import { keptReturn } from './kept-returns'
import type { Progress } from './ports'

export type ConsolidateOptions = WeekToConsolidate & (ReadHere | ExaminedElsewhere)

export interface WeekToConsolidate {
  /** Of the definition alone: what the office changed in its settings sheet is applied here. */
  readonly campaign: Campaign
  /** The office's workbook as it is. */
  readonly office: Workbook
  readonly files: readonly IncomingFile[]
  /** Campaign week, 1-based. */
  readonly week: number
  /** Day to judge by; default: the last day of the week. */
  readonly asOf?: IsoDate
  readonly today: IsoDate
  /** ISO local date and time, for the log. */
  readonly now: string
  /** Last day on which a return is in time; absent: lateness is not judged. */
  readonly deadline?: IsoDate
  /** Forget what was counted for this week before: a file that was taken away no longer counts. */
  readonly redo?: boolean
  /** For the returns that are kept. */
  readonly compression: Compression
  /** What the log calls it; default: consolidated. */
  readonly occasion?: 'consolidated' | 'recomputed'
  /** The catalogue in a language: the workbook is written in its own. */
  sayIn(language: Language): Say
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

/** Files are read and checked one by one, here. */
export interface ReadHere {
  /** Bytes of an .xlsx file → workbook; throws WorkbookError. */
  readonly read: (bytes: Uint8Array) => Workbook
  /** How a workbook is checked; default: {@link checkWorkbook}. */
  readonly check?: CheckOpened
  readonly examined?: undefined
}

type CheckOpened = (book: Workbook, options: { campaign: Campaign; asOf: IsoDate; today: IsoDate; registered: Partial<SubjectFacts>; everybody: readonly Registered[]; waivers: readonly Waiver[] }) => Checked

/** Files were read and checked beforehand, in workers, say: by the settings, registry and day that hold here. */
export interface ExaminedElsewhere {
  readonly examined: (file: IncomingFile) => Examination | Promise<Examination>
}

export interface Consolidation {
  readonly week: number
  readonly asOf: IsoDate
  /** For the office's workbook. Empty when nothing changed: consolidating the same again changes nothing. */
  readonly patch: WorkbookPatch
  readonly changed: boolean
  /** One for each file, in the order given. */
  readonly files: readonly FileVerdict[]
  /** This week's entry of every unit and group: who counts, who is missing, who was rejected and why. */
  readonly rollCall: readonly LedgerEntry[]
  /** Everything the ledger holds, all weeks. */
  readonly ledger: readonly LedgerEntry[]
  /** This week's. */
  readonly standings: readonly Standing[]
  readonly systems: readonly SystemStanding[]
  /** All that arise up to the latest week. */
  readonly proposals: readonly Proposal[]
  /** What this run changed in past weeks, and in what had been decided; of a recomputation, in the latest week too. */
  readonly changes: readonly Change[]
  readonly troubles: readonly OfficeTrouble[]
  /** The office's state afterwards, for whoever goes on with it. */
  readonly state: OfficeState
}

/**
 * Groups' returns tell on their units' scores once all are judged: see {@link withFeeds}.
 *
 * Idempotent; the order of the files makes no difference; several runs come to the same as one. A
 * week can be done again, also when later weeks have been: history is recomputed and what changed
 * is logged. Nothing is written: the caller applies the patch to the workbook's bytes, or does not.
 *
 * Throws {@link OfficeError} when the office's workbook cannot be used or the campaign has no such
 * week, and the signal's reason when aborted.
 */
export async function consolidate(options: ConsolidateOptions): Promise<Consolidation> {
  const { campaignIn, state: before, troubles, language, say, ...office } = openOffice(options.office, options.campaign, options.sayIn)
  const { week, now } = options
  const { weeks } = options.campaign.calendar
  if (!Number.isInteger(week) || week < 1 || week > weeks) throw new OfficeError('office/no-such-week', { week, weeks })
  const campaign = campaignIn(week)
  const asOf = options.asOf ?? campaign.calendar.weekEnd(week)
  const { compression } = options
  const about: IntakeOptions = {
    ...recallIn(before, { campaign, week, asOf, ...(options.deadline !== undefined && { deadline: options.deadline }), redo: options.redo ?? false, keeps: true }),
    campaign: { id: campaign.definition.id, version: campaign.definition.version, rules: campaign.rules, ...(campaign.definition.rollUp && { rollsUp: campaign.definition.rollUp.of }) },
    registry: before.registry,
    week,
    ledger: before.entries,
    now,
    redo: options.redo ?? false,
    ...(options.deadline !== undefined && { deadline: options.deadline }),
    ...(options.progress && { progress: options.progress }),
    ...(options.signal && { signal: options.signal }),
  }
  const taken = options.examined ? await intake(options.files, examinedPorts(options.examined), about) : await intake(options.files, portsHere(options, { campaign, asOf, today: options.today, everybody: registered(before.registry), waivers: before.waivers }), about)
  const rules = office.ranking()
  const { weekOf } = campaign.calendar
  const news = office.pending.map((change): SettingChange => ({ ...change, at: now.slice(0, 19) }))
  const counted = stateAfter(before, taken, { campaign, asOf, now, redo: options.redo ?? false, compression, ranking: rules, settings: [...before.settings, ...news] })
  const after = withFeeds(judgedAgain(counted, campaignIn, compression), campaignIn)
  const history = historyOf(after.entries, rules, weekOf)
  const isPast = before.weeks.some((record) => record.week > week)
  // Where no file was taken in, all that changes in the latest week follows from what was changed in the office: it is no news of the week.
  const isCurrent = !isPast && options.occasion !== 'recomputed'
  const changed = changes(historyOf(before.entries, before.ranking ?? rules, weekOf), history, { ...(isCurrent && { current: week }), decisions: decisionTexts(before) })

  const words = { language, say }
  let state = after
  let patch = officePatch(campaign, state, options.office, words)
  if (!isEmptyPatch(patch)) {
    const names = new Map(registered(before.registry).map(({ id, name }) => [id, name]))
    const log = logAfter(before.log, { occasion: options.occasion ?? 'consolidated', campaign, language, say, week, asOf, now, files: options.files.length, entries: after.entries.filter((entry) => entry.week === week), changes: changed, settings: news, waivers: waiverChanges(before.recordedWaivers, before.waivers), nameOf: (unit) => names.get(unit) ?? unit })
    state = { ...after, log, weeks: after.weeks.map((record) => (record.week === week ? { ...record, at: now } : record)) }
    patch = officePatch(campaign, state, options.office, words)
  }
  return {
    week,
    asOf,
    patch,
    changed: !isEmptyPatch(patch),
    files: taken.verdicts,
    rollCall: state.entries.filter((entry) => entry.week === week),
    ledger: state.entries,
    standings: history.standings.filter((standing) => standing.week === week),
    systems: systemStandings(state.entries, rules).filter((standing) => standing.week === week),
    proposals: history.proposals,
    changes: changed,
    troubles: [...troubles, ...idleWaivers(state, { campaign, week, asOf, compression }), ...lostTables(campaign, before, options.office, words).map(({ table, sheet }): OfficeTrouble => ({ code: 'office/table-lost', severity: 'warning', sheet, cell: '', params: { table, sheet } }))],
    state,
  }
}

const checkHere: CheckOpened = (book, options) => {
  const result = checkWorkbook(book, options)
  return { ...result, kept: keptReturn(result.ret, result.sheets) }
}

async function loaded(file: IncomingFile, read: ReadHere['read'], campaign: string): Promise<Loaded<Workbook>> {
  const bytes = await file.load()
  return { hash: sha256(bytes), open: () => returnTo(read(bytes), campaign) }
}

function portsHere({ read, check = checkHere }: ReadHere, by: { campaign: Campaign; asOf: IsoDate; today: IsoDate; everybody: readonly Registered[]; waivers: readonly Waiver[] }): InspectPorts {
  return { load: (file) => loaded(file, read, by.campaign.definition.id), identify: readIdentity, check: (book, facts) => check(book, { ...by, registered: facts }) }
}

function decisionTexts({ decisions }: OfficeState): ReadonlyMap<string, string> {
  return new Map([...decisions].filter(([, { text }]) => text !== '').map(([key, { text }]) => [key, text]))
}
