/** Widths and heights as Excel has them → pixels at 96 dots an inch. */

/** Fonts whose digits are wider than those of the fonts that Excel begins with; at 11 points. */
const WIDE_DIGITS = /^(宋体|新宋体|SimSun|NSimSun|仿宋|FangSong|楷体|KaiTi|黑体|SimHei|等线|DengXian)/i
/** Excel's padding of a column: two pixels on both sides and one for the line. */
const PADDING = 5

/** Width of a digit of the workbook's font (ECMA-376 part 1, 18.3.1.13). */
export function digitWidth(font: { readonly name: string; readonly size: number }): number {
  const at11 = WIDE_DIGITS.test(font.name) ? 8 : 7
  return Math.max(1, Math.round((at11 * font.size) / 11))
}

/** `characters` of the workbook's font, as the column's width is shown in Excel. */
export function columnPixels(characters: number, digit: number): number {
  // Below one character Excel lets the padding shrink too.
  return characters < 1 ? Math.round(characters * (digit + PADDING)) : Math.round(characters * digit) + PADDING
}

export function rowPixels(points: number): number {
  return Math.round((points * 96) / 72)
}

/** Height in points of a row of one line of the workbook's font. */
export function lineHeight(size: number): number {
  return Math.max(12, Math.round((size * 1.32 + 0.5) * 4) / 4)
}
