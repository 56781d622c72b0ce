/** Four weeks of a campaign office, step by step as the command line does them; every outcome as the requirements have it. Who does what: four-weeks-cast.ts. */
import { approveTransfer, lookAtTransfers } from '../../src/app/oversight/transfer'
import { drawRound, enterResult } from '../../src/app/oversight/spot-checks'
import { yearEndExport } from '../../src/app/oversight/year-end'
import { rehearse } from '../../src/app/rehearse'
import { serialOf } from '../../src/domain/returns/serial'
import { format } from '../app/demo/made-up'
import { sayIn } from '../app/office-in-hand'
import { textOfPaper } from '../reports/papers/word-text'
import { weekly } from '../support/weekly-campaign'
import { assessments, REGISTRY, unitReturns } from './four-weeks-cast'
import { OfficeOverWeeks, told } from './office-over-weeks'

const office = new OfficeOverWeeks(REGISTRY)
const came = (week: number, ...but: string[]) => unitReturns(office, week, but)
const assessed = (week: number) => assessments(office, week)
const outcome = (rollCall: readonly { readonly unit: string; readonly outcome: string; readonly reason?: string }[], id: string) => rollCall.find((entry) => entry.unit === id)

describe('week 1', () => {
  it('a return that has not come is missing, not badly performed: after all others, and not last', async () => {
    const { rollCall, troubles, changes } = await office.take(1, came(1, 'u4'))
    expect(troubles).toEqual([])
    expect(changes).toEqual([])
    expect(outcome(rollCall, 'u4')).toMatchObject({ outcome: 'missing', reason: 'intake/missing' })
    // Who is last among those that came is to be confirmed: what is missing may turn out lower.
    expect(office.places(1)['教育']).toEqual(['1 一中 90 ranked', '2 三中 70 ranked', '3 二中 60 last-doubtful (returns-missing) x1 returns-missing@1', '4 四中 - missing'])
    expect(office.proposals(1).filter((each) => each.includes('|u4|'))).toEqual([])
  })

  it('it comes late: counted, said to be late, and the only file that is opened', async () => {
    office.opened = 0
    const { files, rollCall } = await office.take(1, [...came(1, 'u4'), office.unit('u4', 1, { work: 80 }, '2005-03-01T11:00:00')], '2005-03-01T15:00:00')
    const verdict = files.find((file) => file.unit === 'u4')
    expect([office.opened, verdict?.decision, verdict?.reasons.map(({ code }) => code)]).toEqual([1, 'counted', expect.arrayContaining(['intake/late'])])
    expect(outcome(rollCall, 'u4')).toMatchObject({ outcome: 'valid', stamp: '2005-03-01T11:00:00' })
  })

  it('last in each system; where all are tied, nobody', () => {
    expect(office.places(1)).toEqual({
      教育: ['1 一中 90 ranked', '2 四中 80 ranked', '3 三中 70 ranked', '4 二中 60 last x1'],
      卫生: ['1 卫校 75 ranked', '2 防疫站 70 ranked', '3 中医院 50 last x1'],
      农业: ['1 林场 70 ranked (all-tied)', '1 农机站 70 ranked (all-tied)', '1 种子站 70 ranked (all-tied)'],
      商业: ['1 百货店 80 ranked', '2 粮店 40 last x1'],
    })
    expect(office.proposals(1)).toEqual(['report-back|u11||w1 proposed', 'report-back|u2||w1 proposed', 'report-back|u5||w1 proposed'])
  })
})

describe('week 2', () => {
  it('all who are tied at the bottom are last; with too few to compare nobody is asserted to be', async () => {
    await office.take(2, came(2))
    expect(office.places(2)).toEqual({
      教育: ['1 一中 90 ranked', '2 四中 80 ranked', '3 二中 60 last x2', '3 三中 60 last x1'],
      卫生: ['1 卫校 75 ranked', '2 防疫站 70 ranked', '3 中医院 50 last x2'],
      农业: ['1 农机站 80 ranked', '2 种子站 75 ranked', '3 林场 55 last x1'],
      商业: ['1 粮店 40 ranked (too-few) x1', '2 百货店 - missing'],
    })
    expect(office.proposals(2).filter((each) => each.endsWith('w2 proposed'))).toEqual(['report-back|u10||w2 proposed', 'report-back|u2||w2 proposed', 'report-back|u3||w2 proposed', 'report-back|u5||w2 proposed'])
  })
})

