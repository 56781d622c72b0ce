import { readReturn } from '../../../src/domain/returns/read-return'
import { whereOf } from '../../../src/domain/returns/finding-text'
import type { Return } from '../../../src/domain/returns/return'
import { sheetFrom } from '../../support/sheet'
import { ATTENDANCE, MEMBERS, FACTS, study, studyBook, TALKS, type StudySheets } from '../../support/study-campaign'

const read = (sheets?: StudySheets) => readReturn(studyBook(sheets), study)
/** `code @sheet cell`, one a finding. */
const said = (ret: Return) => ret.findings.map((finding) => [finding.code, finding.sheet && `@${finding.sheet}`, whereOf(finding)].filter(Boolean).join(' '))

describe('a return in order', () => {
  const ret = read()

  it('has nothing to say', () => expect(said(ret)).toEqual([]))

  it('says whose it is and for which week', () => {
    expect(ret.identity).toEqual({ campaign: 'study', version: '1', kind: 'unit', subject: 'u01', week: 2 })
    expect(ret.subject).toEqual({ id: 'u01', name: '城南小学', system: '教育系统', headcount: 2, group: 'g1' })
  })

  it('has a record of every row that is filled in', () => {
    expect(ret.records.facts?.map(({ values }) => values)).toEqual([{ leader: '王芳', phone: '0831888', setUp: '2005-02-20', funds: 5000 }])
    expect(ret.records.members?.map(({ row, number, label, values }) => ({ row, number, label, ...values }))).toEqual([
      { row: 4, number: 1, label: '王芳', name: '王芳', card: '001', kind: 'serving', leader: true },
      { row: 5, number: 2, label: '李建国', name: '李建国', card: '002', kind: 'retired', leader: false },
    ])
    expect(ret.records.talks?.map(({ label, values }) => ({ label, ...values }))).toEqual([
      { label: '王芳', on: '2005-03-01', speaker: 4, share: 1, people: 34, remark: null },
      { label: '李建国', on: '2005-03-02', speaker: 5, share: 0.9, people: 30, remark: '补一课' },
    ])
  })

  it('ties companions to the roster by running number, and adds totals up itself', () => {
    expect(ret.records.attendance?.map(({ rosterRow, label, values, repeats }) => ({ rosterRow, label, total: values.total, days: repeats.days }))).toEqual([
      { rosterRow: 4, label: '王芳', total: 16, days: [{ n: 1, key: '2005-02-21', values: { hours: 8, late: false } }, { n: 2, key: '2005-02-22', values: { hours: 8, late: false } }] },
      { rosterRow: 5, label: '李建国', total: 8, days: [{ n: 1, key: '2005-02-21', values: { hours: 8, late: null } }, { n: 2, key: '2005-02-22', values: { hours: null, late: null } }] },
    ])
  })

  it('accounts for every row', () => {
    expect(ret.rows).toEqual({
      facts: { read: 1, accepted: 1, rejected: 0, blank: 0 },
      members: { read: 3, accepted: 2, rejected: 0, blank: 1 },
      attendance: { read: 3, accepted: 2, rejected: 0, blank: 1 },
      talks: { read: 3, accepted: 2, rejected: 0, blank: 1 },
    })
  })

  it('says where the columns are', () => {
    expect(ret.located.attendance).toMatchObject({ sheet: '学习考勤', headerRow: 5, resultColumn: 9, marksColumn: 10, columns: { 'days[1].hours': 3, 'days[2].late': 6, madeUp: 7, total: 8 } })
    expect(ret.located.facts).toMatchObject({ headerRow: 3, columns: { phone: 2 }, fieldRows: { phone: 5 }, resultColumn: 4, marksColumn: 5 })
  })
})

