import fs from 'node:fs'
import path from 'node:path'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { convert, describeWith, python, temporaryFolder } from '../../support/outside-program'
import { everything } from './everything'

const folder = temporaryFolder()
const bytes = writeWorkbook(everything, nodeCompression)

function saved(name: string, content: Uint8Array): string {
  const file = path.join(folder.path, name)
  fs.writeFileSync(file, content)
  return file
}

describeWith('openpyxl', 'openpyxl sees what was written', () => {
  let seen: Record<string, unknown>
  beforeAll(() => (seen = JSON.parse(
    python(
      `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
cell = lambda ref: [sheet[ref].value, sheet[ref].data_type]
rules = lambda area: [r for key, found in sheet.conditional_formatting._cf_rules.items() if str(key.sqref) == area for r in found]
print(json.dumps(dict(
  sheets=[(s.title, s.sheet_state) for s in book.worksheets],
  title=book.properties.title, author=book.properties.creator,
  text=cell('B5'), phone=cell('D4'), formula=cell('F10'), truth=cell('H6'), blank=cell('H2'),
  date=sheet['E4'].value.isoformat(), date_format=sheet['E4'].number_format,
  bold=sheet['A3'].font.b, colour=sheet['A3'].font.color.rgb, fill=sheet['A3'].fill.fgColor.rgb, face=sheet['A3'].font.name, border=sheet['A3'].border.left.style,
  locked=sheet['A3'].protection.locked, open=sheet['B4'].protection.locked, quoted=sheet['B5'].quotePrefix, plain=sheet['B4'].quotePrefix,
  widths=[sheet.column_dimensions[c].width for c in 'AB'], hidden=sheet.column_dimensions['I'].hidden, height=sheet.row_dimensions[1].height, row_hidden=sheet.row_dimensions[11].hidden,
  merges=[str(m) for m in sheet.merged_cells.ranges],
  validations=[(v.type, v.operator, v.formula1, v.formula2, str(v.sqref), v.errorStyle, v.prompt) for v in sheet.data_validations.dataValidation],
  fill_rule=[(r.type, r.formula, r.priority, r.dxf.fill.bgColor.rgb, bool(r.dxf.font and r.dxf.font.b)) for r in rules('A4:G9')],
  bar=[(r.type, [(c.type, c.val) for c in r.dataBar.cfvo], r.dataBar.color.rgb) for r in rules('G4:G9')],
  freeze=sheet.freeze_panes, protected=sheet.protection.sheet, password=sheet.protection.password, sort=sheet.protection.sort, cells=sheet.protection.formatCells,
  filter=sheet.auto_filter.ref, paper=sheet.page_setup.paperSize, landscape=sheet.page_setup.orientation, fit=[sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage],
  titles=sheet.print_title_rows, area=sheet.print_area, footer=[sheet.oddFooter.left.text, sheet.oddFooter.center.text],
  margins=[round(getattr(book.worksheets[3].page_margins, edge), 4) for edge in ('left', 'right', 'top', 'bottom', 'header', 'footer')], usual=sheet.page_margins.left,
  breaks=[b.id for b in book.worksheets[3].row_breaks.brk], header=book.worksheets[3].oddHeader.center.text, first=[book.worksheets[3].page_setup.firstPageNumber, book.worksheets[3].page_setup.useFirstPageNumber],
  link=sheet['A2'].hyperlink.location, zoom=sheet.sheet_view.zoomScale, grid=sheet.sheet_view.showGridLines, tab=sheet.sheet_properties.tabColor.rgb,
)))`,
      saved('written.xlsx', bytes),
    ),
  ) as Record<string, unknown>))

  it.each<[string, unknown]>([
    ['sheets', [["党员'名册", 'visible'], ['名单 列表', 'hidden'], ['_muster', 'veryHidden'], ['空表', 'visible']]],
    ['title', '学习情况登记 <第一周>'],
    ['author', '市先教办 & 督导组'],
    ['text', ['=1+1', 's']],
    ['phone', ['07391234567', 's']],
    ['formula', ['=SUM(F4:F9)', 'f']],
    ['truth', [true, 'b']],
    ['blank', [null, 'n']],
    ['date', '2005-02-17T00:00:00'],
    ['date_format', 'yyyy-mm-dd'],
    ['bold', true],
    ['colour', 'FFFFFFFF'],
    ['fill', 'FF2F5597'],
    ['face', '宋体'],
    ['border', 'thin'],
    ['locked', true],
    ['open', false],
    ['quoted', true],
    ['plain', false],
    ['widths', [6.7109375, 12.7109375]],
    ['hidden', true],
    ['height', 32],
    ['row_hidden', true],
    ['merges', expect.arrayContaining(['A1:H1', 'A2:H2'])],
    ['validations', expect.arrayContaining([['list', null, '类别', null, 'C4:C9', null, '请从下拉列表中\n选择一项'], ['whole', null, '0', '100', 'G4:G9', 'warning', null], ['textLength', 'lessThanOrEqual', '20', null, 'D4:D9', null, null]])],
    ['fill_rule', [['expression', ['ISNUMBER(SEARCH("|"&COLUMN(A4)&":e|",$I4))'], 1, 'FFFFC7CE', true], ['expression', ['ISNUMBER(SEARCH("|"&COLUMN(A4)&":w|",$I4))'], 2, 'FFFFEB9C', false]]],
    ['bar', [['dataBar', [['num', 0], ['num', 100]], 'FF63C384']]],
    ['freeze', 'C4'],
    ['protected', true],
    ['password', null],
    ['sort', false],
    ['cells', true],
    ['filter', 'A3:H9'],
    ['paper', 9],
    ['landscape', 'landscape'],
    ['fit', [1, 0, true]],
    ['titles', '$1:$3'],
    ['area', ['$A$1:$H$10']],
    ['footer', ['先教办', '第 &P 页，共 &N 页']],
    ['margins', [1.1024, 1.0236, 1.4567, 1.378, 0.5906, 1]],
    ['usual', 0.5],
    ['breaks', [3, 8]],
    ['header', '草稿'],
    ['first', [1, true]],
    ['link', "'名单 列表'!A1"],
    ['zoom', 90],
    ['grid', false],
    ['tab', 'FF2F5597'],
  ])('%s', (name, expected) => {
    expect(seen[name]).toEqual(expected)
  })
})

