import fc from 'fast-check'
import { countStates, findingsOverTime, type KeptFindings } from '../../../src/domain/oversight/findings-over-time'

/** `code form.field: subject, subject`; `-` no subject. */
const kept = (line: string): KeptFindings => {
  const [, code = '', form = '', field = '', who = ''] = /^(\S+) (\w+)\.([\w[\].]+): (.*)$/.exec(line) ?? []
  const subjects = who === '-' ? [] : who.split(', ')
  return { first: { code, kind: 'cell', severity: 'error', form, field, row: 7 }, cells: [], subjects, count: subjects.length || 1 }
}
const over = (weeks: Record<number, string[] | undefined>) =>
  findingsOverTime(Object.entries(weeks).map(([week, lines]) => ({ week: Number(week), ...(lines && { findings: lines.map(kept) }) }))).map(({ week, findings }) => `w${week} ${findings.map(({ state, subject, found, weeks: seen }) => `${state} ${found.first.code}${subject ? ` ${subject}` : ''} (${seen.join(' ')})`).join('; ')}`.trim())

it.each<[string, Record<number, string[] | undefined>, string[]]>([
  ['new, still open, put right', { 1: ['date members.on: Ann'], 2: ['date members.on: Ann'], 3: [] }, ['w1 new date Ann (1)', 'w2 still-open date Ann (1 2)', 'w3 put-right date Ann (1 2)']],
  ['came back', { 1: ['date members.on: Ann'], 2: [], 3: ['date members.on: Ann'], 4: ['date members.on: Ann'] }, ['w1 new date Ann (1)', 'w2 put-right date Ann (1)', 'w3 came-back date Ann (1 3)', 'w4 still-open date Ann (1 3 4)']],
  ['a week without a valid return judges nothing', { 1: ['date members.on: Ann'], 2: undefined, 3: ['date members.on: Ann'], 4: undefined, 5: [] }, ['w1 new date Ann (1)', 'w3 still-open date Ann (1 3)', 'w5 put-right date Ann (1 3)']],
  ['each subject for itself', { 1: ['date members.on: Ann, Bob'], 2: ['date members.on: Bob, Cy'] }, ['w1 new date Ann (1); new date Bob (1)', 'w2 still-open date Bob (1 2); new date Cy (2); put-right date Ann (1)']],
  ['another field, another finding; another repetition, the same', { 1: ['date days.days[1].on: Ann'], 2: ['date days.days[3].on: Ann', 'date days.other: Ann'] }, ['w1 new date Ann (1)', 'w2 still-open date Ann (1 2); new date Ann (2)']],
  ['what names nobody', { 1: ['missing office.plan: -'], 2: [] }, ['w1 new missing (1)', 'w2 put-right missing (1)']],
  ['nothing judged', { 1: undefined }, []],
])('%s', (_, weeks, expected) => {
  expect(over(weeks)).toEqual(expected)
})

it('two records of one week are a broken ledger', () => {
  expect(() => findingsOverTime([{ week: 1, findings: [] }, { week: 1, findings: [] }])).toThrow('two records')
})

it('the books balance: open before + new + came back − put right = open now', () => {
  const line = fc.tuple(fc.constantFrom('date', 'number', 'missing'), fc.constantFrom('Ann', 'Bob', 'Cy')).map(([code, who]) => `${code} members.on: ${who}`)
  fc.assert(
    fc.property(fc.array(fc.option(fc.uniqueArray(line), { nil: undefined }), { maxLength: 8 }), (weeks) => {
      const records = weeks.map((lines, i) => ({ week: i + 1, ...(lines && { findings: lines.map(kept) }) }))
      let open = 0
      for (const { week, findings } of findingsOverTime([...records].reverse())) {
        const counts = countStates(findings)
        expect(open).toBe(counts['still-open'] + counts['put-right'])
        open = counts.new + counts['came-back'] + counts['still-open']
        expect(open).toBe(weeks[week - 1]?.length)
      }
    }),
  )
})
