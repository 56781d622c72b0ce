import { strFromU8, unzipSync } from 'fflate'
import { papersFor } from '../../../../src/app/papers/papers-for'
import { paperFacts } from '../../../../src/app/oversight/paper-facts'
import { bulletinChoices, bulletinText, bulletinView, type BulletinOptions, type SectionId } from '../../../../src/app/pane/office/bulletin'
import { BulletinDesk } from '../../../../src/app/pane/office/bulletin-desk'
import { bulletinFacts } from '../../../../src/app/pane/office/paper-facts'
import { officeNow } from '../../../../src/app/pane/office/book'
import { PaperMaker } from '../../../../src/app/pane/office/paper-maker'
import type { PaperInput } from '../../../../src/reports/papers/fields'
import { nodeCompression } from '../../../../src/workbook/compression/node'
import { sayIn } from '../../office-in-hand'
import { consolidatedForFile, shippedPaper } from './session'

const WEEK = 2
const office = consolidatedForFile()
const { ready } = office
const pause = () => Promise.resolve()
const compression = nodeCompression

async function viewed(more: Partial<BulletinOptions> = {}) {
  const { open } = await officeNow(office.session, office.desk.base, [WEEK])
  const facts = await bulletinFacts(open, { week: WEEK, compression, pause })
  const view = bulletinView(open, { week: WEEK, today: '2005-03-07', draft: false, language: 'zh', facts, sayIn, ...more })
  if (!view) throw new Error('no bulletin')
  const section = (id: SectionId) => view.sections.find((one) => one.id === id)
  return { open, view, section, lines: (id: SectionId) => section(id)?.lines ?? [] }
}

function bulletinDesk(more: { readonly pause?: () => Promise<void>; readonly copyText?: () => Promise<void> } = {}): BulletinDesk {
  office.session.saved.length = 0
  office.session.copied.length = 0
  const own = { ...office.session, tools: { ...office.session.tools, paperTemplate: shippedPaper, ...(more.copyText && { copyText: more.copyText }) } }
  return new BulletinDesk(own, office.desk.base, new PaperMaker(own), more.pause)
}

