/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import { openOffice } from '../../../src/app/consolidate/open-office'
import type { Language } from '../../../src/domain/text'
import type { Workbook } from '../../../src/workbook/model'
import { sayIn } from '../../app/office-in-hand'
import { consolidatedOffice, sampleOffice, type SampleOffice, shippedPaper } from '../../app/pane/office/session'
import { barriers } from '../support/accessible'
import { showOffice } from '../support/show-office'

const WEEK = 2
let sample: SampleOffice
/** Both weeks consolidated. */
let book: Workbook

beforeAll(async () => {
  sample = await sampleOffice()
  book = (await consolidatedOffice()).session.workbook.book
}, 120_000)

async function show(language: Language) {
  const shown = await showOffice(book, language, () => ({ paperTemplate: shippedPaper }))
  return { ...shown, state: () => openOffice(shown.session.workbook.book, sample.data.campaign, sayIn).state }
}

describe.each(['zh', 'en'] as const)('the office’s further pages in %s', (language) => {
  it('explain a place down to the cell, save its slip, and lead back to where it was opened', async () => {
    const { turnTo, user, press, session, say } = await show(language)
    await turnTo('ranking')
    const place = screen.getAllByRole('button', { expanded: false }).find((button) => button.querySelector('.is-last .place-line, .place-line') && button.querySelector('.rank')?.textContent === '2') as HTMLElement
    await user.click(place)
    await press(say('explain-pane/open'))
    expect(await screen.findByText(say('explain-pane/made-of'))).toBeInTheDocument()
    await waitFor(() => expect(document.activeElement).toHaveClass('explain-name'))
    // Every indicator, then every measure: down to the rows.
    for (const level of ['.explained > li > .fold > .fold-head', '.explained-measures > li > .fold > .fold-head']) for (const head of document.querySelectorAll(level)) await user.click(head)
    expect([...document.querySelectorAll('.explained-rows .cell')].some(({ textContent }) => /![A-Z]+\d+/.test(textContent ?? ''))).toBe(true)
    expect(await barriers()).toEqual([])
    await press(say('explain-pane/save-slip'))
    await waitFor(() => expect(session.saved[0]?.name).toMatch(/\.xlsx$/))
    await press(say('explain-pane/back'))
    expect(screen.getByRole('button', { name: say('explain-pane/open') })).toHaveFocus()
  })

  it('make papers of the week, and say which templates are used', async () => {
    const { turnTo, user, press, session, say } = await show(language)
    await turnTo('papers')
    await user.click(screen.getByRole('checkbox', { name: say('papers-pane/draft') }))
    await press(say('papers-pane/templates'))
    expect(screen.getByText(say('papers-pane/templates-own'))).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    await press(language === 'zh' ? /^生成 \d+ 份文书/ : /^Make \d+ papers?/)
    await waitFor(() => expect(session.saved[0]?.name).toMatch(/\.zip$/))
  })

  it('rehearse a weight without writing, and lead to its cell in the settings', async () => {
    const { turnTo, user, press, session, say } = await show(language)
    await turnTo('rehearse')
    const { title } = sample.data.campaign.definition.indicators[sample.data.campaign.indicators[0]?.id as string] as { title: Record<Language, string> }
    await user.type(screen.getByRole('searchbox'), title[language])
    await user.type(screen.getByRole('textbox', { name: say('rehearse-pane/new-value', { title: title[language] }) }), '55')
    expect(await barriers()).toEqual([])
    await press(say('rehearse-pane/run', { week: WEEK }))
    expect(await screen.findByText(say('rehearse-pane/not-written'))).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    expect(session.workbook.patches).toEqual([])
    await press(say('rehearse-pane/go', { title: title[language] }))
    await waitFor(() => expect(session.workbook.revealed.length).toBe(1))
  })

  it('draw spot checks by name, take a result, and approve a transfer', async () => {
    const { turnTo, user, press, say, state } = await show(language)
    await turnTo('oversight')
    await press(say('oversight-pane/draw', { round: 1 }))
    expect(await screen.findByRole('alert')).toHaveTextContent(say('spot-check/name-needed'))
    await user.type(screen.getByRole('textbox', { name: say('oversight-pane/your-name') }), '周敏')
    await press(say('oversight-pane/draw', { round: 1 }))
    await waitFor(() => expect(state().spotChecks.length).toBe(1))
    await user.click(document.querySelector('.checked-units .fold-head') as HTMLElement)
    expect(await barriers()).toEqual([])
    await press(say('spot-check/passed'))
    await waitFor(() => expect(state().spotChecks[0]?.units.some(({ result }) => result?.outcome === 'passed')).toBe(true))

    await press(say('oversight-pane/transfer'))
    await press(say('oversight-pane/look', { week: WEEK }))
    const [first] = await screen.findAllByRole('checkbox', { name: new RegExp(say('oversight-pane/select', { name: '' }).trim()) })
    await user.click(first as HTMLElement)
    expect(await barriers()).toEqual([])
    await press(say('oversight-pane/approve'))
    await waitFor(() => expect(state().approvals.size).toBe(1))
  })

  it('save all slips and the year-end record', async () => {
    const { turnTo, press, session, say } = await show(language)
    await turnTo('oversight')
    await press(say('oversight-pane/slips'))
    await press(say('oversight-pane/make-slips', { week: WEEK }))
    await waitFor(() => expect(session.saved.length).toBe(1))
    await press(say('oversight-pane/year-end'))
    await press(say('oversight-pane/names-with'))
    expect(screen.getByText(say('oversight-pane/names-warning'))).toBeVisible()
    expect(await barriers()).toEqual([])
    await press(say('oversight-pane/year-end-save', { format: 'CSV' }))
    await waitFor(() => expect(session.saved.at(-1)?.name).toMatch(/\.csv$/))
  })
})
