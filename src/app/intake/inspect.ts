/** One file, looked at by itself: what it claims to be, and whether it could be counted. */
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { FindingCounts } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { FileVerdict, IntakeReason } from '../../domain/ranking/verdict'
import type { Code } from '../../domain/returns/codes'
import type { Finding } from '../../domain/returns/finding'
import { countFindings } from '../../domain/returns/group-findings'
import type { Return, ReturnIdentity, SubjectFacts } from '../../domain/returns/return'
import type { Workbook } from '../../workbook/model'
import type { KeptReturn } from '../kept-returns'
import { WorkbookError } from '../../workbook/error'
import type { Candidate } from './choose'
import { namedInFile } from './named-in-file'
import { stampOf } from './stamp'
import type { IncomingFile } from './incoming'

/** `Opened`: whatever stands for an opened file between its opening and its check. */
export interface InspectPorts<Opened = Workbook> {
  /** Throws WorkbookError. */
  open(file: IncomingFile): Promise<Opened>
  identify(opened: Opened): ReturnIdentity
  /** `registered`: what the office knows of the sender, by which it is judged. */
  check(opened: Opened, registered: Partial<SubjectFacts>): Checked
}

/** What intake needs of a checked return. */
export interface Checked {
  readonly ret: Pick<Return, 'contentHash' | 'rows' | 'subject'>
  readonly evaluation: Pick<Evaluation, 'score' | 'measures'>
  readonly findings: readonly Finding[]
  /** To be kept when it counts. */
  readonly kept?: KeptReturn
}

export interface InspectContext {
  readonly campaign: string
  readonly version: string
  readonly week: number
  readonly everybody: readonly Registered[]
  /** ISO local date and time; seals from the future are not believed. */
  readonly now: string
  /** Last day on which the week's return is in time; absent: lateness is not judged. */
  readonly deadline?: string
  /** Week in which this content already counts for that unit, if it does. */
  countedElsewhere(unit: string, content: string): number | undefined
}

/** A file that can be counted, with all that the ledger keeps of it. */
export interface Countable extends Candidate {
  readonly unit: Registered
  readonly evaluation: Checked['evaluation']
  readonly findings: readonly Finding[]
  readonly counts: FindingCounts
  readonly kept?: KeptReturn
  /** Remarks that do not keep it from being counted. */
  readonly remarks: readonly IntakeReason[]
}

export type Inspected =
  | { readonly verdict: FileVerdict; /** Units it may have come from: they did send something. */ readonly from: readonly Registered[] }
  | { readonly countable: Countable }

/** What leaves so much unread that a score would be unjust. */
const BREAKING: ReadonlySet<string> = new Set<Code>(['structure/sheet-missing', 'structure/header-not-found', 'structure/column-missing', 'structure/column-duplicated', 'structure/item-missing', 'structure/item-duplicated'])

/**
 * | the file                                             | decision   | code                     |
 * | cannot be loaded as a workbook                       | unreadable | `file/…`                 |
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
  let book: Opened
  try {
    book = await ports.open(file)
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    const from = namedInFile(file.name, context.everybody)
    return { verdict: { file: file.name, decision: 'unreadable', reasons: [{ code: error.code, severity: 'error', params: error.params }] }, from: from.length === 1 ? from : [] }
  }
  const identity = ports.identify(book)
  const stranger = strangerReason(identity, context)
  if (stranger) return { verdict: { file: file.name, decision: 'ignored', reasons: [stranger] }, from: [] }
  return inspectReturn(file, book, identity, ports, context)
}

function strangerReason(identity: ReturnIdentity, context: InspectContext): IntakeReason | undefined {
  if (identity.kind === 'office') return { code: 'intake/office-workbook', severity: 'warning' }
  if (identity.campaign !== undefined && identity.campaign !== context.campaign) return { code: 'intake/other-campaign', severity: 'warning', params: { campaign: identity.campaign } }
  if (identity.campaign === undefined || identity.kind === undefined) return { code: 'intake/not-a-return', severity: 'warning' }
  return undefined
}

function inspectReturn<Opened>(file: IncomingFile, book: Opened, identity: ReturnIdentity, ports: InspectPorts<Opened>, context: InspectContext): Inspected {
  const unit = context.everybody.find(({ id, kind }) => id === identity.subject && kind === identity.kind)
  const named = namedInFile(file.name, context.everybody)
  const about = { file: file.name, ...(identity.kind !== 'office' && { kind: identity.kind }), ...(identity.subject !== undefined && { unit: identity.subject }), ...(identity.week !== undefined && { week: identity.week }) }
  const refuse = (reason: IntakeReason, from: readonly Registered[], decision: FileVerdict['decision'] = 'rejected'): Inspected => ({ verdict: { ...about, decision, reasons: [reason] }, from })

  if (!unit) return refuse({ code: 'intake/unknown-unit', severity: 'error', params: { unit: identity.subject ?? '' } }, named.length === 1 ? named : [])
  if (named.length > 0 && !named.includes(unit)) {
    return refuse({ code: 'intake/wrong-unit', severity: 'error', params: { unit: unit.name, named: named.map(({ name }) => name).join(', ') } }, [unit, ...named])
  }

  const { ret, evaluation, findings, kept } = ports.check(book, factsOf(unit))
  const elsewhere = identity.week === context.week ? undefined : context.countedElsewhere(unit.id, ret.contentHash)
  if (elsewhere !== undefined) return refuse({ code: 'intake/of-another-week', severity: 'info', params: { counted: elsewhere } }, [], 'ignored')
  if (identity.week === undefined) return refuse({ code: 'intake/no-week', severity: 'error', params: { week: context.week } }, [unit])
  if (identity.week !== context.week) return refuse({ code: 'intake/wrong-week', severity: 'error', params: { said: identity.week, week: context.week } }, [unit])

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
  return { countable: { file: file.name, content: ret.contentHash, stamp: stamp.at, rows, unit, evaluation, findings, counts: countFindings(findings), ...(kept && { kept }), remarks } }
}

/** What is known of a sender, by which its return is judged. */
export function factsOf({ kind, name, system, headcount }: Registered): Partial<SubjectFacts> {
  return kind === 'unit' ? { name, system, headcount } : { name }
}
