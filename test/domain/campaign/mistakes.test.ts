/** Every mistake an author can make: what was changed, which code it gives, in which line. */
import { loadDefinition } from '../../../src/domain/campaign/load'
import { describeMistake } from '../../../src/domain/campaign/mistake'
import { catalogueOf, sayFrom } from '../../../src/messages/catalogue'
import { definition } from '../../../src/messages/definition'
import { definitionReferences } from '../../../src/messages/definition-references'
import { expression } from '../../../src/messages/expression'
import { changed, SMALL } from './small-campaign'

const catalogue = catalogueOf([definition, definitionReferences, expression])
/** Given by overrides only: campaign.test.ts. */
const OVERRIDES = ['definition/unknown-setting', 'definition/setting-kind', 'definition/unknown-indicator']

it('the small campaign has no mistakes', () => expect(loadDefinition(SMALL, 'small.yaml').mistakes).toEqual([]))

/** Text replaced · by · code · the line on which it is reported (a part of it; absent: the line of the replacement). */
type Case = readonly [from: string, to: string, code: string, line?: string]

const structure: Case[] = [
  ['id: small', 'id: Small', 'definition/slug'],
  ['  start: \'2005-02-21\'\n  weeks', '  start: \'2005-2-21\'\n  weeks', 'definition/date', "start: '2005-2-21'"],
  ["start: '2005-02-21'\n  weeks", "start: '2005-02-30'\n  weeks", 'definition/date', "start: '2005-02-30'"],
  ['weeks: 4', 'weeks: 0', 'definition/out-of-range'],
  ['weeks: 4', 'weeks: many', 'definition/wrong-type'],
  ['weeks: 4', 'weekz: 4', 'definition/unknown-key'],
  ['  digits: 2\n', '', 'definition/missing', 'ranking:'],
  ['language: en', 'language: de', 'definition/not-one-of'],
  ['  S1: { quote', '  s1: { quote', 'definition/clause', 's1:'],
  ['over: calendar.study', 'over: study', 'definition/over'],
  ['  lastDay: { title', '  last-day: { title', 'definition/identifier', 'last-day'],
  ['  strict: { title', '  constructor: { title', 'definition/reserved-name', 'constructor'],
  ['  strict: { title', '  toString: { title', 'definition/identifier', 'toString'],
  ['type: yesNo', 'type: yesno', 'definition/not-one-of'],
]