describe('sheets', () => {
  it.each<[string, StudySheets, string[]]>([
    ['renamed', { members: sheetFrom('花名册', MEMBERS), names: { muster_members: "'花名册'!$A$3:$H$6" } }, ['structure/sheet-renamed @花名册']],
    ['without its defined name', { names: { muster_members: undefined } }, ['structure/name-missing @党员名册']],
    ['whose name points nowhere', { names: { muster_members: '#REF!$A$1' } }, ['structure/name-missing @党员名册']],
    ['with its title in the other language', { talks: sheetFrom('talks ', TALKS), names: { muster_talks: undefined } }, ['structure/name-missing @talks ']],
    ['renamed and without its name: found by its headings', { talks: sheetFrom('Sheet1', TALKS), names: { muster_talks: undefined } }, ['structure/sheet-renamed @Sheet1']],
    ['hidden', { talks: sheetFrom('党课', TALKS, { visibility: 'hidden' }) }, ['structure/sheet-hidden @党课']],
    ['copied', { more: [sheetFrom('党课 (2)', TALKS)] }, ['structure/sheet-copied @党课 (2)']],
    ['missing', { talks: null, names: { muster_talks: undefined } }, ['structure/sheet-missing']],
    ['without a header row', { talks: sheetFrom('党课', '| 1 | 2005-03-01 | 王芳 |') }, ['structure/header-not-found @党课']],
  ])('%s', (_, sheets, codes) => expect(said(read(sheets))).toEqual(codes))

  it('that are missing leave no records, and a record form its blank one', () => {
    const ret = read({ talks: null, facts: null, names: { muster_talks: undefined, muster_facts: undefined } })
    expect(ret.records.talks).toEqual([])
    expect(ret.records.facts?.map(({ values }) => values)).toEqual([{ leader: null, phone: null, setUp: null, funds: null }])
    expect(ret.rows.talks).toEqual({ read: 0, accepted: 0, rejected: 0, blank: 0 })
  })
})

describe('columns', () => {
  const talks = (table: string) => read({ talks: sheetFrom('党课', table) })
  const first = (ret: Return) => ret.records.talks?.[0]?.values

  it('read where they were moved to', () => {
    const ret = talks(`
      | 序号 | 主讲人 | 备注 | 日期       | 人数 | 到课率 | 校验结果 | 校验标记 |
      | 1    | 王芳   | 好   | 2005-03-01 | 34   | 100%   |          |          |
    `)
    expect(said(ret)).toEqual(['structure/columns-moved @党课 B1'])
    expect(first(ret)).toEqual({ on: '2005-03-01', speaker: 4, share: 1, people: 34, remark: '好' })
  })

  it('read by headings in either language, whatever their width and spacing', () => {
    const ret = talks(`
      | No. | Ｄａｔｅ   | 主 讲 人 | Attendance* | 人数（人） | remark | Check result | Check marks |
      | 1   | 2005-03-01 | 王芳     | 100%        | 34         | 好     |              |             |
    `)
    expect(said(ret)).toEqual([])
    expect(first(ret)).toEqual({ on: '2005-03-01', speaker: 4, share: 1, people: 34, remark: '好' })
  })

  it.each([
    ['missing', '| 序号 | 日期 | 主讲人 | 到课率 | 备注 | 校验结果 | 校验标记 |', ['structure/column-missing @党课 1']],
    ['nearly the same', '| 序号 | 日期 | 主讲人员 | 到课率 | 人数 | 备注 | 校验结果 | 校验标记 |', ['structure/column-renamed @党课 C1']],
    ['something else between its neighbours', '| 序号 | 日期 | 主讲人 | 到课率 | 参加者 | 备注 | 校验结果 | 校验标记 |', ['structure/column-renamed @党课 E1']],
    ['there twice', '| 序号 | 日期 | 主讲人 | 到课率 | 人数 | 备注 | 备注 | 校验结果 | 校验标记 |', ['structure/column-duplicated @党课 G1']],
    ['without the columns of the software', '| 序号 | 日期 | 主讲人 | 到课率 | 人数 | 备注 |', ['structure/result-columns-missing @党课 1']],
  ])('%s', (_, header, codes) => expect(said(talks(header))).toEqual(codes))

  it('are not mistaken for a title that says the same', () => {
    const ret = talks(`
      | 备注 | ~          | ~      | ~      | ~    | ~    | ~        | ~        |
      | 序号 | 日期       | 主讲人 | 到课率 | 人数 | 备注 | 校验结果 | 校验标记 |
      | 1    | 2005-03-01 | 王芳   | 100%   | 34   | 好   |          |          |
    `)
    expect(said(ret)).toEqual([])
    expect(first(ret)).toMatchObject({ remark: '好' })
  })

  it('there twice count where the data are', () => {
    const ret = talks(`
      | 序号 | 日期       | 主讲人 | 到课率 | 人数 | 人数 | 备注 | 校验结果 | 校验标记 |
      | 1    | 2005-03-01 | 王芳   | 100%   |      | 34   |      |          |          |
    `)
    expect(said(ret)).toEqual(['structure/column-duplicated @党课 E1'])
    expect(first(ret)).toMatchObject({ people: 34 })
  })

  it('that nobody asked for are reported when they hold data', () => {
    const ret = talks(`
      | 序号 | 日期       | 主讲人 | 到课率 | 人数 | 备注 | 校验结果 | 校验标记 | 内部 | 空 |
      | 1    | 2005-03-01 | 王芳   | 100%   | 34   |      |          |          | 甲   |    |
      | 2    |            |        |        |      |      |          |          | 乙   |    |
    `)
    expect(said(ret)).toEqual(['structure/column-unknown @党课 I1'])
    expect(ret.findings[0]?.params).toEqual({ count: 2, first: 'I2' })
  })

  it('of repetitions go by the heading above them, merged or not', () => {
    const swapped = ATTENDANCE.replace('2月21日 周一', 'X').replace('2月22日 周二', '2月21日 周一').replace('| X ', '| 2月22日 周二 ')
    const ret = read({ attendance: sheetFrom('学习考勤', swapped.replaceAll('| ~ ', '|   ')) })
    expect(said(ret)).toEqual(['structure/columns-moved @学习考勤 C5'])
    expect(ret.located.attendance?.columns).toMatchObject({ 'days[1].hours': 5, 'days[2].hours': 3, madeUp: 7 })
  })

  it('of repetitions go by their order when the heading above them is gone', () => {
    const ret = read({ attendance: sheetFrom('学习考勤', ATTENDANCE.replace('2月21日 周一', '').replace('2月22日 周二', '').replaceAll('| ~ ', '|   ')) })
    expect(said(ret)).toEqual(['structure/group-missing @学习考勤 5'])
    expect(ret.located.attendance?.columns).toMatchObject({ 'days[1].hours': 3, 'days[2].hours': 5 })
  })
})

