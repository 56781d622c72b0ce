import { rank } from '../../src/app/rank'
import { Office, campaign, sayIn, unit } from './office-in-hand'
import type { Brief } from './returns-in-brief'

/**
 * Four weeks of two systems and one unit that moves, told as a table. Scores; `-`: nothing came.
 *
 * | unit        | system        | w1 | w2 | w3 | w4 |
 * | u1 一中     | 教育          | 90 | 90 | 90 | 90 |
 * | u2 二中     | 教育          | 60 | 60 | 60 | 60 |   last; ties u3 in week 2
 * | u3 三中     | 教育          | 70 | 60 | 80 | 80 |
 * | u4 四中     | 教育          | 80 | -  | 85 | 85 |   missing in week 2
 * | u5 中医院   | 卫生          | 50 | 50 | 50 | 50 |   last; rules change before week 3
 * | u6 防疫站   | 卫生          | 70 | 70 | 70 | 70 |
 * | u7 卫校     | 卫生 → 教育   | 75 | 75 | 75 | 75 |   moves before week 4
 */
const REGISTRY = {
  units: [unit('u1', '一中', '教育'), unit('u2', '二中', '教育'), unit('u3', '三中', '教育'), unit('u4', '四中', '教育'), unit('u5', '中医院', '卫生'), unit('u6', '防疫站', '卫生'), unit('u7', '卫校', '卫生')],
  groups: [],
}
const SCORES: Record<string, (number | undefined)[]> = { u1: [90, 90, 90, 90], u2: [60, 60, 60, 60], u3: [70, 60, 80, 80], u4: [80, undefined, 85, 85], u5: [50, 50, 50, 50], u6: [70, 70, 70, 70], u7: [75, 75, 75, 75] }
const week = (n: number): Brief[] => Object.entries(SCORES).flatMap(([id, scores]) => (scores[n - 1] === undefined ? [] : [{ unit: id, week: n, score: scores[n - 1] as number }]))

const shown = (office: Office, at: number) =>
  rank({ campaign, office: office.book(), week: at, sayIn }).systems.flatMap(({ system, unitsByRank }) => unitsByRank.map((u) => `${system} ${u.rank} ${u.name} ${u.score ?? '-'} ${u.status}${u.streak ? ` x${u.streak}` : ''}${u.doubts.map(({ reason, week: w }) => ` ${reason}@${w}`).join('')}`))

const consequences = (office: Office) => rank({ campaign, office: office.book(), sayIn }).systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap(({ proposals }) => proposals.map(({ key, state }) => `${key} ${state}`))).sort()

