import { unzipSync } from 'fflate'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import { OversightDesk, roundsOf } from '../../../../src/app/pane/office/oversight'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import type { Workbook } from '../../../../src/workbook/model'
import { format } from '../../demo/made-up'
import { consolidatedOffice, portsOver, sessionOver, type SessionInMemory } from './session'

const WEEK = 2
let consolidated: Workbook

beforeAll(async () => {
  consolidated = (await consolidatedOffice()).session.workbook.book
}, 120_000)

interface Opened {
  readonly desk: OfficeDesk
  readonly oversight: OversightDesk
  readonly session: SessionInMemory
  ready(): DeskReady
}

async function opened(): Promise<Opened> {
  const session = sessionOver(consolidated)
  const desk = new OfficeDesk(portsOver(session))
  await desk.open()
  const seeds = [7, 8, 9][Symbol.iterator]()
  return { desk, session, oversight: new OversightDesk({ session, desk, newSeed: () => seeds.next().value as number, pause: () => Promise.resolve() }), ready: () => desk.store.state as DeskReady }
}

describe('spot checks from the pane', () => {
  it('draws with the seed that was shown, puts it on record, and shows another for the next', async () => {
    const { oversight, ready } = await opened()
    expect(oversight.store.state.seed).toBe(7)
    await oversight.draw('周敏', 2)
    const [round] = roundsOf(ready().office)
    expect(round?.stands).toMatchObject({ round: 1, seed: 7, perSystem: 2, drawnBy: '周敏' })
    expect(round?.stands.units.length).toBeGreaterThan(0)
    expect(oversight.store.state.seed).toBe(8)
    expect(ready().office.state.log[0]?.detail).toContain('7')
  })

  it('does not let a draw be undone: drawing again needs a reason, and keeps both', async () => {
    const { oversight, ready } = await opened()
    await oversight.draw('周敏', 2)
    expect(ready().undoable).toBeUndefined()
    await oversight.draw('周敏', 2, ' ')
    expect(oversight.store.state.refused).toMatchObject({ code: 'spot-check/reason-needed' })
    await oversight.draw('周敏', 2, '抽中单位正在换届')
    const rounds = roundsOf(ready().office)
    expect(rounds.map(({ stands, replaced }) => [stands.round, stands.reason, replaced.length])).toEqual([[1, '抽中单位正在换届', 1]])
  })

  it('draws nothing without a name', async () => {
    const { oversight, session, ready } = await opened()
    await oversight.draw(' ', 2)
    expect(oversight.store.state.refused).toMatchObject({ code: 'spot-check/name-needed' })
    expect(session.workbook.patches).toEqual([])
    expect(ready().office.state.spotChecks).toEqual([])
  })

  it('takes results, by name, and takes them back', async () => {
    const { oversight, ready, desk } = await opened()
    await oversight.draw('周敏', 2)
    const unit = roundsOf(ready().office)[0]?.stands.units[0]?.unit as string
    const resultOf = () => roundsOf(ready().office)[0]?.stands.units[0]?.result
    await oversight.enterResult(unit, 'passed', { by: '', note: '' })
    expect(ready().trouble).toMatchObject({ at: 'oversight', trouble: { code: 'office/decision-without-name' } })
    await oversight.enterResult(unit, 'failed', { by: '李青', note: '笔记不全' })
    expect(resultOf()).toMatchObject({ outcome: 'failed', by: '李青', note: '笔记不全' })
    expect(ready().undoable?.kind).toBe('recorded')
    await desk.undo()
    expect(resultOf()).toBeUndefined()
  })
})

describe('stage transfers from the pane', () => {
  it('says of every unit what is missing, and writes nothing to look', async () => {
    const { oversight, session, ready } = await opened()
    await oversight.lookAtTransfers(WEEK)
    const { board, trouble } = oversight.store.state
    expect(trouble).toBeUndefined()
    expect(board?.units.map(({ unit }) => unit)).toEqual(ready().office.state.registry.units.map(({ id }) => id))
    for (const { state, missing, requirements } of board?.units ?? []) {
      expect(state === 'ready').toBe(missing.length === 0)
      for (const { met, words } of requirements) if (!met) expect(words).not.toBe('')
    }
    expect(session.workbook.patches).toEqual([])
  })

  it('records approvals of several units at once; they move on no sooner than the rest is there', async () => {
    const { oversight, session, ready } = await opened()
    const units = ready().office.state.registry.units.slice(0, 2).map(({ id }) => id)
    await oversight.approve(WEEK, units, true, { by: '周敏', note: '' })
    expect(session.workbook.patches.length).toBe(1)
    expect([...ready().office.state.approvals].map(([unit, { approved, by }]) => [unit, approved, by])).toEqual(units.map((unit) => [unit, true, '周敏']))
    expect(ready().office.state.log.filter(({ detail }) => detail.includes('周敏')).length).toBe(2)
    const { board } = oversight.store.state
    const first = board?.units.find(({ unit }) => unit === units[0])
    expect(first).toMatchObject({ state: 'lacking' })
    await oversight.approve(WEEK, units.slice(0, 1), undefined, { by: '周敏', note: '' })
    expect([...ready().office.state.approvals.keys()]).toEqual(units.slice(1))
  })
})

describe('files from the pane', () => {
  it('saves a slip for one unit, and for all of them in a zip', async () => {
    const { oversight, session, ready } = await opened()
    const units = ready().office.state.entries.filter(({ week, kind }) => week === WEEK && kind === 'unit')
    await oversight.saveSlip(WEEK, units[0]?.unit as string)
    await oversight.saveSlips(WEEK)
    const [one, all] = session.saved
    expect(format.read(one?.bytes as Uint8Array).sheets.length).toBeGreaterThan(0)
    expect(Object.keys(unzipSync(all?.bytes as Uint8Array)).length).toBe(units.length)
    expect(oversight.store.state).toMatchObject({ saved: { what: 'slips', count: units.length } })
    expect(oversight.store.state.making).toBeUndefined()
  }, 60_000)

  it('gives up the slips half-way when asked to: nothing is saved, and they can be made again', async () => {
    const { oversight, session } = await opened()
    const stopping = oversight.store.subscribe(() => void (oversight.store.state.making?.done === 2 && oversight.cancel()))
    await oversight.saveSlips(WEEK)
    stopping()
    expect([session.saved, oversight.store.state.isCancelled, oversight.store.state.trouble, oversight.store.state.making]).toEqual([[], true, undefined, undefined])
    await oversight.saveSlips(WEEK)
    expect([session.saved.length, oversight.store.state.isCancelled]).toEqual([1, undefined])
  }, 60_000)

  it('saves the year-end record as a workbook and as text, and says in the name whether it names people', async () => {
    const { oversight, session } = await opened()
    await oversight.saveYearEnd(false, 'csv')
    await oversight.saveYearEnd(true, 'xlsx')
    const [plain, named] = session.saved
    expect(plain?.name).toMatch(/^年终记录 .*\.csv$/)
    expect([...(plain?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
    expect(named?.name).toMatch(/带姓名.*\.xlsx$/)
    expect(format.read(named?.bytes as Uint8Array).sheets.length).toBe(1)
  })
})
