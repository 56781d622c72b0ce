/** @jest-environment node */
import { strFromU8, unzipSync } from 'fflate'
import { consolidate, type Consolidation } from '../../../src/app/consolidate'
import { handUp, type HandedUp, type Sender } from '../../../src/app/hand-up'
import type { IncomingFile } from '../../../src/app/intake/incoming'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import { readReturn } from '../../../src/domain/returns/read-return'
import { returnTo } from '../../../src/domain/returns/handed-up'
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { Office, sayIn } from '../office-in-hand'
import { format } from '../demo/made-up'
import { above, aboveText, below, CITIES, city, registryAbove, sum, WEEK, type City } from './cities'

const NOW = '2005-03-21T18:00:00'

const senderOf = ({ id, name, region, headcount }: City): Sender => ({ id, name, system: region, headcount })

function handedUp(one: Pick<City, 'bytes'>, sender: Sender, week = WEEK): HandedUp {
  return handUp({ campaign: below, office: format.read(one.bytes), upper: above, upperText: aboveText, sender, week, now: NOW, format, sayIn })
}

const file = (name: string, bytes: Uint8Array): IncomingFile => ({ name, modified: NOW, load: () => bytes })

async function consolidatedAbove(cities: readonly City[], files: readonly IncomingFile[]): Promise<Consolidation> {
  const office = Office.of(registryAbove(cities), above)
  return consolidate({ campaign: above, office: office.book(), files, week: WEEK, today: '2005-03-21', now: '2005-03-22T09:00:00', read: format.read, compression: format.compression, sayIn })
}

const placesOf = ({ standings }: Consolidation) => standings.map(({ unit, system, rank, score, last }) => [unit, system, rank, score, last])

/** Everything that a package says, its parts unzipped. */
const textOf = (bytes: Uint8Array): string => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n')

let cities: City[]
let returns: HandedUp[]
beforeAll(() => {
  cities = CITIES.map((_, at) => city(at))
  returns = cities.map((one) => handedUp(one, senderOf(one)))
}, 300_000)