describe('the bulletin as it is read', () => {
  it('has the figures of the document, in its order', async () => {
    const { open, view, lines } = await viewed()
    let input: PaperInput | undefined
    papersFor({ ...open, campaign: open.campaignIn(WEEK) }, { week: WEEK, date: '2005-03-07', papers: ['bulletin'], ...paperFacts(open, { week: WEEK, compression }, sayIn), template: () => new Uint8Array(), fill: (_, one) => ((input = one), new Uint8Array()), sayIn })
    if (input?.kind !== 'bulletin') throw new Error('no paper')
    const { values } = input
    expect(view.sections.map(({ id }) => id)).toEqual(['situation', 'systems', 'exemplary', 'improved', 'lagging', 'undetermined', 'unreturned', 'late', 'shortfalls', 'totals', 'supervision', 'groups', 'measures'])
    expect(lines('situation').map(({ value }) => value)).toEqual(expect.arrayContaining([`${values.valid}/${values.expected}`, values.enrolled, values.mean, values.highest, values.lowest]))
    expect(lines('exemplary').map(({ value }) => value)).toEqual(values.exemplary.map(({ score }) => score))
    expect(lines('unreturned').map(({ label, detail }) => [label, detail])).toEqual(values.unreturned.map(({ unit, system, reason }) => [`${unit}（${system}）`, reason]))
    expect(lines('late').map(({ label, value }) => [label, value])).toEqual(values.late.map(({ unit, system, lateWeeks }) => [`${unit}（${system}）`, lateWeeks]))
    expect(lines('totals').map(({ label, value }) => [label, value])).toEqual(values.totals.map(({ item, amount }) => [item, amount]))
    expect(values.totals.length).toBeGreaterThan(3)
    expect(lines('supervision').filter(({ value }) => value !== '待定').map(({ label, value }) => [label, value])).toEqual(values.supervision.map(({ requirement, share }) => [requirement, share]))
    expect(lines('groups').map(({ label, value }) => [label, value])).toEqual(values.groups.map(({ group, state }) => [group, state]))
  })

  it('leaves no section without a word, and names what is undetermined', async () => {
    const { view, lines } = await viewed()
    expect(view.sections.filter(({ lines: those, note }) => those.length === 0 && note === '')).toEqual([])
    const { standings } = ready().shown.ranking ? { standings: ready().shown.ranking?.systems.flatMap(({ places }) => places) ?? [] } : { standings: [] }
    const open = new Set(standings.filter(({ undetermined }) => undetermined && undetermined.reason !== 'no-valid-return').map(({ system }) => system))
    expect(open.size).toBeGreaterThan(0)
    expect(new Set(lines('undetermined').map(({ label }) => label))).toEqual(open)
    expect(lines('undetermined').every(({ detail }) => detail.startsWith('待定'))).toBe(true)
  })

  it('names who came late, with the weeks', async () => {
    const { open } = await viewed()
    const late = { code: 'intake/late', severity: 'warning', params: { at: '', deadline: '' } } as const
    const unit = open.state.entries.find((entry) => entry.week === WEEK && entry.kind === 'unit' && entry.outcome === 'valid')?.unit
    const weeks = open.state.weeks.map((record) => (record.week === WEEK ? { ...record, verdicts: record.verdicts.map((one) => (one.unit === unit ? { ...one, reasons: [...one.reasons, late] } : one)) } : record))
    const view = bulletinView({ ...open, state: { ...open.state, weeks } }, { week: WEEK, today: '2005-03-07', draft: false, language: 'zh', sayIn })
    const name = open.state.registry.units.find(({ id }) => id === unit)?.name
    expect(view?.sections.find(({ id }) => id === 'late')?.lines).toMatchObject([{ label: expect.stringContaining(name as string), value: '第2周' }])
    expect(view?.sections.find(({ id }) => id === 'situation')?.lines.some(({ detail }) => detail.includes('逾期 1 个'))).toBe(true)
  })

  it('in the pane’s language, whatever the campaign’s', async () => {
    const { view } = await viewed({ language: 'en' })
    expect(view.sections.map(({ title }) => title).join()).not.toMatch(/\p{Script=Han}/u)
    expect(view.sections.find(({ id }) => id === 'totals')?.lines[0]?.label).toBe('Members posted')
  })

  it('without the kept returns it has what the ledger says, and says that the rest is not read', async () => {
    const { section, lines } = await viewed({ facts: undefined })
    expect(lines('exemplary').length).toBeGreaterThan(0)
    for (const id of ['totals', 'supervision'] as const) expect(section(id)).toMatchObject({ lines: [], note: sayIn('zh')('bulletin-pane/not-read') })
  })

  it('does not pass off a part of the units as the total', async () => {
    const { section } = await viewed({ facts: { totals: [], unkept: [], compliance: [] } })
    expect(section('totals')).toMatchObject({ lines: [], note: sayIn('zh')('bulletin-pane/none-totals') })
    // The workbook without the sheet of kept returns: those that count are named.
    const { open } = await officeNow(office.session, office.desk.base, [])
    const facts = await bulletinFacts(open, { week: WEEK, compression, pause })
    const names = open.state.registry.units.filter(({ id }) => facts.unkept.includes(id)).map(({ name }) => name)
    expect(names.length).toBe(open.state.entries.filter((entry) => entry.week === WEEK && entry.kind === 'unit' && entry.outcome === 'valid').length)
    const note = (await viewed({ facts })).section('totals')?.note
    for (const name of names) expect(note).toContain(name)
  })

  it('can be had of every consolidated week; of a period that begins before it the other weeks are named', async () => {
    const { open, view } = await viewed()
    expect(bulletinChoices(open).map(({ week, to }) => [week, to])).toEqual([[2, '2005-03-06'], [1, '2005-02-27']])
    expect(view.open).toEqual([])
    const { state } = open
    const without = { ...open, state: { ...state, weeks: state.weeks.filter(({ week }) => week === WEEK), entries: state.entries.filter(({ week }) => week === WEEK) } }
    expect(bulletinView(without, { week: WEEK, today: '2005-03-07', draft: false, language: 'zh', sayIn })?.open).toEqual([1])
  })

  it('as text it says all that is shown', async () => {
    const { view } = await viewed()
    const text = bulletinText(view, sayIn('zh'))
    for (const { title, lines, note } of view.sections) for (const words of [title, note, ...lines.flatMap(({ label, value, detail }) => [label, value, detail])]) expect(text).toContain(words)
    expect(text.split('\n')[0]).toBe(view.title)
  })
})

