/**
 * The heavy part of looking at a file, apart from every decision about it: bytes → what they say and
 * amount to. An examination is plain data, so that it can be made in a worker and sent back.
 */
import type { Campaign } from '../../domain/campaign/campaign'
import type { Waiver } from '../../domain/evaluation/waiver'
import type { Registered } from '../../domain/ranking/registry'
import { returnTo } from '../../domain/returns/handed-up'
import { readIdentity } from '../../domain/returns/read-identity'
import type { IsoDate, ReturnIdentity } from '../../domain/returns/return'
import type { Workbook } from '../../workbook/model'
import { WorkbookError } from '../../workbook/error'
import { checkWorkbook } from '../check'
import { keptReturn } from '../kept-returns'
import { factsOf, type Checked, type InspectPorts } from './inspect'
import type { IncomingFile } from './incoming'

export type Examination = (
  | { readonly state: 'unreadable'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  /** Not opened: whoever decides remembers it. */
  | { readonly state: 'known' }
  | {
      readonly state: 'read'
      readonly identity: ReturnIdentity
      /** Absent when it is no return of this campaign. Of the measures only the shortfalls: the ledger keeps no others. */
      readonly checked?: Checked
    }
) & {
  /** SHA-256 of the bytes; absent: they could not be loaded, or nobody reckoned it. */
  readonly hash?: string
}

/** By what to judge. Equal bases, equal examinations. */
export interface ExamineBasis {
  /** With the settings that the office has in force. */
  readonly campaign: Campaign
  readonly asOf: IsoDate
  readonly everybody: readonly Registered[]
  /** Of the whole office. */
  readonly waivers?: readonly Waiver[]
}

/** Never throws for what a file may contain. */
export function examine(bytes: Uint8Array, { campaign, asOf, everybody, waivers = [] }: ExamineBasis, read: (bytes: Uint8Array) => Workbook): Examination {
  let book: Workbook
  try {
    book = returnTo(read(bytes), campaign.definition.id)
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    return { state: 'unreadable', code: error.code, params: error.params }
  }
  const identity = readIdentity(book)
  if (identity.campaign !== campaign.definition.id || identity.kind === undefined || identity.kind === 'office') return { state: 'read', identity }
  const sender = everybody.find(({ id, kind }) => id === identity.subject && kind === identity.kind)
  const { ret, evaluation, findings, supervision, sheets } = checkWorkbook(book, { campaign, asOf, today: asOf, everybody, waivers, ...(sender && { registered: factsOf(sender) }) })
  return {
    state: 'read',
    identity,
    checked: {
      ret: { contentHash: ret.contentHash, rows: ret.rows, subject: ret.subject },
      evaluation: { score: evaluation.score, ...(evaluation.unwaived && { unwaived: evaluation.unwaived }), measures: evaluation.measures.filter(({ status }) => status === 'shortfall') },
      findings,
      ...(supervision && { supervision }),
      kept: keptReturn(ret, sheets),
    },
  }
}

/** Intake's view of files that were examined elsewhere: the same decisions, from what was sent back. */
export function examinedPorts(examinationOf: (file: IncomingFile) => Examination | Promise<Examination>): InspectPorts<Extract<Examination, { state: 'read' }>> {
  return {
    async load(file) {
      const examination = await examinationOf(file)
      return {
        ...(examination.hash !== undefined && { hash: examination.hash }),
        open() {
          if (examination.state === 'read') return examination
          if (examination.state === 'known') throw new Error(`${file.name} was not opened, and is not remembered`)
          // The code was a WorkbookError's, or one of the same kind from whoever loaded the file.
          throw new WorkbookError(examination.code as never, examination.params as never)
        },
      }
    },
    identify: ({ identity }) => identity,
    check({ checked }) {
      if (!checked) throw new Error('intake asks for a check of what is no return of this campaign')
      return checked
    },
  }
}
