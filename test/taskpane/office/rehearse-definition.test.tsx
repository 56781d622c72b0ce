/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import React from 'react'
import { readFileSync } from 'node:fs'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Pane } from '../../../src/app/pane/pane'
import { loadDefinition } from '../../../src/domain/campaign/load'
import type { Language } from '../../../src/domain/text'
import { Shell } from '../../../src/taskpane/shell/Shell'
import type { Workbook } from '../../../src/workbook/model'
import { sayIn } from '../../app/office-in-hand'
import { consolidatedOffice, sessionOver } from '../../app/pane/office-session'
import { barriers } from '../support/accessible'
import { startDrawing } from '../support/start-drawing'

// Whole weeks are read and consolidated here, on machines that do other things as well.
configure({ asyncUtilTimeout: 20_000 })
jest.setTimeout(60_000)
startDrawing()

const WEEK = 2
const YAML = readFileSync('templates/learning-mobilization/campaign.yaml', 'utf8')
let book: Workbook

beforeAll(async () => {
  book = (await consolidatedOffice()).session.workbook.book
}, 120_000)
afterEach(cleanup)

async function show(language: Language) {
  const session = sessionOver(book, language)
  const pane = new Pane({ ...session.tools, loadDefinition: async (source, file) => loadDefinition(source, file) }, language)
  render(<Shell pane={pane} say={sayIn(language)} />)
  await pane.open()
  await screen.findByRole('tablist')
  const user = userEvent.setup({ applyAccept: false })
  const say = sayIn(language)
  await user.click(screen.getByRole('tab', { name: say('office-pane/tab-rehearse') }))
  await user.click(screen.getByRole('button', { name: say('rehearse-pane/what-definition') }))
  const choose = (text: string) => user.upload(document.querySelector('input[data-kind="definition"]') as HTMLInputElement, Object.assign(new File([text], 'campaign.yaml'), { arrayBuffer: async () => new TextEncoder().encode(text).buffer }))
  return { session, user, say, choose }
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
