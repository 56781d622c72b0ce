/** What papers are drawn up from. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Compliance } from '../../../domain/oversight/compliance'
import type { History } from '../../../domain/ranking/changes'
import type { RankingOptions } from '../../../domain/ranking/week-table'
import type { Registry } from '../../../domain/ranking/registry'
import type { IsoDate } from '../../../domain/returns/return'
import type { Language, Say } from '../../../domain/text'
import type { Decision } from '../../office/state'

export interface PaperSource {
  /** With settings and weights in force. */
  readonly campaign: Campaign
  /** The language that the templates are written in. */
  readonly language: Language
  readonly say: Say
  readonly registry: Registry
  /** Up to the week and no further. */
  readonly history: History
  /** How the weeks are ranked. */
  readonly ranking: RankingOptions
  /** By proposal key. */
  readonly decisions: ReadonlyMap<string, Pick<Decision, 'answer'>>
  /** Campaign week the papers are of. */
  readonly week: number
  /** Day on which the week was judged. */
  readonly asOf: IsoDate
  /** Day that the papers bear. */
  readonly date: IsoDate
  /** True: also what nobody has decided yet; every paper is marked as a draft. What was dismissed is never in one. */
  readonly draft: boolean
  /** Only these proposals, by key; absent: all that `consequencePapers` takes. */
  readonly only?: ReadonlySet<string>
  /** Day until which a missing return may still be sent; absent: the paper's own `days`. */
  readonly deadline?: IsoDate
  /** Units whose return counts although it came after the deadline, by week. Lateness is not judged in a week without one. */
  readonly late: ReadonlyMap<number, ReadonlySet<string>>
  readonly transfers: readonly TransferFacts[]
  /** Sums over the returns, for a bulletin; in the order in which they are shown. */
  readonly totals: readonly TotalFact[]
  /** What the groups together do of what is asked of them, for a bulletin. */
  readonly compliance: readonly Compliance[]
}

/** Where a unit stands on its way to the next stage. */
export interface TransferFacts {
  /** Registry id. */
  readonly unit: string
  readonly assessment?: number
  readonly passMark?: number
  readonly signedOn?: IsoDate
  readonly signedBy?: string
  readonly approvedOn?: IsoDate
  readonly approvedBy?: string
  /** Everything that has to be there, in the campaign's order and words. */
  readonly conditions: readonly { readonly title: string; readonly met: boolean; /** How it stands, in a few words; blank: only whether it is met. */ readonly state: string }[]
}

export interface TotalFact {
  readonly title: string
  readonly value: number
  /** An entry of the definition's `units`. */
  readonly unit?: string
}
