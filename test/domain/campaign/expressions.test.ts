/** What expressions can say and what they give. The table of functions in docs/definition.md is tested here. */
import { loadDefinition } from '../../../src/domain/campaign/load'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import { sheets } from '../evaluation/sheet-return'
import { changed } from './small-campaign'

const TABLES = {
  office: '| plan | funds | why |\n| 2005-02-22 | 1200.5 | |',
  members: `
    | name | category | phone | leader | notes |
    | Ann  | normal   | 001   | yes    | 1000  |
    | Bob  |          |       |        |       |
    | Cy   | frail    |       | no     | 0     |`,
  attendance: `
    | of  | days[1].hours | days[1].mark | days[2].hours | days[2].mark | days[3].hours | days[3].mark | total |
    | Ann | 8             | theory       | 7.5           | practice     |               |              |       |
    | Cy  | 0.1           |              | 0.2           |              |               |              |       |`,
  lectures: `
    | on         | topic    | speaker | notice     |
    | 2005-03-01 | theory   | Ann     | 2005-02-28 |
    | 2005-03-08 | practice | Ann     |            |
    |            | theory   |         |            |`,
}

/** Value of an expression over the unit, or over the row of a member; as of 2005-03-10 (a Thursday of week 3). */
function value(expression: string, member?: string): number | string | undefined {
  const quoted = `'${expression.replaceAll("'", "''")}'`
  const source = member === undefined ? changed('value: lectures.size()', `value: ${quoted}`) : changed('value: member.notes', `value: ${quoted}`, changed("    applies: member.category != 'frail'\n", ''))
  const { campaign, mistakes } = loadDefinition(source, '')
  if (!campaign) return mistakes.map(({ code }) => code).join()
  const { measures } = evaluate(campaign, sheets(campaign, TABLES, { subject: { headcount: 34 } }), '2005-03-10')
  const result = measures.find((one) => (member === undefined ? one.measure === 'lectures' : one.measure === 'notes' && one.subject === member))
  return result?.status === 'undetermined' ? 'undetermined' : result?.value
}

describe('of the workbook', () => {
  it.each([
    // counting
    ['lectures.size()', 3],
    ['size(members)', 3],
    ['lectures.filter(l, l.topic == "theory").size()', 2],
    ['lectures.map(l, l.topic).distinct().size()', 2],
    ['lectures.map(l, l.on).distinct().size()', 2],
    ['lectures.map(l, l.speaker).distinct().size()', 2],
    ['lectures.filter(l, l.speaker.leader).size()', 2],
    ['lists.topics.filter(t, lectures.exists(l, l.topic == t)).size()', 2],
    ['lists.topics.all(t, t in lectures.map(l, l.topic)) ? 1 : 0', 1],
    // aggregates
    ['members.map(m, m.notes).sum()', 1000],
    ['members.map(m, m.attendance.total).max()', 15.5],
    ['members.map(m, m.notes).min()', 0],
    ['members.map(m, m.notes).mean()', 1000 / 3],
    ['members.map(m, m.lectures.size()).sum()', 2],
    ['members.map(m, m.lectures.size()).mean()', 2 / 3],
    ['members.filter(m, m.notes > 9999).map(m, m.notes).mean()', 0],
    ['members.filter(m, m.notes > 9999).map(m, m.notes).max()', 0],
    ['lectures.map(l, l.on).max() - lectures.map(l, l.on).min()', 7],
    // shares
    ['ratio(1, 4)', 0.25],
    ['ratio(members.filter(m, m.leader).size(), members.size())', 1 / 3],
    ['ratio(1, 0)', 0],
    ['ratio(0, 0)', 0],
    ['share(0, 0)', 1],
    ['share(1, 4)', 0.25],
    ['ratio(office.funds, 2)', 600.25],
    // whole numbers and decimals mix
    ['office.funds + 1', 1201.5],
    ['1 + office.funds', 1201.5],
    ['lectures.size() * 1.5', 4.5],
    ['unit.headcount / 4', 8.5],
    ['34 / unit.headcount', 1],
    ['unit.headcount == 34 ? 1 : 0', 1],
    ['34 == unit.headcount ? 1 : 0', 1],
    ['unit.headcount != members.size() ? 1 : 0', 1],
    ['unit.headcount > members.size() ? 1 : 0', 1],
    ['max(lectures.size(), office.funds)', 1200.5],
    ['min(2, lectures.size())', 2],
    ['abs(2 - 5)', 3],
    ['round(office.funds)', 1201],
    // truth counts as 1
    ['office.funds > 1000', 1],
    ['settings.strict', 1],
    ['given(office.plan) && given(office.funds)', 1],
    ['given(office.why)', 0],
    // dates
    ['lectures[0].on - lectures[0].notice', 1],
    ['days(lectures[0].notice, lectures[0].on)', 1],
    ['days(calendar.study)', 3],
    ['between(lectures[0].on, date("2005-03-01"), settings.lastDay)', 1],
    ['between(asOf, calendar.study)', 0],
    ['calendar.start + 7 == date("2005-02-28")', 1],
    ['calendar.start + settings.lectures == calendar.study.end', 1],
    ['calendar.end - calendar.start', 27],
    ['calendar.weeks', 4],
    ['week', 3],
    ['weekOf(asOf)', 3],
    ['weekOf(date("2005-02-20"))', 0],
    ['weekOf(date("2005-03-21"))', 5],
    ['weekOf(lectures[2].on)', 0],
    ['weekStart(week) == date("2005-03-07")', 1],
    ['weekEnd(week) - asOf', 3],
    ['lectures.filter(l, weekOf(l.on) == week).size()', 1],
    // blanks
    ['lectures[2].on < asOf', 0],
    ['lectures[2].on >= asOf', 0],
    ['lectures[2].on == lectures[2].notice', 1],
    ['lectures[2].on == asOf', 0],
    ['lectures[2].on - asOf', 0],
    ['lectures[2].on + 3 == lectures[2].on', 1],
    ['given(lectures[2].on)', 0],
    ['given(lectures[2].speaker)', 0],
    ['given(lectures[0].speaker)', 1],
    ['lectures[2].speaker.notes', 0],
    ['lectures[2].speaker.name == ""', 1],
    ['lectures[2].speaker.attendance.days.size()', 0],
    // texts
    ['members[0].name.size()', 3],
    ['"  党员 ".trim().size()', 2],
    ['members[0].phone == "001"', 1],
    ['unit.name.startsWith("Unit")', 1],
    // a name for an intermediate result
    ['cel.bind(n, lectures.size(), n * n)', 9],
    // what came out of other measures
    ['short("hours")', 2],
    // Ann 15.5 of 24 hours, Cy owes none; the 32 who are registered and not listed have done nothing.
    ['attainment("hours") * unit.headcount', 15.5 / 24 + 1],
  ])('%s is %d', (expression, expected) => {
    const found = value(expression)
    expect(typeof found).toBe('number')
    expect(found).toBeCloseTo(expected, 9)
  })
})

