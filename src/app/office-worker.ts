/**
 * The far side of a Web Worker that does the office's heavy work: examining returns, and issuing
 * workbooks into a zip. What goes over the line is plain data; a program's worker file wires
 * {@link officeWorker} to its scope, tests to a pair of functions.
 */
import { checkDefinition } from '../domain/campaign/check-definition'
import type { Overrides } from '../domain/campaign/campaign'
import type { Waiver } from '../domain/evaluation/waiver'
import type { Definition } from '../domain/campaign/schema'
import type { Registered, Registry } from '../domain/ranking/registry'
import type { RegisteredMember } from '../domain/registry/registry-reading'
import type { IsoDate } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import { examine, type Examination, type ExamineBasis } from './intake/examine'
import { issueZip } from './issue-zip'
import type { WorkbookFormat } from './ports'

/** {@link ExamineBasis} as it travels. */
export interface ReadingJob {
  readonly definition: Definition
  readonly overrides: Overrides
  readonly asOf: IsoDate
  readonly everybody: readonly Registered[]
  readonly waivers?: readonly Waiver[]
}

/** What is issued. */
export interface ZipJob {
  readonly definition: Definition
  readonly registry: Registry
  readonly members?: readonly RegisteredMember[]
  readonly week?: number
  readonly language: Language
}

export type ToWorker =
  /** By what to judge the files that follow. */
  | { readonly kind: 'job'; readonly job: ReadingJob }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'issue'; readonly job: ZipJob }

export type FromWorker =
  /** One for each file, in their order. */
  | { readonly kind: 'examined'; readonly examination: Examination }
  | { readonly kind: 'issued'; readonly done: number; readonly total: number; readonly at: string }
  /** The next piece of the zip. */
  | { readonly kind: 'piece'; readonly bytes: Uint8Array }
  | { readonly kind: 'finished' }
  /** A fault of the program, not of a file. */
  | { readonly kind: 'failed'; readonly reason: string }

export interface WorkerPorts {
  readonly format: Pick<WorkbookFormat, 'read' | 'write'>
  pack(definition: Definition): string
  sayIn(language: Language): Say
  post(message: FromWorker, transfer: Transferable[]): void
}

/** Answers what comes in. Nothing is thrown: a fault is a message too. */
export function officeWorker(ports: WorkerPorts): (message: ToWorker) => void {
  let basis: ExamineBasis | undefined
  const answer = (message: ToWorker): void => {
    if (message.kind === 'job') basis = basisOf(message.job)
    else if (message.kind === 'file') {
      if (!basis) throw new Error('a file came before the job')
      ports.post({ kind: 'examined', examination: examine(message.bytes, basis, ports.format.read) }, [])
    } else {
      issueZip(
        message.job,
        ports,
        (bytes) => ports.post({ kind: 'piece', bytes }, [bytes.buffer as ArrayBuffer]),
        (done, total, at) => ports.post({ kind: 'issued', done, total, at }, []),
      )
      ports.post({ kind: 'finished' }, [])
    }
  }
  return (message) => {
    try {
      answer(message)
    } catch (error) {
      ports.post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }, [])
    }
  }
}

/** Throws for a definition that does not load: whoever sent the job has it loaded already. */
export function basisOf({ definition, overrides, asOf, everybody, waivers = [] }: ReadingJob): ExamineBasis {
  const { campaign, mistakes } = checkDefinition(definition, overrides)
  if (!campaign) throw new Error(`the definition does not load: ${mistakes[0]?.code ?? ''}`)
  return { campaign, asOf, everybody, waivers }
}

/** As much of a `Worker` as is used. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: { readonly data: FromWorker }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
}
