/**
 * Why a file could not be read or changed. Codes are stable; the text for people is in
 * `messages/file.ts` under the same key, with the remedy under `<code>.fix`.
 * Every code lists what its `params` hold, so that a message can name part, cell and limit.
 *
 * Parts are named as in the package (`xl/worksheets/sheet1.xml`), cells as in Excel (`C4`).
 */
export const WORKBOOK_ERRORS = {
  /** No bytes at all. */
  'file/empty': [],
  /** Neither a package nor anything known. */
  'file/not-a-workbook': [],
  /** Begins as a package, and its end (the directory) is missing. */
  'file/truncated': [],
  /** Needs a password to open. */
  'file/password': [],
  /** The binary format of Excel 97-2003. */
  'file/old-xls': [],
  /** Excel's binary workbook. */
  'file/xlsb': [],
  /** OpenDocument spreadsheet. */
  'file/ods': [],
  /** The XML format of Excel 2003. */
  'file/xml-2003': [],
  /** A web page saved under a spreadsheet's name. */
  'file/html': [],
  /** An Office package of another program (Word, PowerPoint). */
  'file/other-office': ['kind'],
  /** A package with no workbook in it. */
  'file/no-workbook': [],
  /** Sizes and their limits in MiB, rounded up. */
  'file/too-large': ['size', 'limit'],
  'file/too-many-entries': ['count', 'limit'],
  'file/part-too-large': ['part', 'limit'],
  'file/package-too-large': ['limit'],
  /** The zip directory contradicts itself or the file. */
  'file/damaged-zip': ['part'],
  'file/overlapping-entries': ['part', 'other'],
  'file/duplicate-entry': ['part'],
  'file/unsafe-name': ['part'],
  'file/encrypted-entry': ['part'],
  'file/unsupported-compression': ['part', 'method'],
  'file/checksum': ['part'],
  /** A part that cannot be inflated, or has another size than declared. */
  'file/damaged-part': ['part'],
  'file/missing-part': ['part'],
  /** A part that is no well-formed XML; `offset` in bytes from its beginning. */
  'file/malformed-xml': ['part', 'offset'],
  /** The same for a sheet; `cell` is the last one begun. */
  'file/malformed-sheet': ['sheet', 'cell', 'part', 'offset'],
  /** A part that begins a document type definition: never needed, and a known way to attack. */
  'file/dtd': ['part'],
  'file/encoding': ['part', 'encoding'],
  'file/too-deep': ['part', 'limit'],
  'file/too-many-attributes': ['part', 'limit'],
  'file/too-many-sheets': ['count', 'limit'],
  /** Two sheets of one name, but for case: no name or formula could tell them apart. */
  'file/duplicate-sheet': ['sheet'],
  'file/too-many-cells': ['sheet', 'limit'],
  /** A reference that is none, lies beyond XFD1048576, or stands in another row. */
  'file/bad-reference': ['sheet', 'cell'],
  'file/duplicate-cell': ['sheet', 'cell'],
  /** A cell whose content does not fit its type (a number that is none, a shared string that does not exist). */
  'file/bad-value': ['sheet', 'cell', 'value'],
  'file/long-format': ['length', 'limit'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type WorkbookErrorCode = keyof typeof WORKBOOK_ERRORS

/** What a code's message may name. */
export type WorkbookErrorParams<C extends WorkbookErrorCode> = Readonly<Record<(typeof WORKBOOK_ERRORS)[C][number], string | number>>

/** Thrown for a file that cannot be used as a workbook: the caller reports it and goes on with the next file. */
export class WorkbookError<C extends WorkbookErrorCode = WorkbookErrorCode> extends Error {
  readonly params: WorkbookErrorParams<C>

  constructor(
    readonly code: C,
    params: WorkbookErrorParams<C>,
    options?: { cause?: unknown },
  ) {
    const shown = presentable(params)
    super(`${code} ${JSON.stringify(shown)}`, options)
    this.params = shown
    this.name = 'WorkbookError'
  }
}

/** Characters of a name or value that a message shows. */
const LONGEST_SHOWN = 200

/** Names and values come from the file: what would fill a screen is cut, what would steer a terminal is replaced. */
function presentable<P extends Readonly<Record<string, string | number>>>(params: P): P {
  const shown = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, LONGEST_SHOWN).replace(/\p{Cc}/gu, '\ufffd') : value])
  return Object.fromEntries(shown) as P
}
