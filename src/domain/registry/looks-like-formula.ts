/** `=`, `@`, or a sign before something that is no number: text that a careless program would run. A phone's `+86` is none. */
export function looksLikeFormula(value: string): boolean {
  return /^\s*[=@]|^\s*[+-](?![\d\s()-]*$)/.test(value)
}