describe('week 3', () => {
  it('three last places running propose key management; nothing is final', async () => {
    await office.take(3, came(3))
    expect(office.places(3)).toEqual({
      教育: ['1 一中 90 ranked', '2 四中 85 ranked', '3 三中 80 ranked', '4 二中 60 last x3'],
      卫生: ['1 卫校 75 ranked', '2 防疫站 70 ranked', '3 中医院 50 last x3'],
      // The last of the week before sent nothing: the one that did is last, and it keeps a place that neither ended nor grew.
      农业: ['1 农机站 80 ranked', '2 种子站 75 last-doubtful (returns-missing) x1 returns-missing@3', '3 林场 - missing x1'],
      // A week that nobody could be ranked in breaks nothing and counts for nothing.
      商业: ['1 百货店 80 ranked', '2 粮店 40 last x2'],
    })
    expect(office.proposals(3).filter((each) => each.startsWith('key-management'))).toEqual(['key-management|u2||w3 proposed', 'key-management|u5||w3 proposed'])
    expect(await office.papers(3)).toEqual([])
  })

  it('the group’s assessment comes, and is part of the scores of its units: two change places', async () => {
    const { changes } = await office.take(3, [assessed(3)])
    expect(changes).toEqual([])
    expect(office.places(3)['卫生']).toEqual(['1 防疫站 76 ranked', '2 卫校 75 ranked', '3 中医院 50 last x3'])
    expect(office.places(3)['教育']).toEqual(['1 一中 90 ranked', '2 四中 85 ranked', '3 三中 80 ranked', '4 二中 60 last x3'])
  })

  it('papers only for what a person has confirmed; the rest as drafts that say so', async () => {
    office.decide('confirmed', ['key-management|u2||w3', 'key-management|u5||w3'])
    office.decide('dismissed', ['report-back|u11||w3'])
    office.decide('deferred', ['report-back|u9||w3'])
    const papers = await office.papers(3)
    expect(papers.map(({ paper, unit: id, draft }) => [paper, id, draft])).toEqual([['key-management', 'u2', false], ['key-management', 'u5', false]])
    expect(textOfPaper(papers[1]?.bytes as Uint8Array)).toContain('中医院')
    const drafts = await office.papers(3, true)
    expect(drafts.every(({ draft }) => draft)).toBe(true)
    expect(drafts.filter(({ paper }) => paper === 'report-back').map(({ unit: id }) => id)).toEqual(expect.arrayContaining(['u2', 'u5']))
    expect(drafts.filter(({ paper }) => paper === 'report-back').map(({ unit: id }) => id)).not.toContain('u11')
  })
})

describe('a setting changed for a week that was ranked', () => {
  it('what was confirmed on a streak that can no longer be asserted is listed; taken back, it all stands as it did', async () => {
    const { bytes } = office.hand
    office.hand.set('setting|hours', 11, '王主任', 3)
    const { changes } = await office.recompute('2005-03-14T10:30:00')
    expect(told(changes)).toEqual(['proposal-doubted key-management|u2||w3 确认', 'proposal-doubted key-management|u5||w3 确认'])
    expect(office.places(3)['卫生']?.at(-1)).toBe('3 中医院 50 last-doubtful x3 rules-changed@3')
    expect(office.places(2)['卫生']?.at(-1)).toBe('3 中医院 50 last x2')
    office.hand.set('setting|hours', 10, '王主任', 3)
    expect(told((await office.recompute('2005-03-14T10:40:00')).changes)).toEqual(['proposal-asserted key-management|u2||w3 确认', 'proposal-asserted key-management|u5||w3 确认'])
    office.hand.bytes = bytes
  })
})

