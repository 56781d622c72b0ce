/** One file, looked at by itself: what it claims to be, and whether it could be counted. */
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { FindingCounts } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { FileRead, FileVerdict, IntakeReason } from '../../domain/ranking/verdict'
import type { Code } from '../../domain/returns/codes'
import type { Finding } from '../../domain/returns/finding'
import { countFindings } from '../../domain/returns/group-findings'
import type { Return, ReturnIdentity, SubjectFacts } from '../../domain/returns/return'
import type { Supervision } from '../../domain/supervision/supervision'
import type { Workbook } from '../../workbook/model'
import type { KeptReturn } from '../kept-returns'
import { WorkbookError } from '../../workbook/error'
import type { Candidate } from './choose'
import { namedInFile } from './named-in-file'
import { stampOf } from './stamp'
import type { IncomingFile } from './incoming'
import type { Recall } from './recall'

/** A file whose bytes are at hand. */
export interface Loaded<Opened> {
  /** SHA-256 of the bytes; absent: not known, and the file will not be known again. */
  readonly hash?: string
  /** Throws WorkbookError. */
  open(): Opened
}

/** `Opened`: whatever stands for an opened file between its opening and its check. */
export interface InspectPorts<Opened = Workbook> {
  /** Throws WorkbookError. */
  load(file: IncomingFile): Promise<Loaded<Opened>>
  identify(opened: Opened): ReturnIdentity
  /** `registered`: what the office knows of the sender, by which it is judged. */
  check(opened: Opened, registered: Partial<SubjectFacts>): Checked
}

/** What intake needs of a checked return. */
export interface Checked {
  readonly ret: Pick<Return, 'contentHash' | 'rows' | 'subject'>
  readonly evaluation: Pick<Evaluation, 'score' | 'unwaived' | 'measures'>
  readonly findings: readonly Finding[]
  /** Of a group's return. */
  readonly supervision?: Supervision
  /** To be kept when it counts. */
  readonly kept?: KeptReturn
}

export interface InspectContext {
  readonly campaign: string
  readonly version: string
  /** Campaign whose offices are its units. */
  readonly rollsUp?: string
  readonly week: number
  readonly everybody: readonly Registered[]
  /** ISO local date and time; seals from the future are not believed. */
  readonly now: string
  /** Last day on which the week's return is in time; absent: lateness is not judged. */
  readonly deadline?: string
  /** Week in which this content already counts for that unit, if it does. */
  countedElsewhere(unit: string, content: string): number | undefined
  /** Verdicts on files that need not be opened. */
  readonly recall?: Recall
  /** By what verdicts are known again; absent: they are not noted. */
  readonly noted?: { readonly context: string; basisOf(unit: Registered | undefined): string }
}

/** A file that can be counted, with all that the ledger keeps of it. */
export interface Countable extends Candidate {
  readonly unit: Registered
  readonly evaluation: Checked['evaluation']
  readonly findings: readonly Finding[]
  readonly counts: FindingCounts
  readonly supervision?: Supervision
  readonly kept?: KeptReturn
  /** Remarks that do not keep it from being counted. */
  readonly remarks: readonly IntakeReason[]
  readonly read?: FileRead
}

/** A file that could count when it was looked at; what counts for its unit was judged since by the same rules, and stands. */
export interface Remembered extends Candidate {
  readonly unit: Registered
  readonly score: number
  readonly remarks: readonly IntakeReason[]
  readonly read: FileRead
  /** As it was. */
  readonly verdict: FileVerdict
}

export type Inspected =
  | { readonly verdict: FileVerdict; /** Units it may have come from: they did send something. */ readonly from: readonly Registered[] }
  | { readonly countable: Countable }
  | { readonly remembered: Remembered }

/** What leaves so much unread that a score would be unjust. */
const BREAKING: ReadonlySet<string> = new Set<Code>(['structure/sheet-missing', 'structure/header-not-found', 'structure/column-missing', 'structure/column-duplicated', 'structure/item-missing', 'structure/item-duplicated'])

