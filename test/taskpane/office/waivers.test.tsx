/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import { consolidate } from '../../../src/app/consolidate'
import { openOffice } from '../../../src/app/consolidate/open-office'
import type { Language } from '../../../src/domain/text'
import { registered } from '../../../src/domain/ranking/registry'
import { locateTables } from '../../../src/reports/office/locate-tables'
import type { Workbook } from '../../../src/workbook/model'
import { format } from '../../app/demo/made-up'
import { sayIn } from '../../app/office-in-hand'
import { consolidatedOffice, sampleOffice } from '../../app/pane/office/session'
import { barriers } from '../support/accessible'
import { showOffice } from '../support/show-office'

const WEEK = 2
let book: Workbook
/** The week judged by a day on which what the members owe is due. */
let due: Workbook

beforeAll(async () => {
  book = (await consolidatedOffice()).session.workbook.book
  const { data, bytes, filesOf } = await sampleOffice()
  const { patch } = await consolidate({ campaign: data.campaign, office: format.read(bytes), week: WEEK, asOf: data.campaign.calendar.end, files: filesOf(WEEK), today: '2005-04-03', now: '2005-04-03T09:00:00', read: format.read, compression: format.compression, sayIn })
  due = format.read(format.patch(bytes, patch))
}, 120_000)

async function show(language: Language, open = book) {
  const { data } = await sampleOffice()
  const shown = await showOffice(open, language)
  const state = () => openOffice(shown.session.workbook.book, data.campaign, sayIn).state
  const unit = state().entries.find((entry) => entry.week === WEEK && entry.kind === 'unit' && entry.outcome === 'valid')?.unit as string
  return {
    ...shown,
    state,
    unit,
    name: registered(state().registry).find(({ id }) => id === unit)?.name as string,
    field: (label: string | RegExp) => screen.getByLabelText(label),
    unitLabel: new RegExp(`^${data.campaign.definition.terms.unit[language]}$`, 'i'),
    memberLabel: new RegExp(`^${data.campaign.definition.terms.member[language]}(?=.*[（(])`, 'i'),
    turnTo: async (tab: string, page?: string) => {
      await shown.turnTo(tab)
      if (page !== undefined) await shown.press(shown.say(`oversight-pane/${page}`))
    },
  }
}

describe.each(['zh', 'en'] as const)('the waivers page in %s', (language) => {
  it('tries a waiver, gives it, puts it into force and ends it', async () => {
    const { session, user, say, state, unit, name, press, field, unitLabel, memberLabel, turnTo } = await show(language)
    await turnTo('oversight', 'waivers')
    expect(await barriers()).toEqual([])
    await press(say('waiver-pane/give'))
    // What is missing is said beside each part, and the keyboard goes to the first.
    expect(document.querySelectorAll('.waiver-form .error-words')).toHaveLength(4)
    expect(field(unitLabel)).toHaveFocus()
    expect(await barriers()).toEqual([])

    await user.type(field(unitLabel), name)
    await waitFor(() => expect(document.querySelectorAll('#waiver-members option').length).toBeGreaterThan(0))
    const waived = { unit, member: (document.querySelector('#waiver-members option') as HTMLOptionElement).value, clause: 'S2' }
    await user.type(field(memberLabel), '查无此人')
    expect(screen.getByText(say('waiver-pane/nobody', { week: WEEK, member: '查无此人' }))).toBeInTheDocument()
    await user.clear(field(memberLabel))
    await user.type(field(memberLabel), waived.member)
    await user.selectOptions(field(say('waiver-pane/clause')), waived.clause)
    await user.type(field(say('waiver-pane/reason')), '住院')
    await user.type(field(say('waiver-pane/approver')), '王主任')
    await press(say('waiver-pane/try', { week: WEEK }))
    expect(await screen.findByText(say('waiver-pane/tried', { week: WEEK }))).toBeInTheDocument()
    expect(Number(document.querySelector('.rehearsed-figures dd')?.textContent)).toBeGreaterThan(0)
    expect(session.workbook.patches).toEqual([])
    expect(await barriers()).toEqual([])

    await press(say('waiver-pane/give'))
    await waitFor(() => expect(state().waivers).toMatchObject([{ ...waived, reason: '住院', approver: '王主任' }]))
    expect(await screen.findByText(say('waiver-pane/pending'))).toBeInTheDocument()
    expect(document.activeElement).toHaveClass('waiver-outcome')
    expect(screen.getByText(say('waiver-pane/unsettled'))).toBeInTheDocument()
    await press(say('office-pane/recompute'), document.querySelector('.waiver-outcome') as HTMLElement)
    expect(await screen.findByText(say('waiver-pane/in-effect'))).toBeInTheDocument()

    await user.click(document.querySelector('.waivers .fold-head') as HTMLElement)
    expect(await barriers()).toEqual([])
    await press(say('waiver-pane/end-named', { name, whom: waived.member, clause: waived.clause }))
    await waitFor(() => expect(state().waivers[0]?.until).toBe(state().weeks.at(-1)?.asOf))
    await press(say('office-pane/undo-recorded'), document.querySelector('.waiver-outcome') as HTMLElement)
    await waitFor(() => expect(state().waivers[0]?.until).not.toBe(state().weeks.at(-1)?.asOf))
  })

  it('begins one from a proposal, and leads to rows with mistakes', async () => {
    const { session, user, say, state, press, turnTo } = await show(language, due)
    const at = locateTables(due).tables.get('waivers')
    session.workbook.edit(at?.sheet.name as string, { row: at?.firstRow as number, column: at?.columns.get('unit') as number, value: '无此单位' })
    await press(say('office-pane/refresh'))
    await turnTo('lists')
    let button: HTMLElement | undefined
    for (const fold of document.querySelectorAll<HTMLElement>('.list-fold > .fold-head')) {
      await user.click(fold)
      for (const depth of ['.proposals > li > .fold > .fold-head', '.proposal-items > li > .fold > .fold-head']) {
        const head = fold.parentElement?.querySelector<HTMLElement>(depth)
        if (head) await user.click(head)
      }
      button = screen.queryAllByText(say('waiver-pane/from-proposal'))[0]
      if (button) break
    }
    await user.click(button as HTMLElement)
    const reason = screen.getByLabelText(say('waiver-pane/reason'))
    await waitFor(() => expect(reason).toHaveFocus())
    const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
    expect(value(say('waiver-pane/clause'))).not.toBe('')
    await user.type(reason, '防汛')
    await user.type(screen.getByLabelText(say('waiver-pane/approver')), '王主任')
    await press(say('waiver-pane/give'))
    await waitFor(() => expect(state().waivers).toMatchObject([{ reason: '防汛', approver: '王主任' }]))

    const cell = screen.getByRole('button', { name: new RegExp(say('waiver-pane/go', { cell: 'B\\d+' })) })
    await user.click(cell)
    await waitFor(() => expect(session.workbook.revealed.at(-1)).toMatchObject({ sheet: at?.sheet.name, row: at?.firstRow }))
  })
})