describe('stage transfer', () => {
  const board = () => {
    const result = lookAtTransfers({ campaign: weekly, office: office.hand.book(), sayIn, compression: format.compression, week: 3 })
    office.patch(result.patch)
    return Object.fromEntries(result.units.map(({ unit: id, transfers, requirements }) => [id, transfers || requirements.flatMap(({ requirement, missing }) => (missing ? [`${requirement}: ${missing}`] : []))]))
  }
  const atHand = (now: string) => ({ campaign: weekly, office: office.hand.book(), sayIn, now })
  const draw = (seed: number, again?: string) => {
    const round = drawRound({ ...atHand('2005-03-14T11:00:00'), seed, by: '王主任', ...(again !== undefined && { again }) })
    if ('refused' in round) return round.refused
    office.patch(round.patch)
    return round.drawn
  }
  let drawn: string[]

  it('says of every unit what is missing', () => {
    expect(board()).toMatchObject({
      u1: ['spot-check: not-drawn-yet', 'approved: not-decided'],
      u5: ['assessed: short', 'spot-check: not-drawn-yet', 'approved: not-decided'],
      u8: ['assessed: no-group-return', 'spot-check: not-drawn-yet', 'approved: not-decided'],
    })
  })

  it('units are drawn from a seed that is recorded; anew only for a reason', () => {
    const first = draw(7)
    expect(first).toMatchObject({ round: 1, seed: 7, drawnBy: '王主任' })
    drawn = typeof first === 'string' ? [] : first.units.map(({ unit: id }) => id)
    expect(office.open().state.spotChecks).toEqual([first])
    expect(drawn.map((id) => REGISTRY.units.find((one) => one.id === id)?.system).sort()).toEqual(['农业', '卫生', '商业', '教育'].sort())
    expect(draw(8, ' ')).toBe('reason-needed')
    expect(office.open().state.spotChecks).toHaveLength(1)
  })

  it('a unit moves on only when everything is there', async () => {
    const [chosen] = drawn.filter((id) => ['u1', 'u2', 'u3', 'u4'].includes(id)) as [string]
    expect(board()[chosen]).toEqual(['spot-check: not-checked', 'approved: not-decided'])
    const approve = () => office.patch(approveTransfer({ ...atHand('2005-03-15T09:00:00'), unit: chosen, approved: true, by: '王主任', note: '', today: '2005-03-15' }))
    approve()
    expect(board()[chosen]).toEqual(['spot-check: not-checked'])
    expect((await office.papers(3)).some(({ paper }) => paper === 'stage-transfer')).toBe(false)
    office.patch(enterResult({ ...atHand('2005-03-15T10:00:00'), unit: chosen, outcome: 'failed', by: '李督导', note: '记录不全', on: '2005-03-15' }))
    expect(board()[chosen]).toEqual(['spot-check: failed'])
    office.patch(enterResult({ ...atHand('2005-03-16T10:00:00'), unit: chosen, outcome: 'passed', by: '李督导', note: '', on: '2005-03-16' }))
    expect(Object.entries(board()).filter(([, state]) => state === true)).toEqual([[chosen, true]])
    expect((await office.papers(3)).filter(({ paper }) => paper === 'stage-transfer').map(({ unit: id }) => id)).toEqual([chosen])
    expect(draw(9, '换一批')).toBe('checks-recorded')
  })

  it('nobody is drawn twice running while others are left', () => {
    const second = draw(9)
    if (typeof second === 'string') throw new Error(second)
    expect(second.round).toBe(2)
    expect(second.units.filter(({ unit: id }) => drawn.includes(id))).toEqual([])
    expect(second.units).toHaveLength(4)
  })
})