const names: Case[] = [
  ['record: lecture\n', 'record: week\n', 'definition/reserved-name'],
  ['record: lecture\n', 'record: members\n', 'definition/name-taken'],
  ['record: lecture\n', 'record: member\n', 'definition/name-taken'],
  ['    study: { title', '    weeks: { title', 'definition/reserved-name', 'weeks: { title: { zh: 学习'],
  ["title: { zh: 党课, en: Lectures }\n    fill", "title: { zh: 党课, en: A title that is much too long for Excel }\n    fill", 'definition/sheet-title-long'],
  ["title: { zh: 党课, en: Lectures }\n    fill", "title: { zh: 党课, en: 'Lectures/talks' }\n    fill", 'definition/sheet-title', 'Lectures/talks'],
  ["title: { zh: 党课, en: Lectures }\n    fill", "title: { zh: 党课, en: MEMBERS }\n    fill", 'definition/title-taken', 'MEMBERS'],
  ['title: { zh: 通知日期, en: Notice on }', 'title: { zh: 日 期, en: Notice on }', 'definition/title-taken'],
  ['    of: members\n    record: attendance', '    record: attendance', 'definition/companion-without-of', '  attendance:'],
  ['shape: events\n    record: lecture', 'shape: events\n    of: members\n    record: lecture', 'definition/of-without-companion', 'of: members'],
  ['to: members', 'to: member', 'definition/unknown-roster'],
  ['at: days.hours', 'at: days.hour', 'definition/unknown-field'],
  ['each: days', 'each: day', 'definition/unknown-repeat'],
  ['unique: [[on, topic]]', 'unique: [[on, topics]]', 'definition/unknown-field'],
  ['list: categories', 'list: category', 'definition/unknown-list'],
  ['over: calendar.study', 'over: calendar.studies', 'definition/unknown-period'],
  ["title: { zh: 合计, en: Total }, unit: hour", "title: { zh: 合计, en: Total }, unit: hours", 'definition/unknown-unit'],
  ['of: [days.hours]', 'of: [days.mark]', 'definition/total-of'],
  ["pattern: '^[0-9]{11}$'", "pattern: '^[0-9'", 'definition/pattern'],
  ["pattern: '^[0-9]{11}$'", "pattern: '^([0-9]+)+$'", 'definition/pattern-slow'],
  ['      speaker: {', '      guest: { type: reference, to: members, title: { zh: 来宾, en: Guest } }\n      speaker: {', 'definition/two-references', 'speaker:'],
  ["funds: { type: number", "parts: { type: repeat, over: lists.topics, record: part, title: { zh: 题, en: T }, fields: { x: { type: text, title: { zh: 甲, en: X } } } }\n      funds: { type: number", 'definition/repeat-in-record', 'parts:'],
  ['file: make-up.docx', 'file: ../make-up.docx', 'definition/paper-file'],
  ['kind: consequence, consequence: make-up', 'kind: consequence, consequence: make-ups', 'definition/unknown-consequence'],
  ['kind: consequence, consequence: make-up', 'kind: bulletin, per: unit', 'definition/bulletin-per'],
  ["bulletin: { days: 15, totals: { funds: { title: { zh: 经费, en: Funds }, value: office.funds, unit: item } } }\n", '', 'definition/paper-needs', '  bulletin: { kind'],
  ['kind: consequence, consequence: make-up', 'kind: consequence', 'definition/missing'],
  ['days: settings.lectures', 'days: settings.lecture', 'expression/unknown-field'],
  ['fewest: 1, most: 2', 'fewest: 3, most: 2', 'definition/limits-order', 'fewest: 3'],
  ['measure: notes }', 'measure: note }', 'definition/unknown-measure'],
  ['measure: notes }', 'measure: notes, approval: true }', 'definition/transfer-one', 'notes:'],
  ['approval: true', 'measure: visited', 'definition/unknown-measure'],
  ['value: office.funds, unit: item', 'value: office.fund, unit: item', 'expression/unknown-field'],
  ['value: office.funds, unit: item', 'value: short("hours"), unit: item', 'expression/outcome-too-early'],
  ['value: office.funds, unit: item', 'value: office.funds, unit: items', 'definition/unknown-unit'],
  ['end: \'2005-02-23\'', 'end: \'2005-03-23\'', 'definition/period-outside'],
  ["start: '2005-02-21', end: '2005-02-23'", "start: '2005-02-24', end: '2005-02-23'", 'definition/period-order'],
]

const figures: Case[] = [
  ['figure: total.funds', 'figure: Total funds', 'definition/figure'],
  ['figure: total.funds', 'figure: returns.vald', 'definition/unknown-figure'],
  ['figure: total.funds', 'figure: total.funds.units', 'definition/unknown-figure'],
  ['figure: total.funds', 'figure: indicator.study', 'definition/figure-type'],
  ['figure: total.funds', 'figure: systems.mean', 'definition/figure-of-rows'],
  ['title: { zh: 日期, en: Date }, required: true', 'title: { zh: 日期, en: Date }, required: true, figure: asOf', 'definition/figure-of-record'],
  ['on: { type: date, title: { zh: 日期, en: Date } }', 'on: { type: date, title: { zh: 日期, en: Date }, figure: asOf }', 'definition/figure-place'],
  ['type: number, title: { zh: 学时, en: Hours }, min: 0', 'type: number, figure: units, title: { zh: 学时, en: Hours }, min: 0', 'definition/figure-place'],
  ['rollUp: { of: below }\n', '', 'definition/figure-without-roll-up', 'figure: total.funds'],
  [', figure: total.funds', '', 'definition/roll-up-without-figure', 'rollUp:'],
  ['rollUp: { of: below }', 'rollUp: { of: small }', 'definition/roll-up-self'],
]

