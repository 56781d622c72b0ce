import type { MeasureResult, MeasureStatus } from '../../../src/domain/evaluation/evaluation'
import type { SpotCheckRound } from '../../../src/domain/oversight/spot-checks'
import { resultsForUnit, transferBoard, type Approval, type UnitEvidence } from '../../../src/domain/oversight/transfer'
import { shipped } from '../../support/shipped-campaigns'

const campaign = shipped('learning-mobilization')
const result = (measure: string, status: MeasureStatus = 'met', of = 'supervised', subject = '市图书馆'): MeasureResult => ({ measure, of, subject, value: 1, target: 1, gap: 0, attainment: 1, due: '2005-04-03', status })
const OWN = [result('look-back', 'met', 'unit')]
const GROUP = [result('assessment-complete'), result('assessment-passed'), result('units-cleared')]
const APPROVED: Approval = { approved: true, by: '周敏', on: '2005-04-02', note: '' }
const round = (units: SpotCheckRound['units'], more: Partial<SpotCheckRound> = {}): SpotCheckRound => ({ round: 1, seed: 1, perSystem: 2, drawnAt: '2005-03-28T09:00:00', drawnBy: '周敏', units, ...more })
const checked = (outcome: 'passed' | 'failed') => ({ unit: '001', system: 'S', result: { outcome, by: '李红', on: '2005-03-30', note: '' } })
const OTHERS = [round([{ unit: '002', system: 'S' }])]

const board = (evidence: Partial<UnitEvidence>, rounds: readonly SpotCheckRound[] = OTHERS) => {
  const [state] = transferBoard(campaign, [{ unit: '001', system: 'S', own: OWN, group: GROUP, approval: APPROVED, ...evidence }], rounds) ?? []
  return state ? { transfers: state.transfers, missing: state.requirements.flatMap(({ requirement, missing }) => (missing ? [`${requirement} ${missing}`] : [])), ids: state.missing } : undefined
}

it.each<[string, Partial<UnitEvidence>, SpotCheckRound[], string[]]>([
  ['everything is there; another unit was drawn', {}, OTHERS, []],
  ['drawn and passed', {}, [round([checked('passed')])], []],
  ['the group has signed, the office has not approved', { approval: undefined }, OTHERS, ['approved not-decided']],
  ['the office has approved, the group has not signed', { group: [...GROUP.slice(0, 2), result('units-cleared', 'in-progress')] }, OTHERS, ['signed short']],
  ['the office has refused', { approval: { ...APPROVED, approved: false } }, OTHERS, ['approved refused']],
  ['not checked yet', {}, [round([{ unit: '001', system: 'S' }])], ['spot-check not-checked']],
  ['failed', {}, [round([checked('failed')])], ['spot-check failed']],
  ['failed, then passed in the next round', {}, [round([checked('failed')]), round([checked('passed')], { round: 2 })], []],
  ['drawn, then the round was drawn again without it', {}, [round([{ unit: '001', system: 'S' }]), round([{ unit: '002', system: 'S' }], { reason: '重抽', drawnAt: '2005-03-29T09:00:00' })], []],
  ['nobody was drawn yet', {}, [], ['spot-check not-drawn-yet']],
  ['no return of its own', { own: undefined }, OTHERS, ['look-back no-return']],
  ['no return of the group', { group: undefined }, OTHERS, ['assessed no-group-return', 'passed no-group-return', 'signed no-group-return']],
  ['not on the group\'s roster', { group: [] }, OTHERS, ['assessed not-on-roster', 'passed not-on-roster', 'signed not-on-roster']],
  ['too early', { own: [result('look-back', 'not-started', 'unit')] }, OTHERS, ['look-back not-started']],
  ['could not be worked out', { own: [result('look-back', 'undetermined', 'unit')] }, OTHERS, ['look-back undetermined']],
  ['waived', { own: [{ ...result('look-back', 'met', 'unit'), status: 'waived' as MeasureStatus }] }, OTHERS, []],
  ['nothing at all, in order', { own: undefined, group: undefined, approval: undefined }, [], ['assessed no-group-return', 'passed no-group-return', 'look-back no-return', 'signed no-group-return', 'spot-check not-drawn-yet', 'approved not-decided']],
])('%s', (_, evidence, rounds, missing) => {
  expect(board(evidence, rounds)).toEqual({ transfers: missing.length === 0, missing, ids: missing.map((one) => one.split(' ')[0]) })
})

it('says which rows are short', () => {
  const short = result('assessment-passed', 'shortfall')
  const [state] = transferBoard(campaign, [{ unit: '001', system: 'S', own: OWN, group: [...GROUP.filter(({ measure }) => measure !== 'assessment-passed'), short], approval: APPROVED }], OTHERS) ?? []
  expect(state?.requirements.find(({ requirement }) => requirement === 'passed')?.rows).toEqual([short])
})

it('finds a unit\'s row in its group\'s return', () => {
  const rows = [...GROUP, result('assessment-passed', 'met', 'supervised', '市教育局'), result('diaries', 'met', 'visit', '市图书馆')]
  expect(resultsForUnit(campaign, rows, ' 市图书馆')).toEqual(GROUP)
})

it('a definition without it has no board', () => {
  expect(transferBoard(shipped('safety-month'), [], [])).toBeUndefined()
})
