import { layoutForm } from '../../../src/domain/returns/layout'
import { filledLabels, issuedLabels, issuedTotal, labelFormula, rosterLookup, totalFormula } from '../../../src/reports/issued/formulas'
import { shipped } from '../../support/shipped-campaigns'

const campaign = shipped('safety-month')
const roster = layoutForm(campaign, 'employees', { language: 'zh', rows: 20 })
const training = layoutForm(campaign, 'training', { language: 'zh', rows: 20 })

describe('labels of a roster', () => {
  it.each([
    ['zh', ['王芳', '李明', '王芳', ''], ['王芳（1）', '李明', '王芳（3）', '']],
    ['en', ['Jo Price', 'jo price', 'Li Na'], ['Jo Price (1)', 'jo price (2)', 'Li Na']],
    // A spreadsheet's wildcards are characters like any other in a name.
    ['en', ['A*', 'AB'], ['A*', 'AB']],
  ] as const)('in %s, %j are told apart as %j', (language, names, labels) => expect(issuedLabels(names, language)).toEqual(labels))

  it('are built by a formula that compares whole names', () =>
    expect(labelFormula(roster, 2, 5, 'zh')).toBe('IF($B5="","",IF(SUMPRODUCT(--($B$4:$B$23=$B5))>1,$B5&"（"&$A5&"）",$B5&""))'))

  it('are looked up by running number, not by position', () =>
    expect(rosterLookup(roster, roster.labelColumn as number, 6)).toBe(`IFERROR(INDEX('员工名册'!$I$4:$I$23,MATCH($A6,'员工名册'!$A$4:$A$23,0))&"","")`))

  it('are offered down to the last one there is', () => expect(filledLabels(roster, roster.labelColumn as number)).toMatch(/^OFFSET\('员工名册'!\$I\$4,0,0,MAX\(1,SUMPRODUCT\(MAX\(.*\)\)-3\),1\)$/))
})

describe('the total of a row', () => {
  it('sums the cells it names, repetitions included, and stays empty while they are', () =>
    expect(totalFormula(training, ['modules.hours'], 6)).toBe('IF(COUNT(C6,E6,G6,I6)=0,"",SUM(C6,E6,G6,I6))'))

  it('joins neighbours', () => {
    const attendance = layoutForm(shipped('learning-mobilization'), 'attendance', { language: 'zh', rows: 20 })
    expect(totalFormula(attendance, ['days.together', 'days.alone'], 6)).toContain('SUM(C6:D6,G6:H6,')
  })

  it.each([
    [{}, ''],
    [{ 'modules[1].hours': 2, 'modules[3].hours': 1.5 }, 3.5],
    [{ 'modules[1].hours': 0 }, 0],
    [{ 'modules[1].hours': '八' }, ''],
  ])('of %j is issued as %j', (values, total) => expect(issuedTotal(training, ['modules.hours'], values)).toBe(total))
})