describe('four weeks of a campaign', () => {
  const office = Office.of(REGISTRY)

  it('week 1: last in each system', async () => {
    await office.take(1, week(1))
    expect(shown(office, 1)).toEqual(['教育 1 一中 90 ranked', '教育 2 四中 80 ranked', '教育 3 三中 70 ranked', '教育 4 二中 60 last x1', '卫生 1 卫校 75 ranked', '卫生 2 防疫站 70 ranked', '卫生 3 中医院 50 last x1'])
  })

  it('week 2: a tie at the bottom, and a missing return after all others', async () => {
    const { rollCall } = await office.take(2, week(2))
    expect(rollCall.find(({ unit: id }) => id === 'u4')).toMatchObject({ outcome: 'missing', reason: 'intake/missing' })
    expect(shown(office, 2)).toEqual(['教育 1 一中 90 ranked', '教育 2 二中 60 last-doubtful x2 returns-missing@2', '教育 2 三中 60 last-doubtful x1 returns-missing@2', '教育 4 四中 - missing', '卫生 1 卫校 75 ranked', '卫生 2 防疫站 70 ranked', '卫生 3 中医院 50 last x2'])
  })

  it('week 3: the rules have changed, so three in a row is not asserted', async () => {
    office.set('setting|studyHours', 39)
    await office.take(3, week(3))
    expect(shown(office, 3)).toEqual(['教育 1 一中 90 ranked', '教育 2 四中 85 ranked', '教育 3 三中 80 ranked', '教育 4 二中 60 last-doubtful x3 returns-missing@2 rules-changed@3', '卫生 1 卫校 75 ranked', '卫生 2 防疫站 70 ranked', '卫生 3 中医院 50 last-doubtful x3 rules-changed@3'])
    expect(consequences(office).filter((each) => each.startsWith('key-management'))).toEqual(['key-management|u2||w3 to-be-confirmed', 'key-management|u5||w3 to-be-confirmed'])
  })

  it('week 4: a unit moves to another system, which doubts both', async () => {
    const place = office.located('registry')
    const row = place.sheet.rows.find(({ cells }) => cells.some(({ value }) => value === 'u7'))?.row as number
    office.type([{ sheet: place.sheet.name, row, column: place.columns.get('system') as number, value: '教育' }])
    await office.take(4, week(4))
    expect(shown(office, 4)).toEqual([
      '教育 1 一中 90 ranked',
      '教育 2 四中 85 ranked',
      '教育 3 三中 80 ranked',
      '教育 4 卫校 75 ranked',
      '教育 5 二中 60 last-doubtful x4 returns-missing@2 rules-changed@3 system-changed@4',
      '卫生 1 防疫站 70 ranked',
      '卫生 2 中医院 50 last-doubtful x4 rules-changed@3 system-changed@4',
    ])
    expect(shown(office, 3)).toContain('卫生 1 卫校 75 ranked')
  })

  it('a late correction of week 1 changes a past last place: recomputed, told, and logged', async () => {
    office.type([
      { ...office.cell('list-report-back', 'report-back|u2||w1', 'decision'), value: '确认' },
      { ...office.cell('list-report-back', 'report-back|u2||w1', 'by'), value: '王主任' },
    ])
    const { changes } = await office.take(1, [{ unit: 'u2', week: 1, score: 72, sealed: '2005-04-20T08:00:00' }])
    const told = changes.map((change) => ('key' in change ? `w${change.week} ${change.kind} ${change.key} ${change.decision ?? ''}`.trim() : `w${change.week} ${change.unit} ${change.kind} ${change.before} → ${change.after}`))
    expect(told).toEqual([
      'w1 u2 last true → false',
      'w1 proposal-withdrawn report-back|u2||w1 确认',
      'w1 u2 rank 4 → 3',
      'w1 u2 score 60 → 72',
      'w1 u2 streak 1 → 0',
      'w1 u3 last false → true',
      'w1 proposal-appeared report-back|u3||w1',
      'w1 u3 rank 3 → 4',
      'w1 u3 streak 0 → 1',
      'w2 u2 streak 2 → 1',
      'w2 u3 streak 1 → 2',
      'w3 proposal-withdrawn key-management|u2||w3',
      'w3 u2 streak 3 → 2',
      'w4 proposal-appeared key-management|u2||w4',
      'w4 u2 streak 4 → 3',
    ])
    expect(shown(office, 1).slice(0, 4)).toEqual(['教育 1 一中 90 ranked', '教育 2 四中 80 ranked', '教育 3 二中 72 ranked', '教育 4 三中 70 last x1'])
    expect(consequences(office).filter((each) => each.startsWith('key-management'))).toEqual(['key-management|u2||w4 to-be-confirmed', 'key-management|u5||w3 to-be-confirmed'])
    expect(office.table('list-report-back', ['week', 'unit', 'state', 'decision', 'by'])).toContain('1 | 二中 | 依据已变，不再成立 | 确认 | 王主任')
    const log = office.table('log', ['week', 'kind', 'unit', 'detail'])
    expect(log).toContain('1 | 更正：撤回建议 | 二中 | 说明情况 （已作决定“确认”，请复核）')
    expect(log).toContain('2 | 更正：连续末位 | 二中 | 第2周：2 → 1')
  })

  it('shows the latest week all along, and doing everything again changes nothing', async () => {
    expect(office.table('ranking', ['unit', 'score', 'streak'])[0]).toBe('一中 | 90 | ')
    const before = office.bytes
    const { changed, patch } = await office.take(4, week(4), { now: '2026-07-01T09:00:00' })
    expect([changed, patch.sheets]).toEqual([false, []])
    expect(office.bytes).toBe(before)
  })
})
