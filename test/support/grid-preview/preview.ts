/** Univer in a page beside Fabric on its older React. In the address: `language` (zh, en), `look` (light, dark). */
import '../../../src/taskpane/shell/no-font-download'
import React from 'react'
import ReactDOM from 'react-dom'
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { mountEngine } from '../../../src/hosts/grid/ui/mount'
import { workbook } from './workbook'

const asked = new URLSearchParams(location.search)

async function main(): Promise<void> {
  const language = asked.get('language') === 'en' ? 'en' : 'zh'
  const engine = await mountEngine(document.getElementById('grid') as HTMLElement, { language, dark: asked.get('look') === 'dark' })
  engine.api.createWorkbook(workbook)
  for (const sheet of workbook.sheetOrder) engine.screen.fitRows(workbook.sheets[sheet]?.name ?? '')
  // For the console.
  Object.assign(window, { engine })
  ReactDOM.render(React.createElement(PrimaryButton, { text: `React ${React.version}` }), document.getElementById('pane'))
}

void main()
