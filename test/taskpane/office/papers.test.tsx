/** @jest-environment ./test/support/browser-environment.cjs */
/** Papers one by one, the bulletin and handing up, in an office of 24 units of which some proposals are answered. */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { packDefinition } from '../../../src/app/carried-definition'
import type { Language } from '../../../src/domain/text'
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from '../../app/demo/made-up'
import { above, below, city, WEEK, type City } from '../../app/hand-up/cities'
import { sayIn } from '../../app/office-in-hand'
import { shippedPaper } from '../../app/pane/office/session'
import { barriers } from '../support/accessible'
import { showOffice } from '../support/show-office'

let own: City
beforeAll(() => {
  own = city(0, 24)
})

const show = (language: Language) => showOffice(format.read(own.bytes), language, () => ({ paperTemplate: shippedPaper }))

const kindOf = (title: string) => [...document.querySelectorAll<HTMLElement>('.paper-kind')].find((row) => row.querySelector('.paper-title')?.textContent === title) as HTMLElement
const file = (name: string, bytes: Uint8Array) => Object.assign(new File([bytes as BlobPart], name), { arrayBuffer: async () => bytes.slice().buffer })

describe.each(['zh', 'en'] as const)('papers in %s', (language) => {
  it('are chosen one by one: one is saved as a document, and every one that is not there has its reason', async () => {
    const { turnTo, user, press, session, say } = await show(language)
    await turnTo('papers')
    const row = kindOf(below.definition.papers['remedial-notice']?.title[language] as string)
    await user.click(within(row).getByRole('button', { expanded: false }))
    const boxes = within(row).getAllByRole('checkbox')
    const all = boxes[0] as HTMLInputElement
    expect(all).toBeChecked()
    for (const box of document.querySelectorAll<HTMLInputElement>('.paper-kind > input:checked')) await user.click(box)
    expect(screen.getByRole('button', { name: say('papers-pane/make', { count: 0, extension: '.zip' }) })).toHaveAttribute('aria-disabled', 'true')
    await user.click(boxes[1] as HTMLElement)
    if (boxes.length > 2) expect(all.indeterminate).toBe(true)
    for (const reason of ['undecided', 'dismissed', 'deferred']) expect(within(row).getByText(say(`papers-pane/withheld-${reason}`))).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    await press(say('papers-pane/make', { count: 1, extension: '.docx' }))
    await waitFor(() => expect(session.saved.map(({ name }) => name)).toEqual([expect.stringMatching(/\.docx$/)]))
    expect(screen.getByRole('button', { name: say('papers-pane/make', { count: 1, extension: '.docx' }) })).toHaveFocus()
  })

  it('of stage transfers are looked up when they are asked for, and the keyboard stays there', async () => {
    const { turnTo, user, say } = await show(language)
    await turnTo('papers')
    const title = below.definition.papers['stage-transfer']?.title[language] as string
    await user.click(within(kindOf(title)).getByRole('button', { name: new RegExp(say('papers-pane/read-transfers')) }))
    await waitFor(() => expect(within(kindOf(title)).getByRole('button', { expanded: false })).toHaveFocus())
    await user.keyboard('{Enter}')
    expect(within(kindOf(title)).getByText(say('papers-pane/withheld', { count: 24 }))).toBeInTheDocument()
  })

  it('of a proposal are made where it stands, and why there is none is said there', async () => {
    const { turnTo, user, session, say } = await show(language)
    await turnTo('lists')
    for (const head of document.querySelectorAll<HTMLElement>('.list-fold > .fold-head')) await user.click(head)
    for (const level of ['.proposals > li > .fold > .fold-head', '.proposal-items > li > .fold > .fold-head']) for (const head of document.querySelectorAll<HTMLElement>(level)) head.click()
    await waitFor(() => expect(document.querySelectorAll('.proposal-items .proposal-paper').length).toBeGreaterThan(0))
    const texts = [...document.querySelectorAll('.proposal-paper')].map(({ textContent }) => textContent ?? '')
    for (const reason of ['dismissed', 'deferred', 'undecided']) expect(texts.some((text) => text.includes(say(`papers-pane/withheld-${reason}`)))).toBe(true)
    expect(await barriers(document.querySelector('.list-fold') as Element)).toEqual([])
    const button = screen.getAllByRole('button', { name: new RegExp(`^${say('papers-pane/paper-of', { count: 1 })} `) })[0] as HTMLElement
    await user.click(button)
    await waitFor(() => expect(session.saved.length).toBe(1))
    expect(button.parentElement).toHaveTextContent(say('papers-pane/made-one', { name: session.saved[0]?.name ?? '' }))
    expect(button).toHaveFocus()
  })

  it('the bulletin is read before it is saved, of the period that is chosen, and copied', async () => {
    const { turnTo, user, press, session, say } = await show(language)
    await turnTo('papers')
    await press(say('papers-pane/page-bulletin'))
    const bulletin = await screen.findByRole('article', { name: below.definition.papers['bulletin']?.title[language] })
    for (const section of ['exemplary', 'totals', 'measures']) expect(within(bulletin).getByRole('heading', { name: say(`bulletin-pane/${section}`) })).toBeInTheDocument()
    // The returns of this office are not kept.
    expect(await within(bulletin).findByText(say('bulletin-pane/totals-unkept', { count: 0, names: '', more: '' }).slice(0, 3), { exact: false, selector: '.bulletin-totals p' })).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    const before = bulletin.textContent
    await user.selectOptions(screen.getByRole('combobox', { name: say('bulletin-pane/to-week') }), '2')
    await waitFor(() => expect(screen.getByRole('article').textContent).not.toBe(before))
    await waitFor(() => expect(screen.queryByText(say('bulletin-pane/reading'))).toBeNull())
    await press(say('bulletin-pane/copy'))
    await waitFor(() => expect(session.copied[0]).toContain(say('bulletin-pane/exemplary')))
    await press(say('bulletin-pane/save'))
    await waitFor(() => expect(session.saved.map(({ name }) => name)).toEqual([expect.stringMatching(/2.*\.docx$/)]))
  })

  it('the workbook of the level above is filled, read and saved; another file is refused', async () => {
    const { turnTo, user, press, session, container, say } = await show(language)
    await turnTo('papers')
    await press(say('papers-pane/page-hand-up'))
    const input = container.querySelector('input[data-kind=issued-above]') as HTMLInputElement
    await user.upload(input, file('other.xlsx', own.bytes))
    expect(await screen.findByRole('alert')).toHaveTextContent(say('hand-up-pane/no-sender'))
    const issued = format.write(unitWorkbook(above, { id: own.id, name: own.name, system: own.region, headcount: own.headcount, group: '' }, { language: 'zh', say: sayIn('zh'), definitionText: packDefinition(above.definition, nodeCompression) }))
    await user.upload(input, file('C01.xlsx', issued))
    const heading = await screen.findByRole('heading', { name: new RegExp(above.definition.title[language]) })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(above.form('situation').fields['expected']?.title[language] as string)).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    await press(say('hand-up-pane/save'))
    expect(session.saved.map(({ name }) => name)).toEqual([sayIn('zh')('hand-up-pane/file', { name: 'C01', week: WEEK }) + '.xlsx'])
    expect(session.workbook.patches).toEqual([])
  })
})
