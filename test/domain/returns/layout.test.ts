import { layoutForm, rosterLabel, sheetName } from '../../../src/domain/returns/layout'
import { repetitionHeadings } from '../../../src/domain/returns/headings'
import type { RepeatField } from '../../../src/domain/campaign/schema'
import { study } from '../../support/study-campaign'

const layout = (form: string, language: 'zh' | 'en' = 'zh', rows?: number) => layoutForm(study, form, { language, rows })
/** `column heading`, one a column, as a person reads the sheet from left to right. */
const headings = (form: string, language?: 'zh' | 'en') => layout(form, language).columns.map(({ column, row, group, heading }) => [row ?? column, group, heading].filter(Boolean).join(' '))

describe('the layout of a form', () => {
  it('puts a companion’s label and a column for each repetition between number and result', () => {
    expect(headings('attendance')).toEqual(['3 2月21日 周一 学时', '4 2月21日 周一 迟到', '5 2月22日 周二 学时', '6 2月22日 周二 迟到', '7 补课学时', '8 合计'])
    expect(layout('attendance')).toMatchObject({ sheet: '学习考勤', sumRow: 3, groupRow: 4, headerRow: 5, firstRow: 6, numberColumn: 1, labelColumn: 2, resultColumn: 9, marksColumn: 10 })
  })

  it('speaks English', () => expect(headings('attendance', 'en').slice(0, 2)).toEqual(['3 21 Feb Mon Hours', '4 21 Feb Mon Late']))

  it('puts a roster’s hidden label last', () => expect(layout('members')).toMatchObject({ headerRow: 3, firstRow: 4, rowCount: 30, resultColumn: 6, marksColumn: 7, labelColumn: 8 }))

  it('prepares the rows asked for, else those of the definition', () => expect([layout('talks').rowCount, layout('talks', 'zh', 12).rowCount]).toEqual([3, 12]))

  it('puts one field a row on a record sheet', () => {
    expect(headings('facts')).toEqual(['4 负责人', '5 电话', '6 成立日期', '7 经费（元）'])
    expect(layout('facts')).toMatchObject({ headerRow: 3, firstRow: 4, rowCount: 4, resultColumn: 4, marksColumn: 5 })
  })

  it('throws for a form there is not: a broken program', () => expect(() => layout('none')).toThrow('no such form'))
})

describe('headings of repetitions', () => {
  const over = (title: string, source = 'lists.kinds') => repetitionHeadings(study.definition, { type: 'repeat', over: source, record: 'one', title: { zh: title, en: title }, fields: {} } as RepeatField, 'zh')
  it.each([
    ['{item}', ['在职党员', '离退休党员']],
    ['第{n}类', ['第1类', '第2类']],
    ['类别', ['类别 1', '类别 2']],
  ])('%s', (title, expected) => expect(over(title)).toEqual(expected))
})

describe('names', () => {
  it.each([['党课/会议: [1]', '党课 会议 1'], ["'名册'", '名册'], ['很'.repeat(40), '很'.repeat(31)]])('of sheets are such as Excel takes: %s', (title, name) => expect(sheetName(title)).toBe(name))
  it('of members have their number where there are two', () => expect([rosterLabel('王芳', 3, false, 'zh'), rosterLabel('王芳', 3, true, 'zh'), rosterLabel('A', 3, true, 'en')]).toEqual(['王芳', '王芳（3）', 'A (3)']))
})
