/** What a return slip is made from. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { TrackedFinding } from '../../domain/oversight/findings-over-time'
import type { Explanation } from '../../domain/ranking/explanation'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'

export interface Slip {
  /** In force in that week. */
  readonly campaign: Campaign
  readonly week: number
  readonly asOf: IsoDate
  readonly explanation: Explanation
  readonly entry: LedgerEntry
  /** False: there are points and no rows. */
  readonly kept: boolean
  readonly findings?: readonly TrackedFinding[]
}

export interface SlipWords {
  readonly language: Language
  readonly say: Say
  /** Of a unit; its id when the registry does not have it any more. */
  nameOf(unit: string): string
}
