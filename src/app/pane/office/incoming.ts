/** The files that were put in for a week, and what can be said of each before they are consolidated. */
import type { FileVerdict, IntakeReason } from '../../../domain/ranking/verdict'
import type { FindingCounts } from '../../../domain/ranking/ledger'
import type { IsoDate } from '../../../domain/returns/return'
import type { OpenOffice } from '../../consolidate/open-office'
import { recallIn } from '../../consolidate/recall-in'
import { inspectContext } from '../../intake'
import type { Examination } from '../../intake/examine'
import { examinedPorts } from '../../intake/examine'
import { inspect, type InspectContext } from '../../intake/inspect'
import type { IncomingFile } from '../../intake/incoming'

/**
 * - `waiting`: not read yet
 * - `countable`: a return that can count; which of a unit's several does is decided when all are consolidated
 * - `decided`: what intake decided, at sight (it cannot count) or for good
 */
export type Sight =
  | { readonly state: 'waiting' }
  | { readonly state: 'countable'; readonly unit: string; readonly score: number; readonly counts: FindingCounts; readonly remarks: readonly IntakeReason[] }
  | { readonly state: 'decided'; readonly verdict: FileVerdict }

export interface Incoming {
  readonly file: IncomingFile
  readonly examination?: Examination
  readonly sight: Sight
}

export const WAITING: Sight = { state: 'waiting' }

/** The same decisions as in the consolidation, as far as one file alone can tell. */
export async function sightOf(file: IncomingFile, examination: Examination, context: InspectContext): Promise<Sight> {
  const found = await inspect(file, examinedPorts(() => examination), context)
  if ('verdict' in found) return { state: 'decided', verdict: found.verdict }
  if ('remembered' in found) return { state: 'decided', verdict: found.remembered.verdict }
  const { unit, evaluation, counts, remarks } = found.countable
  return { state: 'countable', unit: unit.name, score: evaluation.score.total, counts, remarks }
}

export interface TakingIn {
  readonly week: number
  /** Last day on which a return is in time; absent: lateness is not judged. */
  readonly deadline?: IsoDate
  readonly redo: boolean
}

/** By what files are looked at for a week. `keeps`: what the workbook remembers of a file counts only when its return is kept. */
export function contextFor({ campaignIn, state }: OpenOffice, { week, deadline, redo }: TakingIn, { now, keeps }: { readonly now: string; readonly keeps: boolean }): InspectContext {
  const campaign = campaignIn(week)
  const { id, version, rollUp } = campaign.definition
  const late = deadline === undefined ? {} : { deadline }
  return inspectContext({
    campaign: { id, version, rules: campaign.rules, ...(rollUp && { rollsUp: rollUp.of }) },
    registry: state.registry,
    week,
    ledger: state.entries,
    now,
    ...late,
    ...recallIn(state, { campaign, week, asOf: campaign.calendar.weekEnd(week), ...late, redo, keeps }),
  })
}

/** The list with more files: one that comes again under its name takes the place of the earlier. Leftovers of Office and systems stay out. */
export function withFiles(incoming: readonly Incoming[], files: readonly IncomingFile[]): Incoming[] {
  const all = new Map(incoming.map((one) => [one.file.name, one]))
  for (const file of files) if (isOfInterest(file.name)) all.set(file.name, { file, sight: WAITING })
  return [...all.values()]
}

/** Taken for what is in it. */
export function isZip(name: string): boolean {
  return /\.zip$/i.test(name)
}

/** Lock files (`~$name.xlsx`), hidden files and what a folder brings along that can be no return. */
function isOfInterest(name: string): boolean {
  const base = name.replace(/^.*[\\/]/, '')
  return !base.startsWith('~$') && !base.startsWith('.') && !/^(thumbs\.db|desktop\.ini)$/i.test(base)
}
