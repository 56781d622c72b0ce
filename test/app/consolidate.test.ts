import { consolidate } from '../../src/app/consolidate'
import { OfficeError } from '../../src/app/consolidate/office-error'
import { rank } from '../../src/app/rank'
import { nodeCompression } from '../../src/workbook/compression/node'
import type { Workbook } from '../../src/workbook/model'
import { patchWorkbook } from '../../src/workbook/xlsx/patch'
import { Office, campaign, load, sayIn, unit } from './office-in-hand'
import type { Brief } from './returns-in-brief'

const REGISTRY = { units: [unit('u1', '一中', '教育', 30), unit('u2', '二中', '教育'), unit('u3', '中医院', '卫生'), unit('u4', '防疫站', '卫生')], groups: [{ id: 'g1', name: '第一督导组' }] }
const hours = (subject: string) => ({ measure: 'hours', of: 'member', subject, value: 32, target: 40, gap: 8, attainment: 0.8, due: '2005-02-25', status: 'shortfall' as const, sheet: '学习考勤', row: 9, column: 14 })
const REMEDY = Object.entries(campaign.definition.measures).find(([, { remedies, of }]) => remedies.includes('remedial-study') && of !== 'unit')?.[0] as string
const short = (subject: string) => ({ ...hours(subject), measure: REMEDY })
const BRIEFS: Brief[] = [
  { unit: 'u1', week: 1, score: 90, name: '一中.xlsx' },
  { unit: 'u2', week: 1, score: 70, name: '二中.xlsx', shortfalls: [short('王秀兰'), short('李建国')], findings: [{ code: 'cell/required', kind: 'cell', severity: 'error', sheet: '学习考勤', row: 9, column: 3, field: 'hours', subject: '王秀兰', params: { heading: '学时' } }] },
  { unit: 'u3', week: 1, score: 60, name: '中医院.xlsx' },
  { unit: 'u3', week: 1, score: 65, name: '中医院(2).xlsx', sealed: '2005-02-20T07:00:00' },
  { unit: 'u4', week: 2, score: 60, name: '防疫站.xlsx' },
]

const sheets = (book: Workbook) => book.sheets.map(({ name, visibility }) => `${name}${visibility === 'visible' ? '' : ` (${visibility})`}`)
/** Every cell of every sheet but the store and the log. */
const content = (office: Office) => office.book().sheets.filter(({ name }) => name !== '日志').map(({ name, rows }) => [name, rows.filter(({ cells }) => cells.length > 0).map(({ row, cells }) => [row, cells.map(({ column, value }) => [column, value])])])

describe('an office workbook', () => {
  it('has its sheets in order, the record out of sight', () => {
    expect(sheets(Office.of(REGISTRY).book())).toEqual(['本周概览', '本周排名', '系统对比', '报送情况', '逐日报送', '收件判定', '问题清单', '整改情况', '督导情况', '补课', '通报批评', '警告通报', '责令补课', '通报批评单位', '说明情况', '重点管理', '抽查', '转段', '台账', '单位名册', '督导组', '设置', '豁免', '日志', '_muster_lists (veryHidden)', '_muster_ledger (veryHidden)', ...Array.from({ length: campaign.calendar.weeks }, (_, i) => `_muster_returns_${i + 1} (veryHidden)`), '_muster (veryHidden)'])
  })

  it('speaks the language asked for, also of a campaign it has never heard of', async () => {
    const safety = load('safety-month')
    const office = Office.of(REGISTRY, safety, 'en')
    await office.take(1, [{ unit: 'u1', week: 1, score: 90, sealed: '2026-06-05T08:00:00' }, { unit: 'u2', week: 1, score: 80, sealed: '2026-06-05T08:00:00' }])
    expect(office.table('figures', ['label', 'value'])).toEqual(['Expected | 4', 'Valid returns | 2', 'Not submitted | 2', 'Came, but not counted | 0', 'Mean score | 85', 'Last in their group | 0'])
    expect(sheets(office.book()).slice(0, 6)).toEqual(['This week', 'Ranking', 'Groups compared', 'Roll call', 'Arrivals', 'Files received'])
  })
})

