/**
 * What to hand to Excel so that a text arrives as that text.
 *
 * Excel treats a value that is written as if it were typed: `=1+1` becomes a formula, `007` a number,
 * `2005-03-11` a date, `3月1日` one in a Chinese Excel. A leading apostrophe keeps a text a text, and is
 * not part of the value afterwards. In a cell whose format is Text nothing is taken for anything else.
 */

/** Where a formula begins, also as a Chinese input method writes it. */
const FORMULA = /^[=+\-@＝＋－＠]/

/** Digits of any script, the digits of Chinese dates, what begins an error value, truth values: rather too much than too little. */
const CONVERTIBLE = /[\p{N}一二三四五六七八九十百千万亿零两]|^#|^(true|false)$/iu

/** Sentences and lines are nothing but text. */
const PROSE = /[。；“”\n]/

/** `isText`: the cell's number format is known to be Text (`@`). */
export function textInput(text: string, isText: boolean): string {
  if (text === '') return text
  // An apostrophe of the text's own would be taken for the one that says "text".
  if (text.startsWith("'")) return `'${text}`
  if (isText) return text
  const typed = text.trim()
  return FORMULA.test(typed) || (CONVERTIBLE.test(typed) && !PROSE.test(text)) ? `'${text}` : text
}
