/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { packDefinition } from '../../src/app/carried-definition'
import { kindOf } from '../../src/app/pane/opened'
import { loadDefinition } from '../../src/domain/campaign/load'
import { nodeCompression } from '../../src/workbook/compression/node'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'
import { bookFrom } from '../support/sheet'
import { templatePath } from '../support/shipped-campaigns'
import { barriers } from './support/accessible'
import { showPane } from './support/show-pane'

const GOOD = readFileSync(templatePath('safety-month', 'campaign.yaml'), 'utf8')
const BAD = GOOD.replace('weeks:', 'wekks:')

describe.each(['zh', 'en'] as const)('the pane of a workbook of no campaign, in %s', (language) => {
  const files = new Map<string, Uint8Array>()
  const show = async () => {
    files.clear()
    const shown = await showPane(
      {
        book: bookFrom([]),
        kind: 'other',
        language,
        tools: {
          loadDefinition: async (source, file) => loadDefinition(source, file),
          pack: async (definition) => packDefinition(definition, nodeCompression),
          format: async () => ({ read: (bytes) => readWorkbook(bytes, { compression: nodeCompression }), write: (spec) => writeWorkbook(spec, nodeCompression), patch: () => new Uint8Array(), compression: nodeCompression }),
          saveFile: (name, bytes) => void files.set(name, bytes),
        },
      },
      language === 'zh' ? /汇评/ : /Muster/,
    )
    const choose = async (text: string) => {
      const file = new File([text], 'campaign.yaml')
      // jsdom's File has no text().
      Object.assign(file, { text: async () => text })
      await shown.user.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
    }
    return { ...shown, choose }
  }

  it('says what Muster is and where to begin', async () => {
    await show()
    expect(screen.getByText(language === 'zh' ? /办公室：打开办公室工作簿/ : /The office: open the office workbook/)).toBeVisible()
    expect(await barriers()).toEqual([])
  })

  it('shows every mistake of a definition with its line, and what to do', async () => {
    const { choose } = await show()
    await choose(BAD)
    expect(await screen.findByRole('alert')).toHaveTextContent(/campaign\.yaml/)
    const line = GOOD.slice(0, GOOD.indexOf('weeks:')).split('\n').length
    expect(screen.getAllByText(language === 'zh' ? new RegExp(`第${line}行`) : new RegExp(`Line ${line},`)).length).toBeGreaterThan(0)
    expect(await barriers()).toEqual([])
  })

  it('makes the blank workbooks of a definition that is right', async () => {
    const { choose, user } = await show()
    await choose(GOOD)
    await user.click(await screen.findByRole('button', { name: language === 'zh' ? '空白工作簿（不按名册）' : /^Blank workbooks/ }))
    await user.click(screen.getByRole('button', { name: language === 'zh' ? '单位填报表' : 'Unit workbook' }))
    await waitFor(() => expect([...files.keys()]).toEqual(['unit.xlsx']))
    expect(kindOf(readWorkbook(files.get('unit.xlsx') as Uint8Array, { compression: nodeCompression }))).toBe('unit')
    expect(await barriers()).toEqual([])
  })
})
