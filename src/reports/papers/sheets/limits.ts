/** Of a sheet's rows, in points. */
export const LIMIT = {
  /** Excel's, with a little room. */
  rowHeight: 405,
  /** A smaller gap is not seen. */
  leastGap: 1.5,
} as const
