/** An office of 12 units hands up its fourth week in the workbook that the level above issued to it. */
import { strFromU8, unzipSync } from 'fflate'
import { handUp } from '../../../../src/app/hand-up'
import { openOffice } from '../../../../src/app/consolidate/open-office'
import { HandUpDesk } from '../../../../src/app/pane/office/hand-up'
import { packDefinition } from '../../../../src/app/carried-definition'
import { officeWorkbookOf } from '../../../../src/reports/office/office-workbook'
import { unitWorkbook, type UnitSubject } from '../../../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../../../src/workbook/compression/node'
import type { Campaign } from '../../../../src/domain/campaign/campaign'
import { format } from '../../demo/made-up'
import { above, aboveText, below, city, WEEK, type City } from '../../hand-up/cities'
import { sayIn } from '../../office-in-hand'
import { sessionOver, type SessionInMemory } from './session'

const NOW = '2005-03-06T18:30:00'
let own: City
let session: SessionInMemory
let issued: Uint8Array

beforeAll(() => {
  own = city(3, 12)
  session = sessionOver(format.read(own.bytes))
  issued = issuedTo({ id: own.id, name: own.name, system: own.region, headcount: own.headcount, group: '' })
})

function issuedTo(subject: UnitSubject, campaign: Campaign = above): Uint8Array {
  return format.write(unitWorkbook(campaign, subject, { language: 'zh', say: sayIn('zh'), definitionText: packDefinition(campaign.definition, nodeCompression) }))
}

const office = () => openOffice(format.read(own.bytes), below, sayIn)
const picked = (bytes: Uint8Array | (() => Promise<Uint8Array>), name = 'C04 白石市.xlsx') => ({ name, load: async () => (typeof bytes === 'function' ? bytes() : bytes) })

function handUpDesk(pause?: () => Promise<void>): HandUpDesk {
  session.saved.length = 0
  return new HandUpDesk(session, below, pause)
}

async function filled(bytes: Uint8Array = issued, week = WEEK): Promise<HandUpDesk> {
  const desk = handUpDesk()
  await desk.open(office(), week)
  await desk.choose(picked(bytes))
  return desk
}

it('shows the figures that are filled in, and saves the very file that the command line makes', async () => {
  const desk = await filled()
  const { view } = desk.store.state
  expect(desk.store.state).toMatchObject({ isWorking: false, trouble: undefined, file: 'C04 白石市.xlsx' })
  const made = handUp({ campaign: below, office: format.read(own.bytes), upper: above, upperText: aboveText, sender: { issued: format.read(issued), bytes: issued }, week: WEEK, now: NOW, format, sayIn })
  expect(view).toMatchObject({ sender: '白石市', upperWeek: WEEK, issuer: '省先教办', score: made.score, findings: [] })
  expect(view?.forms.map(({ form }) => form)).toEqual(Object.keys(made.rows))
  expect(view?.figures).toBe(Object.entries(made.rows).flatMap(([form, rows]) => rows.flatMap((row) => Object.keys(row).filter((field) => !(form === 'systems' && field === 'name')))).length)
  expect(session.saved).toEqual([])
  desk.save()
  expect(session.saved).toEqual([{ name: 'C04 白石市 第4周.xlsx', bytes: made.bytes }])
  expect(desk.store.state.saved).toBe('C04 白石市 第4周.xlsx')
})

it('words figures as people read them; what cannot be reckoned is blank', async () => {
  const { view } = (await filled()).store.state
  const figure = (form: string, field: string) => view?.forms.find((one) => one.form === form)?.rows[0]?.figures.find((one) => one.field === field)
  expect(figure('situation', 'judgedOn')).toMatchObject({ title: '截止日期', text: below.calendar.weekEnd(WEEK) })
  expect(figure('situation', 'expected')?.text).toBe('12份')
  expect(figure('situation', 'validShare')?.text).toMatch(/^\d+(\.\d+)?%$/)
  // The returns of this office are not kept: totals stay blank.
  expect(figure('work', 'households')?.text).toBe('')
  expect(view?.forms.find(({ form }) => form === 'systems')?.rows.map(({ name }) => name)).toEqual([...new Set(own.state.registry.units.map(({ system }) => system))])
})

