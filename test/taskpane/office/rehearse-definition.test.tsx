/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { readFileSync } from 'node:fs'
import { screen, waitFor } from '@testing-library/react'
import { loadDefinition } from '../../../src/domain/campaign/load'
import type { Language } from '../../../src/domain/text'
import type { Workbook } from '../../../src/workbook/model'
import { consolidatedOffice } from '../../app/pane/office/session'
import { barriers } from '../support/accessible'
import { showOffice } from '../support/show-office'

const WEEK = 2
const YAML = readFileSync('templates/learning-mobilization/campaign.yaml', 'utf8')
let book: Workbook

beforeAll(async () => {
  book = (await consolidatedOffice()).session.workbook.book
}, 120_000)

async function show(language: Language) {
  const shown = await showOffice(book, language, () => ({ loadDefinition: async (source, file) => loadDefinition(source, file) }), { applyAccept: false })
  await shown.turnTo('rehearse')
  await shown.press(shown.say('rehearse-pane/what-definition'))
  const choose = (text: string) => shown.user.upload(document.querySelector('input[data-kind="definition"]') as HTMLInputElement, Object.assign(new File([text], 'campaign.yaml'), { arrayBuffer: async () => new TextEncoder().encode(text).buffer }))
  return { ...shown, choose }
}

describe.each(['zh', 'en'] as const)('a definition rehearsed in the pane in %s', (language) => {
  it('is chosen, shown with what differs, and tried without writing', async () => {
    const { session, user, say, choose } = await show(language)
    const run = () => screen.getByRole('button', { name: say('rehearse-pane/run', { week: WEEK }) })
    expect(run()).toBeDisabled()
    expect(await barriers()).toEqual([])
    await choose(YAML.replace(/(studyHours: .*?value: )\d+/, '$120'))
    expect(await screen.findByText(say('rehearse-pane/definition-differs', { count: 1 }))).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: say('rehearse-pane/definition-differences') }))
    expect(screen.getByText(say('rehearse-pane/definition-changed'))).toBeInTheDocument()
    await user.click(run())
    expect(await screen.findByText(say('rehearse-pane/not-written'))).toBeInTheDocument()
    expect(screen.getByText(say('rehearse-pane/definition-into-force'))).toBeInTheDocument()
    expect(await barriers()).toEqual([])
    expect(session.workbook.patches).toEqual([])
    // What was tried of the one is not shown as if it were of the other.
    await user.click(screen.getByRole('button', { name: say('rehearse-pane/what-settings') }))
    expect(screen.queryByText(say('rehearse-pane/not-written'))).not.toBeInTheDocument()
  })

  it('shows its mistakes with line and remedy, and takes the corrected file', async () => {
    const { say, choose } = await show(language)
    await choose(YAML.replace('value: member.study.notes', 'value: member.study.nottes'))
    expect(await screen.findByText(say('pane/definition-mistakes', { file: 'campaign.yaml', count: 1 }))).toBeInTheDocument()
    expect(document.querySelector('.mistakes strong')?.textContent).toMatch(/\d+/)
    expect(document.querySelector('.mistakes pre')?.textContent).toContain('^')
    expect(screen.getByRole('button', { name: say('rehearse-pane/run', { week: WEEK }) })).toBeDisabled()
    expect(await barriers()).toEqual([])
    await choose(YAML)
    expect(await screen.findByText(say('rehearse-pane/definition-same'))).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('button', { name: say('rehearse-pane/run', { week: WEEK }) })).toBeEnabled())
  })
})