describe('of a row', () => {
  it.each([
    ['member.notes', 'Ann', 1000],
    ['member.attendance.total', 'Ann', 15.5],
    ['member.attendance.total', 'Bob', 0],
    ['member.attendance.days.map(d, d.hours).sum()', 'Cy', 0.3],
    ['member.attendance.days.filter(d, d.hours > 0).size()', 'Ann', 2],
    ['member.attendance.days.filter(d, d.on == date("2005-02-22")).map(d, d.hours).sum()', 'Ann', 7.5],
    ['member.attendance.days.filter(d, d.n <= 1).size()', 'Ann', 1],
    ['member.attendance.member == member', 'Ann', 1],
    ['members.filter(m, m == member).size()', 'Bob', 1],
    ['member.lectures.size()', 'Ann', 2],
    ['member.lectures.size()', 'Bob', 0],
    ['profile.hours', 'Ann', 24],
    ['member.profile.hours', 'Cy', 0],
    ['profile.hours', 'Bob', 24],
    ['profile.flexible', 'Cy', 1],
    ['given(member.notes)', 'Cy', 1],
    ['given(member.notes)', 'Bob', 0],
    ['given(member.leader)', 'Cy', 1],
    ['member.leader', 'Cy', 0],
    ['given(member.attendance.days[0].mark)', 'Ann', 1],
    ['given(member.category) ? 1 : 0', 'Bob', 0],
    ['member.category == ""', 'Bob', 1],
  ])('%s of %s is %d', (expression, member, expected) => {
    const found = value(expression, member)
    expect(typeof found).toBe('number')
    expect(found).toBeCloseTo(expected, 9)
  })
})

describe('over a repetition of a list', () => {
  it('each has its item', () => {
    const source = changed('over: calendar.study', 'over: lists.topics', changed('value: member.notes', `value: 'member.attendance.days.filter(d, d.item == "practice").map(d, d.hours).sum()'`))
    const { campaign, mistakes } = loadDefinition(source, '')
    expect(mistakes).toEqual([])
    if (!campaign) return
    const { measures } = evaluate(campaign, sheets(campaign, { ...TABLES, attendance: '| of | days[1].hours | days[2].hours | total |\n| Ann | 8 | 7 | |' }), '2005-03-10')
    expect(measures.find(({ measure, subject }) => measure === 'notes' && subject === 'Ann')?.value).toBe(7)
  })

  it('an item that the list does not have is a mistake', () => {
    const source = changed('over: calendar.study', 'over: lists.topics', changed('value: member.notes', `value: 'member.attendance.days.filter(d, d.item == "practise").size()'`))
    expect(loadDefinition(source, '').mistakes.map(({ code, params }) => [code, params.near])).toEqual([['expression/not-a-choice', 'practice']])
  })
})

describe('names that another workbook or another row has are not seen', () => {
  it.each(['visits.size()', 'group.name.size()', 'lecture.on - asOf', 'profile.hours', 'day.hours'])('%s', (expression) => expect(value(expression)).toBe('expression/unknown-name'))
})

describe('no more power than needed', () => {
  it.each(['timestamp(0)', 'duration("1s")', 'bytes("a")', 'dyn(1)', 'type(1)', 'uint(1)', 'b"a".json()', '"a".matches("a")'])('%s is refused', (expression) => expect(value(expression)).toMatch(/expression\/unknown-function/))

  it.each(['members.constructor', 'unit.constructor.name', 'unit.__proto__', 'settings.toString', 'constructor', 'globalThis'])('%s is nothing', (expression) => expect(String(value(expression))).toMatch(/^expression\//))
})