/**
 * | the file                                             | decision   | code                     |
 * | cannot be loaded as a workbook                       | unreadable | `file/…`                 |
 * | an office's below, without a return to this level    | ignored    | intake/not-handed-up     |
 * | the office's own workbook                            | ignored    | intake/office-workbook   |
 * | of another campaign                                  | ignored    | intake/other-campaign    |
 * | says neither campaign nor kind                       | ignored    | intake/not-a-return      |
 * | of a unit or group the registry does not have        | rejected   | intake/unknown-unit      |
 * | its file name names another unit than it does itself | rejected   | intake/wrong-unit        |
 * | already counted, unchanged, in another week          | ignored    | intake/of-another-week   |
 * | no week chosen                                       | rejected   | intake/no-week           |
 * | of another week                                      | rejected   | intake/wrong-week        |
 * | a sheet or column lost or doubled (`BREAKING`)       | rejected   | intake/broken            |
 * | the same, made from another version                  | rejected   | intake/old-broken        |
 * | anything else                                        | countable, with remarks             |
 *
 * Why a lost sheet or column rejects: it would be scored as work not done, and the unit would be
 * ranked on it. The unit is told what to restore, and is shown as rejected, not as bad.
 * Why an old version alone does not: the office checks with its own definition, and what that
 * needs is there; the remark says so.
 */
export async function inspect<Opened>(file: IncomingFile, ports: InspectPorts<Opened>, context: InspectContext): Promise<Inspected> {
  let hash: string | undefined
  let book: Opened
  try {
    const loaded = await ports.load(file)
    hash = loaded.hash
    const known = hash === undefined ? undefined : context.recall?.(file, hash)
    if (known) return remembered(known, context)
    book = loaded.open()
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    const from = namedInFile(file.name, context.everybody)
    return noted({ verdict: { file: file.name, decision: 'unreadable', reasons: [{ code: error.code, severity: 'error', params: error.params }] }, from: from.length === 1 ? from : [] }, file, hash, context)
  }
  const identity = ports.identify(book)
  const stranger = strangerReason(identity, context)
  if (stranger) return noted({ verdict: { file: file.name, decision: 'ignored', reasons: [stranger] }, from: [] }, file, hash, context)
  return noted(inspectReturn(file, book, identity, ports, context), file, hash, context)
}

/** What an earlier verdict says of its file. */
function remembered(verdict: FileVerdict, { everybody }: InspectContext): Inspected {
  const { read, file, content = '', stamp = '', score = 0 } = verdict
  const unit = everybody.find(({ id, kind }) => id === verdict.unit && kind === verdict.kind)
  if (read?.rows !== undefined && unit) return { remembered: { file, content, stamp, rows: read.rows, unit, score, remarks: read.remarks ?? [], read, verdict } }
  return { verdict, from: everybody.filter(({ id }) => read?.from?.includes(id)) }
}

/** The same, with what it takes to know the file again. */
function noted(found: Refused | { readonly countable: Countable }, { modified }: IncomingFile, hash: string | undefined, { noted: by, everybody }: InspectContext): Inspected {
  if (hash === undefined || !by) return found
  const common = { hash, ...(modified !== undefined && { modified }), context: by.context }
  if ('countable' in found) {
    const { unit, rows, remarks } = found.countable
    return { countable: { ...found.countable, read: { ...common, basis: by.basisOf(unit), rows, ...(remarks.length > 0 && { remarks }) } } }
  }
  const { verdict, from, otherWeeks } = found
  const unit = everybody.find(({ id, kind }) => id === verdict.unit && kind === verdict.kind)
  const read = { ...common, basis: by.basisOf(unit), ...(otherWeeks !== undefined && { content: otherWeeks }), ...(from.length > 0 && { from: from.map(({ id }) => id) }) }
  return { verdict: { ...verdict, read }, from }
}

/** `otherWeeks`: content of a return that is not of this week. */
type Refused = { readonly verdict: FileVerdict; readonly from: readonly Registered[]; readonly otherWeeks?: string }

function strangerReason(identity: ReturnIdentity, context: InspectContext): IntakeReason | undefined {
  if (identity.kind === 'office' && identity.campaign !== undefined && identity.campaign === context.rollsUp) return { code: 'intake/not-handed-up', severity: 'warning' }
  if (identity.kind === 'office') return { code: 'intake/office-workbook', severity: 'warning' }
  if (identity.campaign !== undefined && identity.campaign !== context.campaign) return { code: 'intake/other-campaign', severity: 'warning', params: { campaign: identity.campaign } }
  if (identity.campaign === undefined || identity.kind === undefined) return { code: 'intake/not-a-return', severity: 'warning' }
  return undefined
}

