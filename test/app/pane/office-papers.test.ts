import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import type { OfficeDesk } from '../../../src/app/pane/office-desk'
import { PapersDesk } from '../../../src/app/pane/office-papers'
import type { DeskReady } from '../../../src/app/pane/office-state'
import type { PaneTools } from '../../../src/app/pane/tools'
import { TemplateNotFetched } from '../../../src/app/pane/template-not-fetched'
import { consolidatedOffice, type SessionInMemory } from './office-session'

const WEEK = 2
let session: SessionInMemory
let desk: OfficeDesk

const shipped = async (campaign: string, file: string) => new Uint8Array(readFileSync(`templates/${campaign}/papers/${file}`))

beforeAll(async () => {
  ;({ session, desk } = await consolidatedOffice())
}, 120_000)

const ready = () => desk.store.state as DeskReady

function papersDesk(paperTemplate: PaneTools['paperTemplate'] = shipped): PapersDesk {
  session.saved.length = 0
  const papers = new PapersDesk({ ...session, tools: { ...session.tools, paperTemplate } }, desk.base)
  papers.count(ready().office, WEEK)
  return papers
}

const namesIn = (zip: Uint8Array | undefined) => Object.keys(unzipSync(zip as Uint8Array))
const picked = (name: string, bytes: Uint8Array) => ({ name, load: async () => bytes })

describe('papers from the pane', () => {
  it('has a line for every paper of the definition; what waits is not ready', () => {
    const { rows, wanted } = papersDesk().store.state
    expect(rows.map(({ paper }) => paper)).toEqual(Object.keys(desk.base.definition.papers ?? {}))
    const consequences = rows.filter(({ kind }) => kind === 'consequence')
    expect(consequences.every(({ ready: count }) => count === 0)).toBe(true)
    expect(consequences.some(({ waiting }) => waiting > 0)).toBe(true)
    expect([...wanted]).toEqual(rows.filter((row) => row.ready + row.waiting > 0).map(({ paper }) => paper))
  })

  it('makes what is ready as one zip; drafts only when they are asked for, and marked', async () => {
    const papers = papersDesk()
    await papers.make(WEEK)
    const count = papers.store.state.rows.reduce((sum, row) => sum + row.ready, 0)
    expect(papers.store.state).toMatchObject({ isMaking: false, saved: { count }, templateTroubles: [] })
    expect(namesIn(session.saved[0]?.bytes).some((name) => name.includes('草稿'))).toBe(false)

    papers.setDraft(true)
    await papers.make(WEEK)
    const drafts = namesIn(session.saved[1]?.bytes)
    expect(drafts.length).toBe(papers.store.state.rows.reduce((sum, row) => sum + row.ready + row.waiting, 0))
    expect(drafts.every((name) => name.includes('草稿'))).toBe(true)
  }, 60_000)

  it('has a paper ready once its proposal is confirmed', async () => {
    const papers = papersDesk()
    const row = papers.store.state.rows.find(({ kind, waiting }) => kind === 'consequence' && waiting > 0)
    const consequence = desk.base.definition.papers?.[row?.paper as string]
    const list = ready().shown.lists.find((one) => consequence?.kind === 'consequence' && one.consequence === consequence.consequence)
    await desk.decide(list?.units[0]?.proposals.map(({ key }) => key) ?? [], 'confirmed', '周敏', '')
    papers.count(ready().office, WEEK)
    expect(papers.store.state.rows.find(({ paper }) => paper === row?.paper)).toMatchObject({ ready: 1, waiting: (row?.waiting ?? 0) - 1 })
  })

  it('packs a zip for each system into one to save', async () => {
    const papers = papersDesk()
    papers.setDraft(true)
    papers.setBundling('system')
    await papers.make(WEEK)
    const zips = namesIn(session.saved[0]?.bytes)
    expect(zips.length).toBeGreaterThan(1)
    expect(zips.every((name) => name.endsWith('.zip'))).toBe(true)
    const docx = zips.flatMap((name) => namesIn(unzipSync(session.saved[0]?.bytes as Uint8Array)[name]))
    expect(papers.store.state.saved?.count).toBe(docx.length)
  }, 60_000)

  it('says of each template what is wrong with it, and makes nothing', async () => {
    const papers = papersDesk()
    const file = papers.store.state.rows.find((row) => row.ready > 0)?.file as string
    await papers.useTemplates([picked(file, zipSync({ 'a.txt': new Uint8Array() }))])
    expect(papers.store.state.templates).toEqual([file])
    await papers.make(WEEK)
    expect(papers.store.state.templateTroubles).toMatchObject([{ code: 'paper/not-word', params: { file } }])
    expect(session.saved).toEqual([])
    papers.useOwnTemplates()
    await papers.make(WEEK)
    expect(session.saved.length).toBe(1)
  }, 60_000)

  it('names templates that are neither shipped nor chosen, and tells when they cannot be fetched', async () => {
    const papers = papersDesk(async () => undefined)
    await papers.make(WEEK)
    expect(papers.store.state.templateTroubles.map(({ code }) => code)).toContain('paper/no-template')
    const offline = papersDesk(async (_, file) => Promise.reject(new TemplateNotFetched(file)))
    await offline.make(WEEK)
    expect(offline.store.state).toMatchObject({ isMaking: false, trouble: { code: 'pane/template-not-fetched' } })
    expect(session.saved).toEqual([])
  }, 60_000)
})
