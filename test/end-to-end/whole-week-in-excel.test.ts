/**
 * A week of all 107 units, through the genuine Office.js client: what the office's pane takes in, consolidates, ranks
 * and confirms is what the command line comes to on the same files; the largest return is checked beside it.
 */
import { checkPatch, checkWorkbook } from '../../src/app/check'
import { consolidate, type Consolidation } from '../../src/app/consolidate'
import { openOffice } from '../../src/app/consolidate/open-office'
import { OfficeDesk } from '../../src/app/pane/office/desk'
import type { DeskReady } from '../../src/app/pane/office/state'
import { ReturnPane } from '../../src/app/pane/return/return-pane'
import type { ReadyState } from '../../src/app/pane/return/return-state'
import { rank, type DecidedProposal, type Ranking } from '../../src/app/rank'
import { readRegistry } from '../../src/app/registry'
import { historyOf, rankingRules } from '../../src/domain/ranking/history'
import type { LedgerEntry } from '../../src/domain/ranking/ledger'
import type { Registry } from '../../src/domain/ranking/registry'
import { systemStandings } from '../../src/domain/ranking/system-standings'
import type { Workbook } from '../../src/workbook/model'
import { format, makeUp, type MadeUp } from '../app/demo/made-up'
import { Office, sayIn } from '../app/office-in-hand'
import { portsOver, sessionOver } from '../app/pane/office/session'
import { benchOf, type ExcelBench } from '../support/excel/bench'
import { ExcelInMemory } from '../support/excel/excel-in-memory'
import { valuesOf } from '../support/values-of'

// More than a hundred workbooks are made, and read twice.
jest.setTimeout(300_000)

const UNITS = 107
const WEEK = 1
/**
 * What each action of the pane costs, whatever the number of units: two to read, one to write, two to read again. To
 * consolidate, two more: which weeks have to be judged again is read first, then the returns that are kept of those weeks alone.
 */
const ROUND_TRIPS = { addFiles: 0, consolidate: 7, decide: 5, check: 3 }

let made: MadeUp
let registry: Registry
let today: string
let clock: { today: () => string; now: () => string }
/** What the command line comes to. */
let line: Consolidation
/** The office's workbook as the command line leaves it. */
let patched: Workbook
let bench: ExcelBench
let desk: OfficeDesk
const cost = { addFiles: 0, consolidate: 0 }

const ready = () => desk.store.state as DeskReady
const stateIn = (book: Workbook) => openOffice(book, made.campaign, sayIn).state
const rankIn = (office: Workbook): Ranking => rank({ campaign: made.campaign, office, sayIn })
const proposalsOf = ({ systems, groups }: Ranking): DecidedProposal[] => [...systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap(({ proposals }) => proposals)), ...groups]

/** Round trips of what is done. */
async function counted(does: () => Promise<unknown>): Promise<number> {
  const before = bench.executor.roundTrips.length
  await does()
  await bench.settled()
  return bench.executor.roundTrips.length - before
}

function filesOfWeek() {
  return [...made.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([path, bytes]) => ({ name: path.split('/').at(-1) as string, load: () => bytes.slice() }))
}

beforeAll(async () => {
  made = await makeUp('learning-mobilization', { units: UNITS, weeks: WEEK })
  const { campaign } = made
  registry = readRegistry([{ name: 'registry.xlsx', bytes: made.files.get('registry.xlsx') as Uint8Array }], { definition: campaign.definition, language: 'zh', format }).registry
  today = campaign.calendar.weekEnd(WEEK)
  clock = { today: () => today, now: () => `${today}T18:30:00` }

  const office = Office.of(registry, campaign)
  line = await consolidate({ campaign, office: office.book(), files: filesOfWeek(), week: WEEK, today, now: clock.now(), read: format.read, compression: format.compression, sayIn })
  patched = format.read(format.patch(office.bytes, line.patch))

  bench = benchOf(ExcelInMemory.ofFile(office.bytes))
  const session = sessionOver(await bench.workbook.snapshot())
  desk = new OfficeDesk(portsOver({ ...session, tools: { ...session.tools, clock, workbook: bench.workbook } }))
  await desk.open()
  // It begins to listen.
  await bench.settled()
  cost.addFiles = await counted(() => desk.addFiles(filesOfWeek()))
  cost.consolidate = await counted(desk.consolidate)
})