describe('rows', () => {
  const talks = (rows: string, options?: Parameters<typeof sheetFrom>[2]) =>
    read({ talks: sheetFrom('党课', `| 序号 | 日期 | 主讲人 | 到课率 | 人数 | 备注 | 校验结果 | 校验标记 |\n${rows}`, { top: 3, ...options }) })

  it.each([
    ['beyond the prepared ones', '| |\n| |\n| |\n| | 2005-03-01 | 王芳 |', ['structure/beyond-prepared @党课 7'], { read: 1, accepted: 1, rejected: 0, blank: 0 }],
    ['of sums that somebody added', '| 1 | 2005-03-01 | 王芳 | | 34 |\n| 合计 | | | | =34 |', ['structure/summary-row @党课 5'], { read: 2, accepted: 1, rejected: 1, blank: 0 }],
    ['with an error do not count when they tell of an event', '| 1 | 待定 | 王芳 |', ['cell/not-a-date @党课 B4'], { read: 1, accepted: 0, rejected: 1, blank: 0 }],
    ['without what is required', '| 1 | 2005-03-01 |', ['cell/required @党课 C4'], { read: 1, accepted: 0, rejected: 1, blank: 0 }],
    ['of a talk that is entered twice', '| 1 | 2005-03-01 | 王芳 |\n| 2 | 2005.3.1 | 1 |', ['cell/text-date @党课 B5', 'row/duplicate @党课 C5'], { read: 2, accepted: 1, rejected: 1, blank: 0 }],
    ['with formulas', '| 1 | =2005-03-01 | 王芳 | | =? |', ['structure/formula-in-input @党课 B4', 'structure/formula-without-result @党课 E4'], { read: 1, accepted: 0, rejected: 1, blank: 0 }],
    ['with an error value', '| 1 | 2005-03-01 | 王芳 | | #N/A |', ['cell/error-value @党课 E4'], { read: 1, accepted: 0, rejected: 1, blank: 0 }],
    ['with merged cells', '| 1 | 2005-03-01 | 王芳 | 100% | 34 |\n| 2 | ^ | 李建国 | | |', ['structure/merged-cells @党课 B4', 'cell/required @党课 B5'], { read: 2, accepted: 1, rejected: 1, blank: 0 }],
  ])('%s', (_, rows, codes, counts) => {
    const ret = talks(rows)
    expect(said(ret)).toEqual(codes)
    expect(ret.rows.talks).toEqual(counts)
  })

  it('that are hidden count all the same', () => {
    const ret = talks('| 1 | 2005-03-01 | 王芳 |', { hiddenRows: [4] })
    expect(said(ret)).toEqual(['structure/hidden-row @党课 4'])
    expect(ret.rows.talks?.accepted).toBe(1)
  })

  it('keep their Excel row when rows were inserted above', () => {
    const ret = read({ talks: sheetFrom('党课', `| 说明 |\n| 2005年 |\n| |\n${TALKS}`) })
    expect(ret.records.talks?.map(({ row }) => row)).toEqual([7, 8])
  })
})

