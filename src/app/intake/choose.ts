/** What decides between two valid returns of one unit for one week. */
export interface Candidate {
  readonly file: string
  readonly content: string
  /** See `stampOf`; empty: unknown. */
  readonly stamp: string
  /** Rows accepted. */
  readonly rows: number
}

/**
 * Orders candidates, best first. A total order over facts of the files alone, so that the choice
 * depends neither on the order of the files nor on how many runs they came in:
 *
 * | stamps     | rows accepted | content   | counts                                    |
 * | different  | any           | any       | the newer                                 |
 * | equal      | different     | different | the fuller; flagged `intake/same-time`    |
 * | equal      | equal         | different | the greater hash: arbitrary, but always the same one; flagged too |
 * | equal      | equal         | equal     | the first name: they are the same return  |
 */
export function byPreference(a: Candidate, b: Candidate): number {
  return order(b.stamp, a.stamp) || b.rows - a.rows || order(b.content, a.content) || order(a.file, b.file)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
