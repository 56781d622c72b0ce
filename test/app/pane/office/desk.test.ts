import { unzipSync, zipSync } from 'fflate'
import { consolidate } from '../../../../src/app/consolidate'
import { openOffice } from '../../../../src/app/consolidate/open-office'
import { HostTrouble } from '../../../../src/app/open-workbook'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import { IssueDesk } from '../../../../src/app/pane/office/issue'
import { reminders } from '../../../../src/app/reminder-text'
import { tileCounts } from '../../../../src/app/roll-call'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import { rank } from '../../../../src/app/rank'
import { readIdentity } from '../../../../src/domain/returns/read-identity'
import { format } from '../../demo/made-up'
import { sayIn } from '../../office-in-hand'
import { consolidatedOffice, portsOver, sampleOffice, sessionOver, type SampleOffice, type SessionInMemory } from './session'

let sample: SampleOffice
beforeAll(async () => {
  sample = await sampleOffice()
}, 60_000)

const ready = (desk: OfficeDesk): DeskReady => {
  const { state } = desk.store
  if (state.phase !== 'ready') throw new Error(JSON.stringify(state))
  return state
}

async function opened(more: Parameters<typeof portsOver>[1] = {}): Promise<{ desk: OfficeDesk; session: SessionInMemory }> {
  const session = sessionOver(sample.book)
  const desk = new OfficeDesk(portsOver(session, more))
  await desk.open()
  return { desk, session }
}

const noWorkers = () => {
  throw new Error('no workers')
}

