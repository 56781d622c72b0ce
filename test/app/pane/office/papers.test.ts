/** The papers of an office of 24 units in its fourth week, in which some of what is proposed has been answered. */
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import type { PaperItem, PaperRow } from '../../../../src/app/pane/office/paper-list'
import { PapersDesk } from '../../../../src/app/pane/office/papers'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import type { PaneTools } from '../../../../src/app/pane/tools'
import { TemplateNotFetched } from '../../../../src/app/pane/template-not-fetched'
import { format } from '../../demo/made-up'
import { city, WEEK } from '../../hand-up/cities'
import { portsOver, sessionOver, shippedPaper, type SessionInMemory } from './session'

let session: SessionInMemory
let desk: OfficeDesk

beforeAll(async () => {
  session = sessionOver(format.read(city(0, 24).bytes))
  desk = new OfficeDesk(portsOver(session))
  await desk.open()
}, 120_000)

const ready = () => desk.store.state as DeskReady

function papersDesk(paperTemplate: PaneTools['paperTemplate'] = shippedPaper, pause?: () => Promise<void>): PapersDesk {
  session.saved.length = 0
  const papers = new PapersDesk({ ...session, tools: { ...session.tools, paperTemplate } }, desk.base, pause)
  papers.count(ready().office, WEEK)
  return papers
}

const rowsOf = (papers: PapersDesk) => papers.store.state.rows
const itemsOf = (papers: PapersDesk, isWanted: (item: PaperItem) => boolean = () => true) => rowsOf(papers).flatMap((row) => row.items).filter(isWanted)
const isDraft = ({ draft }: PaperItem) => draft
const isFinal = ({ draft }: PaperItem) => !draft
const tickOnly = (papers: PapersDesk, ...ids: string[]) => (papers.tick(itemsOf(papers).map(({ id }) => id), false), papers.tick(ids, true))
const namesIn = (zip: Uint8Array | undefined) => Object.keys(unzipSync(zip as Uint8Array))
const wordsIn = (docx: Uint8Array | undefined) => strFromU8(unzipSync(docx as Uint8Array)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '')
const picked = (name: string, bytes: Uint8Array) => ({ name, load: async () => bytes })

