/** What a number format makes of a number: `date` counts days from the epoch; `time` is a part of a day, or a duration. */
export type FormatKind = 'date' | 'time' | 'number'

/** Excel's built-in number formats (ECMA-376 part 1, 18.8.30), the ids 27-36 and 50-58 as in Chinese (PRC). */
export const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0', 6: '"¥"#,##0;[Red]"¥"\\-#,##0', 7: '"¥"#,##0.00;"¥"\\-#,##0.00', 8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'mm-dd-yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)', 38: '#,##0 ;[Red](#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

/**
 * Tells dates from numbers by a format code (ECMA-376 part 1, 18.8.31). Quoted and escaped characters, colours, conditions
 * and locales say nothing. The first section with a date or time in it decides.
 *
 * | code | kind | because |
 * |---|---|---|
 * | `yyyy"年"m"月"` | date | `y` |
 * | `[$-804]aaaa` | date | weekday |
 * | `h:mm`, `[h]:mm:ss` | time | hours alone |
 * | `m` | date | a month: no hours or seconds beside it |
 * | `[Red]0.0" days"` | number | a digit; the letters are quoted |
 * | `0.00E+00`, `General` | number | |
 */
export function formatKind(code: string): FormatKind {
  for (const section of sectionsOf(code)) {
    const kind = sectionKind(section)
    if (kind !== 'number') return kind
  }
  return 'number'
}

/** The sections, reduced to the letters, digits and points that mean something, and `[h]` for any elapsed time. */
function sectionsOf(code: string): string[] {
  const sections = ['']
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!
    if (character === '"') at = endOf(code, '"', at)
    else if (character === '\\' || character === '_' || character === '*') at++
    else if (character === '[') {
      const end = endOf(code, ']', at)
      if (/^(h+|m+|s+)$/i.test(code.slice(at + 1, end))) sections[sections.length - 1] += '[h]'
      at = end
    } else if (character === ';') sections.push('')
    else sections[sections.length - 1] += character.toLowerCase()
  }
  return sections
}

function endOf(code: string, closing: string, at: number): number {
  const end = code.indexOf(closing, at + 1)
  return end < 0 ? code.length : end
}

function sectionKind(section: string): FormatKind {
  const bare = section.replace('general', '')
  const elapsed = bare.includes('[h]')
  // Fractions of a second are the only digits that a date or time may have.
  const letters = bare.replace(/s\.0+|\[h\]\.0+/g, 's').replace(/am\/pm|a\/p|e[+-]/g, '')
  if (/[0#?@]/.test(letters.replaceAll('[h]', ''))) return 'number'
  if (/[yde]|bb|aaa/.test(letters)) return 'date'
  if (elapsed || /[hs]/.test(letters)) return 'time'
  return letters.includes('m') ? 'date' : 'number'
}
