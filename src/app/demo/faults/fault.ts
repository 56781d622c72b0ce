/** A fault that waits to be planted. */
import type { WorkbookKind } from '../../../domain/campaign/schema'
import type { ReturnInMaking } from '../return-in-making'

export interface Fault {
  readonly code: string
  readonly kind: WorkbookKind
  /** Weeks in which it can be found, both included. */
  readonly from: number
  readonly until: number
  /** The office does not count such a return: nothing else goes into it. */
  readonly alone: boolean
  /** Plants it if the return gives occasion; says whether it did. */
  plant(making: ReturnInMaking): boolean
}