describe('a week consolidated', () => {
  const office = Office.of(REGISTRY)
  let result: Awaited<ReturnType<Office['take']>>
  beforeAll(async () => {
    result = await office.take(1, BRIEFS)
  })

  it('shows the week at a glance', () => {
    expect(office.table('figures', ['label', 'value', 'remark'])).toEqual(['应报单位 | 4 | 2个系统，在册60人', '有效报送 | 3 | 报送率 75%', '未报送 | 0 | ', '已报但不能计入 | 1 | 防疫站', '平均得分 | 73.3 | 最低 60，最高 90', '系统末位单位 | 1 | 二中'])
    expect(office.table('agenda', ['consequence', 'new', 'open', 'waiting'])).toContain('补课 | 2 | 2 | 2')
    expect(office.table('systems-glance', ['system', 'mean', 'of', 'last'])).toEqual(['教育 | 80 | 2 / 2 | 二中', '卫生 | 60 | 1 / 2 | '])
  })

  it('shows who is where, and who is not ranked and why', () => {
    expect(office.table('ranking', ['system', 'rank', 'unit', 'score', 'outcome', 'last', 'remark'])).toEqual(['教育 | 1 | 一中 | 90 | 有效 |  | ', '教育 | 2 | 二中 | 70 | 有效 | 末位 | ', '卫生 | 1 | 中医院 | 60 | 有效 |  | ', '卫生 |  | 防疫站 |  | 未计入 |  | 周次不符'])
  })

  it('shows what became of every file', () => {
    expect(office.table('files', ['file', 'decision', 'unit'])).toEqual(['防疫站.xlsx | 不计入 | 防疫站', '一中.xlsx | 计入 | 一中', '中医院.xlsx | 计入 | 中医院', '二中.xlsx | 计入 | 二中', '中医院(2).xlsx | 已有新版 | 中医院'])
  })

  it('shows who came on which day, system by system', () => {
    expect(office.table('arrivals', ['system', 'day', 'expected', 'received', 'valid', 'late', 'rejected', 'missing', 'units'])).toEqual([
      '全部单位 | 合计 | 4 | 4 | 3 | 0 | 1 | 0 | ',
      '教育 | 合计 | 2 | 2 | 2 | 0 | 0 | 0 | ',
      '教育 | 2005-02-27 |  | 2 | 2 | 0 |  |  | 一中、二中',
      '卫生 | 合计 | 2 | 2 | 1 | 0 | 1 | 0 | ',
      '卫生 | 2005-02-27 |  | 1 | 1 | 0 |  |  | 中医院',
      '督导组 | 合计 | 1 | 0 | 0 | 0 | 0 | 1 | 未报：第一督导组',
    ])
  })

  it('shows findings and proposals down to the cell', () => {
    expect(office.table('findings', ['unit', 'severity', 'sheet', 'cells', 'subjects'])).toEqual(['二中 | 错误 | 学习考勤 | C9 | 王秀兰'])
    expect(office.table('list-remedial-study', ['unit', 'member', 'where', 'state'])).toEqual(['二中 | 李建国 | 学习考勤!N9 | 待确认', '二中 | 王秀兰 | 学习考勤!N9 | 待确认'])
  })

  it('gives the same as data', () => {
    expect(result.files.map(({ decision }) => decision)).toEqual(['counted', 'counted', 'counted', 'superseded', 'rejected'])
    expect(result.rollCall.map(({ unit: id, outcome }) => `${id} ${outcome}`)).toEqual(['u1 valid', 'u2 valid', 'u3 valid', 'u4 rejected', 'g1 missing'])
    expect(result.asOf).toBe(campaign.calendar.weekEnd(1))
    const ranking = rank({ campaign, office: office.book(), sayIn })
    expect(ranking.systems.map(({ system, rank: place, submitted }) => [system, place, submitted])).toEqual([['教育', 1, 1], ['卫生', 2, 0.5]])
    expect(ranking.systems[0]?.unitsByRank[1]).toMatchObject({ name: '二中', status: 'last', submitted: true, proposals: expect.arrayContaining([expect.objectContaining({ key: `remedial-study|u2|王秀兰|w1`, evidence: [expect.objectContaining({ result: expect.objectContaining({ sheet: '学习考勤', row: 9, column: 14 }) })] })]) as unknown })
    expect(ranking.systems[1]?.unitsByRank[1]).toMatchObject({ name: '防疫站', status: 'rejected', submitted: false, reason: 'intake/wrong-week' })
  })

  it('again, in another order, changes not a byte', async () => {
    const before = office.bytes
    const again = await office.take(1, [...BRIEFS].reverse(), { now: '2030-01-01T00:00:00' })
    expect([again.changed, again.patch.sheets]).toEqual([false, []])
    expect(office.bytes).toBe(before)
  })

  it('file by file comes to the same as all at once', async () => {
    const slowly = Office.of(REGISTRY)
    for (const brief of BRIEFS) await slowly.take(1, [brief])
    const text = (one: Office) => JSON.stringify(content(one)).replaceAll(/\\"at\\":\\"[^"]*\\"/g, '')
    expect(text(slowly)).toBe(text(office))
  })
})

