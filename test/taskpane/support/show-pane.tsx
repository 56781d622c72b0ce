/** Draws the pane over a workbook in memory, and waits until its view is there. */
import React from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Pane } from '../../../src/app/pane/pane'
import { registerPaneIcons } from '../../../src/taskpane/shell/icons'
import { applyLook } from '../../../src/taskpane/shell/look'
import { Shell } from '../../../src/taskpane/shell/Shell'
import { inMemory, sayIn, type SessionOptions } from '../../app/pane/study-session'

applyLook('light')
registerPaneIcons()

/** Complaints of React are failures; but the pane's state changes by itself (events, promises), and tests wait for what it shows. */
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation((format: unknown, ...rest: unknown[]) => {
    if (String(format).includes('not wrapped in act')) return
    throw new Error([format, ...rest].map(String).join(' '))
  })
})

/** `heading`: of the view that is waited for. */
export async function showPane(options: SessionOptions, heading: RegExp) {
  const { language = 'zh' } = options
  const memory = inMemory(options)
  const pane = new Pane(memory.tools, language)
  const drawn = render(<Shell pane={pane} say={sayIn(language)} />)
  await pane.open()
  await screen.findByRole('heading', { level: 1, name: heading })
  return { ...memory, ...drawn, pane, user: userEvent.setup() }
}
