/** What the pane knows of a return (a unit's or supervision group's workbook) that is open. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Mistake } from '../../../domain/campaign/mistake'
import type { WorkbookKind } from '../../../domain/campaign/schema'
import type { Seal, SubjectFacts } from '../../../domain/returns/return'
import type { CheckResult } from '../../check'
import type { Selected } from '../../open-workbook'
import type { JournalEntry } from '../journal'
import type { Trouble } from '../trouble'
import type { SeverityFilter } from './finding-list'
import type { Preparation } from './preparation'

/**
 * | phase      | the workbook                                             | what can be done      |
 * | `loading`  | is being looked at                                       | nothing               |
 * | `unusable` | brings no definition that works                          | read what to do       |
 * | `ready`    | has its rules: can be checked, undone, prepared          | everything            |
 */
export type ReturnState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'unusable'; readonly trouble: Trouble; readonly mistakes: readonly Mistake[] }
  | ReadyState

export interface ReadyState {
  readonly phase: 'ready'
  readonly campaign: Campaign
  /** File name as the host shows it. */
  readonly openName: string
  readonly facts: ReturnFacts
  /** One thing at a time. */
  readonly work: Work
  readonly checked?: Checked
  /** What the last action met with, shown where the action is; gone with the next. */
  readonly trouble?: { readonly trouble: Trouble; readonly during: Action }
  readonly selected?: Selected
  readonly filter: SeverityFilter
  /** The last action that can be undone. */
  readonly undoable?: JournalEntry
  readonly undone?: { readonly action: JournalEntry['action']; readonly restored: number; readonly left: number }
  readonly preparation?: Preparation
  /** Week that preparing will stamp. */
  readonly week: number
}

export type Action = 'check' | 'reveal' | 'undo' | 'prepare'
/** Showing a cell keeps nothing else from being done. */
export type Work = 'nothing' | Exclude<Action, 'reveal'>

export interface ReturnFacts {
  readonly kind: WorkbookKind
  readonly subject: SubjectFacts
  /** Absent: none chosen on the cover. */
  readonly week?: number
  /** Version of the definition that the workbook was made from, where it says. */
  readonly version?: string
  /** What the last check left in the workbook. */
  readonly seal?: Seal
}

export interface Checked {
  readonly result: CheckResult
  /** Something was edited since: the findings may no longer hold. */
  readonly stale: boolean
  /** False: the workbook did not take the result, which is shown here only. */
  readonly written: boolean
}
