/** @jest-environment ./test/support/browser-environment.cjs */
import { act, render, screen } from '@testing-library/react'
import React from 'react'
import { LANGUAGES } from '../../src/domain/text'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { LONG, LongWait } from '../../src/taskpane/shell/LongWait'
import { WordsProvider } from '../../src/taskpane/shell/words'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

describe.each(LANGUAGES)('waiting for Excel, in %s', (language) => {
  const say = sayFrom(messages, language)
  const show = () =>
    render(
      <WordsProvider language={language} say={say}>
        <LongWait />
      </WordsProvider>,
    )

  it('says nothing at first, and what to do when it takes long', () => {
    show()
    act(() => void jest.advanceTimersByTime(LONG - 1))
    expect(screen.queryByRole('status')).toBeNull()
    act(() => void jest.advanceTimersByTime(1))
    expect(screen.getByRole('status').textContent).toContain(say('pane/long-wait.fix'))
  })

  it('says nothing any more when the answer has come', () => {
    const { unmount } = show()
    unmount()
    act(() => void jest.advanceTimersByTime(LONG))
    expect(screen.queryByRole('status')).toBeNull()
  })
})
