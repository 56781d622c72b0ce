/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import React from 'react'
import { HostTrouble } from '../../src/app/open-workbook'
import { Pane } from '../../src/app/pane/pane'
import { lookOf } from '../../src/taskpane/shell/look'
import { Shell } from '../../src/taskpane/shell/Shell'
import { ViewBoundary } from '../../src/taskpane/shell/ViewBoundary'
import { WordsProvider } from '../../src/taskpane/shell/words'
import { paneLanguage } from '../../src/taskpane/start'
import { bookFrom } from '../support/sheet'
import { inMemory, sayIn } from '../app/pane/study-session'
import { barriers } from './support/accessible'
import { showPane } from './support/show-pane'

describe('the pane', () => {
  it.each([
    ['a unit’s workbook', {}, /城南小学/],
    ['a workbook of no campaign', { book: bookFrom([]), kind: 'other' as const }, /汇评/],
  ])('shows the view of %s', async (_, options, heading) => {
    await showPane(options, heading)
    expect(document.querySelector('main')).toHaveAttribute('lang', 'zh-CN')
  })

  it('says why a workbook could not be read, and tries again', async () => {
    const { open, tools } = inMemory()
    open.trouble = new HostTrouble('host/editing')
    const pane = new Pane(tools, 'zh')
    render(<Shell pane={pane} say={sayIn('zh')} />)
    await pane.open()
    expect(await screen.findByRole('alert')).toHaveTextContent(/回车/)
    expect(await barriers()).toEqual([])
    await userEvent.setup().click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByRole('heading', { level: 1, name: /城南小学/ })).toBeVisible()
  })

  it('says so when a view fails, instead of leaving a white page', async () => {
    // React reports what a boundary catches.
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const Failing = () => {
      throw new Error('out of order')
    }
    const retried = jest.fn()
    render(
      <WordsProvider language="en" say={sayIn('en')}>
        <ViewBoundary onRetry={retried}>
          <Failing />
        </ViewBoundary>
      </WordsProvider>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent(/out of order/)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
    expect(retried).toHaveBeenCalled()
  })

  it('is held to by an examiner that does find barriers', async () => {
    render(<img src="data:," />)
    expect(await barriers()).toContainEqual(expect.stringContaining('image-alt'))
  })
})

describe('what follows the host', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['zh', 'zh'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
    [undefined, 'en'],
  ])('language %s: %s', (display, language) => expect(paneLanguage(display)).toBe(language))

  it.each([
    ['#FFFFFF', 'light'],
    ['#E6E6E6', 'light'],
    ['#262626', 'dark'],
    ['0A0A0A', 'dark'],
    [undefined, 'light'],
    ['what?', 'light'],
  ])('background %s: %s', (background, look) => expect(lookOf(background)).toBe(look))
})
