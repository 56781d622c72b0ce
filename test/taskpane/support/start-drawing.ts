/** What every test that draws the pane starts from: the light look, its icons, and complaints of React that fail the test. */
import { registerPaneIcons } from '../../../src/taskpane/shell/icons'
import { applyLook } from '../../../src/taskpane/shell/look'

/** Called once, at the top of a test file or of what it imports to draw with. */
export function startDrawing(): void {
  applyLook('light')
  registerPaneIcons()
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation((format: unknown, ...rest: unknown[]) => {
      // State changes by itself (events, promises, workers); tests wait for what it shows.
      if (String(format).includes('not wrapped in act')) return
      throw new Error([format, ...rest].map(String).join(' '))
    })
  })
}