const references: Case[] = [
  ['value: 24, unit: hour', 'value: 240, unit: hour', 'definition/setting-range'],
  ['of: members.category', 'of: members.name', 'definition/profiles-of'],
  ['    frail: { hours: 0, flexible: true }\n', '', 'definition/profile-items', 'values:'],
  ['frail: { hours: 0, flexible: true }', 'frail: { hours: 0 }', 'definition/profile-property'],
  ['frail: { hours: 0, flexible: true }', 'frail: { hours: true, flexible: true }', 'definition/profile-kind'],
  ['default: normal', 'default: normall', 'definition/unknown-item'],
  ['of: member\n    clauses: [S2]', 'of: members\n    clauses: [S2]', 'definition/unknown-record', 'of: members\n'],
  ['target: 1000\n    unit: item', 'target: 1000\n    unit: items', 'definition/unknown-unit', 'unit: items'],
  ['at: members.notes', 'at: visits.on', 'definition/at-elsewhere'],
  ['at: members.notes', 'at: memberz.notes', 'definition/unknown-form'],
  ['    compare: at-most\n', '', 'definition/zero-at', 'zeroAt'],
  ['remedies: [report]', 'remedies: [reports]', 'definition/unknown-consequence'],
  ['remedies: [report]', 'remedies: [report, key]', 'definition/remedy-trigger'],
  ['remedies: [report]', 'remedies: [report, make-up]', 'definition/remedy-subject'],
  ['remedies: [report]', 'remedies: []', 'definition/consequence-unused', 'report: { title'],
  ['measures: [lectures]', 'measures: [lecture]', 'definition/unknown-measure'],
  ['measures: [lectures]', 'measures: [lectures, lectures]', 'definition/measure-twice'],
  ['weight: 60', 'weight: 50', 'definition/weights'],
  ['weight: 60, measures', 'weight: -60, measures', 'definition/weight'],
  ['points: 2, cap: 2', 'points: -2, cap: 2', 'definition/negative-points'],
  ['min: calendar.start, max: settings.lastDay', 'min: settings.lastDay, max: calendar.start', 'definition/limits-order'],
  ['of: unit, trigger: { on: last, weeks: 3 }', 'of: member, trigger: { on: last, weeks: 3 }', 'definition/last-of-unit'],
  ['clauses: [L1], of: unit', 'clauses: [L2], of: unit', 'definition/unknown-clause'],
  ['  R1: { quote', '  R2: { quote: 通报, says: { zh: 通报, en: Circular } }\n  R1: { quote', 'definition/clause-unused', 'R2:'],
]

const expressions: Case[] = [
  ['value: member.notes', 'value: member.notes +', 'expression/syntax'],
  ['value: member.notes', `value: ${'('.repeat(70)}member.notes${')'.repeat(70)}`, 'expression/too-complex'],
  ['value: member.notes', 'value: memberr.notes', 'expression/unknown-name'],
  ['value: member.notes', 'value: member.nottes', 'expression/unknown-field'],
  ['value: member.notes', 'value: lenght(member.name)', 'expression/unknown-function'],
  ['value: member.notes', "value: 'timestamp(\"2005-02-21T00:00:00Z\") == timestamp(0) ? 1 : 0'", 'expression/unknown-function', 'timestamp'],
  ['value: member.notes', "value: 'member.name.matches(\"(a+)+\") ? 1 : 0'", 'expression/unknown-function', 'matches'],
  ['value: member.notes', 'value: ratio(member.notes)', 'expression/arguments'],
  ['value: member.notes', 'value: member.notes + member.name', 'expression/operands'],
  ['value: member.notes', "value: 'member.leader ? member.notes : 1'", 'expression/branches', 'member.leader ? member'],
  ['value: member.notes', 'value: member.name', 'expression/result'],
  ["require: attendance.total <= 8", 'require: attendance.total', 'expression/result'],
  ['due: calendar.study.end', 'due: calendar.study', 'expression/result'],
  ['value: lectures.size()', 'value: lectures.size() / 2', 'expression/whole-division'],
  ['when: given(lecture.notice)', 'when: has(lecture.notice)', 'expression/has'],
  ['when: given(lecture.notice)', 'when: lecture.notice != null', 'expression/null'],
  ['when: given(lecture.notice)', 'when: given(lectures)', 'expression/given'],
  ["when: member.category == 'frail'", "when: member.category == 'fraile'", 'expression/not-a-choice'],
  ["when: member.category == 'frail'", "when: member.category in ['frail', 'old']", 'expression/not-a-choice'],
  ['value: lectures.size()', 'value: lectures.filter(l, l.topic == "theoria").size()', 'expression/not-a-choice'],
  ['value: lectures.size()', `value: '"teory" in lectures.map(l, l.topic) ? 1 : 0'`, 'expression/not-a-choice', 'teory'],
  ['start: date("2005-02-28")', 'start: date("2005-02-29")', 'expression/date'],
  ['value: lectures.size()', 'value: members.filter(a, members.exists(b, members.exists(c, members.exists(d, d.name == a.name)))).size()', 'expression/nesting'],
  ['value: short("hours")', 'value: short(hours)', 'expression/measure-name'],
  ['value: short("hours")', 'value: short("hour")', 'definition/unknown-measure'],
  ['value: short("hours")', 'value: short("lectures")', 'expression/short-of-whole'],
  ['value: short("hours")', 'value: attainment("nobody-short")', 'expression/measure-cycle'],
  ['value: member.notes', 'value: attainment("hours")', 'expression/outcome-in-row'],
  ['require: attendance.total <= 8', 'require: short("hours") == 0', 'expression/outcome-too-early'],
  ['comparable: 2', "comparable: '1.0 / 0.0'", 'expression/no-result', 'comparable'],
  ['value: member.notes', `value: '[1, "a"].size()'`, 'expression/wrong', '[1, "a"]'],
  ['value: member.notes', `value: 'member.name ? 1 : 0'`, 'expression/wrong'],
]