describe('roster and companion', () => {
  const attendance = (rows: string) =>
    read({ attendance: sheetFrom('学习考勤', `
      |      |      | 2月21日 周一 | ~    | 2月22日 周二 | ~    |          |      |          |          |
      | 序号 | 姓名 | 学时         | 迟到 | 学时         | 迟到 | 补课学时 | 合计 | 校验结果 | 校验标记 |
      ${rows}`, { top: 4 }) })

  it.each([
    ['a number that is not on the roster', '| 9 | | 8 |', ['consistency/not-on-roster @学习考勤 A6'], []],
    ['a number that is not on the roster, without data', '| 9 | | |', [], []],
    ['a number twice', '| 1 | =王芳 | 8 |\n| 1 | =王芳 | 6 |', ['consistency/number-duplicate @学习考勤 A7'], [4]],
    ['a number that is gone: the label does', '| | 李建国 | 8 |', ['consistency/number-missing @学习考勤 A6'], [5]],
    ['a number and label that are gone', '| | | 8 |', ['consistency/number-missing @学习考勤 A6'], []],
    ["somebody else's name typed over the label", '| 1 | 李建国 | 8 |', ['consistency/label-differs @学习考勤 B6'], [4]],
    ['a total typed over with another number', '| 1 | =王芳 | 8 | | 8 | | | 40 |', ['consistency/total-differs @学习考勤 H6'], [4]],
    ['a total typed over with the same number', '| 1 | =王芳 | 8 | | 8 | | | 16 |', ['consistency/total-replaced @学习考勤 H6'], [4]],
    ['an outdated result of its formula', '| 1 | =王芳 | 8 | | 8 | | | =40 |', [], [4]],
    ['hours beyond a limit that a setting gives', '| 1 | =王芳 | 11 |', ['cell/above-maximum @学习考勤 C6'], [4]],
  ])('%s', (_, rows, codes, accepted) => {
    const ret = attendance(rows)
    expect(said(ret)).toEqual(codes)
    expect(ret.records.attendance?.filter((record) => record.accepted).map(({ rosterRow }) => rosterRow)).toEqual(accepted)
  })

  it('a slip in one cell keeps nobody out: the cell reads as blank', () => {
    const [record] = attendance('| 1 | =王芳 | 八小时左右 | | 8 |').records.attendance ?? []
    expect(record).toMatchObject({ accepted: true, values: { total: 8 } })
    expect(record?.repeats.days?.[0]?.values.hours).toBeNull()
  })

  it('says limits with their units', () => expect(attendance('| 1 | =王芳 | 11 |').findings[0]).toMatchObject({ value: '11', expected: '10小时', subject: '王芳', field: 'days[1].hours', params: { heading: '2月21日 周一 学时' } }))

  it('tells two of one name apart by their numbers', () => {
    const members = sheetFrom('党员名册', `
      | 序号 | 姓名 | 证号 | 类别 | 领导干部 | 校验结果 | 校验标记 | 选项名称 |
      | 1    | 王芳 | '001 |      |          |          |          | =王芳（1） |
      | 2    | 王芳 | '002 |      |          |          |          | =王芳（2） |
      | 2    | 赵敏 | '003 |      |          |          |          | =赵敏 |
      | 4    |      | '002 |      |          |          |          | = |
    `)
    const ret = read({ members, talks: sheetFrom('党课', TALKS.replace('王芳', '王芳(2)').replace('李建国', '王芳')), names: { muster_members: "'党员名册'!$A$1:$H$9" } })
    expect(ret.records.members?.map(({ label, accepted }) => [label, accepted])).toEqual([['王芳（1）', true], ['王芳（2）', true], ['赵敏', false], ['002', false]])
    expect(said(ret).filter((code) => /党课|名册/.test(code))).toEqual([
      'consistency/number-duplicate @党员名册 A4',
      'cell/required @党员名册 B5',
      'cell/ambiguous-reference @党课 C5',
    ])
    expect(ret.records.talks?.[0]?.values.speaker).toBe(3)
  })

  it('a card number that two members have is shown at the second', () => {
    const ret = read({ members: sheetFrom('党员名册', MEMBERS.replace("'002", "' ００１")) })
    expect(said(ret)).toEqual(['cell/duplicate @党员名册 C5'])
    expect(ret.rows.members?.accepted).toBe(2)
  })
})

