import { BUILT_IN, formatKind } from '../../src/workbook/number-format'
import { serialOfIso } from '../../src/workbook/xlsx/read/iso-date'

describe('a number format', () => {
  it.each([
    ['General', 'number'], ['0', 'number'], ['@', 'number'], ['0.00E+00', 'number'], ['##0.0E+0', 'number'], ['# ?/?', 'number'],
    ['[Red]0.0" days"', 'number'], ['0" d"', 'number'], ['0\\d', 'number'], ['[$-804]0.00', 'number'], ['[>100]0;[Blue]0.0', 'number'], ['0_d', 'number'], ['* 0', 'number'],
    ['"y"', 'number'], ['', 'number'], [';;;', 'number'], ['0.0 days', 'number'], ['#,##0.00"元"', 'number'], ['"截至"yyyy', 'date'],
    ['yyyy-mm-dd', 'date'], ['YYYY/M/D', 'date'], ['m', 'date'], ['mmm', 'date'], ['d', 'date'], ['aaaa', 'date'], ['[$-804]aaaa;@', 'date'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date'], ['yyyy"年"m"月"d"日";@', 'date'], ['[DBNum1][$-804]yyyy"年"m"月"', 'date'], ['[$-411]ggge"年"', 'date'], ['m/d/yy h:mm', 'date'],
    ['yyyy-mm-dd\\ hh:mm:ss.000', 'date'], ['[<43831]"逾期";yyyy-mm-dd', 'date'],
    ['h:mm', 'time'], ['mm:ss', 'time'], ['mm:ss.0', 'time'], ['[h]:mm:ss', 'time'], ['[mm]', 'time'], ['[ss].000', 'time'], ['h:mm AM/PM', 'time'], ['上午/下午h"时"mm"分"', 'time'],
  ])('%s is a %s', (code, kind) => expect(formatKind(code)).toBe(kind))

  it('built in, is a date for the ids that Excel and its Chinese edition keep for dates', () => {
    const ids = Object.keys(BUILT_IN).map(Number).filter((id) => formatKind(BUILT_IN[id]!) !== 'number')
    expect(ids).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])
  })

  it('takes no longer for a hostile code', () => expect(formatKind('['.repeat(255) + '"'.repeat(255) + '\\'.repeat(255))).toBe('number'))
})

describe('an ISO date', () => {
  it.each([
    ['1900-03-01', 61],
    ['2005-02-21', 38404],
    ['2005-02-21T06:00', 38404.25],
    ['2005-02-21 12:00:00.000', 38404.5],
    ['2005-02-21T12:00:00+08:00', 38404.5],
    ['12:00:00', 0.5],
    ['24:00:00', 1],
  ])('%s is day %d', (text, serial) => expect(serialOfIso(text)).toBe(serial))

  it.each(['', '2005', '2005-13-01', '2005-02-30', '2005-2-1', '2005-02-21T', '25:00:00', '12:60', 'T', '2005-02-2112:00'])('%j is none', (text) => expect(serialOfIso(text)).toBeUndefined())
})
