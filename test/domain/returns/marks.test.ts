import type { Finding } from '../../../src/domain/returns/finding'
import { countFindings, groupFindings } from '../../../src/domain/returns/group-findings'
import { markRows, marksOf, resultText } from '../../../src/domain/returns/marks'
import type { LocatedForm } from '../../../src/domain/returns/return'
import type { Say } from '../../../src/domain/text'

const say: Say = (key, params = {}) => (key === 'check/fix' ? '' : key === 'check/more' ? `+${params['n']}` : key)
const finding = (code: string, severity: Finding['severity'], row?: number, column?: number, sheet = '党课'): Finding => ({ code, kind: 'cell', severity, sheet, row, column })
const talks: LocatedForm = { form: 'talks', sheet: '党课', headerRow: 3, columns: {}, resultColumn: 7, marksColumn: 8, markedRows: [5] }

describe('marks', () => {
  it.each<[string, Finding[], string]>([
    ['nothing', [], ''],
    ['cells in order of their columns', [finding('a', 'warning', 4, 6), finding('b', 'error', 4, 4)], '|4:e|6:w|'],
    ['the gravest of a cell', [finding('a', 'query', 4, 4), finding('b', 'error', 4, 4), finding('c', 'warning', 4, 4)], '|4:e|'],
    ['a row without a cell', [finding('a', 'error', 4)], ''],
  ])('of %s', (_, findings, marks) => expect(marksOf(findings)).toBe(marks))

  it('go beside their rows; what an earlier check left is emptied', () => {
    const findings = [finding('cell/a', 'error', 4, 2), finding('cell/b', 'query', 4, 3), finding('structure/c', 'error', 3, 2), finding('cell/d', 'error', 4, 2, '学习考勤'), finding('structure/e', 'error')]
    expect(markRows(findings, { talks }, say, 'zh')).toEqual([
      { sheet: '党课', row: 4, column: 7, value: 'cell/a\ncell/b' },
      { sheet: '党课', row: 4, column: 8, value: '|2:e|3:q|' },
      { sheet: '党课', row: 5, column: 7, value: null },
      { sheet: '党课', row: 5, column: 8, value: null },
    ])
  })

  it('leave out a column that was removed', () => {
    expect(markRows([finding('cell/a', 'error', 4, 2)], { talks: { ...talks, marksColumn: undefined, markedRows: [] } }, say, 'zh')).toEqual([{ sheet: '党课', row: 4, column: 7, value: 'cell/a' }])
  })
})

describe('the result text', () => {
  it('says the gravest first, and the same only once', () => expect(resultText([finding('b', 'query'), finding('a', 'error'), finding('a', 'error')], say, 'zh')).toBe('a\nb'))
  it('is bounded, and counts what it leaves out', () => {
    const long = Array.from({ length: 30 }, (_, i) => finding(`${'x'.repeat(90)}${i}`, 'error'))
    const text = resultText(long, say, 'zh')
    expect(text.length).toBeLessThan(520)
    expect(text.split('\n').at(-1)).toBe('+25')
  })
})

describe('groups', () => {
  it('gather one code of one column, all repetitions of it together, errors first', () => {
    const findings: Finding[] = [
      { ...finding('cell/w', 'warning', 4, 2), field: 'days[1].hours' },
      { ...finding('cell/w', 'warning', 5, 4), field: 'days[2].hours' },
      { ...finding('cell/w', 'warning', 5, 9), field: 'madeUp' },
      { ...finding('cell/e', 'error', 9, 9), field: 'madeUp' },
      { ...finding('cell/w', 'warning', 4, 2, '名册'), field: 'days[1].hours' },
    ]
    expect(groupFindings(findings).map(({ code, sheet, field, findings: { length } }) => [code, sheet, field, length])).toEqual([
      ['cell/e', '党课', 'madeUp', 1],
      ['cell/w', '党课', 'days.hours', 2],
      ['cell/w', '党课', 'madeUp', 1],
      ['cell/w', '名册', 'days.hours', 1],
    ])
    expect(countFindings(findings)).toEqual({ errors: 1, warnings: 4, queries: 0 })
  })
})