describe('the list of papers', () => {
  it('has a line for every paper of the definition, finals before drafts, no two items alike', () => {
    const papers = papersDesk()
    expect(rowsOf(papers).map(({ paper }) => paper)).toEqual(Object.keys(desk.base.definition.papers))
    expect(rowsOf(papers).every(({ items }) => items.findLastIndex(isFinal) < items.findIndex(isDraft) || !items.some(isDraft))).toBe(true)
    expect(new Set(itemsOf(papers).map(({ id }) => id)).size).toBe(itemsOf(papers).length)
    expect(itemsOf(papers, isFinal).every(({ unconfirmed }) => unconfirmed === 0)).toBe(true)
    expect(itemsOf(papers, isDraft).every(({ unconfirmed }) => unconfirmed > 0)).toBe(true)
  })

  it('every open proposal is in a paper, or it is said why not', () => {
    const { decisions } = ready().office.state
    const why = (key: string, state: string): string => {
      const answer = decisions.get(key)?.answer
      return answer === 'confirmed' ? 'paper' : (answer ?? (state === 'proposed' ? 'undecided' : 'doubtful'))
    }
    const seen = new Set<string>()
    for (const row of rowsOf(papersDesk())) {
      const paper = desk.base.definition.papers[row.paper]
      if (paper?.kind !== 'consequence') continue
      const isOfWeek = desk.base.definition.consequences[paper.consequence]?.trigger.on === 'last'
      const list = ready().shown.lists.find(({ consequence }) => consequence === paper.consequence)
      for (const { name, proposals } of list?.units ?? []) {
        for (const { key, state, member } of proposals.filter((one) => !isOfWeek || one.week === WEEK)) {
          const expected = why(key, state)
          seen.add(expected)
          expect([key, row.items.some((item) => isFinal(item) && item.keys.includes(key))]).toEqual([key, expected === 'paper'])
          if (expected !== 'paper') expect(row.withheld).toContainEqual(expect.objectContaining({ name, why: expected, ...(member !== undefined && { members: expect.arrayContaining([member]) }) }))
          if (expected !== 'paper') expect([key, row.items.some((item) => isDraft(item) && item.keys.includes(key))]).toEqual([key, expected !== 'dismissed'])
        }
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  it('of a stage transfer nothing is known until the kept returns are read', async () => {
    const papers = papersDesk()
    const row = () => rowsOf(papers).find(({ kind }) => kind === 'transfer') as PaperRow
    expect(row()).toMatchObject({ isUnread: true, items: [], withheld: [] })
    await papers.readTransfers()
    const { units } = ready().office.state.registry
    // No return is kept here: every unit lacks something.
    expect(row()).toMatchObject({ isUnread: false })
    expect(row().withheld.map(({ name, why }) => [name, why])).toEqual(units.map(({ name }) => [name, 'lacking']))
    expect(row().withheld.every(({ lacking }) => lacking.length > 0)).toBe(true)
    const draft = row().items[3] as PaperItem
    expect(row().items.every(isDraft)).toBe(true)
    papers.setDraft(true)
    tickOnly(papers, draft.id)
    await papers.make()
    expect(session.saved.map(({ name }) => name)).toEqual([expect.stringMatching(`${draft.about}.*docx$`)])
  }, 60_000)
})

describe('papers made', () => {
  it('what is ready as one zip; drafts only when they are asked for, and marked', async () => {
    const papers = papersDesk()
    await papers.make()
    const finals = itemsOf(papers, isFinal).length
    expect(finals).toBeGreaterThan(3)
    expect(papers.store.state).toMatchObject({ saved: { count: finals }, templateTroubles: [] })
    expect(papers.store.state.work).toBeUndefined()
    expect(namesIn(session.saved[0]?.bytes).some((name) => name.includes('草稿'))).toBe(false)

    papers.setDraft(true)
    await papers.make()
    const names = namesIn(session.saved[1]?.bytes)
    expect(names.length).toBe(itemsOf(papers).length)
    expect(names.filter((name) => name.includes('草稿')).length).toBe(itemsOf(papers, isDraft).length)
  }, 120_000)

  it('those that are ticked: one as a document, two as a zip, about those units alone', async () => {
    const papers = papersDesk()
    papers.setDraft(true)
    const [first, second] = itemsOf(papers, ({ unit, keys }) => unit !== undefined && keys.length > 0) as [PaperItem, PaperItem]
    tickOnly(papers, first.id)
    await papers.make()
    expect(session.saved.map(({ name }) => name)).toEqual([expect.stringMatching(/\.docx$/)])
    expect(wordsIn(session.saved[0]?.bytes)).toContain(first.about)
    papers.tick([second.id], true)
    await papers.make()
    expect(namesIn(session.saved[1]?.bytes).length).toBe(2)
    // Listed again, it stays as it was ticked.
    papers.count(ready().office, WEEK)
    expect(itemsOf(papers, ({ id }) => !papers.store.state.unticked.has(id))).toEqual([first, second])
  }, 60_000)

  it('of a unit of which a part is confirmed, the paper speaks of that part and the draft of all', async () => {
    const papers = papersDesk()
    const draft = itemsOf(papers, (item) => isDraft(item) && item.unit !== undefined && item.unconfirmed < item.keys.length)[0] as PaperItem
    const final = itemsOf(papers, (item) => isFinal(item) && item.paper === draft.paper && item.unit === draft.unit)[0] as PaperItem
    expect(final.keys).toEqual(draft.keys.filter((key) => ready().office.state.decisions.get(key)?.answer === 'confirmed'))
    const members = ready().shown.lists.flatMap(({ units }) => units.flatMap(({ proposals }) => proposals.filter(({ key }) => draft.keys.includes(key)).map(({ key, member }) => [key, member ?? ''] as const)))
    tickOnly(papers, final.id)
    await papers.make()
    const named = new Set(members.filter(([, member]) => wordsIn(session.saved[0]?.bytes).includes(member)).map(([, member]) => member))
    expect(named).toEqual(new Set(members.filter(([key]) => final.keys.includes(key)).map(([, member]) => member)))
    expect(named.size).toBeLessThan(new Set(members.map(([, member]) => member)).size)
  }, 60_000)

  it('a zip for each system, packed into one to save', async () => {
    const papers = papersDesk()
    papers.setBundling('system')
    await papers.make()
    const zips = namesIn(session.saved[0]?.bytes)
    expect(zips.length).toBeGreaterThan(1)
    expect(zips.every((name) => name.endsWith('.zip'))).toBe(true)
    const docx = zips.flatMap((name) => namesIn(unzipSync(session.saved[0]?.bytes as Uint8Array)[name]))
    expect(papers.store.state.saved?.count).toBe(docx.length)
  }, 60_000)

  it('as sheets to print, a sheet for each paper, in one workbook', async () => {
    const papers = papersDesk()
    papers.setOutput('sheets')
    const finals = itemsOf(papers, (item) => isFinal(item) && item.keys.length > 0)
    tickOnly(papers, ...finals.map(({ id }) => id))
    await papers.make()
    expect(session.saved.map(({ name }) => name)).toEqual([expect.stringMatching(/\.xlsx$/)])
    const { sheets } = format.read(session.saved[0]?.bytes as Uint8Array)
    expect(sheets.length).toBe(finals.length)
  }, 60_000)

  it('cancelled in the middle, nothing is handed over, and it can be begun again', async () => {
    let turns = 0
    const papers: PapersDesk = papersDesk(shippedPaper, async () => void (++turns === 2 && papers.cancel()))
    tickOnly(papers, ...itemsOf(papers, ({ keys }) => keys.length > 0).map(({ id }) => id))
    await papers.make()
    expect(papers.store.state).toMatchObject({ isCancelled: true, saved: undefined, trouble: undefined, work: undefined })
    expect(session.saved).toEqual([])
    await papers.make()
    expect(papers.store.state).toMatchObject({ isCancelled: undefined, saved: { count: itemsOf(papers, (item) => isFinal(item) && item.keys.length > 0).length } })
  }, 60_000)

  it('of one proposal where it stands, and of what nobody has confirmed a draft alone', async () => {
    const papers = papersDesk()
    const proposals = ready().shown.lists.flatMap(({ units }) => units.flatMap((unit) => unit.proposals))
    const answered = (answer: string | undefined) => proposals.find(({ decision, consequence }) => decision?.answer === answer && Object.values(desk.base.definition.papers).some((paper) => paper.kind === 'consequence' && paper.consequence === consequence))
    const make = async (answer: string | undefined, draft: boolean) => {
      const one = answered(answer)
      await papers.makeOf('here', { consequence: one?.consequence as string, keys: [one?.key as string], week: WEEK, draft })
      return papers.store.state.single
    }
    expect(await make('confirmed', false)).toMatchObject({ at: 'here', isMaking: false, saved: { name: expect.stringMatching(/^(?!草稿).*\.docx$/), count: 1 } })
    expect(await make(undefined, true)).toMatchObject({ saved: { name: expect.stringMatching(/^草稿/), count: 1 } })
    // Whatever the page thought when it was pressed: what is not confirmed is in no paper, what is declined in no draft.
    expect(await make(undefined, false)).toMatchObject({ saved: { count: 0 } })
    expect(await make('dismissed', true)).toMatchObject({ saved: { count: 0 } })
    expect(session.saved.length).toBe(2)
  }, 60_000)

  it('nothing, with what is wrong with each template', async () => {
    const papers = papersDesk()
    const file = rowsOf(papers).find((row) => row.items.some(isFinal))?.file as string
    await papers.useTemplates([picked(file, zipSync({ 'a.txt': new Uint8Array() }))])
    expect(papers.maker.templates.state).toEqual([file])
    await papers.make()
    expect(papers.store.state.templateTroubles).toMatchObject([{ code: 'paper/not-word', params: { file } }])
    expect(session.saved).toEqual([])
    papers.useOwnTemplates()
    await papers.make()
    expect(session.saved.length).toBe(1)
  }, 60_000)

  it('nothing, naming templates that are neither shipped nor chosen, or that cannot be fetched', async () => {
    const papers = papersDesk(async () => undefined)
    await papers.make()
    expect(papers.store.state.templateTroubles.map(({ code }) => code)).toContain('paper/no-template')
    const offline = papersDesk(async (_, file) => Promise.reject(new TemplateNotFetched(file)))
    await offline.make()
    expect(offline.store.state).toMatchObject({ work: undefined, trouble: { code: 'pane/template-not-fetched' } })
    expect(session.saved).toEqual([])
  }, 60_000)
})