function inspectReturn<Opened>(file: IncomingFile, book: Opened, identity: ReturnIdentity, ports: InspectPorts<Opened>, context: InspectContext): Refused | { readonly countable: Countable } {
  const unit = context.everybody.find(({ id, kind }) => id === identity.subject && kind === identity.kind)
  const named = namedInFile(file.name, context.everybody)
  const about = { file: file.name, ...(identity.kind !== 'office' && { kind: identity.kind }), ...(identity.subject !== undefined && { unit: identity.subject }), ...(identity.week !== undefined && { week: identity.week }) }
  const refuse = (reason: IntakeReason, from: readonly Registered[], decision: FileVerdict['decision'] = 'rejected', otherWeeks?: string): Refused => ({ verdict: { ...about, decision, reasons: [reason] }, from, ...(otherWeeks !== undefined && { otherWeeks }) })

  if (!unit) return refuse({ code: 'intake/unknown-unit', severity: 'error', params: { unit: identity.subject ?? '' } }, named.length === 1 ? named : [])
  if (named.length > 0 && !named.includes(unit)) {
    return refuse({ code: 'intake/wrong-unit', severity: 'error', params: { unit: unit.name, named: named.map(({ name }) => name).join(', ') } }, [unit, ...named])
  }

  const { ret, evaluation, findings, supervision, kept } = ports.check(book, factsOf(unit))
  const elsewhere = identity.week === context.week ? undefined : context.countedElsewhere(unit.id, ret.contentHash)
  if (elsewhere !== undefined) return refuse({ code: 'intake/of-another-week', severity: 'info', params: { counted: elsewhere } }, [], 'ignored', ret.contentHash)
  if (identity.week === undefined) return refuse({ code: 'intake/no-week', severity: 'error', params: { week: context.week } }, [unit], 'rejected', ret.contentHash)
  if (identity.week !== context.week) return refuse({ code: 'intake/wrong-week', severity: 'error', params: { said: identity.week, week: context.week } }, [unit], 'rejected', ret.contentHash)

  const old = identity.version !== context.version
  const broken = findings.filter((finding) => BREAKING.has(finding.code))
  if (broken.length > 0) {
    const where = [...new Set(broken.map((finding) => finding.sheet ?? finding.expected ?? finding.form ?? ''))].filter((name) => name !== '').join(', ')
    const params = { count: broken.length, where, version: identity.version ?? '', current: context.version }
    return refuse({ code: old ? 'intake/old-broken' : 'intake/broken', severity: 'error', params }, [unit])
  }

  const stamp = stampOf(identity.seal, ret.contentHash, file.modified, context.now)
  const remarks: IntakeReason[] = []
  if (old) remarks.push({ code: 'intake/old-definition', severity: 'warning', params: { version: identity.version ?? '', current: context.version } })
  if (stamp.sealed === 'edited') remarks.push({ code: 'intake/edited-after-check', severity: 'warning', params: { at: identity.seal?.at ?? '' } })
  if (stamp.sealed === 'ahead') remarks.push({ code: 'intake/clock-ahead', severity: 'warning', params: { at: identity.seal?.at ?? '' } })
  if (stamp.sealed === 'none') remarks.push({ code: 'intake/never-checked', severity: 'query' })
  if (ret.subject.name !== '' && ret.subject.name !== unit.name) remarks.push({ code: 'intake/name-differs', severity: 'warning', params: { said: ret.subject.name, registered: unit.name } })
  if (unit.kind === 'unit' && ret.subject.system !== '' && ret.subject.system !== unit.system) remarks.push({ code: 'intake/system-differs', severity: 'warning', params: { said: ret.subject.system, registered: unit.system } })
  if (context.deadline !== undefined && stamp.at.slice(0, 10) > context.deadline) remarks.push({ code: 'intake/late', severity: 'warning', params: { at: stamp.at, deadline: context.deadline } })
  const rows = Object.values(ret.rows).reduce((sum, count) => sum + count.accepted, 0)
  return { countable: { file: file.name, content: ret.contentHash, stamp: stamp.at, rows, unit, evaluation, findings, counts: countFindings(findings), ...(supervision && { supervision }), ...(kept && { kept }), remarks } }
}

/** What is known of a sender, by which its return is judged. */
export function factsOf({ kind, name, system, headcount }: Registered): Partial<SubjectFacts> {
  return kind === 'unit' ? { name, system, headcount } : { name }
}
