/**
 * The port "a workbook that is open": all that the pane and the ribbon know of Excel or of the
 * embedded spreadsheet. src/hosts/README.md says what an adapter promises and what it does not;
 * test/hosts/contract.ts holds every adapter to it.
 */
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'

export interface OpenWorkbook {
  /** What snapshots of this host leave out; absent: nothing. */
  readonly lacks?: readonly HostLack[]
  /** File name as the host shows it. */
  name(): Promise<string>
  /** Everything in the workbook now, in a fixed number of round trips however large it is. */
  snapshot(options?: SnapshotOptions): Promise<Workbook>
  /** Writes a patch: all of it, or a HostTrouble and nothing that the next snapshot could not show. */
  apply(patch: WorkbookPatch): Promise<void>
  /** Shows a sheet and selects the cell (1-based row and column). */
  reveal(sheet: string, row: number, column: number): Promise<void>
  /** Where the person is now; undefined where nothing in a sheet is selected (a chart, several areas). Changes nothing. */
  selected(): Promise<Selected | undefined>
  /** Calls back after a person changed something (not for the adapter's own patches). Returns how to stop. */
  onEdited(listener: () => void): Promise<() => Promise<void>>
  /** Calls back when a person selects another cell. Some hosts stay silent for some workbooks: never rely on it alone. */
  onSelected(listener: (at: Selected) => void): Promise<() => Promise<void>>
}

export interface SnapshotOptions {
  /**
   * Sheets, by name, that are not needed: a host for which reading costs something may leave them out, as if they were
   * not there. One may also give them all the same. A patch may still name them.
   */
  leaveOut?(sheet: string): boolean
}

export interface Selected {
  readonly sheet: string
  /** 1-based, top left of the selection. */
  readonly row: number
  readonly column: number
}

/**
 * What a host too old to tell leaves out of its snapshots, each a message to show beside a result:
 * - `host/lacks-hidden-rows`: `Row.hidden` is never set
 * - `host/lacks-merges`: `Sheet.merges` is empty
 */
export type HostLack = 'host/lacks-hidden-rows' | 'host/lacks-merges'

/**
 * - `host/editing`: a cell is being edited; nothing can be done until it is finished
 * - `host/sheet-missing`: a sheet that was there a moment ago is gone (`sheet`)
 * - `host/sheet-hidden`: the sheet to show is hidden (`sheet`)
 * - `host/read-only`: the workbook cannot be changed
 * - `host/protected`: a person's protection forbids the change (`sheet`)
 * - `host/too-old`: this Excel lacks what the add-in needs (`needs`)
 * - `host/too-large`: more than the host hands over at once (`sheet`)
 * - `host/failed`: anything else; `reason` is the host's own message
 */
export type HostTroubleCode = 'host/editing' | 'host/sheet-missing' | 'host/sheet-hidden' | 'host/read-only' | 'host/protected' | 'host/too-old' | 'host/too-large' | 'host/failed'

export class HostTrouble extends Error {
  constructor(
    readonly code: HostTroubleCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'HostTrouble'
  }
}
