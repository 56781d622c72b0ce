/** The state of the pane over the office's workbook. */
import type { RollOfSystem } from '../../../domain/ranking/arrivals'
import type { IsoDate } from '../../../domain/returns/return'
import type { Consolidation } from '../../consolidate'
import type { OpenOffice } from '../../consolidate/open-office'
import type { Answer } from '../../decide'
import type { Change } from '../journal'
import type { Incoming } from './incoming'
import type { ConsequenceList } from './lists'
import type { RankingInPane } from './ranking'
import type { RollCallSection } from '../../roll-call'
import type { Trouble } from '../trouble'

export type DeskState = { readonly phase: 'opening' } | { readonly phase: 'unusable'; readonly trouble: Trouble } | DeskReady

export interface DeskReady {
  readonly phase: 'ready'
  /** The workbook as it was last read, with the settings in force. */
  readonly office: OpenOffice
  readonly week: number
  /** What the workbook has on that week. */
  readonly shown: ShownWeek
  /** Somebody changed the workbook since it was read. */
  readonly isStale: boolean
  readonly incoming: readonly Incoming[]
  /** Last day on which a return is in time; absent: lateness is not judged. */
  readonly deadline?: IsoDate
  /** Consolidate from these files alone: what was counted for the week before is forgotten. */
  readonly redo: boolean
  /** What is going on; nothing else can be begun meanwhile. */
  readonly work?: Work
  readonly done?: Done
  /** The last change made here; absent: nothing to undo. */
  readonly undoable?: Undoable
  readonly trouble?: { readonly at: Place; readonly trouble: Trouble }
}

export interface Undoable {
  readonly kind: 'consolidated' | 'recomputed' | 'decided' | 'recorded'
  readonly changes: readonly Change[]
}

export interface ShownWeek {
  readonly sections: readonly RollCallSection[]
  /** Absent: the week has not been consolidated. */
  readonly ranking?: RankingInPane
  readonly lists: readonly ConsequenceList[]
  /** The week by system and by day; empty while it has not been consolidated. */
  readonly roll: readonly RollOfSystem[]
}

/** Where in the pane something was asked for: what comes of it is shown there. */
export type Place = 'head' | 'week' | 'lists' | 'oversight'

export interface Work {
  readonly kind: 'refreshing' | 'reading' | 'consolidating' | 'recomputing' | 'writing' | 'deciding' | 'undoing'
  readonly done: number
  readonly total: number
  readonly at: string
}

/** The last thing that was done. */
export type Done =
  | { readonly kind: 'consolidated'; readonly at: 'week'; readonly result: Pick<Consolidation, 'week' | 'asOf' | 'changed' | 'files' | 'rollCall' | 'changes' | 'troubles'> }
  | { readonly kind: 'decided'; readonly at: 'lists'; readonly count: number; readonly answer?: Answer }
  /** `changes`: what became another in weeks that were consolidated. */
  | { readonly kind: 'recomputed'; readonly at: 'head'; readonly changes: number }
  /** `left`: cells that were not put back, since somebody changed them meanwhile. */
  | { readonly kind: 'undone'; readonly at: 'head'; readonly left: number }
  | { readonly kind: 'cancelled'; readonly at: Place }