/** A measure of the other workbook, for what may not be mixed. */
const VISITED = '  visited:\n    title: { zh: 督导, en: Visits }\n    of: group\n    clauses: [S1]\n    value: visits.size()\n    target: 2\n    unit: item\n    at: visits.on\n  nobody-short:\n'

describe('between the two workbooks', () => {
  const withVisits = changed('  nobody-short:\n', VISITED)
  it.each([
    ['measures: [lectures]', 'measures: [lectures, visited]', 'definition/indicator-mixed'],
    ['value: short("hours")', 'value: attainment("visited")', 'expression/outcome-elsewhere'],
    ['measure: notes }', 'measure: visited }', 'definition/transfer-measure'],
    ['measures: [lectures]', 'measures: [visited], feeds: unit', 'definition/feeds-measure'],
    ['measures: [lectures]', 'measures: [lectures], feeds: unit', 'definition/feeds-measure'],
  ])('%s → %s gives %s', (from, to, code) => expect(loadDefinition(changed(from, to, withVisits), '').mistakes.map((mistake) => mistake.code)).toEqual([code]))
})

describe('what a group says of units', () => {
  const roster = (field: string) => changed('measures:\n  hours:', `  looked:\n    in: group\n    shape: roster\n    record: looked\n    title: { zh: 单位, en: Units }\n    fill: { zh: 填写, en: Fill in }\n    fields:\n      ${field}: { type: text, title: { zh: 某, en: Something } }\n      points: { type: number, title: { zh: 分, en: Points } }\nmeasures:\n  hours:`, changed('  nobody-short:\n', '  looked-at:\n    title: { zh: 评估, en: Assessed }\n    of: looked\n    clauses: [S1]\n    value: looked.points\n    target: 10\n    unit: item\n    at: looked.points\n  nobody-short:\n', changed('measures: [lectures]', 'measures: [looked-at], feeds: unit')))
  it.each([
    ['id', []],
    ['name', []],
    ['colour', ['definition/feeds-nobody']],
  ])('a row that names it by %s: %j', (field, codes) => expect(loadDefinition(roster(field), '').mistakes.map(({ code }) => code)).toEqual(codes))

  it('weighs with the units’ own', () => expect(loadDefinition(roster('id'), '').campaign?.indicators.map((one) => [one.id, one.in, one.weight])).toEqual([['study', 'unit', 60], ['lectures', 'unit', 40]]))
})

it('a form that repeats over half a year is too wide', () => {
  const { mistakes } = loadDefinition(changed("end: '2005-02-23'", "end: '2005-08-20'", changed('weeks: 4', 'weeks: 30')), '')
  expect(mistakes.map(({ code, params }) => [code, params.columns])).toEqual([['definition/too-wide', 363]])
})

const all = [...structure, ...names, ...figures, ...references, ...expressions]

const named = all.map(([from, to, code, line], index) => ({ name: `${index + 1} ${code}: ${to.trim().slice(0, 60)}`, from, to, code, line }))

it.each(named)('$name', ({ from, to, code, line }) => {
  const source = changed(from, to)
  const { campaign, mistakes } = loadDefinition(source, 'small.yaml')
  expect(mistakes.map((mistake) => mistake.code)).toContain(code)
  const mistake = mistakes.find((one) => one.code === code)
  const shown = `${source.split('\n')[(mistake?.line ?? 0) - 1]}\n`
  const expected = line ?? to.split('\n').find((part) => part.trim() !== '' && !from.includes(part)) ?? ''
  expect(shown).toContain(expected.trim())
  expect(campaign).toBeUndefined()
})

it('one slip gives one mistake, not a landslide', () => {
  const many = all.map(([from, to]) => ({ to, codes: loadDefinition(changed(from, to), '').mistakes.map((mistake) => mistake.code) }))
  expect(many.filter(({ codes }) => codes.length > 3)).toEqual([])
})

it('all mistakes are reported at once, in the order of the file', () => {
  const wrong: readonly [string, string][] = [['weeks: 4', 'weeks: 4\n  colour: red'], ['list: topics, title: { zh: 题目, en: Topic } }\n      speaker', 'list: topic, title: { zh: 题目, en: Topic } }\n      speaker'], ['value: member.notes', 'value: member.nottes'], ['weight: 60', 'weight: 50']]
  const source = wrong.reduce((text, [from, to]) => changed(from, to, text), SMALL)
  expect(loadDefinition(source, '').mistakes.map((mistake) => mistake.code)).toEqual(['definition/unknown-key', 'definition/unknown-list', 'expression/unknown-field', 'definition/weights'])
})