describeWith('libreoffice', 'LibreOffice opens it', () => {
  const csv = (name: string, content: Uint8Array) => fs.readFileSync(convert(saved(name, content), 'csv:Text - txt - csv (StarCalc):44,34,76', folder.path), 'utf8')

  it('with its text, its numbers and the results of its formulas', () => {
    const rows = csv('opened.xlsx', bytes).split('\n')
    expect(rows).toContain('2,=1+1,离退休,,2005-02-18,12,40,-,|6:e|7:w|')
    expect(rows.find((row) => row.startsWith('合计'))).toBe('合计,,,,,54.5,66.7,共3人,')
  }, 120_000)

  it('also after a patch that changes cells and adds a sheet', () => {
    const sheet = everything.sheets[0]!
    const patched = patchWorkbook(bytes, { sheets: [{ sheet: sheet.name, cells: [{ row: 5, column: 6, value: 100 }, { row: 7, column: 2, value: '=新' }] }], add: [{ ...sheet, name: '第二周' }] }, nodeCompression)
    const rows = csv('patched.xlsx', patched).split('\n')
    expect(rows).toContain('2,=1+1,离退休,,2005-02-18,100,40,-,|6:e|7:w|')
    expect(rows).toContain(',=新,,,,,,,')
  }, 120_000)

  it('and prints it', () => {
    const pdf = fs.readFileSync(convert(saved('printed.xlsx', bytes), 'pdf', folder.path))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(5_000)
  }, 120_000)
})
