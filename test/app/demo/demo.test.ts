import { findingsIn, makeUp } from './made-up'
import type { MadeUp } from './made-up'
import type { Planted } from '../../../src/app/demo/planted'
import type { Finding } from '../../../src/domain/returns/finding'

const isOfCheck = ({ code }: Planted) => !/^(intake|file)\//.test(code)

function matches(planted: Planted, finding: Finding): boolean {
  return (
    finding.code === planted.code &&
    (planted.sheet === undefined || finding.sheet === undefined || finding.sheet === planted.sheet) &&
    (planted.row === undefined || finding.row === planted.row) &&
    (planted.column === undefined || finding.column === planted.column) &&
    (planted.subject === undefined || finding.subject === planted.subject)
  )
}

const brief = ({ code, sheet, row, column, subject }: Partial<Planted> | Finding) => [code, sheet, row, column, subject].join(' ')

describe.each([
  ['learning-mobilization', 16, 6],
  ['safety-month', 18, 4],
])('sample data of %s', (id, units, weeks) => {
  let made: MadeUp
  let returns: { readonly file: string; readonly planted: readonly Planted[]; readonly findings: readonly Finding[] }[]

  beforeAll(async () => {
    made = await makeUp(id, { units, weeks })
    const { planted } = made.key
    const unreadable = new Set(planted.filter(({ code }) => /^file\/|intake\/missing/.test(code)).map(({ file }) => file))
    const files = [...made.files.keys()].filter((file) => file.startsWith('returns/') && !unreadable.has(file))
    returns = files.map((file) => ({ file, planted: planted.filter((one) => one.file === file), findings: findingsIn(made, file) }))
  }, 300_000)

  it('has every planted fault found where the key says', () => {
    const missed = returns.flatMap(({ file, planted, findings }) =>
      planted.filter((one) => isOfCheck(one) && !findings.some((finding) => matches(one, finding))).map((one) => `${file}: ${brief(one)} | ${one.note} | ${findings.filter(({ code }) => code === one.code).map(brief).slice(0, 3).join(' ; ')}`),
    )
    expect(missed).toEqual([])
  })

  it('has no error that is neither planted nor named as a consequence', () => {
    const surprises = returns.flatMap(({ file, planted, findings }) =>
      findings
        .filter(({ severity }) => severity === 'error')
        .filter((finding) => !planted.some((one) => matches(one, finding) || one.entails.includes(finding.code)))
        .map((finding) => `${file}: ${brief(finding)} | ${finding.value}`),
    )
    expect(surprises).toEqual([])
  })

  it('report', () => {
    console.log(made.key.unplanted.map(({ code, reason }) => `${code}: ${reason}`).join('\n'), made.key.planted.length, made.files.size)
  })
})
