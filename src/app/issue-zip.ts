/** Every workbook that is handed to units and groups, in one zip, piece by piece: no more than one workbook is in memory. The office's own is open already. */
import { Zip, ZipPassThrough } from 'fflate'
import { checkDefinition } from '../domain/campaign/check-definition'
import { issue, issueCount } from './issue'
import type { ZipJob, WorkerPorts } from './office-worker'
import type { Progress } from './ports'

/** Zip keeps times from 1980 on; a fixed one, so that the same job gives the same bytes. */
const STAMP = new Date(2000, 0, 1)

/** Calls back with every piece of the zip and before every workbook. Workbooks are deflated already: they are stored. */
export function issueZip(job: ZipJob, ports: Pick<WorkerPorts, 'format' | 'pack' | 'sayIn'>, piece: (bytes: Uint8Array) => void, progress: Progress): void {
  for (const step of issueSteps(job, ports, piece)) progress(step.done, step.total, step.at)
}

export interface IssueStep {
  readonly done: number
  readonly total: number
  /** Path of the workbook that comes next; empty at the end. */
  readonly at: string
}

/** The same, step by step, for a page that has no worker and wants to breathe in between. */
export function* issueSteps(job: ZipJob, { format, pack, sayIn }: Pick<WorkerPorts, 'format' | 'pack' | 'sayIn'>, piece: (bytes: Uint8Array) => void): Generator<IssueStep> {
  const { definition, registry, members, week, language } = job
  const { campaign, mistakes } = checkDefinition(definition)
  if (!campaign) throw new Error(`the definition does not load: ${mistakes[0]?.code ?? ''}`)
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    piece(bytes)
  })
  const work = { campaign, registry, ...(members && { members }), ...(week !== undefined && { week }), words: { language, say: sayIn(language), definitionText: pack(definition) } }
  const total = issuedInZip(work)
  let done = 0
  for (const { kind, path, spec } of issue(work)) {
    if (kind === 'office') continue
    yield { done, total, at: path }
    const entry = new ZipPassThrough(path)
    entry.mtime = STAMP
    zip.add(entry)
    entry.push(format.write(spec), true)
    done += 1
  }
  zip.end()
  yield { done, total, at: '' }
}

/** How many workbooks the zip holds. */
export function issuedInZip(job: Parameters<typeof issueCount>[0]): number {
  return issueCount(job) - 1
}