describe('what people add', () => {
  it('stays with its row, whatever moves', async () => {
    const office = Office.of(REGISTRY)
    await office.take(1, BRIEFS)
    const last = office.cell('ranking', 'u2', 'note')
    const ranking = office.located('ranking')
    const extra = (ranking.columns.get('note') as number) + 1
    office.type([
      { ...last, value: '已电话提醒' },
      { sheet: last.sheet, row: ranking.headingRow, column: extra, value: '包联领导' },
      { sheet: last.sheet, row: last.row, column: extra, value: '刘书记' },
      { sheet: last.sheet, row: last.row + 60, column: 3, value: '办公室主任签字：' },
      { ...office.cell('list-remedial-study', 'remedial-study|u2|王秀兰|w1', 'decision'), value: '确认' },
      { ...office.cell('findings', 'u2|cell/required|error|学习考勤|hours', 'note'), value: '已告知联络员' },
    ])
    const { changed } = await office.take(2, [{ unit: 'u1', week: 2, score: 60 }, { unit: 'u2', week: 2, score: 95 }, { unit: 'u3', week: 2, score: 50 }, { unit: 'u4', week: 2, score: 99 }])
    expect(changed).toBe(true)
    expect(office.table('ranking', ['rank', 'unit', 'note']).slice(0, 2)).toEqual(['1 | 二中 | 已电话提醒', '2 | 一中 | '])
    const moved = office.cell('ranking', 'u2', 'note')
    const at = (row: number, column: number) => office.book().sheets.find(({ name }) => name === '本周排名')?.rows.find((one) => one.row === row)?.cells.find((one) => one.column === column)?.value
    expect([at(moved.row, extra), at(last.row + 60, 3)]).toEqual(['刘书记', '办公室主任签字：'])
    expect(office.table('list-remedial-study', ['member', 'state', 'decision'])).toEqual(['李建国 | 已补齐 | ', '王秀兰 | 已补齐 | 确认'])
    expect(office.table('findings', ['unit', 'state', 'note'])).toEqual(['二中 | 已消除 | 已告知联络员'])
    expect(rank({ campaign, office: office.book(), week: 1, sayIn }).systems[0]?.unitsByRank[1]?.proposals.find(({ member }) => member === '王秀兰')).toMatchObject({ decision: { answer: 'confirmed' } })
  })

  it('a sheet of theirs is not touched; one of ours that they deleted is made again', async () => {
    const office = Office.of(REGISTRY)
    office.bytes = patchWorkbook(office.bytes, { sheets: [], add: [{ name: '会议记录', columns: [], rows: [{ row: 1, cells: [{ column: 1, value: '=不是公式' }] }] }] }, nodeCompression)
    const book = office.book()
    const without: Workbook = { ...book, sheets: book.sheets.filter(({ name }) => name !== '问题清单') }
    const { patch } = await consolidate({ campaign, office: without, files: [], week: 1, today: '2005-03-01', now: '2005-03-01T00:00:00', read: () => book, compression: nodeCompression, sayIn })
    expect(patch.add?.map(({ name }) => name)).toEqual(['问题清单'])
    expect(patch.sheets.map(({ sheet }) => sheet)).not.toContain('会议记录')
  })

  it('a table that cannot be found any more is told', async () => {
    const office = Office.of(REGISTRY)
    const { sheet, keyColumn, headingRow } = office.located('ranking')
    office.type([{ sheet: sheet.name, row: headingRow - 1, column: keyColumn, value: null }])
    expect((await office.take(1, BRIEFS)).troubles).toMatchObject([{ code: 'office/table-lost', sheet: '本周排名', params: { table: 'ranking' } }])
  })

  it('settings hold from the next week to be consolidated on, and a bad one is told and not used', async () => {
    const office = Office.of(REGISTRY)
    office.set('setting|studyHours', '很多')
    office.set('setting|studyDays', 4)
    const { troubles, ledger } = await office.take(1, BRIEFS)
    expect(troubles).toMatchObject([{ code: 'office/bad-setting', sheet: '设置', params: { value: '很多', id: 'studyHours' } }])
    expect(ledger[0]?.rules).not.toBe(campaign.rules)
    expect(office.table('settings', ['value']).slice(0, 1)).toEqual(['很多'])
  })

  it('weights can be changed where the definition gives numbers', async () => {
    const office = Office.of(REGISTRY)
    const [key] = campaign.indicators.filter(({ definition }) => typeof definition.weight === 'number').map(({ id }) => `weight|${id}`)
    office.set(key as string, 15)
    expect((await office.take(1, BRIEFS)).ledger[0]?.rules).not.toBe(campaign.rules)
  })

  it('the registry is theirs: rows with trouble are told by cell, and nobody is expected twice', async () => {
    const office = Office.of(REGISTRY)
    const { sheet, columns, firstRow } = office.located('registry')
    const at = (row: number, id: string, value: string | number | null) => ({ sheet: sheet.name, row, column: columns.get(id) as number, value })
    office.type([at(firstRow + 1, 'id', 'u1'), at(firstRow + 2, 'system', null), at(firstRow + 3, 'headcount', '约20'), at(firstRow + 5, 'id', 'u9'), at(firstRow + 5, 'name', '新单位'), at(firstRow + 5, 'system', '教育'), at(firstRow + 6, 'name', '没编号')])
    const { troubles, rollCall } = await office.take(1, [])
    expect(troubles.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['office/unit-twice B6', 'office/unit-without-system D7', 'office/bad-headcount E8', 'office/unit-without-id B11'])
    expect(rollCall.map(({ unit: id }) => id)).toEqual(['u1', 'u4', 'u9', 'g1'])
  })
})