describe('a record sheet', () => {
  const facts = (table: string) => read({ facts: sheetFrom('基本情况', table) })

  it.each([
    ['an item that is missing', FACTS.replace(/.*电话.*\n/, ''), ['structure/item-missing @基本情况']],
    ['an item that was renamed', FACTS.replace('成立日期', '成立的日期'), ['structure/item-renamed @基本情况 A6']],
    ['an item twice', `${FACTS} | 电话 | '0831999 | | | |\n`, ['structure/item-duplicated @基本情况 A8']],
    ['an item nobody asked for', `${FACTS} | 传真 | '0831999 | | | |\n`, ['structure/item-unknown @基本情况 B8']],
    ['what is required', FACTS.replace('王芳', '    '), ['cell/required @基本情况 B4']],
    ['a value that cannot be read', FACTS.replace('5000', '若干'), ['cell/not-a-number @基本情况 B7']],
    ['nothing of the form', '| 甲 | 乙 |', ['structure/header-not-found @基本情况']],
  ])('with %s', (_, table, codes) => expect(said(facts(table))).toEqual(codes))

  it('is not misled by a title that says the same as an item', () => expect(said(facts(FACTS.replace('| 基本情况     |', '| 负责人 |')))).toEqual([]))

  it('reads without its headings: the value is to the right of its item', () => {
    const ret = facts(FACTS.replace(/.*项目.*\n/, ''))
    expect(said(ret)).toEqual(['structure/result-columns-missing @基本情况 2'])
    expect(ret.records.facts?.[0]?.values).toMatchObject({ leader: '王芳', funds: 5000 })
  })

  it('reads with a column inserted between items and values', () => {
    const wide = FACTS.replace(/^(\s*\|[^|\n]*)\|/gm, '$1| 备用 |')
    expect(facts(wide).records.facts?.[0]?.values).toMatchObject({ leader: '王芳', funds: 5000 })
  })
})

describe('the identity of a workbook', () => {
  it.each<[string, Parameters<typeof readReturn>[0], string[]]>([
    ['none', { ...studyBook(), sheets: studyBook().sheets.filter(({ name }) => name !== '_muster') }, ['structure/not-issued']],
    ['a cover without a week', { ...studyBook(), sheets: studyBook().sheets.map((sheet) => (sheet.name === '封面' ? sheetFrom('封面', '| 学习活动 |') : sheet)) }, ['structure/week-missing @封面 B2']],
    ['a week beyond the campaign', { ...studyBook(), sheets: studyBook().sheets.map((sheet) => (sheet.name === '封面' ? sheetFrom('封面', '| 学习活动 |\n| 周次 | 第9周 |') : sheet)) }, ['structure/week-unreadable @封面 B2']],
  ])('%s', (_, book, codes) => expect(said(readReturn(book, study))).toEqual(codes))
})
