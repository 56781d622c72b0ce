import fs from 'node:fs'
import path from 'node:path'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { changedParts, partNames, partText } from '../../support/package-parts'
import { describeWith, python, temporaryFolder } from '../../support/outside-program'

const folder = temporaryFolder()

/** A workbook into which a person has put all that a spreadsheet can hold: made by openpyxl, and where it cannot, by hand. */
const MAKE = `
import sys, zipfile, base64
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, IconSetRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
path = sys.argv[1]
book = Workbook()
sheet = book.active
sheet.title = '成绩'
sheet.append(['单位', '得分', '名次'])
for n, name in enumerate(['水利局', '农业局', '林业局', '教育局']):
    sheet.append([name, 60 + 7 * n, '=RANK(B%d,$B$2:$B$5)' % (n + 2)])
sheet['B7'] = '=SUM(B2:B5)'
sheet['E1'] = '备注'
sheet['E1'].comment = Comment('请核对', '王')
sheet['A2'].fill = PatternFill('solid', fgColor='FFEE00')
sheet.merge_cells('E3:F4')
sheet.conditional_formatting.add('B2:B5', ColorScaleRule(start_type='min', start_color='FF0000', mid_type='num', mid_value=70, mid_color='FFFF00', end_type='max', end_color='00FF00'))
sheet.conditional_formatting.add('C2:C5', IconSetRule('3Arrows', 'percent', [0, 33, 67]))
sheet.add_data_validation(DataValidation('list', formula1='"a,b"', sqref='E2'))
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5), titles_from_data=True)
sheet.add_chart(chart, 'H2')
sheet.add_table(Table(displayName='Scores', ref='A1:C5'))
other = book.create_sheet('其他')
other['A1'] = '=成绩!B7'
book.save(path)

parts = {}
with zipfile.ZipFile(path) as old:
    for item in old.infolist():
        parts[item.filename] = old.read(item)
pixel = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
parts['xl/media/image1.png'] = pixel
drawing = parts['xl/drawings/drawing1.xml'].decode()
picture = '<oneCellAnchor><from><col>7</col><colOff>0</colOff><row>20</row><rowOff>0</rowOff></from><ext cx="90000" cy="90000"/><pic><nvPicPr><cNvPr id="9" name="p"/><cNvPicPr/></nvPicPr><blipFill><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"/><a:stretch xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></blipFill><spPr><a:prstGeom xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" prst="rect"/></spPr></pic><clientData/></oneCellAnchor>'
parts['xl/drawings/drawing1.xml'] = drawing.replace('</wsDr>', picture + '</wsDr>').encode()
relation = '<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>'
rels = lambda part, *what: parts.__setitem__(part, parts[part].decode().replace('</Relationships>', relation % what).encode())
rels('xl/drawings/_rels/drawing1.xml.rels', 'rId9', 'image', '/xl/media/image1.png')
rels('_rels/.rels', 'rId9', 'custom-properties', 'docProps/custom.xml')
parts['docProps/custom.xml'] = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="文号"><vt:lpwstr>12</vt:lpwstr></property></Properties>'.encode()
sparkline = '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>成绩!B2:B5</xm:f><xm:sqref>G1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>'
parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].decode().replace('</worksheet>', sparkline).encode()
types = '<Default Extension="png" ContentType="image/png"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
parts['[Content_Types].xml'] = parts['[Content_Types].xml'].decode().replace('</Types>', types).encode()
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as new:
    for name, data in parts.items():
        new.writestr(name, data)
`

const LOOK = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['成绩']
print(json.dumps(dict(
  values=[[c.value for c in row] for row in sheet['A1:E8']], charts=len(sheet._charts), comment=sheet['E1'].comment.text, table=sheet.tables['Scores'].ref, fill=sheet['A2'].fill.fgColor.rgb,
  rules=sum(len(r) for r in sheet.conditional_formatting._cf_rules.values()), validations=len(sheet.data_validations.dataValidation), calculates=book.calculation.fullCalcOnLoad)))`

const SHEET = 'xl/worksheets/sheet1.xml'

describeWith('openpyxl', 'load, change, save loses nothing', () => {
  let before: Uint8Array
  beforeAll(() => {
    const file = path.join(folder.path, 'rich.xlsx')
    python(MAKE, file)
    before = fs.readFileSync(file)
  })
  const change = (...cells: [row: number, column: number, value: string | number | null][]) =>
    patchWorkbook(before, { sheets: [{ sheet: '成绩', cells: cells.map(([row, column, value]) => ({ row, column, value })) }] }, nodeCompression)

  it('of the other parts: every one is byte for byte what it was', () => {
    const after = change([2, 1, '水务局'], [6, 2, 99], [7, 2, null])
    expect(partNames(before)).toEqual(expect.arrayContaining(['xl/charts/chart1.xml', 'xl/media/image1.png', 'xl/drawings/drawing1.xml', 'docProps/custom.xml', 'xl/tables/table1.xml', 'xl/comments/comment1.xml']))
    expect(partNames(after)).toEqual(partNames(before))
    const formulasAreCalculatedAlready = partText(before, 'xl/workbook.xml').includes('fullCalcOnLoad="1"')
    expect(changedParts(before, after)).toEqual(formulasAreCalculatedAlready ? [SHEET] : ['xl/workbook.xml', SHEET])
  })

  it('of the sheet: it differs in the cells that were changed, and there only', () => {
    const was = partText(before, SHEET)
    const expected = was
      .replace(/<c r="A2"( s="\d+")? t="(?:s|inlineStr)">.*?<\/c>/, '<c r="A2"$1 t="inlineStr"><is><t>水务局</t></is></c>')
      .replace(/<c r="B4"[^>]*>.*?<\/c>/, '<c r="B4"><v>1</v></c>')
      .replace(/<c r="B7"[^>]*>.*?<\/c>/, '<c r="B7"/>')
      .replace('</sheetData>', '<row r="8"><c r="A8" t="inlineStr"><is><t>合计</t></is></c></row></sheetData>')
      .replace('<dimension ref="A1:F7"', '<dimension ref="A1:F8"')
    expect(expected).not.toBe(was)
    expect(partText(change([2, 1, '水务局'], [4, 2, 1], [7, 2, null], [8, 1, '合计']), SHEET)).toBe(expected)
  })

  it('that openpyxl can see', () => {
    const look = (name: string, bytes: Uint8Array) => {
      const file = path.join(folder.path, name)
      fs.writeFileSync(file, bytes)
      return JSON.parse(python(LOOK, file)) as { values: unknown[][]; [other: string]: unknown }
    }
    const { values: was, ...others } = look('before.xlsx', before)
    const { values: is, ...same } = look('after.xlsx', change([2, 1, '=水务局'], [7, 2, 5], [8, 5, '新']))
    expect(same).toEqual({ ...others, calculates: true })
    was[1]![0] = '=水务局'
    was[6]![1] = 5
    was[7]![4] = '新'
    expect(is).toEqual(was)
  })

  it('and refuses what would break a table or hide under a merged area', () => {
    expect(() => change([1, 2, '分数'])).toThrow(expect.objectContaining({ code: 'patch/table-heading', params: { sheet: '成绩', cell: 'B1', area: 'A1:C1' } }))
    expect(() => change([4, 6, 1])).toThrow(expect.objectContaining({ code: 'patch/merged-cell', params: { sheet: '成绩', cell: 'F4', area: 'E3:F4' } }))
    expect(change([1, 2, '得分'])).toBe(before)
  })
})
