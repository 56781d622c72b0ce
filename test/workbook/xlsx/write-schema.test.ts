import fs from 'node:fs'
import path from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { WorkbookPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { partNames, partText } from '../../support/package-parts'
import { everything } from './everything'

const schema = fs.readFileSync(path.join(__dirname, 'schema', 'spreadsheet.xsd'), 'utf8')

/** What libxml2 finds wrong with the parts that the schema describes. */
async function mistakes(bytes: Uint8Array): Promise<string[]> {
  const xml = partNames(bytes)
    .filter((name) => /^xl\/[^_].*\.xml$/.test(name))
    .map((name) => ({ fileName: name.replaceAll('/', '-'), contents: partText(bytes, name) }))
  const { errors } = await validateXML({ xml, schema })
  return errors.map(({ rawMessage }) => rawMessage)
}

describe('the parts of a workbook', () => {
  const bytes = writeWorkbook(everything, nodeCompression)

  it('follow the schema, with everything a description can say', async () => {
    expect(await mistakes(bytes)).toEqual([])
  })

  it('follow it after a patch that adds cells, rows and sheets', async () => {
    const patch: WorkbookPatch = {
      sheets: [{ sheet: '空表', cells: [{ row: 2, column: 2, value: ' 新增 ' }, { row: 1, column: 1, value: true }] }],
      add: [{ ...everything.sheets[0]!, name: '第二周' }],
    }
    const patched = patchWorkbook(bytes, patch, nodeCompression)
    const [added, ...rest] = (await mistakes(patched)).filter((message) => !message.includes('relationships'))
    expect([added, ...rest].filter(Boolean)).toEqual([])
  })

  it('are held to it: an element out of order is found', async () => {
    const xml = partText(bytes, 'xl/worksheets/sheet1.xml').replace(/(<sheetProtection[^>]*>)(<autoFilter[^>]*>)/, '$2$1')
    const { valid } = await validateXML({ xml, schema })
    expect(valid).toBe(false)
  })
})
