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
  ['learning-mobilization', 18, 6],
  ['safety-month', 14, 4],
])('sample data of %s', (id, units, weeks) => {
  let made: MadeUp
  let unreadable: Set<string>

  beforeAll(async () => {
    made = await makeUp(id, { units, weeks })
    unreadable = new Set(made.key.planted.filter(({ code }) => /^file\/|intake\/missing/.test(code)).map(({ file }) => file))
  }, 120_000)

  const returns = () => [...made.files.keys()].filter((file) => file.startsWith('returns/') && !unreadable.has(file))

  it('has every planted fault found where the key says', () => {
    const missed = made.key.planted.filter(isOfCheck).filter((planted) => !findingsIn(made, planted.file).some((finding) => matches(planted, finding)))
    expect(missed.map((planted) => `${planted.file}: ${brief(planted)} | ${planted.note}`)).toEqual([])
  })

  it('has no error that is not planted or named as a consequence', () => {
    const planted = Map.prototype.get.bind(new Map(returns().map((file) => [file, made.key.planted.filter((one) => one.file === file)])))
    const surprises = returns().flatMap((file) => {
      const here = (planted(file) ?? []) as Planted[]
      return findingsIn(made, file)
        .filter(({ severity }) => severity === 'error')
        .filter((finding) => !here.some((one) => matches(one, finding) || one.entails.includes(finding.code)))
        .map((finding) => `${file}: ${brief(finding)} | ${finding.value}`)
    })
    expect(surprises).toEqual([])
  })
  it('report', () => {
    console.log(JSON.stringify(made.key.unplanted, null, 1), made.key.planted.length, made.files.size)
  })
})