describe('a week of 107 units in Excel', () => {
  it('is a whole one: every unit has an entry, most returns count, some do not', () => {
    const units = line.rollCall.filter(({ kind }) => kind === 'unit')
    expect(units).toHaveLength(UNITS)
    expect(line.files.length).toBeGreaterThanOrEqual(UNITS)
    const outcomes = new Set(units.map(({ outcome }: LedgerEntry) => outcome))
    expect([...outcomes].sort()).toEqual(['missing', 'rejected', 'valid'])
    expect(new Set(line.files.map(({ decision }) => decision)).size).toBeGreaterThan(3)
  })

  it('gives every file the verdict that the command line gives it', () => {
    const { done, trouble, incoming } = ready()
    expect(trouble).toBeUndefined()
    expect(done).toMatchObject({ kind: 'consolidated' })
    expect(incoming.map(({ sight }) => (sight.state === 'decided' ? sight.verdict : sight.state))).toEqual(line.files)
  })

  it('comes to the same ledger, and from what the workbook then holds to the same standings and proposals', () => {
    const { office, done } = ready()
    expect(office.state.entries).toEqual(line.ledger)
    expect(done?.kind === 'consolidated' && done.result.rollCall).toEqual(line.rollCall)
    const { standings, proposals } = historyOf(office.state.entries, rankingRules(office.campaign), office.campaign.calendar.weekOf)
    expect(standings).toEqual(line.standings)
    expect(proposals).toEqual(line.proposals)
    expect(systemStandings(office.state.entries, rankingRules(office.campaign))).toEqual(line.systems)
    expect(proposals.length).toBeGreaterThan(UNITS / 10)
  })

  it('leaves the workbook as the command line leaves its file: findings, ledger, ranks, every cell', async () => {
    const open = await bench.workbook.snapshot()
    expect(stateIn(open)).toEqual(stateIn(patched))
    expect([...stateIn(open).findings.values()].flat().length).toBeGreaterThan(UNITS / 2)
    expect(rankIn(open)).toEqual(rankIn(patched))
    expect(valuesOf(bench.excel.model())).toEqual(valuesOf(patched))
  })

  it('costs round trips that do not grow with the units', () => {
    expect(cost).toEqual({ addFiles: ROUND_TRIPS.addFiles, consolidate: ROUND_TRIPS.consolidate })
    // None was refused for its size: Excel on the web takes 5 MB.
    expect(bench.executor.roundTrips.flatMap(({ error }) => error ?? [])).toEqual([])
  })

  it('has one proposal confirmed, and the ranking says by whom; the others still wait', async () => {
    const before = proposalsOf(rankIn(await bench.workbook.snapshot()))
    const key = before.find(({ state }) => state !== 'to-be-confirmed')?.key as string
    expect(await counted(() => desk.decide([key], 'confirmed', '周敏', '已核实'))).toBe(ROUND_TRIPS.decide)
    expect(ready().trouble).toBeUndefined()
    const after = proposalsOf(rankIn(await bench.workbook.snapshot()))
    expect(after).toEqual(before.map((proposal) => (proposal.key === key ? { ...proposal, decision: { answer: 'confirmed', text: '确认', by: '周敏', on: today, note: '已核实' } } : proposal)))
  })
})

describe('the largest return of the week in Excel', () => {
  it('is checked in three round trips, to the findings and cells that the command line comes to', async () => {
    const [largest] = registry.units.toSorted((a, b) => b.headcount - a.headcount).filter(({ id }) => line.files.some(({ unit, decision }) => unit === id && decision === 'counted'))
    const { file } = line.files.find(({ unit, decision }) => unit === largest?.id && decision === 'counted') ?? {}
    const bytes = made.files.get(`returns/week-${WEEK}/${file}`) as Uint8Array

    const book = format.read(bytes)
    const result = checkWorkbook(book, { campaign: made.campaign, today, now: clock.now() })
    const checkedFile = format.read(format.patch(bytes, checkPatch(result, sayIn('zh'), 'zh')))

    bench = benchOf(ExcelInMemory.ofFile(bytes))
    const session = sessionOver(await bench.workbook.snapshot())
    const pane = new ReturnPane({ ...session, opened: { ...session.opened, kind: 'unit', name: file as string }, tools: { ...session.tools, clock, workbook: bench.workbook } })
    await pane.start()
    expect(await counted(pane.check)).toBe(ROUND_TRIPS.check)
    const { checked, trouble } = pane.store.state as ReadyState
    expect(trouble).toBeUndefined()
    expect(checked?.result.ret.subject.headcount).toBe(Math.max(...registry.units.map(({ headcount }) => headcount)))
    expect(checked?.result.findings).toEqual(result.findings)
    expect(checked?.result.evaluation).toEqual(result.evaluation)
    expect(valuesOf(bench.excel.model())).toEqual(valuesOf(checkedFile))
  })
})
