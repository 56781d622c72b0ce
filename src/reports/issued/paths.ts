/** `days[2].hours` → `days.hours`, as a definition names the field of a repetition; other paths stay. */
export function repeatedPath(path: string): string {
  return path.replace(/\[\d+\]/, '')
}
