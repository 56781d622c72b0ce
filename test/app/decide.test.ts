import { decide, type DecideOptions } from '../../src/app/decide'
import { openOffice } from '../../src/app/consolidate/open-office'
import { nodeCompression } from '../../src/workbook/compression/node'
import { patchWorkbook } from '../../src/workbook/xlsx/patch'
import { Office, campaign, sayIn, unit } from './office-in-hand'
import type { Brief } from './returns-in-brief'

const REGISTRY = { units: [unit('u1', '一中', '教育', 30), unit('u2', '二中', '教育'), unit('u3', '三中', '教育')], groups: [] }
const BRIEFS: Brief[] = [
  { unit: 'u1', week: 1, score: 90 },
  { unit: 'u2', week: 1, score: 70 },
  { unit: 'u3', week: 1, score: 80 },
]
const LAST = [...campaign.lastWeeks].find(([, weeks]) => weeks === 1)?.[0] as string

const options = (office: Office, key: string, more: Partial<DecideOptions> = {}): DecideOptions => ({ campaign, office: office.book(), keys: [key], answer: 'confirmed', by: '周敏', note: '', today: '2005-03-01', now: '2005-03-01T09:00:00', sayIn, ...more })
const apply = (office: Office, decision: DecideOptions) => void (office.bytes = patchWorkbook(office.bytes, decide(decision), nodeCompression))
const list = (office: Office) => office.table(`list-${LAST}`, ['unit', 'decision', 'by', 'note'])

async function weekOne(): Promise<{ office: Office; key: string }> {
  const office = Office.of(REGISTRY)
  const { proposals } = await office.take(1, BRIEFS)
  return { office, key: proposals.find(({ consequence }) => consequence === LAST)?.key as string }
}

describe('a decision', () => {
  it('stands in the list as if a person had typed it, is logged, and no longer waits on the agenda', async () => {
    const { office, key } = await weekOne()
    apply(office, options(office, key, { note: '已面谈' }))
    expect(list(office)).toEqual(['二中 | 确认 | 周敏 | 已面谈'])
    expect(office.table('log', ['kind', 'unit'])[0]).toBe('决定 | 二中')
    expect(office.table('agenda', ['consequence', 'open', 'waiting'])).toContain(`${campaign.definition.consequences[LAST]?.title.zh} | 1 | 0`)
  })

  it('replaces the one before, and can be taken back', async () => {
    const { office, key } = await weekOne()
    apply(office, options(office, key, { note: '先缓一缓', answer: 'deferred' }))
    apply(office, options(office, key, { answer: 'dismissed' }))
    expect(list(office)).toEqual(['二中 | 不采纳 | 周敏 | '])
    apply(office, options(office, key, { answer: undefined, by: '' }))
    expect(list(office)).toEqual(['二中 |  |  | '])
  })

  it('goes with its row through later weeks, and consolidating again does not change it', async () => {
    const { office, key } = await weekOne()
    apply(office, options(office, key))
    await office.take(2, [{ unit: 'u1', week: 2, score: 60 }, { unit: 'u2', week: 2, score: 95 }, { unit: 'u3', week: 2, score: 70 }])
    expect(list(office)).toEqual(['一中 |  |  | ', '二中 | 确认 | 周敏 | '])
    expect(openOffice(office.book(), campaign, sayIn).state.decisions.get(key)).toMatchObject({ answer: 'confirmed', on: '2005-03-01' })
  })

  it('changes nothing but the list, the log and the agenda', async () => {
    const { office, key } = await weekOne()
    expect(decide(options(office, key)).sheets.map(({ sheet }) => sheet).sort()).toEqual(['日志', '本周概览', office.located(`list-${LAST}`).sheet.name].sort())
  })

  it.each([
    ['without a name', { by: '  ' }, 'office/decision-without-name'],
    ['on what no list has', { keys: ['nobody'] }, 'office/proposal-not-listed'],
  ])('%s is none', async (_, more, code) => {
    const { office, key } = await weekOne()
    expect(() => decide(options(office, key, more))).toThrow(code)
  })
})