describe('the office at work', () => {
  it('opens at the week of today while nothing has been consolidated', async () => {
    const { desk } = await opened()
    expect(ready(desk)).toMatchObject({ week: 2, incoming: [], shown: { lists: [] } })
    expect([...tileCounts(ready(desk).shown.sections)]).toEqual([['expected', 6 + ready(desk).office.state.registry.groups.length]])
  })

  it('says at sight what can be said of a file, and which counts once they are consolidated', async () => {
    const { desk } = await opened()
    await desk.chooseWeek(1)
    await desk.addFiles(sample.filesOf(1))
    const sights = ready(desk).incoming.map(({ sight }) => sight.state)
    expect(sights).toContain('countable')
    expect(sights).not.toContain('waiting')
    await desk.consolidate()
    expect(new Set(ready(desk).incoming.map(({ sight }) => sight.state))).toEqual(new Set(['decided']))
  })

  it('takes the files out of a zip, and shows one that is none as it is', async () => {
    const { desk } = await opened()
    await desk.chooseWeek(1)
    const files = sample.filesOf(1)
    const zip = zipSync(Object.fromEntries(files.map(({ name, load }) => [name, load() as Uint8Array])), { level: 0 })
    await desk.addFiles([
      { name: '第1周.zip', load: () => zip },
      { name: '坏.zip', load: () => new Uint8Array([1, 2, 3]) },
    ])
    const { incoming } = ready(desk)
    expect(incoming.map(({ file }) => file.name)).toEqual([...files.map(({ name }) => `第1周.zip/${name}`), '坏.zip'])
    expect(incoming.filter(({ sight }) => sight.state === 'countable').length).toBeGreaterThan(3)
    expect(incoming.at(-1)?.sight).toMatchObject({ state: 'decided', verdict: { decision: 'unreadable' } })
  })

  it('puts sample returns in for their week, or says why they do not come', async () => {
    const { desk } = await opened()
    await desk.addSamples({ week: 1, count: 2, load: async () => sample.filesOf(1).slice(0, 2) })
    expect(ready(desk)).toMatchObject({ week: 1, incoming: [{ file: {} }, { file: {} }] })
    await desk.addSamples({ week: 2, count: 2, load: () => Promise.reject(new Error('gone')) })
    expect(ready(desk)).toMatchObject({ week: 1, trouble: { at: 'week', trouble: { params: { reason: 'gone' } } } })
  })

  it.each([
    ['with workers', {}],
    ['without', { startWorker: noWorkers }],
  ])('comes to what the command line comes to, %s', async (_, more) => {
    const { desk, session } = await opened(more)
    const before = session.workbook.book
    await desk.chooseWeek(2)
    await desk.addFiles(sample.filesOf(2))
    await desk.consolidate()
    const line = await consolidate({ campaign: sample.data.campaign, office: before, files: sample.filesOf(2), week: 2, today: '2005-03-06', now: '2005-03-06T18:30:00', read: format.read, compression: format.compression, sayIn })
    const { done, office, shown } = ready(desk)
    if (done?.kind !== 'consolidated') throw new Error(JSON.stringify(ready(desk).trouble))
    expect(done.result.files).toEqual(line.files)
    expect(office.state.entries).toEqual(line.ledger)
    const ranking = rank({ campaign: sample.data.campaign, office: session.workbook.book, sayIn })
    expect(shown.ranking?.systems.flatMap(({ places }) => places.map(({ unit, rank: place, score, proposals }) => ({ unit, place, score, proposals })))).toEqual(ranking.systems.flatMap(({ unitsByRank }) => unitsByRank.map(({ unit, rank: place, score, proposals }) => ({ unit, place, score, proposals }))))
    expect(session.workbook.patches).toEqual([line.patch])
  })

  it('changes nothing the second time', async () => {
    const { desk, session } = await consolidatedOffice()
    const patches = session.workbook.patches.length
    await desk.consolidate()
    expect(ready(desk).done).toMatchObject({ kind: 'consolidated', result: { changed: false } })
    expect(session.workbook.patches.length).toBe(patches)
  })

  it('cancelled, it leaves the workbook untouched and keeps what was read', async () => {
    const { desk, session } = await opened({ startWorker: noWorkers, pause: async () => desk.cancel() })
    await desk.addFiles(sample.filesOf(2))
    expect(ready(desk)).toMatchObject({ done: { kind: 'cancelled' }, work: undefined })
    await desk.consolidate()
    expect(ready(desk).done).toMatchObject({ kind: 'cancelled' })
    expect(session.workbook.patches).toEqual([])
  })

  it('shows a trouble of the host where it was met, and works when tried again', async () => {
    const { desk, session } = await opened()
    await desk.addFiles(sample.filesOf(2))
    session.workbook.trouble = new HostTrouble('host/editing')
    await desk.consolidate()
    expect(ready(desk).trouble).toMatchObject({ at: 'week', trouble: { code: 'host/editing' } })
    await desk.consolidate()
    expect(ready(desk).done).toMatchObject({ kind: 'consolidated' })
  })

  it('reads the files again when the registry was put right meanwhile', async () => {
    const { desk, session } = await opened()
    await desk.addFiles(sample.filesOf(2))
    const sheet = session.workbook.book.sheets.find(({ name }) => name === '单位名册')
    const row = sheet?.rows.find(({ cells }) => cells.some(({ value }) => value === ready(desk).office.state.registry.units[0]?.id))
    const headcount = row?.cells.find(({ value }) => typeof value === 'number')
    session.workbook.edit('单位名册', { row: row?.row as number, column: headcount?.column as number, value: 99 })
    expect(ready(desk).isStale).toBe(true)
    const before = session.workbook.book
    await desk.consolidate()
    const line = await consolidate({ campaign: sample.data.campaign, office: before, files: sample.filesOf(2), week: 2, today: '2005-03-06', now: '2005-03-06T18:30:00', read: format.read, compression: format.compression, sayIn })
    expect(ready(desk).office.state.entries).toEqual(line.ledger)
  })

  it('takes back what it wrote', async () => {
    const { desk, session } = await opened()
    await desk.addFiles(sample.filesOf(2))
    const before = session.workbook.book
    await desk.consolidate()
    await desk.undo()
    expect(ready(desk)).toMatchObject({ done: { kind: 'undone', left: 0 }, undoable: undefined })
    expect(openOffice(session.workbook.book, sample.data.campaign, sayIn).state).toEqual(openOffice(before, sample.data.campaign, sayIn).state)
    expect(ready(desk).incoming.some(({ sight }) => sight.state === 'countable')).toBe(true)
  })
})

