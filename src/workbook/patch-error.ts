/**
 * Why a workbook cannot be changed as asked. Each refusal is whole: nothing of the patch was applied.
 * Codes are stable; the text for people is in the message catalogue under the same key.
 * Every code lists what its `params` hold. A file that cannot be read throws `WorkbookError` instead.
 */
export const PATCH_ERRORS = {
  /** The workbook has no sheet of that name. */
  'patch/no-sheet': ['sheet'],
  /** A sheet without cells: a chart sheet, a dialog. */
  'patch/no-worksheet': ['sheet'],
  /** The cell lies under a merged area and is not its first cell: nobody would see the value. */
  'patch/merged-cell': ['sheet', 'cell', 'area'],
  /** The cell belongs to a formula that fills several cells at once; Excel changes only all of them. */
  'patch/array-formula': ['sheet', 'cell', 'area'],
  /** A heading of a table (of the Insert > Table kind) must agree with the table's own list of columns. */
  'patch/table-heading': ['sheet', 'cell', 'area'],
  /** Sheets are added to the usual form of the format, not to "Strict Open XML". */
  'patch/strict-format': [],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PatchErrorCode = keyof typeof PATCH_ERRORS

/** What a code's message may name. */
export type PatchErrorParams<C extends PatchErrorCode> = Readonly<Record<(typeof PATCH_ERRORS)[C][number], string>>

export class PatchError<C extends PatchErrorCode = PatchErrorCode> extends Error {
  constructor(
    readonly code: C,
    readonly params: PatchErrorParams<C>,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'PatchError'
  }
}
