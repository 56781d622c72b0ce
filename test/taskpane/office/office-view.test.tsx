/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import { HostTrouble } from '../../../src/app/open-workbook'
import { openOffice } from '../../../src/app/consolidate/open-office'
import type { Workbook } from '../../../src/workbook/model'
import { sayIn } from '../../app/office-in-hand'
import { consolidatedOffice, sampleOffice, type SampleOffice } from '../../app/pane/office/session'
import { barriers } from '../support/accessible'
import { showOffice } from '../support/show-office'

const WEEK = 2
let sample: SampleOffice
/** Both weeks consolidated. */
let consolidatedBook: Workbook

beforeAll(async () => {
  sample = await sampleOffice()
  consolidatedBook = (await consolidatedOffice()).session.workbook.book
}, 120_000)

async function filesOf(week: number): Promise<File[]> {
  return Promise.all(
    sample.filesOf(week).map(async (file) => {
      const bytes = await file.load()
      return Object.assign(new File([bytes as BlobPart], file.name), { arrayBuffer: async () => bytes.slice().buffer })
    }),
  )
}

const WORDS = [
  { language: 'zh', consolidate: '汇总并排名', undo: '撤销这次汇总', confirm: '确认', name: '决定人', make: /生成 \d+ 份工作簿/, done: /第2周已汇总/, undone: /恢复原样/, remind: /催报/, copy: /^复制/, editing: /有单元格正在编辑/, noName: /请填写决定人/, notYet: /还没有汇总/ },
  { language: 'en', consolidate: 'Consolidate and rank', undo: 'Undo this consolidation', confirm: 'Confirm', name: 'Decided by', make: /Make \d+ workbooks/, done: /Week 2 is consolidated/, undone: /workbook is as it was/, remind: /Remind/, copy: /^Copy/, editing: /A cell is being edited/, noName: /Enter who decides/, notYet: /has not been consolidated/ },
] as const

describe.each(WORDS)('the pane of the office’s workbook in $language', (words) => {
  const { language } = words
  const say = sayIn(language)

  it('takes returns in, consolidates them with one button, and takes that back', async () => {
    const { container, user, session, press } = await showOffice(sample.book, language)
    await user.upload(container.querySelector('input[data-kind=files]') as HTMLInputElement, await filesOf(WEEK))
    await waitFor(() => expect(screen.getAllByText(say('office-pane/file-countable'), { exact: false }).length).toBeGreaterThan(0))
    await waitFor(() => expect(screen.getByRole('button', { name: words.consolidate })).toBeEnabled())
    await press(words.consolidate)
    await screen.findByText(words.done)
    expect(openOffice(session.workbook.book, sample.data.campaign, sayIn).state.weeks.map(({ week }) => week)).toEqual([WEEK])
    expect(await barriers()).toEqual([])
    await user.click(screen.getAllByRole('button', { name: words.undo }).at(-1) as HTMLElement)
    await screen.findByText(words.undone)
    expect(openOffice(session.workbook.book, sample.data.campaign, sayIn).state.weeks).toEqual([])
  })

  it('says what keeps the workbook from being written, where it was asked for', async () => {
    const { session, press } = await showOffice(sample.book, language)
    session.workbook.trouble = new HostTrouble('host/editing')
    await press(words.consolidate)
    expect(await screen.findByRole('alert')).toHaveTextContent(words.editing)
    expect(session.workbook.patches).toEqual([])
  })

  it('says of pages that need a consolidated week that there is none', async () => {
    const { turnTo } = await showOffice(sample.book, language)
    await turnTo('ranking')
    expect(screen.getByText(words.notYet)).toBeInTheDocument()
  })

  it('has a tile for everybody whose status is in its name, and says why on a click', async () => {
    const { turnTo, user } = await showOffice(consolidatedBook, language)
    await turnTo('roll-call')
    const { registry } = openOffice(consolidatedBook, sample.data.campaign, sayIn).state
    for (const { name } of registry.units) {
      const tile = screen.getByRole('button', { name: new RegExp(`^${name}[:：]`) })
      await user.click(tile)
      expect(tile).toHaveAttribute('aria-expanded', 'true')
    }
    expect(await barriers()).toEqual([])
  })

  it('gives reminders to copy', async () => {
    const { turnTo, user, session } = await showOffice(sample.book, language)
    await user.click(screen.getByRole('button', { name: words.consolidate }))
    await screen.findByText(words.done)
    await turnTo('roll-call')
    await user.click(screen.getByRole('button', { name: words.remind }))
    expect(await barriers()).toEqual([])
    await user.click(screen.getAllByRole('button', { name: words.copy })[0] as HTMLElement)
    const missing = openOffice(session.workbook.book, sample.data.campaign, sayIn).state.registry.units[0]
    await waitFor(() => expect(session.copied[0]).toContain(missing?.name))
  })

  it('ranks each system, and explains a place when it is opened', async () => {
    const { turnTo, user } = await showOffice(consolidatedBook, language)
    await turnTo('ranking')
    const place = screen.getAllByRole('button', { expanded: false }).find((button) => button.querySelector('.rank')?.textContent === '1') as HTMLElement
    await user.click(place)
    expect(screen.getByText(say('office-pane/why'))).toBeInTheDocument()
    expect(screen.getByText(say('office-pane/over-weeks'))).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /\d/ })).toBeInTheDocument()
    expect(await barriers()).toEqual([])
  })

  it('leaves every proposal a proposal until somebody with a name decides it', async () => {
    const { turnTo, user, session, press } = await showOffice(consolidatedBook, language)
    await turnTo('lists')
    const fold = screen.getAllByRole('button', { expanded: false }).find((button) => !button.textContent?.includes(say('office-pane/list-empty')) && button.closest('.list-fold')) as HTMLElement
    await user.click(fold)
    // With half of the returns missing all of these are in doubt: a unit's are opened, and one is picked by itself.
    await user.click(screen.getAllByRole('button', { expanded: false }).filter((button) => button.closest('.proposal')).at(-1) as HTMLElement)
    await user.click(screen.getAllByRole('checkbox').at(-1) as HTMLElement)
    await press(words.confirm)
    expect(await screen.findByRole('alert')).toHaveTextContent(words.noName)
    expect(session.workbook.patches).toEqual([])
    await user.type(screen.getByRole('textbox', { name: words.name }), '周敏')
    expect(await barriers()).toEqual([])
    await press(words.confirm)
    await waitFor(() => expect(session.workbook.patches.length).toBe(1))
    const decided = [...openOffice(session.workbook.book, sample.data.campaign, sayIn).state.decisions.values()]
    expect(new Set(decided.map(({ answer, by }) => `${answer} ${by}`))).toEqual(new Set(['confirmed 周敏']))
  })

  it('issues a workbook for everybody as one zip', async () => {
    const { turnTo, press, session } = await showOffice(sample.book, language)
    await turnTo('issue')
    expect(await barriers()).toEqual([])
    await press(words.make)
    await waitFor(() => expect(session.saved.length).toBe(1))
    expect(session.saved[0]?.name).toMatch(/\.zip$/)
  })
})