it('tells what falls short of the level above apart from what is wrong', async () => {
  const { view } = (await filled()).store.state
  expect(view?.shortfalls.length).toBeGreaterThan(0)
  expect(view?.shortfalls.every(({ message, fix, place }) => message !== '' && fix !== '' && place.includes('!'))).toBe(true)
})

it('neither shows nor saves a unit or a person of the office by name', async () => {
  const desk = await filled()
  desk.save()
  const inside = `${JSON.stringify(desk.store.state.view)}${Object.values(unzipSync(session.saved[0]?.bytes as Uint8Array)).map((part) => strFromU8(part)).join('\n')}`
  expect([...own.people, ...own.state.registry.units.map(({ name }) => name)].filter((name) => new RegExp(`${name}(?!\\d)`).test(inside))).toEqual([])
})

it('fills the chosen workbook anew when the week is another, and says when there is nothing to hand up', async () => {
  const desk = await filled()
  await desk.open(office(), 2)
  expect(desk.store.state).toMatchObject({ week: 2, view: { upperWeek: 2 } })
  const before = openOffice(format.read(own.bytes), below, sayIn)
  await desk.open(before, 6)
  expect(desk.store.state).toMatchObject({ view: undefined, trouble: { code: 'hand-up-pane/not-consolidated', params: { week: 6 } } })
  await desk.open(before, WEEK)
  expect(desk.store.state).toMatchObject({ trouble: undefined, view: { upperWeek: WEEK } })
})

const OTHERS: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['a blank template', 'hand-up-pane/no-sender', () => issuedTo({ id: '', name: '', system: '', headcount: 0, group: '' })],
  ['the office’s own workbook', 'hand-up-pane/no-sender', () => own.bytes],
  ['an office workbook of the level above', 'hand-up-pane/no-sender', () => format.write(officeWorkbookOf(above, { ...own.state, registry: { units: [], groups: [] }, entries: [], weeks: [] }, { language: 'zh', say: sayIn('zh'), definitionText: aboveText }))],
  ['a workbook for a unit', 'hand-up-pane/takes-no-figures', () => issuedTo({ id: '001', name: '单位1', system: '党群系统', headcount: 20, group: '' }, below)],
  ['a workbook that is nobody’s', 'hand-up-pane/no-definition', () => format.write({ title: '', author: '', font: { name: 'Calibri', size: 11 }, names: [], sheets: [{ name: 'One', columns: [], rows: [] }] })],
  ['a file that is no workbook', 'file/not-a-workbook', () => new TextEncoder().encode('hello')],
]

it.each(OTHERS)('%s is refused, with what to do: %s', async (_, code, bytes) => {
  const desk = await filled(bytes())
  expect(desk.store.state).toMatchObject({ isWorking: false, view: undefined, trouble: { code } })
  for (const language of ['zh', 'en'] as const) expect(sayIn(language)(`${code}.fix`, desk.store.state.trouble?.params).length).toBeGreaterThan(10)
  desk.save()
  expect(session.saved).toEqual([])
})

it('cancelled, nothing is shown until it is begun again; a file that is not handed over is a trouble, not a fault', async () => {
  let turns = 0
  const desk: HandUpDesk = handUpDesk(async () => void (++turns === 1 && desk.cancel()))
  await desk.open(office(), WEEK)
  await desk.choose(picked(issued))
  expect(desk.store.state).toMatchObject({ isWorking: false, isCancelled: true, view: undefined, trouble: undefined })
  await desk.again()
  expect(desk.store.state).toMatchObject({ isWorking: false, isCancelled: undefined, view: { sender: '白石市' } })
  const other = handUpDesk()
  await other.open(office(), WEEK)
  await other.choose(picked(() => Promise.reject(new Error('gone'))))
  expect(other.store.state).toMatchObject({ isWorking: false, trouble: { code: 'file/not-handed-over' } })
})