describe('ten cities of 107 units each', () => {
  it('hand up returns without an error, of the week above in which their week ends', () => {
    for (const { findings, upperWeek } of returns) expect([upperWeek, findings.filter(({ severity, kind }) => severity === 'error' && kind !== 'requirement')]).toEqual([WEEK, []])
  })

  it('figures are sums over their ledgers', () => {
    cities.forEach(({ state, headcount }, i) => {
      const now = state.entries.filter(({ week, kind }) => week === WEEK && kind === 'unit')
      const valid = now.filter(({ outcome }) => outcome === 'valid')
      const scores = valid.map(({ score }) => score as number).sort((a, b) => a - b)
      const [situation] = returns[i]!.rows['situation']!
      expect(situation).toMatchObject({
        localWeek: WEEK,
        units: 107,
        members: headcount,
        expected: 107,
        valid: valid.length,
        missing: now.filter(({ outcome }) => outcome === 'missing').length,
        rejected: now.filter(({ outcome }) => outcome === 'rejected').length,
        late: state.weeks[WEEK - 1]!.verdicts.filter(({ reasons }) => reasons.length > 1).length,
        validShare: Number((valid.length / 107).toFixed(4)),
        lowest: scores[0],
        highest: scores.at(-1),
        median: scores.length % 2 ? scores[scores.length >> 1] : expect.closeTo((scores[scores.length / 2 - 1]! + scores[scores.length / 2]!) / 2, 1),
        mean: expect.closeTo(sum(scores) / scores.length, 2),
        errors: sum(valid.map(({ counts }) => counts!.errors)),
        ranked: WEEK,
      })
      const [work] = returns[i]!.rows['work']!
      const hours = valid.map(({ indicators }) => indicators.find(({ indicator }) => indicator === 'hours')!.attainment!)
      expect(work!['hours']).toBeCloseTo(sum(hours) / hours.length, 4)
      expect(work!['hoursShort']).toBe(sum(valid.map(({ shortfalls }) => shortfalls.filter(({ measure }) => measure === 'study-hours').length)))
    })
  })

  it('answers to consequences are counted as the office gave them', () => {
    cities.forEach(({ state }, i) => {
      const { proposals } = historyOf(state.entries, rankingRules(below), below.calendar.weekOf)
      const answered = (answer: string) => proposals.filter(({ key }) => state.decisions.get(key)?.answer === answer)
      const [followUp] = returns[i]!.rows['followUp']!
      expect(followUp).toMatchObject({
        proposed: proposals.length,
        confirmed: answered('confirmed').length,
        dismissed: answered('dismissed').length,
        deferred: answered('deferred').length,
        undecided: proposals.filter(({ key, open }) => open && !state.decisions.get(key)?.answer).length,
        keyUnits: new Set(answered('confirmed').filter(({ consequence }) => consequence === 'key-management').map(({ unit }) => unit)).size,
      })
      expect(followUp!['confirmed']).toBeGreaterThan(0)
      expect(followUp!['deferred']).toBeGreaterThan(0)
    })
  })

  it('a row for each system, which together are the city', () => {
    cities.forEach(({ state, headcount }, i) => {
      const rows = returns[i]!.rows['systems']!
      expect(rows.map(({ name }) => name)).toEqual([...new Set(state.registry.units.map(({ system }) => system))])
      expect(sum(rows.map(({ units }) => Number(units)))).toBe(107)
      expect(sum(rows.map(({ members }) => Number(members)))).toBe(headcount)
      for (const { name, lowest, last } of rows) {
        const scores = state.entries.filter(({ week, system, outcome }) => week === WEEK && system === name && outcome === 'valid').map(({ score }) => score as number)
        expect([lowest, last]).toEqual([Math.min(...scores), scores.filter((score) => score === Math.min(...scores)).length])
      }
    })
  })

  it('what was filled in is what the level above reads', () => {
    const ret = readReturn(format.read(returns[3]!.bytes), above)
    expect(ret.subject).toMatchObject({ id: 'C04', name: '白石市', system: '东部片区', headcount: cities[3]!.headcount })
    const { judgedOn, ...figures } = returns[3]!.rows['situation']![0]!
    expect(ret.records['situation']![0]!.values).toMatchObject({ ...figures, judgedOn: below.calendar.weekEnd(WEEK) })
    expect(typeof judgedOn).toBe('number')
    expect(ret.records['systems']!.map(({ values }) => values['name'])).toEqual(returns[3]!.rows['systems']!.map(({ name }) => name))
  })

  it('nobody and no unit of a city is named in the file, in whatever part of it', () => {
    cities.forEach(({ bytes, people, state }, i) => {
      const inside = textOf(returns[i]!.bytes)
      expect([...people, ...state.registry.units.map(({ name }) => name), '王主任'].filter((name) => inside.includes(name))).toEqual([])
      // The same search finds them where they are.
      const named = textOf(bytes)
      expect(people.filter((name) => named.includes(name)).length).toBeGreaterThan(30)
    })
  })

  it('are consolidated and ranked within their regions, in whatever order the files come', async () => {
    const files = returns.map(({ bytes }, i) => file(`${cities[i]!.id}.xlsx`, bytes))
    const result = await consolidatedAbove(cities, files)
    expect(result.files.map(({ decision }) => decision)).toEqual(files.map(() => 'counted'))
    expect(result.systems.map(({ system, units, valid }) => [system, units, valid]).sort()).toEqual([['东部片区', 4, 4], ['北部片区', 3, 3], ['西部片区', 3, 3]].sort())
    expect(result.rollCall.map(({ score }) => score)).toEqual(returns.map(({ score }) => score))
    const lastOf = (system: string) => result.standings.filter((one) => one.system === system && one.last).map(({ unit }) => unit)
    expect([lastOf('东部片区'), lastOf('西部片区'), lastOf('北部片区')]).toEqual([['C04'], ['C07'], ['C10']])
    expect(result.proposals.filter(({ consequence }) => consequence === 'report-back').map(({ unit }) => unit).sort()).toEqual(['C04', 'C07', 'C10'])

    const again = await consolidatedAbove(cities, [...files].reverse())
    expect(placesOf(again)).toEqual(placesOf(result))
    expect(again.rollCall).toEqual(result.rollCall)
  }, 120_000)
})

