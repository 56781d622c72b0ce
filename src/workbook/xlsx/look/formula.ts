const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.(?:_xlws\.)?|_xlpm\./gi

/** A formula as people write it: without the prefixes that the file gives to newer functions. Texts and sheet names stay. */
export function shownFormula(formula: string): string {
  return formula.includes('_xl') ? formula.replace(TOKEN, (token) => (token.startsWith('_') ? '' : token)) : formula
}

/** Excel's limit, in UTF-16 code units; what is longer is none of its formulas. */
export const LONGEST_FORMULA = 8_192