describe('week 4', () => {
  it('settings change and a unit moves: what follows from several weeks is to be confirmed, not asserted', async () => {
    office.hand.set('setting|hours', 12, '王主任', 4)
    const { sheet, columns } = office.hand.located('registry')
    const row = sheet.rows.find(({ cells }) => cells.some(({ value }) => value === 'u7'))?.row as number
    office.hand.type([{ sheet: sheet.name, row, column: columns.get('system') as number, value: '商业' }])
    const { troubles, changes } = await office.take(4, [...came(4), assessed(4)])
    expect(troubles).toEqual([])
    expect(changes).toEqual([])
    expect(office.places(4)).toEqual({
      教育: ['1 一中 92 ranked', '2 四中 80 ranked', '3 三中 74 ranked', '4 二中 68 last-doubtful x4 rules-changed@4'],
      卫生: ['1 防疫站 76 ranked', '2 中医院 60 last-doubtful x4 rules-changed@4 system-changed@4'],
      农业: ['1 农机站 85 ranked', '2 种子站 80.21 ranked', '3 林场 66.25 last-doubtful x2 no-valid-return@3 rules-changed@4'],
      商业: ['1 百货店 85 ranked', '2 卫校 80 ranked', '3 粮店 55 last-doubtful x3 rules-changed@4 system-changed@4'],
    })
    expect(office.proposals(4).filter((each) => /^key-management|w4/.test(each))).toEqual([
      'key-management|u11||w4 to-be-confirmed',
      // These two on weeks 1 – 3, before anything changed.
      'key-management|u2||w3 proposed confirmed',
      'key-management|u5||w3 proposed confirmed',
      'report-back|u10||w4 proposed',
      'report-back|u11||w4 proposed',
      'report-back|u2||w4 proposed',
      'report-back|u5||w4 proposed',
    ])
    expect(office.places(3)['卫生']).toEqual(['1 防疫站 76 ranked', '2 卫校 75 ranked', '3 中医院 50 last x3'])
  })

  it('the change of settings is in the log: who, what it was, what it is, from when, by which clause', () => {
    expect(office.log(sayIn('zh')('office/log-setting'))).toEqual(['参数变更 | 4 |  | 学时：10小时 → 12小时；决定人 王主任（条款 H1）'])
    expect(office.open().state.settings).toMatchObject([{ id: 'hours', old: 10, new: 12, fromWeek: 4, by: '王主任' }])
  })

  it('members who owe something owe it by the setting of that week', () => {
    expect(office.proposals(4).filter((each) => each.startsWith('remedial'))).toEqual(['remedial|u3|李建国|w3 proposed', 'remedial|u9|李建国|w3 proposed'])
  })

  it('a waiver counts neither for nor against and proposes nothing; the ranking can be shown with and without', async () => {
    const without = office.places(4)
    const waived = { unit: 'u3', member: '李建国', clause: 'H1', reason: '住院', approver: '王主任', until: '2005-03-31' }
    const rehearsed = rehearse({ office: office.open(), week: 4, change: { waivers: [waived] }, compression: format.compression })
    expect(told(rehearsed.changes)).toEqual(['proposal-withdrawn remedial|u3|李建国|w3', 'w4 u3 rank 3 → 2', 'w4 u3 score 74 → 84', 'w4 u4 rank 2 → 3'])
    const { sheet, columns, firstRow } = office.hand.located('waivers')
    const row = { ...waived, unit: '三中', until: serialOf(waived.until) }
    office.hand.type(Object.entries(row).map(([column, value]) => ({ sheet: sheet.name, row: firstRow, column: columns.get(column) as number, value })))
    const { troubles, changes } = await office.recompute('2005-03-22T09:00:00')
    expect([troubles, changes]).toEqual([[], rehearsed.changes])
    expect(office.places(4)['教育']).toEqual(['1 一中 92 ranked', '2 三中 84 ranked', '3 四中 80 ranked', '4 二中 68 last-doubtful x4 rules-changed@4'])
    expect(office.places(4, false)).toEqual(without)
    expect(office.scores(4)).toEqual(new Map(rehearsed.entries.map(({ unit: id, score }) => [id, score])))
    expect(office.proposals(4).filter((each) => each.startsWith('remedial'))).toEqual(['remedial|u9|李建国|w3 proposed'])
    expect(office.log(sayIn('zh')('office/log-score'))).toContain(`${sayIn('zh')('office/log-score')} | 4 | 三中 | 第4周：74 → 84`)
    expect(office.log('准予豁免')).toEqual(['准予豁免 | 4 | 三中 | 李建国：条款 H1，至2005-03-31；住院；批准人 王主任'])
  })
})

