/** Intake: which of the files that came counts for which unit in a week, and why. */
import type { LedgerEntry } from '../domain/ranking/ledger'
import { registeredIn, type Registered, type Registry } from '../domain/ranking/registry'
import type { FileRead, FileVerdict, IntakeReason } from '../domain/ranking/verdict'
import type { Finding } from '../domain/returns/finding'
import { intakeContext, type Bases } from './intake/basis'
import { byPreference, type Candidate } from './intake/choose'
import { entryBase, otherEntry, validEntry, type JudgedBy } from './intake/entry'
import { inspect, type Countable, type InspectContext, type Inspected, type InspectPorts } from './intake/inspect'
import type { Recall } from './intake/recall'
import type { IncomingFile, IntakeResult } from './intake/incoming'
import type { KeptReturn } from './kept-returns'
import type { Progress } from './ports'

export interface IntakeOptions {
  readonly campaign: { readonly id: string; readonly version: string; /** Fingerprint of the rules scores are computed with. */ readonly rules: string; /** Campaign whose offices are its units. */ readonly rollsUp?: string }
  readonly registry: Registry
  readonly week: number
  /** The ledger as it stands: what was counted before competes with what comes now. */
  readonly ledger: readonly LedgerEntry[]
  /** ISO local date and time. */
  readonly now: string
  readonly deadline?: string
  /** Forget what was counted for this week before. */
  readonly redo?: boolean
  /** Noted on entries and verdicts, so that both are known again. */
  readonly bases?: Bases
  readonly recall?: Recall
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

interface ContestFile {
  /** Index into the files. */
  readonly at: number
  readonly candidate: Candidate
  readonly remarks: readonly IntakeReason[]
  readonly score: number
  readonly read?: FileRead
}

/** The candidates of one unit. Only the best one keeps its findings: memory does not grow with superseded files. */
interface Contest {
  readonly files: ContestFile[]
  /** Of those that were read now. */
  best?: Countable
}

/**
 * Reads the files one by one and lets each go before the next. The result does not depend on their
 * order, and taking them in several runs comes to the same as taking them at once.
 *
 * Of the valid returns of a unit the newest counts (`stampOf`, `byPreference`); an older valid one
 * is not displaced by a newer one that had to be rejected. For the entry of a unit:
 *
 * | counted before for this week | valid file now | entry                                  |
 * | no                           | no, none came  | `missing`                              |
 * | no                           | no, some came  | `rejected`, with the first reason       |
 * | any                          | yes, preferred | `valid`: the file                      |
 * | yes                          | yes, same content | `valid`: judged anew, by today's rules |
 * | yes                          | no, or an older one | as it was                          |
 *
 * A unit's system and headcount are those of the week: once a later week is in the ledger, a unit is judged and
 * entered by what it had then, units registered since are not expected, and units struck off since remain.
 *
 * With `recall`, a file that was looked at before is not opened: its verdict is made as if it had been, and what
 * counts for its unit stands.
 *
 * Throws the signal's reason when aborted; nothing has been changed then.
 */
export async function intake<Opened>(files: readonly IncomingFile[], ports: InspectPorts<Opened>, options: IntakeOptions): Promise<IntakeResult> {
  const { everybody, settled } = registeredIn(options.registry, options.ledger, options.week)
  const contests = new Map<string, Contest>(everybody.map(({ id }) => [id, { files: [] }]))
  const refused = new Map<string, IntakeReason[]>()
  const verdicts: FileVerdict[] = []
  const context = inspectContext(options, everybody)
  for (const [at, file] of files.entries()) {
    options.signal?.throwIfAborted()
    options.progress?.(at, files.length, file.name)
    const found = await inspect(file, ports, context)
    if ('verdict' in found) {
      verdicts[at] = found.verdict
      for (const { id } of found.from) refused.set(id, [...(refused.get(id) ?? []), ...found.verdict.reasons.slice(0, 1)])
    } else enter(contests, at, found)
  }
  options.progress?.(files.length, files.length, '')

  const previous = new Map(options.ledger.filter((entry) => entry.week === options.week).map((entry) => [entry.unit, entry]))
  const known = options.redo ? new Map<string, LedgerEntry>() : previous
  const winners = everybody.flatMap((one) => winnerOf(one, contests.get(one.id) as Contest, known.get(one.id)))
  const copies = copiesAcrossUnits(winners)
  const by: JudgedBy = { week: options.week, rules: options.campaign.rules, ...(options.bases && { basisOf: options.bases.entry }) }
  const entries = everybody.flatMap((one) => {
    const contest = contests.get(one.id) as Contest
    decide(contest, one, known.get(one.id), copies, options.week, verdicts)
    if (settled && !settled.has(one.id) && !contest.best) return []
    return [entryOf(one, contest.best, known.get(one.id), refused.get(one.id) ?? [], by)]
  })
  if (settled) entries.push(...[...settled.values()].filter(({ unit }) => !contests.has(unit)))
  const findings = new Map<string, readonly Finding[]>()
  const returns = new Map<string, KeptReturn>()
  for (const { id } of everybody) {
    const best = contests.get(id)?.best
    const entry = entries.find(({ unit }) => unit === id)
    if (!best || entry?.content !== best.content) continue
    findings.set(id, best.findings)
    if (best.kept) returns.set(id, best.kept)
  }
  return { week: options.week, verdicts, entries, findings, returns }
}

/** By what one file is looked at by itself. */
export function inspectContext({ campaign, week, now, deadline, ledger, registry, bases, recall }: IntakeOptions, everybody = registeredIn(registry, ledger, week).everybody): InspectContext {
  return {
    campaign: campaign.id,
    version: campaign.version,
    ...(campaign.rollsUp !== undefined && { rollsUp: campaign.rollsUp }),
    week,
    everybody,
    now,
    ...(deadline !== undefined && { deadline }),
    countedElsewhere: countedElsewhere(ledger, week),
    ...(bases && { noted: { context: intakeContext(week, everybody, deadline), basisOf: bases.file } }),
    ...(recall && { recall }),
  }
}

/** Week, other than `week`, in which this content counts for that unit. */
export function countedElsewhere(ledger: readonly LedgerEntry[], week: number): (unit: string, content: string) => number | undefined {
  const weeks = new Map(ledger.filter((entry) => entry.week !== week && entry.content !== undefined).map((entry) => [JSON.stringify([entry.unit, entry.content]), entry.week]))
  return (unit, content) => weeks.get(JSON.stringify([unit, content]))
}

function enter(contests: ReadonlyMap<string, Contest>, at: number, found: Exclude<Inspected, { verdict: FileVerdict }>): void {
  const one = 'countable' in found ? found.countable : found.remembered
  const { file, content, stamp, rows, remarks, read } = one
  const contest = contests.get(one.unit.id) as Contest
  const score = 'evaluation' in one ? one.evaluation.score.total : one.score
  contest.files.push({ at, candidate: { file, content, stamp, rows }, remarks, score, ...(read && { read }) })
  if ('evaluation' in one && (!contest.best || byPreference(one, contest.best) < 0)) contest.best = one
}

/** Best first, from now and from before. */
function candidatesOf(contest: Contest, known: LedgerEntry | undefined): Candidate[] {
  const stored = candidateOf(known)
  return [...contest.files.map(({ candidate }) => candidate), ...(stored ? [stored] : [])].sort(byPreference)
}

interface Winner extends Candidate {
  readonly unit: Registered
}

function winnerOf(unit: Registered, contest: Contest, known: LedgerEntry | undefined): Winner[] {
  const [winner] = candidatesOf(contest, known)
  return winner ? [{ ...winner, unit }] : []
}

/** Gives every candidate of a unit its verdict. */
function decide(contest: Contest, one: Registered, known: LedgerEntry | undefined, copies: ReadonlyMap<string, string>, week: number, verdicts: FileVerdict[]): void {
  const all = candidatesOf(contest, known)
  const [winner] = all
  const counted = contest.files.map(({ candidate }) => candidate).filter(({ content }) => content === winner?.content).sort(byPreference)[0]
  const undecided = all.find(({ stamp, content }) => stamp === winner?.stamp && content !== winner.content)
  for (const { at, candidate, remarks, score, read } of contest.files) {
    const about = { file: candidate.file, kind: one.kind, unit: one.id, week, ...(candidate.stamp !== '' && { stamp: candidate.stamp }), score, content: candidate.content, ...(read && { read }) }
    if (candidate === counted) {
      const copy = copies.get(one.id)
      const reasons: IntakeReason[] = [{ code: 'intake/counted', severity: 'info' }, ...remarks]
      if (undecided) reasons.push({ code: 'intake/same-time', severity: 'warning', params: { other: undecided.file } })
      if (copy !== undefined) reasons.push({ code: 'intake/same-as-another', severity: 'warning', params: { other: copy } })
      verdicts[at] = { ...about, decision: 'counted', reasons }
    } else if (candidate.content === winner?.content) {
      verdicts[at] = { ...about, decision: 'duplicate', reasons: [{ code: 'intake/duplicate', severity: 'info', params: { other: counted?.file ?? '' } }] }
    } else {
      verdicts[at] = { ...about, decision: 'superseded', reasons: [{ code: 'intake/superseded', severity: 'info', params: { other: winner?.file ?? '', at: winner?.stamp ?? '' } }, ...remarks] }
    }
  }
}

function entryOf(one: Registered, best: Countable | undefined, known: LedgerEntry | undefined, refused: readonly IntakeReason[], by: JudgedBy): LedgerEntry {
  const stored = candidateOf(known)
  if (!best || (stored && stored.content !== best.content && byPreference(stored, best) < 0)) {
    if (known && stored) return { ...known, ...entryBase(one, by.week) }
    return otherEntry(one, by, first([...refused.map(({ code }) => code), ...(known?.outcome === 'rejected' && known.reason !== undefined ? [known.reason] : [])]))
  }
  const source = stored && stored.content === best.content && byPreference(stored, best) < 0 ? stored : best
  return validEntry(one, by, best.evaluation, { file: source.file, content: best.content, stamp: source.stamp, rows: best.rows, counts: best.counts, ...(best.supervision && { supervision: best.supervision }) })
}

/** The same whatever order the files came in, and in how many runs. */
function first(codes: readonly string[]): string | undefined {
  return [...codes].sort()[0]
}

function candidateOf(entry: LedgerEntry | undefined): Candidate | undefined {
  if (entry?.outcome !== 'valid' || entry.content === undefined) return undefined
  return { file: entry.file ?? '', content: entry.content, stamp: entry.stamp ?? '', rows: entry.rows ?? 0 }
}

/** Units whose returns are alike to the last character, although something is filled in: one was copied. */
function copiesAcrossUnits(winners: readonly Winner[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Winner[]>()
  for (const winner of winners) if (winner.rows > 0) owners.set(winner.content, [...(owners.get(winner.content) ?? []), winner])
  return new Map([...owners.values()].filter((alike) => alike.length > 1).flatMap((alike) => alike.map(({ unit }) => [unit.id, alike.filter((other) => other.unit !== unit).map((other) => other.unit.name).join(', ')] as const)))
}
