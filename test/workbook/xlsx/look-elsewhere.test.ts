/** Workbooks that other programs made look here as they look there. */
import fs from 'node:fs'
import path from 'node:path'
import { address, areaAddress } from '../../../src/workbook/address'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { SheetSpec, Style, WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { convert, describeWith, python, temporaryFolder } from '../../support/outside-program'

const folder = temporaryFolder()
const options = { compression: nodeCompression }
const lookAt = (file: string): WorkbookSpec => readLook(fs.readFileSync(file), options)

/** A sheet as a stranger would make it: theme and palette colours, sides of their own, lists written out, bounds of every kind. */
const MAKE = `
import sys, openpyxl
from openpyxl.styles import Font, PatternFill, Border, Side, Alignment, Protection
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.formatting.rule import Rule, FormulaRule, CellIsRule, DataBarRule, ColorScaleRule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.workbook.defined_name import DefinedName

book = openpyxl.Workbook()
sheet = book.active
sheet.title = '登记表'
sheet['A1'] = '值班登记'
sheet['A1'].font = Font(name='黑体', sz=20, b=True, color=Color(theme=4, tint=-0.249977111117893))
sheet['A1'].alignment = Alignment(horizontal='center', vertical='center')
sheet.merge_cells('A1:F1')
sheet['A2'].fill = PatternFill('solid', fgColor=Color(theme=4, tint=0.79998168889431442))
sheet['B2'].fill = PatternFill('solid', fgColor=Color(indexed=43))
sheet['C2'].fill = PatternFill('solid', fgColor='FFC6EFCE')
sheet['D2'].fill = PatternFill('lightGrid', fgColor='FFFF0000')
thin, red = Side('thin', color='FF808080'), Side('double', color='FFFF0000')
sheet['A3'].border = Border(left=thin, right=thin, top=thin, bottom=thin)
sheet['B3'].border = Border(left=thin, bottom=red)
sheet['C3'].number_format = '0.00%'
sheet['D3'].number_format = 'yyyy"年"m"月"d"日"'
sheet['E3'].protection = Protection(locked=False)
sheet['F3'].font = Font(i=True, u='single')
sheet['F3'].alignment = Alignment(horizontal='right', wrap_text=True, indent=1)
sheet.column_dimensions['B'].width = 20.7109375
sheet.column_dimensions['C'].hidden = True
sheet.row_dimensions[1].height = 36
sheet.row_dimensions[5].hidden = True
sheet.freeze_panes = 'B3'
sheet.sheet_view.zoomScale = 80
sheet.sheet_view.showGridLines = False
sheet.sheet_properties.tabColor = 'FF00B050'
sheet.auto_filter.ref = 'A2:F9'
sheet.protection.sheet = True
sheet.protection.sort = False
sheet.protection.formatCells = False
for kwargs, area in [
    (dict(type='list', formula1='"早班,中班,晚班"', showErrorMessage=True), 'A4:A9'),
    (dict(type='whole', operator='between', formula1='0', formula2='24', showErrorMessage=True), 'B4:B9'),
    (dict(type='decimal', operator='notEqual', formula1='0', showErrorMessage=True), 'C4:C9'),
    (dict(type='date', operator='greaterThan', formula1='38353', showErrorMessage=True), 'D4:D9'),
    (dict(type='textLength', operator='lessThanOrEqual', formula1='18', errorStyle='warning', error='太长', showErrorMessage=True), 'E4:E9'),
    (dict(type='date', operator='lessThanOrEqual', formula1='TODAY()', showErrorMessage=True), 'F4:F9'),
]:
    rule = DataValidation(**kwargs)
    rule.add(area)
    sheet.add_data_validation(rule)
sheet.conditional_formatting.add('A4:F9', FormulaRule(formula=['$B4>8'], fill=PatternFill(bgColor='FFFFC7CE'), font=Font(b=True, color='FF9C0006'), stopIfTrue=True))
sheet.conditional_formatting.add('B4:B9', CellIsRule(operator='lessThan', formula=['1'], fill=PatternFill(bgColor='FFFFEB9C')))
sheet.conditional_formatting.add('C4:C9', DataBarRule(start_type='num', start_value=0, end_type='num', end_value=10, color='FF638EC6'))
sheet.conditional_formatting.add('D4:D9', ColorScaleRule(start_type='min', start_color='FFFFFFFF', end_type='max', end_color='FF00FF00'))
sheet['A2'].hyperlink = Hyperlink(ref='A2', location="'说明'!A1")
sheet['B2'].hyperlink = 'https://example.com/'
other = book.create_sheet('说明')
other.sheet_state = 'hidden'
book.defined_names.append(DefinedName('班次', attr_text="'登记表'!$A$4:$A$9"))
book.defined_names.append(DefinedName('本表', attr_text="'说明'!$A$1", localSheetId=1))
book.save(sys.argv[1])
`

const styleAt = (sheet: SheetSpec, place: string): Style | undefined =>
  sheet.rows.flatMap(({ row, cells }) => cells.map((cell) => ({ at: address(row, cell.column), style: cell.style }))).find(({ at }) => at === place)?.style
/** The same to the eye: programs round tints in their own ways. */
const near = (color: string | undefined): unknown => color && expect.stringMatching(new RegExp(`^${[0, 2, 4].map((at) => `(${[-2, -1, 0, 1, 2].map((step) => hex(parseInt(color.slice(at, at + 2), 16) + step)).join('|')})`).join('')}$`))
const hex = (channel: number): string => Math.min(255, Math.max(0, channel)).toString(16).toUpperCase().padStart(2, '0')
const GREY = { style: 'thin', color: '808080' } as const

/** What both the file of openpyxl and what LibreOffice makes of it show. Without its windows, LibreOffice keeps no view, and puts a font that it has for one that it has not. */
function sameLook(of: () => WorkbookSpec): void {
  const sheet = () => of().sheets[0]!

  it.each<[string, Style]>([
    ['A2', { fill: 'DCE6F1' }],
    ['B2', { fill: 'FFFF99' }],
    ['C2', { fill: 'C6EFCE' }],
    ['A3', { border: '808080' }],
    ['B3', { edges: { left: GREY, bottom: { style: 'double', color: 'FF0000' } } }],
    ['C3', { format: '0.00%' }],
    ['E3', { locked: false }],
    ['F3', { font: { italic: true, underline: true }, align: { horizontal: 'right', wrap: true, indent: 1 } }],
    ['A1', { font: { bold: true, size: 20, color: '366092' }, align: { horizontal: 'center', vertical: 'center' } }],
  ])('%s', (place, { font = {}, fill, ...rest }) => {
    const { font: found = {}, fill: painted, ...others } = styleAt(sheet(), place) as Style
    expect(others).toEqual(rest)
    expect({ ...found, name: '' }).toEqual({ ...font, color: near(font.color), name: '' })
    expect(painted).toEqual(near(fill))
  })

  it('the layout of the sheet', () => {
    const { columns, rows, merges, autoFilter, protection } = sheet()
    expect(columns[1]?.width).toBeCloseTo(20, 1)
    expect(columns.map(({ hidden = false }) => hidden).slice(0, 3)).toEqual([false, false, true])
    expect(rows.find(({ row }) => row === 1)).toMatchObject({ height: 36 })
    expect(rows.find(({ row }) => row === 1)?.grows).toBeUndefined()
    expect(rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([5])
    expect([merges?.map(areaAddress), autoFilter && areaAddress(autoFilter), protection]).toEqual([['A1:F1'], 'A2:F9', { allow: ['sort', 'formatCells'] }])
  })

  it('its rules for what may be typed', () => {
    const rules = Object.fromEntries(sheet().validations!.map(({ area, rule, error }) => [areaAddress(area), { ...rule, ...(error?.style && { error: error.style }) }]))
    expect(rules).toEqual({
      'A4:A9': { kind: 'list', source: '"早班,中班,晚班"' },
      'B4:B9': { kind: 'whole', min: 0, max: 24 },
      'C4:C9': { kind: 'decimal', min: 0, operator: 'notEqual' },
      'D4:D9': { kind: 'date', min: 38353, operator: 'greaterThan' },
      'E4:E9': { kind: 'length', max: 18, error: 'warning' },
      'F4:F9': { kind: 'custom', formula: 'AND(ISNUMBER(F4),F4<=(TODAY()))' },
    })
  })

  it('its conditional formats', () => {
    expect(sheet().conditions).toEqual([
      expect.objectContaining({ kind: 'formula', area: { top: 4, left: 1, bottom: 9, right: 6 }, formula: '$B4>8', format: { fill: 'FFC7CE', color: '9C0006', bold: true } }),
      expect.objectContaining({ kind: 'formula', formula: 'B4<(1)', format: { fill: 'FFEB9C' } }),
      { kind: 'bar', area: { top: 4, left: 3, bottom: 9, right: 3 }, color: '638EC6', min: 0, max: 10 },
    ])
  })

  it('its links, names and other sheets', () => {
    expect(sheet().links).toMatchObject([{ row: 2, column: 1 }])
    expect(sheet().links![0]!.location).toMatch(/说明/)
    expect(of().sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['登记表', undefined], ['说明', 'hidden']])
    expect(of().names.map(({ name, sheet: local }) => [name, local])).toEqual(expect.arrayContaining([['班次', undefined], ['本表', '说明']]))
  })
}

describeWith('openpyxl', 'a workbook by openpyxl', () => {
  const file = path.join(folder.path, 'stranger.xlsx')
  beforeAll(() => void python(MAKE, file))

  sameLook(() => lookAt(file))

  it('has the view that was set, and the face', () => {
    const [sheet] = lookAt(file).sheets
    expect(sheet).toMatchObject({ freeze: { rows: 2, columns: 1 }, zoom: 80, showGridLines: false, tabColor: '00B050' })
    expect(styleAt(sheet!, 'A1')?.font?.name).toBe('黑体')
  })

  it('stops where a rule says so', () => expect(lookAt(file).sheets[0]!.conditions![0]).toMatchObject({ stopIfTrue: true }))

  describeWith('libreoffice', 'and saved by LibreOffice', () => {
    const saved = path.join(folder.path, 'saved')
    let converted = ''
    beforeAll(() => {
      fs.mkdirSync(saved, { recursive: true })
      converted = convert(file, 'xlsx', saved)
    }, 120_000)
    sameLook(() => lookAt(converted))
  })
})

describe('the workbooks of other programs', () => {
  const fixtures = path.join(__dirname, '../../fixtures')
  const files = fs.readdirSync(fixtures).filter((name) => name.endsWith('.xlsx'))

  it.each(files)('%s has the sheets that its values are on', (name) => {
    const bytes = fs.readFileSync(path.join(fixtures, name))
    const { sheets } = readWorkbook(bytes, options)
    const look = readLook(bytes, options)
    expect(look.sheets.map(({ name: sheet, visibility = 'visible' }) => [sheet, visibility])).toEqual(sheets.map(({ name: sheet, visibility }) => [sheet, visibility]))
    expect(look.sheets.map(({ merges = [] }) => merges)).toEqual(sheets.map(({ merges }) => merges))
    expect(look.sheets.map(({ protection }) => protection !== undefined)).toEqual(sheets.map((sheet) => sheet.protected))
  })

  it.each(files)("%s has the number formats of its values", (name) => {
    const bytes = fs.readFileSync(path.join(fixtures, name))
    const look = readLook(bytes, options)
    readWorkbook(bytes, options).sheets.forEach((sheet, n) => {
      const shown = new Map(look.sheets[n]!.rows.flatMap(({ row, cells }) => cells.map(({ column, style }) => [address(row, column), style?.format] as const)))
      for (const { row, cells } of sheet.rows) for (const { column, format } of cells) expect([address(row, column), shown.get(address(row, column))]).toEqual([address(row, column), format])
    })
  })
})