describe('a correction of week 1, after week 4', () => {
  it('history is recomputed; what changed is listed, with the consequence that had been confirmed', async () => {
    const { changes } = await office.take(1, [office.unit('u2', 1, { work: 72 }, '2005-03-22T16:00:00')], '2005-03-22T17:00:00')
    expect(told(changes)).toEqual([
      'w1 u2 last true → false',
      'proposal-withdrawn report-back|u2||w1',
      'w1 u2 rank 4 → 3',
      'w1 u2 score 60 → 72',
      'w1 u2 streak 1 → 0',
      'w1 u3 last false → true',
      'proposal-appeared report-back|u3||w1',
      'w1 u3 rank 3 → 4',
      'w1 u3 streak 0 → 1',
      'w2 u2 streak 2 → 1',
      'w2 u3 streak 1 → 2',
      'proposal-withdrawn key-management|u2||w3 确认',
      'w3 u2 streak 3 → 2',
      'proposal-appeared key-management|u2||w4',
      'w4 u2 streak 4 → 3',
    ])
    expect(office.places(1)['教育']).toEqual(['1 一中 90 ranked', '2 四中 80 ranked', '3 二中 72 ranked', '4 三中 70 last x1'])
    expect(office.places(4)['教育']?.at(-1)).toBe('4 二中 68 last-doubtful x3 rules-changed@4')
    expect(office.proposals(4).filter((each) => each.startsWith('key-management'))).toEqual(['key-management|u11||w4 to-be-confirmed', 'key-management|u2||w4 to-be-confirmed', 'key-management|u5||w3 proposed confirmed'])
  })

  it('the workbook says so where people look: the decision stays and is marked, the log tells it', () => {
    expect(office.hand.table('list-key-management', ['week', 'unit', 'state', 'decision', 'by'])).toContain('3 | 二中 | 依据已变，不再成立 | 确认 | 王主任')
    expect(office.log('更正：撤回建议')).toContain('更正：撤回建议 | 3 | 二中 | 重点管理 （已作决定“确认”，请复核）')
    expect(office.log('更正：连续末位')).toContain('更正：连续末位 | 4 | 二中 | 第4周：4 → 3')
  })

  it('no paper for what no longer stands', async () => {
    expect((await office.papers(3)).filter(({ paper }) => paper === 'key-management').map(({ unit: id }) => id)).toEqual(['u5'])
  })
})

describe('the end', () => {
  it('everything done again changes not a byte', async () => {
    const { bytes } = office.hand
    for (const week of [2, 3, 4]) expect((await office.take(week, [...came(week), ...(week > 2 ? [assessed(week)] : [])], '2005-04-01T09:00:00')).changed).toBe(false)
    expect((await office.recompute('2005-04-01T09:00:00')).changed).toBe(false)
    expect(office.hand.bytes).toBe(bytes)
  })

  it('the year-end record enters what was confirmed and still stands; names only where they are wanted', () => {
    office.decide('confirmed', ['remedial|u9|李建国|w3'])
    const { records, csv } = yearEndExport(office.open(), { names: true })
    const of = (id: string) => records.find((record) => record.unit === id)
    expect(of('u5')).toMatchObject({ weeks: 4, ranked: 4, withoutReturn: 0, last: 4, longestStreak: 4, streakUndetermined: true })
    expect(of('u5')?.consequences.get('key-management')).toMatchObject({ confirmed: 1, withoutGrounds: 0 })
    expect(of('u2')).toMatchObject({ last: 3, longestStreak: 3 })
    expect(of('u2')?.consequences.get('key-management')).toMatchObject({ confirmed: 0, withoutGrounds: 1, undetermined: 1 })
    expect(of('u11')?.consequences.get('report-back')).toMatchObject({ confirmed: 0, dismissed: 1 })
    expect(of('u12')).toMatchObject({ weeks: 4, ranked: 3, withoutReturn: 1, last: 0 })
    expect(of('u3')).toMatchObject({ memberWaivers: 1, unitWaivers: 0 })
    expect(records.filter(({ transferred }) => transferred)).toHaveLength(1)
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
    expect(text(csv)).toContain('李建国')
    expect(text(yearEndExport(office.open(), { names: false }).csv)).not.toContain('李建国')
  })
})
