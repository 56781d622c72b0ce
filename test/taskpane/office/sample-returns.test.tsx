/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import React from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OfficeDesk } from '../../../src/app/pane/office/desk'
import type { DeskReady } from '../../../src/app/pane/office/state'
import type { SampleReturns } from '../../../src/app/pane/tools'
import { WordsProvider } from '../../../src/taskpane/shell/words'
import { WeekPanel } from '../../../src/taskpane/office/WeekPanel'
import { sayIn } from '../../app/office-in-hand'
import { startDrawing } from '../support/start-drawing'

startDrawing()

const samples: SampleReturns = { week: 4, count: 107, load: async () => [] }

/** A week in which nothing was put in yet. */
function show(offered: SampleReturns | undefined) {
  const addSamples = jest.fn()
  const state = { shown: { sections: [], lists: [] }, incoming: [], redo: false } as unknown as DeskReady
  render(
    <WordsProvider language="zh" say={sayIn('zh')}>
      <WeekPanel desk={{ addSamples } as unknown as OfficeDesk} state={state} samples={offered} onGo={() => undefined} />
    </WordsProvider>,
  )
  return addSamples
}

it('sample returns are put in with one click where there are any', async () => {
  const addSamples = show(samples)
  await userEvent.setup().click(screen.getByRole('button', { name: '放入第4周的示例报送（107 份）' }))
  expect(addSamples).toHaveBeenCalledWith(samples)
})

it('nothing is said of samples in a workbook of one’s own', () => {
  show(undefined)
  expect(screen.queryByRole('button', { name: /示例/ })).not.toBeInTheDocument()
})