describe('the bulletin in the pane', () => {
  it('is shown from the ledger at once, then with what the kept returns add', async () => {
    const bulletin = bulletinDesk()
    const opening = bulletin.open(ready().office, WEEK)
    expect(bulletin.store.state).toMatchObject({ work: 'reading', isPartial: true, week: WEEK })
    expect(bulletin.store.state.view?.sections.find(({ id }) => id === 'exemplary')?.lines.length).toBeGreaterThan(0)
    await opening
    expect(bulletin.store.state).toMatchObject({ work: undefined, isPartial: false })
    expect(bulletin.store.state.view?.sections.find(({ id }) => id === 'totals')?.lines.length).toBeGreaterThan(3)
  })

  it('of another period when one is chosen; choosing overtakes what is being read', async () => {
    const bulletin = bulletinDesk()
    await Promise.all([bulletin.open(ready().office, WEEK), bulletin.choose(1)])
    expect(bulletin.store.state).toMatchObject({ week: 1, isPartial: false, work: undefined, trouble: undefined })
    expect(bulletin.store.state.view).toMatchObject({ week: 1, period: expect.stringContaining('2005年2月27日') })
    // The pane shows the same workbook and week again: what was chosen stays.
    await bulletin.open(ready().office, WEEK)
    expect(bulletin.store.state.week).toBe(1)
  })

  it('cancelled, it stays with what the ledger says, and can be read on', async () => {
    const bulletin: BulletinDesk = bulletinDesk({ pause: async () => bulletin.cancel() })
    await bulletin.open(ready().office, WEEK)
    expect(bulletin.store.state).toMatchObject({ isPartial: true, work: undefined, trouble: undefined })
    expect(bulletin.store.state.view).toBeDefined()
  })

  it('is saved as the document of the period, as a draft when it has what nobody decided', async () => {
    const bulletin = bulletinDesk()
    await bulletin.open(ready().office, WEEK)
    await bulletin.save()
    expect(office.session.saved.map(({ name }) => name)).toEqual([bulletin.store.state.saved])
    const words = strFromU8(unzipSync(office.session.saved[0]?.bytes as Uint8Array)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '')
    for (const { label, value } of bulletin.store.state.view?.sections.find(({ id }) => id === 'totals')?.lines ?? []) expect(words).toContain(`${label}：${value}`)
    bulletin.setDraft(true)
    await bulletin.save()
    expect(office.session.saved.map(({ name }) => name.startsWith('草稿'))).toEqual([false, true])
  }, 60_000)

  it('is copied as text; where a page may not copy, the text is there to be selected', async () => {
    const bulletin = bulletinDesk()
    await bulletin.open(ready().office, WEEK)
    await bulletin.copy()
    expect([bulletin.store.state.copied, office.session.copied]).toEqual(['yes', [bulletin.text]])
    const other = bulletinDesk({ copyText: () => Promise.reject(new Error('not allowed')) })
    await other.open(ready().office, WEEK)
    await other.copy()
    expect(other.store.state.copied).toBe('failed')
    expect(other.text).toBe(bulletin.text)
  })
})
