import type { MeasureResult } from '../../../../src/domain/evaluation/evaluation'
import type { Missing, TransferState } from '../../../../src/domain/oversight/transfer'
import { transferFacts } from '../../../../src/reports/papers/data/transfer-facts'
import { shipped } from '../../../support/shipped-campaigns'
import { sayIn } from '../small-ranking'

const campaign = shipped('learning-mobilization')
const result = (value: number, target: number): MeasureResult => ({ measure: 'assessment-passed', of: 'supervised', subject: '图书馆', value, target, gap: target - value, attainment: value / target, due: '2005-04-03', status: 'shortfall' })
const lacking = (missing: Missing, rows: readonly MeasureResult[] = []) => ({ requirement: 'passed', met: false, missing, rows })
const board = (...requirements: TransferState['requirements']): TransferState[] => [{ unit: 'u1', system: '党群系统', transfers: false, requirements, missing: [] }]
const states = (language: 'zh' | 'en', ...requirements: TransferState['requirements']) => transferFacts(board(...requirements), () => ({}), { campaign, language, say: sayIn(language) })[0]?.conditions.map(({ title, met, state }) => `${title} ${met} ${state}`.trim())

it.each([
  ['what is met', { requirement: 'signed', met: true, rows: [] }, '督导组签字 true'],
  ['what is not asked', { requirement: 'spot-check', met: true, notAsked: true, rows: [] }, '抽查合格 true 不作要求'],
  ['one result below its target', lacking('short', [result(74, 80)]), '评估合格 false 未达到要求（现为74分，要求80分）'],
  ['several below theirs', lacking('short', [result(74, 80), result(70, 80)]), '评估合格 false 未达到要求'],
  ['a refusal', { requirement: 'approved', met: false, missing: 'refused', rows: [] }, '先教办批准 false 未批准'],
] as const)('%s', (_, state, expected) => expect(states('zh', state)).toEqual([expected]))

it('has words for whatever can be missing, in both languages', () => {
  const all: Record<Missing, true> = { 'no-return': true, 'no-group-return': true, 'not-on-roster': true, short: true, 'not-started': true, undetermined: true, 'not-drawn-yet': true, 'not-checked': true, failed: true, 'not-decided': true, refused: true }
  for (const missing of Object.keys(all) as Missing[]) for (const language of ['zh', 'en'] as const) expect(() => states(language, lacking(missing))).not.toThrow()
})

const words = { campaign, language: 'zh', say: sayIn('zh') } as const
const approval = { approved: true, by: '王主任', on: '2005-04-01', note: '' }

it('names who approved, and nobody who refused', () => {
  expect(transferFacts(board(), () => ({ approval }), words)[0]).toMatchObject({ approvedOn: '2005-04-01', approvedBy: '王主任' })
  expect(transferFacts(board(), () => ({ approval: { ...approval, approved: false } }), words)[0]).toEqual({ unit: 'u1', conditions: [] })
})

describe('what is met says by what, as far as it is known', () => {
  const met = ['assessed', 'passed', 'signed', 'approved'].map((requirement) => ({ requirement, met: true, rows: [] }))
  it.each([
    ['everything', { approval, assessment: { requirement: 'passed', value: 93.5, passMark: 80 }, signOff: { requirement: 'signed', by: '赵组长', on: '2005-03-29' } }, ['', '符合（93.5分，合格80分）', '符合（赵组长、2005年3月29日）', '符合（王主任、2005年4月1日）']],
    ['a date without a name', { signOff: { requirement: 'signed', on: '2005-03-29' } }, ['', '', '符合（2005年3月29日）', '']],
    ['nothing', {}, ['', '', '', '']],
  ])('%s', (_, evidence, expected) => {
    const [facts] = transferFacts(board(...met), () => evidence, words)
    expect(facts?.conditions.map(({ state }) => state)).toEqual(expected)
  })

  it('and the paper has it where it can be filled in', () => {
    const [facts] = transferFacts(board(...met), () => ({ approval, assessment: { requirement: 'passed', value: 93.5, passMark: 80 }, signOff: { requirement: 'signed', by: '赵组长', on: '2005-03-29' } }), words)
    expect(facts).toMatchObject({ assessment: 93.5, passMark: 80, signedBy: '赵组长', signedOn: '2005-03-29', approvedBy: '王主任', approvedOn: '2005-04-01' })
  })
})
