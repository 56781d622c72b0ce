import { sheetNames } from '../../../../src/reports/papers/sheets/sheet-names'
import { brokenLines, isChinese } from '../../../../src/reports/papers/sheets/text-lines'
import { pageLine } from '../../../../src/reports/papers/sheets/page-line'

const CHINESE = { name: '仿宋_GB2312', size: 16, bold: false, italic: false, underline: false }
const LATIN = { ...CHINESE, name: 'Calibri' }
/** Room for so many characters. */
const room = (count: number) => (count * 16 + 5) / 0.98

it.each([
  ['breaks anywhere', '甲乙丙丁戊己庚辛', 4, ['甲乙丙丁', '戊己庚辛']],
  ['a stop stays with what it ends', '甲乙丙丁。戊己', 4, ['甲乙丙', '丁。戊己']],
  ['two of them, too', '甲乙丙丁”。戊', 4, ['甲乙丙', '丁”。戊']],
  ['what opens a quotation stays with it', '甲乙丙“丁戊己”', 4, ['甲乙丙', '“丁戊己', '”']],
  ['nothing but stops is broken where it comes to', '。。。。。。', 4, ['。。。。', '。。']],
  ['lines that a person ended', '甲乙\n丙', 4, ['甲乙\n', '丙']],
])('%s', (_, text, characters, expected) => {
  const lines = brokenLines(text, room(characters), CHINESE)
  expect(lines.join('')).toBe(text)
  if (text.includes('“')) expect(lines.every((line) => !line.endsWith('“') && !line.startsWith('”'))).toBe(true)
  else expect(lines).toEqual(expected)
})

it('Latin text breaks between words, and a word that is too long where it has to', () => {
  const lines = brokenLines('The site that comes last explains itself', 120, LATIN)
  expect(lines.join('')).toBe('The site that comes last explains itself')
  expect(lines.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true)
  expect(brokenLines('x'.repeat(100), 120, LATIN).length).toBeGreaterThan(3)
})

it.each([['第5周（2005年3月）', true], ['The site at A（甲）', false], ['', false]])('%s is Chinese: %s', (text, expected) => {
  expect(isChinese(text)).toBe(expected)
})

it.each<[string[], string[]]>([
  [['甲', '甲', '甲'], ['甲', '甲 2', '甲 3']],
  [['a/b:c', '', 'History', "'x'"], ['a b c', '1', 'History 2', 'x']],
  [['长'.repeat(40), '长'.repeat(40)], ['长'.repeat(31), `${'长'.repeat(29)} 2`]],
  [['ABC', 'abc'], ['ABC', 'abc 2']],
])('sheets called %j are %j', (wanted, expected) => {
  expect(sheetNames(wanted)).toEqual(expected)
})

describe('head and foot of pages', () => {
  const face = { name: '宋体', size: 14, bold: false, italic: false, underline: false }
  it('write text as text, and numbers of pages as what a sheet counts', () => {
    expect(pageLine([{ align: 'center', pieces: [{ text: 'A&B ', face }, { text: { field: 'page' }, face: { ...face, bold: true, color: 'C00000' } }, { text: '/', face }, { text: { field: 'pages' }, face }] }], 3)).toBe('&C&"宋体,Regular"&14&K000000A&&B &"宋体,Bold"&14&KC00000&P&"宋体,Regular"&14&K000000/&"宋体,Regular"&14&K0000003')
  })

  it('that are too long lose their fonts, then their end, and never half of a code', () => {
    const line = pageLine([{ align: 'left', pieces: [{ text: '&'.repeat(300), face }] }], 1)
    expect(line.length).toBeLessThanOrEqual(255)
    expect(line.replace(/^&C/, '').replaceAll('&&', '')).toBe('')
  })
})