describe('what was consolidated', () => {
  let desk: OfficeDesk
  let session: SessionInMemory
  beforeAll(async () => {
    ;({ desk, session } = await consolidatedOffice())
  }, 60_000)

  it('has a tile for everybody, with a reason where nothing counts', () => {
    const { shown, office } = ready(desk)
    const tiles = shown.sections.flatMap((section) => section.tiles)
    expect(tiles.length).toBe(office.state.registry.units.length + office.state.registry.groups.length)
    expect(tiles.filter(({ status, reasons }) => (status === 'missing' || status === 'rejected') && reasons.length === 0)).toEqual([])
  })

  it('explains a place by indicators that add up to the score', () => {
    const places = ready(desk).shown.ranking?.systems.flatMap((system) => system.places).filter(({ submitted }) => submitted) ?? []
    expect(places.length).toBeGreaterThan(0)
    for (const { reasons, adjustments, score, history } of places) {
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0) + adjustments.reduce((sum, one) => sum + one.points, 0)
      expect(points).toBeCloseTo(score as number, 1)
      expect(reasons.every((reason, i) => i === 0 || (reasons[i - 1] as typeof reason).points - (reasons[i - 1] as typeof reason).median <= reason.points - reason.median)).toBe(true)
      expect(history.at(-1)).toMatchObject({ week: 2, score })
    }
  })

  it('reminds everybody who is missing or was rejected, and nobody else', () => {
    const { office, shown } = ready(desk)
    const owing = shown.sections.flatMap(({ tiles }) => tiles).filter(({ status }) => status === 'missing' || status === 'rejected')
    for (const by of ['system', 'group'] as const) {
      const texts = reminders(office, shown.sections, by, { week: 2, today: '2005-03-07', deadline: '2005-03-08' })
      expect(texts.flatMap(({ missing, rejected }) => [...missing, ...rejected]).map(({ unit }) => unit).sort()).toEqual(owing.map(({ unit }) => unit).sort())
      for (const { text, missing, rejected } of texts) expect([...missing, ...rejected].every(({ name }) => text.includes(name))).toBe(true)
    }
  })

  it('writes a decision beside its proposal, and takes it back', async () => {
    const list = ready(desk).shown.lists.find(({ waiting }) => waiting > 1)
    const keys = list?.units.flatMap(({ proposals }) => proposals.map(({ key }) => key)).slice(0, 2) as string[]
    await desk.decide(keys, 'confirmed', ' 周敏 ', '已电话告知')
    const decisions = () => openOffice(session.workbook.book, sample.data.campaign, sayIn).state.decisions
    expect(keys.map((key) => decisions().get(key))).toEqual(keys.map(() => ({ answer: 'confirmed', text: '确认', by: '周敏', on: '2005-03-06', note: '已电话告知' })))
    expect(ready(desk).office.state.log[0]?.kind).toBe('决定')
    expect(ready(desk).shown.lists.find(({ consequence }) => consequence === list?.consequence)?.decided).toBe(2)
    await desk.undo()
    expect(decisions().size).toBe(0)
    await desk.decide(keys, 'dismissed', '周敏', '')
    await desk.decide(keys, undefined, '', '')
    expect(decisions().size).toBe(0)
  })

  it('asks for a name behind every decision', async () => {
    const key = ready(desk).shown.lists.flatMap(({ units }) => units.flatMap(({ proposals }) => proposals))[0]?.key as string
    const patches = session.workbook.patches.length
    await desk.decide([key], 'confirmed', '  ', '')
    expect(ready(desk).trouble).toMatchObject({ at: 'lists', trouble: { code: 'office/decision-without-name' } })
    await desk.decide(['nobody|x||w1'], 'confirmed', '周敏', '')
    expect(ready(desk).trouble).toMatchObject({ trouble: { code: 'office/proposal-not-listed' } })
    expect(session.workbook.patches.length).toBe(patches)
  })
})

describe('issuing', () => {
  it.each([
    ['in a worker', {}],
    ['on the page', { startWorker: noWorkers }],
  ])('hands over one zip with a workbook for everybody, %s', async (_, more) => {
    const session = sessionOver(sample.book)
    const { registry } = openOffice(sample.book, sample.data.campaign, sayIn).state
    const desk = new IssueDesk({ ...portsOver(session, more), campaign: sample.data.campaign, language: 'zh' }, registry)
    await desk.issue()
    expect(desk.store.state).toMatchObject({ saved: { count: registry.units.length + registry.groups.length }, work: undefined })
    const files = Object.entries(unzipSync(session.saved[0]?.bytes as Uint8Array))
    expect(files.map(([, bytes]) => readIdentity(format.read(bytes)).subject).sort()).toEqual([...registry.units, ...registry.groups].map(({ id }) => id).sort())
  }, 60_000)

  it('takes members from a registry file, and issues nothing from one with errors', async () => {
    const session = sessionOver(sample.book)
    const { registry } = openOffice(sample.book, sample.data.campaign, sayIn).state
    const desk = new IssueDesk({ ...portsOver(session), campaign: sample.data.campaign, language: 'zh' }, registry)
    await desk.chooseFiles([{ name: 'registry.xlsx', bytes: sample.data.files.get('registry.xlsx') as Uint8Array }])
    expect(desk.store.state).toMatchObject({ from: ['registry.xlsx'], isIssuable: true })
    expect(desk.store.state.members.length).toBe(sample.data.key.members)
    await desk.chooseFiles([{ name: 'x.csv', bytes: new TextEncoder().encode('no,such,columns\n1,2,3\n') }])
    expect(desk.store.state.isIssuable).toBe(false)
    await desk.issue()
    expect(session.saved).toEqual([])
  })
})
