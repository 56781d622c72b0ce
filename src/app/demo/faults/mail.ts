/** What arrives at the office from one subject in one week. */
import type { Found, ReturnInMaking } from '../return-in-making'
import type { Subject } from '../subject'

export interface Mail {
  /** File name without folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Came after the week was closed. */
  readonly late?: boolean
  /** What is wrong with this very file. */
  readonly planted: readonly Found[]
}

/** Everything that is needed to send a return, properly or not. */
export interface Sender {
  readonly making: ReturnInMaking
  /** The return as it should arrive: checked and sealed. */
  readonly own: Mail
  /** The bytes of a return in making. */
  finish(making: ReturnInMaking): Uint8Array
  /** As a check in the office or at the unit leaves it; `at`: ISO local date and time. */
  seal(bytes: Uint8Array, at: string): Uint8Array
  /** Day of the week's return, for times of seals. */
  readonly day: string
  /** The same return, not yet sealed, made anew. */
  again(): ReturnInMaking
  /** The file of the week before, when it was in order. */
  readonly lastWeek?: Pick<Mail, 'bytes' | 'planted'>
  readonly others: readonly Subject[]
  fileName(subject: Pick<Subject, 'id' | 'name'>, remark?: string): string
}