describe('what cannot be worked with', () => {
  const book = Office.of(REGISTRY).book()
  const code = async (options: Partial<Parameters<typeof consolidate>[0]>) => {
    const attempt = consolidate({ campaign, office: book, files: [], week: 1, today: '2005-03-01', now: '2005-03-01T00:00:00', read: () => book, compression: nodeCompression, sayIn, ...options })
    return attempt.then(() => 'fine', (error: unknown) => (error instanceof OfficeError ? error.code : String(error)))
  }

  it.each([
    ['a workbook that is not the office’s', { office: { ...book, sheets: [] } }, 'office/not-office'],
    ['another campaign’s', { campaign: load('safety-month') }, 'office/other-campaign'],
    ['no registry', { office: { ...book, sheets: book.sheets.filter(({ name }) => name !== '单位名册') } }, 'office/no-registry'],
    ['a week the campaign does not have', { week: 99 }, 'office/no-such-week'],
  ])('%s', async (_, options, expected) => {
    expect(await code(options)).toBe(expected)
  })

  it('a week that nobody consolidated has no ranking', () => {
    expect(() => rank({ campaign, office: book, sayIn })).toThrow('office/nothing-ranked')
  })

  it('stops when asked to', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    expect(await code({ signal: stop.signal, files: [{ name: 'x', load: () => new Uint8Array() }] })).toContain('stopped')
  })
})
