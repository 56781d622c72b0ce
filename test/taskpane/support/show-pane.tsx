/** Draws the pane over a workbook in memory, and waits until its view is there. */
import React from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Pane } from '../../../src/app/pane/pane'
import { Shell } from '../../../src/taskpane/shell/Shell'
import { inMemory, sayIn, type SessionOptions } from '../../app/pane/study-session'
import { startDrawing } from './start-drawing'

startDrawing()

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
