/** Text as people mean it: what is typed, pasted and full-width, made comparable. */

/** Zero-width characters, byte order marks, directional marks: invisible, and never meant. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
/** Control characters but tab and line breaks. `_x000D_` is how some producers escape one. */
// eslint-disable-next-line no-control-regex -- these are what has to go
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|_x00[01][0-9A-F]_/g

/** Most cells: nothing but printable ASCII and Han characters, which no rule here touches. */
const PLAIN = /^[!-^`-~\u4E00-\u9FFF]*$/

/** Characters that nobody sees and that make equal texts unequal; tabs and line breaks are none. */
export function hasHiddenCharacters(text: string): boolean {
  if (PLAIN.test(text)) return false
  return text.replace(INVISIBLE, '').replace(CONTROL, '').length !== text.replace(/_x000[AD9]_/g, '').length
}

/**
 * Text to keep: invisible and control characters removed, every kind of space one ordinary
 * space, none at either end or twice. Line breaks stay (`\n`) when `lines` is set, and are
 * spaces otherwise. Characters themselves are kept as typed, full-width punctuation included.
 */
export function cleanText(text: string, lines = false): string {
  if (PLAIN.test(text)) return text
  const visible = text.replace(/_x000D_|\r\n?/g, '\n').replace(INVISIBLE, '').replace(CONTROL, '')
  if (!lines) return visible.replace(/[\s\u3000]+/g, ' ').trim()
  return visible
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

/** Text as plain half-width characters on one line: `２００５．２．２１ ` → `2005.2.21`. */
export function halfWidth(text: string): string {
  return PLAIN.test(text) ? text : cleanText(text.normalize('NFKC'))
}

/**
 * Text to compare by: half-width, lower case, without any space, bracket, quotation mark,
 * required-mark or trailing colon. Two headings that fold alike are the same heading.
 */
export function fold(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[\s()[\]{}【】〔〕「」『』《》〈〉"“”'‘’*※●·・]/g, '')
    .replace(/[:：]+$/, '')
}

/** {@link fold} without what stands in brackets: `金额（元）` → `金额`. */
export function foldWithoutBrackets(text: string): string {
  const outside = halfWidth(text).replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
  return fold(outside) || fold(text)
}
