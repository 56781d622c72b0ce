/** Waivers from the pane: whom a return lists, a trial, the sheet as the record, and a way back. */
import { HostTrouble } from '../../../../src/app/open-workbook'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import { isForNobody, WaiversDesk } from '../../../../src/app/pane/office/waivers'
import type { WaiverAsked } from '../../../../src/app/waivers'
import type { Workbook } from '../../../../src/workbook/model'
import { consolidatedOffice, portsOver, sampleOffice, sessionOver, type SessionInMemory } from './session'

const WEEK = 2
let consolidated: Workbook

beforeAll(async () => {
  consolidated = (await consolidatedOffice()).session.workbook.book
}, 120_000)

async function opened(book = consolidated) {
  const session: SessionInMemory = sessionOver(book)
  const desk = new OfficeDesk(portsOver(session))
  await desk.open()
  const waivers = new WaiversDesk(session, desk)
  const office = () => (desk.store.state as DeskReady).office
  const ask = (asked: Partial<WaiverAsked>) => {
    for (const [part, text] of Object.entries(asked)) waivers.ask(part as keyof WaiverAsked, text, office())
  }
  /** Waits for the names that were looked up. */
  const membersKnown = () => new Promise<void>((resolve) => {
    const look = () => waivers.store.state.members && (stop(), resolve())
    const stop = waivers.store.subscribe(look)
    look()
  })
  const unit = office().state.entries.find((entry) => entry.week === WEEK && entry.kind === 'unit' && entry.outcome === 'valid')?.unit as string
  return { session, desk, waivers, office, ask, membersKnown, unit, state: () => waivers.store.state, whole: { unit, clause: 'S2', reason: '防汛', approver: '王主任' } }
}

describe('a waiver asked for in the pane', () => {
  it('ends with the campaign unless somebody says so, and offers whom the latest return lists', async () => {
    const { waivers, desk, ask, membersKnown, unit, state } = await opened()
    expect(state().asked.until).toBe(desk.base.calendar.end)
    ask({ unit })
    await membersKnown()
    expect(state().members).toMatchObject({ unit, week: WEEK })
    const [first] = state().members?.names as [string]
    ask({ member: ` ${first} ` })
    expect(isForNobody(waivers.store.state)).toBe(false)
    ask({ member: '查无此人' })
    expect(isForNobody(waivers.store.state)).toBe(true)
    // Another unit has other members.
    ask({ unit: '无此单位' })
    expect(state().members).toBeUndefined()
  })

  it('says what is missing once somebody wants to go on, and no longer of what was put right', async () => {
    const { waivers, office, ask, state, session } = await opened()
    ask({ unit: '无此单位' })
    expect(state().mistakes).toEqual([])
    await waivers.tryOn(office(), WEEK)
    expect(state().mistakes.map(({ part }) => part)).toEqual(['unit', 'clause', 'reason', 'approver'])
    ask({ reason: '防汛' })
    expect(state().mistakes.map(({ part }) => part)).toEqual(['unit', 'clause', 'approver'])
    await waivers.give(office())
    expect(session.workbook.patches).toEqual([])
  })

  it('comes in the trial to what comes of it when it is given and the weeks are judged again', async () => {
    const { waivers, desk, office, ask, whole, state } = await opened()
    ask(whole)
    await waivers.tryOn(office(), WEEK)
    const move = state().outcome?.moves.find(({ unit }) => unit === whole.unit)
    expect(state().outcome?.rows).toBeGreaterThan(0)
    await waivers.give(office())
    await desk.recompute()
    const entry = office().state.entries.find((one) => one.week === WEEK && one.unit === whole.unit)
    expect(entry?.unwaived).toBeDefined()
    if (move) expect(entry?.score).toBe(move.scoreAfter)
    expect(waivers.listed(office())).toMatchObject([{ waiver: whole, isUnsettled: false, isOver: false }])
  })

  it('is told as given, leaves approver and last day for the next, and can be undone', async () => {
    const { waivers, desk, office, ask, whole, state } = await opened()
    ask({ ...whole, until: '2005-03-20' })
    await waivers.give(office())
    expect(state()).toMatchObject({ done: { kind: 'given', waiver: { ...whole, until: '2005-03-20' } }, asked: { unit: '', clause: '', reason: '', approver: '王主任', until: '2005-03-20' } })
    expect(waivers.listed(office())).toMatchObject([{ isUnsettled: true }])
    ask(whole)
    await waivers.give(office())
    expect(state().done?.kind).toBe('there')
    expect(waivers.listed(office())).toHaveLength(1)
    await desk.undo()
    expect(waivers.listed(office())).toEqual([])
  })

  it('is ended by its last day alone; what is over cannot be ended', async () => {
    const { waivers, office, ask, whole, state } = await opened()
    ask(whole)
    await waivers.give(office())
    const [given] = waivers.listed(office())
    await waivers.end(office(), given?.waiver ?? (whole as never))
    expect(state().done).toMatchObject({ kind: 'ended', waiver: { until: office().state.weeks.at(-1)?.asOf } })
    expect(waivers.listed(office())[0]?.endsOn).toBeUndefined()
    expect(office().state.waivers).toHaveLength(1)
  })

  it('from a proposal stands in the form by the unit’s name', async () => {
    const { waivers, office, unit, state } = await opened()
    waivers.begin(office(), { unit, member: '张三', clause: 'S5' })
    const name = office().state.registry.units.find(({ id }) => id === unit)?.name
    expect(state()).toMatchObject({ isFresh: true, asked: { unit: name, member: '张三', clause: 'S5', reason: '' } })
    waivers.seen()
    expect(state().isFresh).toBe(false)
  })

  it('says what is wrong when the host is busy', async () => {
    const { waivers, office, ask, membersKnown, whole, session, state } = await opened()
    ask(whole)
    await membersKnown()
    session.workbook.trouble = new HostTrouble('host/editing')
    await waivers.tryOn(office(), WEEK)
    expect(state()).toMatchObject({ isTrying: false, trouble: { code: 'host/editing' } })
  })

  it('can be given before anything was consolidated', async () => {
    const { book, data } = await sampleOffice()
    const { waivers, office, ask, state } = await opened(book)
    ask({ unit: office().state.registry.units[0]?.id as string, clause: 'S2', reason: '防汛', approver: '王主任' })
    await waivers.give(office())
    expect(state().done?.kind).toBe('given')
    expect(waivers.listed(office())).toMatchObject([{ isUnsettled: false, isOver: false, waiver: { until: data.campaign.calendar.end } }])
  })
})
