/**
 * How much a file may make us do. A return is some 70 KB and 6,000 cells; the limits leave
 * room for a workbook two hundred times that, and stop what was made to exhaust a machine.
 * Everything is bounded by what comes out, never by what a header claims.
 */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number
  /** Entries in the package. */
  readonly entries: number
  /** Bytes of one part, inflated. */
  readonly partBytes: number
  /** Bytes of all parts together, inflated. */
  readonly packageBytes: number
  /** Sheets in the workbook, chart sheets included. */
  readonly sheets: number
  /** Cells written in all sheets together, blank ones included. */
  readonly cells: number
  /** Elements inside elements. */
  readonly depth: number
  /** Attributes of one element. */
  readonly attributes: number
  /** Characters of a number format code (Excel's own limit). */
  readonly formatCode: number
}

const MiB = 1024 * 1024

/** For messages: bytes as whole MiB, rounded up. */
export function inMiB(bytes: number): number {
  return Math.ceil(bytes / MiB)
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 64 * MiB,
  entries: 4096,
  partBytes: 256 * MiB,
  packageBytes: 512 * MiB,
  sheets: 1024,
  cells: 5_000_000,
  depth: 64,
  attributes: 128,
  formatCode: 255,
}
