/** The number that an attribute holds; NaN when it is missing, blank or none. */
export function numberIn(written: string | undefined): number {
  return written === undefined || written.trim() === '' ? NaN : Number(written)
}