it('a malformed entry does not make those that refer to it wrong', () => {
  const { mistakes } = loadDefinition(changed('    target: 1000\n', ''), '')
  expect(mistakes.map(({ code, path }) => [code, path])).toEqual([['definition/missing', 'measures.notes.target']])
})

describe('where', () => {
  it.each([
    ['plain', 'value: member.nottes', 27],
    ['in single quotes', `value: 'member.category == ''normal'' ? member.nottes : 0.0'`, 61],
    ['in double quotes', String.raw`value: "member.category == \"normal\" ? member.nottes : 0.0"`, 61],
  ])('the caret of an expression %s', (_, value) => {
    const source = changed('value: member.notes', value)
    const [mistake] = loadDefinition(source, '').mistakes
    const line = source.split('\n')[(mistake?.line ?? 0) - 1] ?? ''
    expect(line.slice((mistake?.column ?? 0) - 1)).toMatch(/^nottes/)
    expect(mistake?.expression?.slice(mistake.caret)).toMatch(/^nottes/)
  })

  it.each(['>-', '|'])('the line of an expression in a block %s', (header) => {
    const source = changed('value: member.notes', `value: ${header}\n      member.notes\n      + member.nottes`)
    const [mistake] = loadDefinition(source, '').mistakes
    expect(source.split('\n')[(mistake?.line ?? 0) - 1]?.slice((mistake?.column ?? 0) - 1)).toBe('nottes')
  })

  it.each([
    ['value: member.notes', 'value: member.nottes', 'notes'],
    ['value: member.notes', 'value: membr.notes', 'member'],
    ['list: categories', 'list: catgories', 'categories'],
    ['  weeks: 4', '  wekes: 4', 'weeks'],
    ['type: yesNo', 'type: yesno', 'yesNo'],
    ["== 'frail'", "== 'fraill'", 'frail'],
  ])('%s → %s suggests %s', (from, to, near) => {
    expect(loadDefinition(changed(from, to), '').mistakes.map(({ params }) => params.near)).toContain(near)
  })
})

describe('hostile or broken text', () => {
  const bomb = `a: &a [x, x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`).join('\n')}\n`
  it.each([
    ['not YAML', 'a: [1', 'definition/yaml'],
    ['a key twice', SMALL.replace('id: small', 'id: small\nid: other'), 'definition/yaml'],
    ['an alias of nothing', 'a: *b', 'definition/alias'],
    ['a bomb of aliases', bomb, 'definition/alias'],
    ['nothing', '', 'definition/wrong-type'],
    ['a list', '- 1', 'definition/wrong-type'],
    ['too long', `# ${'x'.repeat(1_000_001)}`, 'definition/too-large'],
    ['too many entries', SMALL.replace('units:\n', `units:\n${Array.from({ length: 600 }, (_, n) => `  u${n}: { zh: a, en: a }\n`).join('')}`), 'definition/too-large'],
  ])('%s', (_, source, code) => {
    const { campaign, mistakes } = loadDefinition(source, 'x.yaml')
    expect(mistakes.map((mistake) => mistake.code)).toContain(code)
    expect(campaign).toBeUndefined()
  })
})

describe('words', () => {
  const codes = new Set(all.map(([, , code]) => code))
  it('every code of the table has a message and a remedy, without gaps, in both languages', () => {
    for (const [from, to] of all) {
      for (const mistake of loadDefinition(changed(from, to), '').mistakes) {
        for (const language of ['zh', 'en'] as const) {
          const { what, fix } = describeMistake(mistake, sayFrom(catalogue, language))
          expect(`${what} ${fix}`).not.toMatch(/\{[a-z]\w*[}|]/)
        }
      }
    }
  })

  it('every message is of a code that the tests provoke', () => {
    const elsewhere = ['definition/near', 'definition/yaml', 'definition/alias', 'definition/too-large', 'definition/too-wide', 'definition/indicator-mixed', 'definition/transfer-measure', 'definition/feeds-measure', 'definition/feeds-nobody', 'expression/outcome-elsewhere', ...OVERRIDES]
    const untested = Object.keys(catalogue.en).filter((key) => !key.endsWith('.fix') && !codes.has(key) && !elsewhere.includes(key))
    expect(untested).toEqual([])
  })
})
