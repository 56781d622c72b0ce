/** Draws the pane over an office's workbook in memory, and waits until its pages are there. */
import React from 'react'
import { configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Pane } from '../../../src/app/pane/pane'
import type { PaneTools } from '../../../src/app/pane/tools'
import type { Language } from '../../../src/domain/text'
import { Shell } from '../../../src/taskpane/shell/Shell'
import type { Workbook } from '../../../src/workbook/model'
import { sayIn } from '../../app/office-in-hand'
import { sessionOver, type SessionInMemory } from '../../app/pane/office/session'
import { startDrawing } from './start-drawing'

startDrawing()
// Whole weeks are read and consolidated here, on machines that do other things as well.
configure({ asyncUtilTimeout: 20_000 })
jest.setTimeout(60_000)

/**
 * @param tools in place of, or besides, those of the session
 * @param manner of the person's keyboard and mouse
 */
export async function showOffice(book: Workbook, language: Language, tools: (session: SessionInMemory) => Partial<PaneTools> = () => ({}), manner: Parameters<typeof userEvent.setup>[0] = {}) {
  const session = sessionOver(book, language)
  const say = sayIn(language)
  const pane = new Pane({ ...session.tools, ...tools(session) }, language)
  const drawn = render(<Shell pane={pane} say={say} />)
  await pane.open()
  await screen.findByRole('tablist')
  const user = userEvent.setup(manner)
  return {
    ...drawn,
    session,
    say,
    user,
    /** `tab`: as its message key has it. */
    turnTo: (tab: string) => user.click(screen.getByRole('tab', { name: say(`office-pane/tab-${tab}`) })),
    press: async (name: string | RegExp, at: HTMLElement = document.body) => user.click(within(at).getByRole('button', { name })),
  }
}
