/**
 * The promise of the key: everything that was planted is found, where it was planted, and nothing is an
 * error that was neither planted nor named as a consequence of what was. Over both shipped campaigns.
 */
import { CODES } from '../../../src/domain/returns/codes'
import { findingsIn, makeUp } from './made-up'
import { closeAllWeeks } from './office-of'
import type { MadeUp } from './made-up'
import type { OfficeRun } from './office-of'
import type { Planted } from '../../../src/app/demo/planted'
import type { Finding } from '../../../src/domain/returns/finding'

const isOfIntake = ({ code }: Planted): boolean => /^(intake|file)\//.test(code)
const brief = ({ code, sheet, row, column, subject }: Planted | Finding): string => [code, sheet, row, column, subject].join(' ')

/** A finding answers to what was planted when everything agrees that the key says. */
function answers(finding: Finding, planted: Planted): boolean {
  const agrees = (key: 'sheet' | 'row' | 'column' | 'subject'): boolean => planted[key] === undefined || finding[key] === planted[key]
  return finding.code === planted.code && finding.severity === planted.severity && agrees('sheet') && agrees('row') && agrees('column') && agrees('subject')
}

/** Kinds of which these campaigns cannot have any: see `reason` in the key. */
const NOT_POSSIBLE = {
  'learning-mobilization': ['cell/digits-lost', 'cell/pattern', 'cell/percent-without-sign', 'intake/late', 'intake/same-time', 'row/attendance.hours-ahead'],
  'safety-month': ['cell/percent-without-sign', 'intake/late', 'intake/same-time'],
}

describe.each([
  ['learning-mobilization', 18, 6],
  ['safety-month', 20, 4],
] as const)('sample data of %s', (id, units, weeks) => {
  let made: MadeUp
  let office: OfficeRun
  let returns: { readonly file: string; readonly planted: readonly Planted[]; readonly findings: readonly Finding[] }[]

  beforeAll(async () => {
    made = await makeUp(id, { units, weeks })
    office = await closeAllWeeks(made)
    const { planted } = made.key
    const unreadable = new Set(planted.filter(({ code }) => /^file\/|intake\/missing/.test(code)).map(({ file }) => file))
    const files = [...made.files.keys()].filter((file) => file.startsWith('returns/') && !unreadable.has(file))
    returns = files.map((file) => ({ file, planted: planted.filter((one) => one.file === file && !isOfIntake(one)), findings: findingsIn(made, file) }))
  }, 300_000)

  it('has every planted fault found where the key says', () => {
    const missed = returns.flatMap(({ file, planted, findings }) => planted.filter((one) => !findings.some((finding) => answers(finding, one))).map((one) => `${file}: ${brief(one)} (${one.note})`))
    expect(missed).toEqual([])
  })

  it('has no error that is neither planted nor named as a consequence', () => {
    const surprises = returns.flatMap(({ file, findings }) => {
      const here = made.key.planted.filter((one) => one.file === file)
      return findings
        .filter(({ severity }) => severity === 'error')
        .filter((finding) => !here.some((one) => answers(finding, one) || one.entails.includes(finding.code)))
        .map((finding) => `${file}: ${brief(finding)} (${finding.value})`)
    })
    expect(surprises).toEqual([])
  })

  it('has returns that are quite in order', () => {
    const inOrder = returns.filter(({ planted, findings }) => planted.length === 0 && findings.every(({ severity }) => severity !== 'error'))
    expect(inOrder.length).toBeGreaterThan(10)
  })

  it('plants every kind of fault that the campaign can have', () => {
    const { definition } = made.campaign
    const planted = new Set(made.key.planted.map(({ code }) => code))
    const constraints = Object.entries(definition.forms).flatMap(([form, { constraints }]) => Object.keys(constraints).map((one) => `row/${form}.${one}`))
    const wanted = [...Object.keys(CODES), ...constraints, ...Object.keys(made.tuning.faults)]
    expect([...new Set(wanted)].filter((code) => !planted.has(code)).sort()).toEqual(NOT_POSSIBLE[id].filter((code) => !code.startsWith('intake/')))
    expect(made.key.unplanted.map(({ code }) => code).sort()).toEqual(NOT_POSSIBLE[id])
  })

  it('has every fault of intake met by the office, and no other file refused', () => {
    const missed = made.key.planted.filter(isOfIntake).filter(({ file, week, unit, code }) =>
      code === 'intake/missing' ? office.reasonOf(week, unit) !== code : !office.reasons(file).some((reason) => reason.code === code),
    )
    expect(missed.map((one) => `${brief(one)} ${one.file}: ${office.reasons(one.file).map(({ code }) => code).join(' ')}`)).toEqual([])
    const refused = [...made.files.keys()].filter((file) => file.startsWith('returns/')).flatMap((file) => office.reasons(file).filter(({ severity }) => severity === 'error').map(({ code }) => ({ file, code })))
    const unplanned = refused.filter(({ file, code }) => !made.key.planted.some((one) => one.file === file && one.code === code))
    expect(unplanned).toEqual([])
  })

  it('has one unit last every week and two tied at the bottom', () => {
    const { lastEveryWeek, tied } = made.key.roles
    const last = office.standings.filter((one) => one.unit === lastEveryWeek)
    expect(last.map((one) => one.last)).toEqual(Array.from({ length: weeks }, () => true))
    expect(last.at(-1)?.streak).toBe(weeks)
    const [one, other] = tied.map((unit) => office.standings.filter((standing) => standing.unit === unit).map(({ rank, score, last: isLast }) => [rank, score, isLast]))
    expect(one).toEqual(other)
    expect(one?.at(-1)?.at(-1)).toBe(true)
  })

  it('spreads units over the ranking', () => {
    const scores = office.standings.filter(({ week, outcome }) => week === weeks && outcome === 'valid').map(({ score }) => score as number)
    expect(new Set(scores).size).toBeGreaterThan(scores.length * 0.7)
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(15)
  })
})
