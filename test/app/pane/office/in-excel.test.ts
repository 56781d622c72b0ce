/** What the office does in the pane, through the genuine Office.js client. */
import { consolidate, type Consolidation } from '../../../../src/app/consolidate'
import { openOffice } from '../../../../src/app/consolidate/open-office'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import { WaiversDesk } from '../../../../src/app/pane/office/waivers'
import type { PaneSession } from '../../../../src/app/pane/pane'
import { rank } from '../../../../src/app/rank'
import { benchOf, type ExcelBench } from '../../../support/excel/bench'
import { ExcelInMemory } from '../../../support/excel/excel-in-memory'
import { format } from '../../demo/made-up'
import { sayIn } from '../../office-in-hand'
import { portsOver, sampleOffice, sessionOver, type SampleOffice } from './session'

const WEEK = 2
jest.setTimeout(30_000)
let sample: SampleOffice
let bench: ExcelBench
let session: PaneSession
let desk: OfficeDesk
/** What the command line comes to on the same files. */
let line: Consolidation
/** The workbook as the command line leaves it. */
let patched: Uint8Array

beforeAll(async () => {
  sample = await sampleOffice()
  line = await consolidate({ campaign: sample.data.campaign, office: format.read(sample.bytes), files: sample.filesOf(WEEK), week: WEEK, today: '2005-03-06', now: '2005-03-06T18:30:00', read: format.read, compression: format.compression, sayIn })
  patched = format.patch(sample.bytes, line.patch)
}, 60_000)

beforeEach(async () => {
  bench = benchOf(ExcelInMemory.ofFile(sample.bytes))
  const inMemory = sessionOver(await bench.workbook.snapshot())
  session = { ...inMemory, tools: { ...inMemory.tools, workbook: bench.workbook } }
  desk = new OfficeDesk(portsOver(session))
  await desk.open()
  await desk.addFiles(sample.filesOf(WEEK))
})

const ready = () => desk.store.state as DeskReady
const state = async () => openOffice(await bench.workbook.snapshot(), sample.data.campaign, sayIn).state

describe('the office in Excel', () => {
  it('consolidates and ranks to what the command line comes to, in the workbook as well', async () => {
    const before = bench.executor.roundTrips.length
    await desk.consolidate()
    // Two to read, two for the returns kept of the weeks concerned, one to write, two to read again: fixed, whatever the number of units.
    expect(bench.executor.roundTrips.length - before).toBeLessThanOrEqual(7)
    expect(ready().trouble).toBeUndefined()
    expect(ready().done).toMatchObject({ kind: 'consolidated', result: { files: line.files } })
    expect((await state()).entries).toEqual(openOffice(format.read(patched), sample.data.campaign, sayIn).state.entries)
    expect(rank({ campaign: sample.data.campaign, office: await bench.workbook.snapshot(), sayIn })).toEqual(rank({ campaign: sample.data.campaign, office: format.read(patched), sayIn }))
  })

  it('confirms a proposal, and takes decisions and weeks back', async () => {
    await desk.consolidate()
    const consolidated = await state()
    const key = ready().shown.lists.flatMap(({ units }) => units.flatMap(({ proposals }) => proposals))[0]?.key as string
    await desk.decide([key], 'confirmed', '周敏', '')
    expect((await state()).decisions.get(key)).toEqual({ answer: 'confirmed', text: '确认', by: '周敏', on: '2005-03-06', note: '' })
    await desk.undo()
    expect((await state()).decisions.size).toBe(0)
    expect(await state()).toEqual(consolidated)
    desk.clearFiles()
    await desk.chooseWeek(1)
    await desk.addFiles(sample.filesOf(1))
    await desk.consolidate()
    expect((await state()).weeks.map(({ week }) => week)).toEqual([1, WEEK])
    await desk.undo()
    expect(await state()).toEqual(consolidated)
  })

  it('gives a waiver that reads as it was asked for, also one that looks like a formula, and ends it', async () => {
    await desk.consolidate()
    const waivers = new WaiversDesk(session, desk)
    const unit = ready().office.state.entries.find((entry) => entry.kind === 'unit' && entry.outcome === 'valid')?.unit as string
    const asked = { unit, clause: 'S2', reason: '=1+1', approver: '王主任', until: '2005-03-31' }
    for (const [part, text] of Object.entries(asked)) waivers.ask(part as keyof typeof asked, text, ready().office)
    await waivers.give(ready().office)
    expect(waivers.store.state.done?.kind).toBe('given')
    expect((await state()).waivers).toEqual([asked])
    await waivers.end(ready().office, asked)
    expect((await state()).waivers).toEqual([{ ...asked, until: '2005-03-06' }])
    await desk.undo()
    expect((await state()).waivers).toEqual([asked])
  })

  it('waits while a person is typing, and does it afterwards', async () => {
    bench.person.beginsEditing()
    const consolidating = desk.consolidate()
    await bench.settled()
    expect(ready().work?.kind).toBe('consolidating')
    bench.person.finishesEditing()
    await consolidating
    expect(ready().trouble).toBeUndefined()
    expect((await state()).entries.length).toBeGreaterThan(0)
  })
})
