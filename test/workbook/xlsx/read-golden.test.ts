import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { webCompression } from '../../../src/workbook/compression/web'
import { address, areaAddress } from '../../../src/workbook/address'
import type { Workbook } from '../../../src/workbook/model'
import { readWorkbook } from '../../../src/workbook/xlsx/read'

/** Workbooks that other programs made (see fixtures/make_openpyxl.py, make_javascript.mjs), and what openpyxl reads in them. */
const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures', name))
const read = (name: string, compression = nodeCompression) => readWorkbook(fixture(`${name}.xlsx`), { compression })

const FILES = ['openpyxl', 'openpyxl-1904', 'libreoffice', 'libreoffice-1904', 'exceljs', 'sheetjs']

/** Our result in the form of the fixtures. */
function seen(book: Workbook) {
  return {
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      protected: sheet.protected,
      merges: sheet.merges.map(areaAddress).sort(),
      hiddenRows: sheet.rows.filter((row) => row.hidden).map((row) => row.row),
      cells: Object.fromEntries(
        sheet.rows.flatMap((row) =>
          row.cells
            // openpyxl tells no empty text from no text.
            .filter((cell) => cell.formula !== undefined || cell.value !== '')
            .map(({ column, value, formula, date = false }) => [
              address(row.row, column),
              { date, ...(value !== undefined && value !== '' && { value: date ? Math.round((value as number) * 1e9) / 1e9 : value }), ...(formula !== undefined && { formula }) },
            ]),
        ),
      ),
    })),
    names: [...book.names].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** Cells that share the formula of another: openpyxl spells it out for each, here they say that there is one. */
const SHARING: Readonly<Record<string, readonly string[]>> = { exceljs: ['F3', 'F4', 'F5', 'F6'] }

function golden(name: string) {
  const expected = JSON.parse(fixture(`${name}.json`).toString()) as ReturnType<typeof seen>
  for (const cell of SHARING[name] ?? []) {
    expect(expected.sheets[0]!.cells[cell]!.formula).not.toBe('')
    expected.sheets[0]!.cells[cell]!.formula = ''
  }
  return expected
}

describe('a workbook made by another program', () => {
  it.each(FILES)('%s reads as openpyxl reads it', (name) => {
    expect(seen(read(name))).toEqual(golden(name))
  })

  it.each([...FILES, 'rich-text'])('%s reads the same in a browser', (name) => expect(read(name, webCompression)).toEqual(read(name)))

  it('has the same dates in the 1900 and the 1904 system', () => {
    const dates = (name: string) => read(name).sheets[0]!.rows.flatMap((row) => row.cells.filter((cell) => cell.date).map((cell) => cell.value))
    expect(dates('openpyxl-1904')).toEqual(dates('openpyxl'))
    expect(dates('openpyxl')).toContain(38404)
  })

  it('has texts of several runs, and custom properties', () => {
    const { sheets, properties } = read('rich-text')
    expect(sheets[0]!.rows[0]!.cells.map((cell) => cell.value)).toEqual(['两课两会 <1>', '第一行\n第二行', '   前有空格'])
    expect(properties).toEqual({ sealed: '1', unit: 'U001 & 甲', week: '3' })
  })
})