describe('the office workbook handed in itself', () => {
  let inside: Uint8Array
  beforeAll(() => {
    inside = format.patch(cities[0]!.bytes, returns[0]!.inside())
  }, 60_000)

  it('gives the same standing as the file of figures, and is the same return', async () => {
    const rest = returns.slice(1).map(({ bytes }, i) => file(`${cities[i + 1]!.id}.xlsx`, bytes))
    const [byFile, byOffice] = [await consolidatedAbove(cities, [file('a.xlsx', returns[0]!.bytes), ...rest]), await consolidatedAbove(cities, [file('a.xlsx', inside), ...rest])]
    expect(placesOf(byOffice)).toEqual(placesOf(byFile))
    expect(byOffice.rollCall).toEqual(byFile.rollCall)
    expect(byOffice.files).toEqual(byFile.files.map((verdict, i) => (i === 0 ? { ...verdict, read: { ...verdict.read, hash: expect.any(String) } } : verdict)))
  }, 120_000)

  it('is read for those sheets alone', async () => {
    const view = returnTo(format.read(inside), above.definition.id)
    expect(view.sheets.map(({ name }) => name)).toEqual(['总体情况', '重点工作', '处理情况', '各系统情况', '情况说明', '_muster'])
    expect(JSON.stringify(view)).not.toContain(cities[0]!.people[0])
  })

  it('is still the office workbook of its own level', async () => {
    const consolidated = (bytes: Uint8Array) => consolidate({ campaign: below, office: format.read(bytes), files: [], week: WEEK, today: '2005-03-21', now: NOW, read: format.read, compression: format.compression, sayIn })
    const [carrying, without] = [await consolidated(inside), await consolidated(cities[0]!.bytes)]
    expect([carrying.troubles, carrying.standings, carrying.patch]).toEqual([[], without.standings, without.patch])
  }, 60_000)

  it('handing up the same again changes nothing', () => {
    const again = handUp({ campaign: below, office: format.read(inside), upper: above, upperText: aboveText, sender: senderOf(cities[0]!), week: WEEK, now: '2005-03-22T08:00:00', format, sayIn })
    expect(again.inside()).toEqual({ sheets: [] })
  })

  it('another week takes the place of the one before, and what people wrote stays', () => {
    const view = returnTo(format.read(inside), above.definition.id)
    const { sheet, fieldRows, columns } = readReturn(view, above).located['remarks']!
    const written = format.patch(inside, { sheets: [{ sheet, cells: [{ row: fieldRows!['summary']!, column: columns['summary']!, value: '补课全部完成。' }] }] })
    const week3 = handedUp({ bytes: written }, senderOf(cities[0]!), 3)
    const patched = format.patch(written, week3.inside())
    const ret = readReturn(returnTo(format.read(patched), above.definition.id), above)
    expect([ret.identity.week, ret.records['situation']![0]!.values['localWeek'], ret.records['remarks']![0]!.values['summary']]).toEqual([3, 3, '补课全部完成。'])
    expect(ret.identity.seal?.content).toBe(ret.contentHash)
    expect(ret.records['situation']![0]!.values).toEqual(readReturn(format.read(week3.bytes), above).records['situation']![0]!.values)
  })

  it('one that was not handed up is told so', async () => {
    const result = await consolidatedAbove(cities.slice(0, 1), [file('办公室.xlsx', cities[0]!.bytes)])
    expect(result.files.map(({ decision, reasons }) => [decision, reasons[0]!.code])).toEqual([['ignored', 'intake/not-handed-up']])
  })
})

describe('the workbook that the level above issued', () => {
  const spec = () => unitWorkbook(above, { id: 'C02', name: '青屏市', system: '东部片区', headcount: cities[1]!.headcount, group: '' }, { language: 'zh', say: sayIn('zh'), definitionText: aboveText })

  it('is filled in where it stands; it says itself who hands up', () => {
    const bytes = format.write(spec())
    const made = handedUp(cities[1]!, { issued: format.read(bytes), bytes })
    expect(made.sender).toMatchObject({ id: 'C02', name: '青屏市' })
    const [ret, other] = [readReturn(format.read(made.bytes), above), readReturn(format.read(returns[1]!.bytes), above)]
    expect(ret.contentHash).toBe(other.contentHash)
    expect([ret.identity.week, ret.identity.seal?.content]).toEqual([WEEK, ret.contentHash])
  })

  it('one that lost a sheet for figures is refused by name', () => {
    const { sheets, names, ...rest } = spec()
    const bytes = format.write({ ...rest, sheets: sheets.filter(({ name }) => name !== '各系统情况').map((sheet) => ({ ...sheet, links: [] })), names: names.filter(({ refersTo }) => !refersTo.includes('各系统情况')) })
    expect(() => handedUp(cities[1]!, { issued: format.read(bytes), bytes })).toThrow(expect.objectContaining({ code: 'hand-up/broken', params: { sheet: '各系统情况', field: '' } }))
  })
})

describe('what cannot be handed up', () => {
  const refused = (options: Partial<Parameters<typeof handUp>[0]>) => () => handUp({ campaign: below, office: format.read(cities[0]!.bytes), upper: above, upperText: aboveText, sender: senderOf(cities[0]!), week: WEEK, now: NOW, format, sayIn, ...options })
  it.each([
    ['a week that was not consolidated', () => ({ week: 5 }), 'hand-up/not-consolidated'],
    ['to a campaign that rolls nothing up', () => ({ upper: below }), 'hand-up/takes-no-figures'],
    ['by nobody', () => ({ sender: { id: ' ' } }), 'hand-up/no-sender'],
    ['by a workbook of another campaign', () => ({ sender: { issued: format.read(cities[0]!.bytes), bytes: cities[0]!.bytes } }), 'hand-up/no-sender'],
  ])('%s', (_, options, code) => expect(refused(options())).toThrow(expect.objectContaining({ code })))

  it('into a workbook with a sheet of that name', () => {
    const book = format.read(cities[0]!.bytes)
    const taken = { ...book, sheets: [...book.sheets, { name: '总体情况', visibility: 'visible' as const, protected: false, merges: [], rows: [] }] }
    expect(refused({ office: taken })().inside).toThrow(expect.objectContaining({ code: 'hand-up/sheet-taken', params: { sheet: '总体情况' } }))
  })
})
