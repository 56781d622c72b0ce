import fs from 'node:fs'
import path from 'node:path'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { WorkbookSpec } from '../../../src/workbook/spec'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { convert, describeWith, python, temporaryFolder } from '../../support/outside-program'

const folder = temporaryFolder()

/**
 *      A    B    C
 * 1    学时  合计  评语
 * 2    10   =    =
 * 3    30   =
 */
const issued: WorkbookSpec = {
  title: 't',
  author: 'a',
  font: { name: 'Calibri', size: 11 },
  names: [],
  sheets: [
    {
      name: '学时',
      columns: [{ width: 9 }, { width: 9 }, { width: 9 }],
      rows: [
        { row: 1, cells: ['学时', '合计', '评语'].map((value, n) => ({ column: n + 1, value })) },
        { row: 2, cells: [{ column: 1, value: 10 }, { column: 2, formula: 'SUM(A2:A3)', value: 40 }, { column: 3, formula: 'IF(B2>50,"够","不够")', value: '不够' }] },
        { row: 3, cells: [{ column: 1, value: 30 }, { column: 2, style: { format: 'yyyy-mm-dd' } }] },
      ],
    },
  ],
}

/** Typed: A2 = 25, B3, C3, A4 and C4. What follows from it: B2 and C2. `known`: with results, as a spreadsheet that calculates gives them. */
const typed = (known: boolean) => {
  const cell = (row: number, column: number, formula: string, value: string | number) => ({ row, column, formula, value: known ? value : null })
  const formulas = [cell(3, 2, 'DATE(2005,2,18)', 38401), cell(3, 3, 'IFS(A3>20,"<"&A3&">",TRUE,"")', '<30>'), cell(4, 1, 'NA()', 0), cell(4, 3, 'TEXTJOIN("+",TRUE,A2:A3)', '25+30')]
  const results = [{ row: 2, column: 2, value: known ? 55 : null }, { row: 2, column: 3, value: known ? '够' : null }, { row: 4, column: 1, value: known ? { error: '#N/A' } : null }]
  const bytes = patchWorkbook(writeWorkbook(issued, nodeCompression), { sheets: [{ sheet: '学时', cells: [{ row: 2, column: 1, value: 25 }, ...formulas], results }] }, nodeCompression)
  const file = path.join(folder.path, known ? 'known.xlsx' : 'unknown.xlsx')
  fs.writeFileSync(file, bytes)
  return file
}

const grid = (file: string, valuesOnly: boolean) =>
  JSON.parse(python('import json, sys, openpyxl\nprint(json.dumps([[c if isinstance(c, (str, int, float, bool, type(None))) else c.isoformat() for c in row] for row in openpyxl.load_workbook(sys.argv[1], data_only=sys.argv[2] == "yes").worksheets[0].iter_rows(min_row=2, values_only=True)]))', file, valuesOnly ? 'yes' : 'no')) as unknown[][]

describeWith('openpyxl', 'openpyxl sees what was typed', () => {
  it('as formulas', () => {
    expect(grid(typed(true), false)).toEqual([
      [25, '=SUM(A2:A3)', '=IF(B2>50,"够","不够")'],
      [30, '=DATE(2005,2,18)', '=_xlfn.IFS(A3>20,"<"&A3&">",TRUE,"")'],
      ['=NA()', null, '=_xlfn.TEXTJOIN("+",TRUE,A2:A3)'],
    ])
  })

  it('with the results that came with it', () => {
    expect(grid(typed(true), true)).toEqual([
      [25, 55, '够'],
      [30, '2005-02-18T00:00:00', '<30>'],
      ['#N/A', null, '25+30'],
    ])
  })
})

describeWith('libreoffice', 'LibreOffice calculates what was typed', () => {
  it.each([true, false])('to the same results, whether the file knows them: %s', (known) => {
    const file = convert(typed(known), 'csv:Text - txt - csv (StarCalc):44,34,76', folder.path)
    expect(fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(1, 4)).toEqual(['25,55,够', '30,2005-02-18,<30>', '#N/A,,25+30'])
  }, 120_000)
})
