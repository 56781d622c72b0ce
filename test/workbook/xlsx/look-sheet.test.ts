import { areaAddress } from '../../../src/workbook/address'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { SheetSpec } from '../../../src/workbook/spec'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { bytesOf } from '../../support/small-workbook'

/** Style 1 is yellow and open, style 2 bold; 0 is plain. */
const STYLES =
  '<fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFF9E5"/></patternFill></fill></fills>' +
  '<cellXfs><xf/><xf fillId="2"><protection locked="0"/></xf><xf fontId="1"/></cellXfs>' +
  '<dxfs><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/><bgColor rgb="FF0000FF"/></patternFill></fill></dxf><dxf><font><i/></font></dxf></dxfs>'
const OPEN = { fill: 'FFF9E5', locked: false }
const BOLD = { font: { bold: true } }

interface Around {
  readonly styles?: string
  readonly before?: string
  readonly after?: string
  readonly workbook?: string
}

function workbook(inside: string, { styles = STYLES, workbook: before, after }: Around = {}) {
  return readLook(bytesOf({ sheets: { 表: inside }, styles, before, after }), { compression: nodeCompression })
}
const sheet = (inside: string, around?: Around): SheetSpec => workbook(inside.includes('<sheetData') ? inside : `${inside}<sheetData/>`, around).sheets[0]!
const data = (rows: string, before = '') => sheet(`${before}<sheetData>${rows}</sheetData>`)

describe('rows and cells', () => {
  it('are kept for their height, for being hidden and for the styles of their cells, and hold no values', () => {
    const rows = '<row r="1" ht="28" customHeight="1"><c r="A1"><v>7</v></c></row><row r="2" ht="30.5"/><row r="3" hidden="1"/><row r="4"><c r="B4" s="1" t="str"><f>1&amp;1</f><v>11</v></c><c r="C4"/><c r="D4" s="2"/></row><row r="5"><c r="A5"><v>1</v></c></row>'
    expect(data(rows).rows).toEqual([
      { row: 1, height: 28, cells: [] },
      { row: 2, height: 30.5, grows: true, cells: [] },
      { row: 3, hidden: true, cells: [] },
      { row: 4, cells: [{ column: 2, style: OPEN }, { column: 4, style: BOLD }] },
    ])
  })

  it('keep a plain cell where row or column has a style, which it does not take', () => {
    const { columns, rows } = data('<row r="1"><c r="A1"/><c r="B1"/></row><row r="2" s="2" customFormat="1"><c r="A2"/></row><row r="3" s="2"><c r="A3"/></row>', '<cols><col min="2" max="2" width="12.7109375" style="1"/></cols>')
    expect(columns).toEqual([{ width: 8.43 }, { width: 12, style: OPEN }])
    expect(rows).toEqual([{ row: 1, cells: [{ column: 2 }] }, { row: 2, style: BOLD, cells: [{ column: 1 }] }])
  })

  it('are put in order, found where no reference says where, and two of a row are one', () => {
    const rows = '<row r="4"><c r="C4" s="2"/><c r="A4" s="1"/></row><row r="2"><c s="2"/><c s="1"/></row><row><c s="1"/></row><row r="4" ht="20"><c r="B4" s="2"/></row>'
    expect(data(rows).rows.map(({ row, cells }) => [row, cells.map(({ column }) => column)])).toEqual([[2, [1, 2]], [3, [1]], [4, [1, 2, 3]]])
  })

  it.each(['-3', '410', 'x', ''])('have no height of %j', (ht) => expect(data(`<row r="1" ht="${ht}" customHeight="1"/>`).rows).toEqual([]))
})

describe('columns', () => {
  const cols = (list: string, rows = '') => {
    const { columns, rest } = data(rows, `<cols>${list}</cols>`)
    return { columns, ...(rest && { rest }) }
  }

  it('are listed one by one, with those between', () => {
    expect(cols('<col min="2" max="3" width="20.7109375" customWidth="1"/><col min="5" max="5" width="9.7109375" hidden="1" style="1"/>').columns).toEqual([
      { width: 8.43 }, { width: 20 }, { width: 20 }, { width: 8.43 }, { width: 9, hidden: true, style: OPEN },
    ])
  })

  it('that go on to the end are not listed beyond what is used', () => {
    expect(cols('<col min="1" max="1" width="6.7109375"/><col min="2" max="16384" width="12.7109375" style="1"/>', '<row r="1"><c r="D1" s="2"/></row>')).toEqual({
      columns: [{ width: 6 }, ...Array(3).fill({ width: 12, style: OPEN })],
      rest: { width: 12, style: OPEN },
    })
    expect(cols('<col min="9" max="99999" hidden="1"/>')).toEqual({ columns: Array(8).fill({ width: 8.43 }), rest: { width: 8.43, hidden: true } })
  })

  it('of which nothing is said are as the sheet or the first style has them', () => {
    expect(sheet('<sheetFormatPr defaultColWidth="10.7109375" defaultRowHeight="18" customHeight="1"/><cols><col min="1" max="1" style="2"/></cols>')).toMatchObject({ columns: [{ width: 10, style: BOLD }], rest: { width: 10 }, rowHeight: 18 })
    const centred = '<cellXfs><xf><alignment vertical="center"/></xf></cellXfs>'
    const style = { align: { vertical: 'center' } }
    expect(sheet('<sheetData><row r="2"><c r="B2"/></row></sheetData>', { styles: centred })).toMatchObject({
      columns: [{ style }, { style }],
      rest: { style },
      rows: [{ row: 2, cells: [{ column: 2, style }] }],
    })
  })

  it.each(['<col min="0" max="3"/>', '<col min="3" max="2"/>', '<col max="3"/>', '<col min="a" max="b"/>', '<col min="20000" max="30000"/>'])('%s is none', (col) => expect(cols(col)).toEqual({ columns: [] }))
  it('that overlap are those that come first', () => expect(cols('<col min="1" max="2" width="6.7109375"/><col min="2" max="3" width="9.7109375"/>').columns).toEqual([{ width: 6 }, { width: 6 }]))
  it.each([['-1', 8.43], ['x', 8.43], ['', 8.43], ['0', 0], ['0.5', 0], ['9999', 255]])('of width %s are %d wide', (width, shown) => expect(cols(`<col min="1" max="1" width="${width}"/>`).columns).toEqual([{ width: shown }]))
})

describe('validations', () => {
  const rules = (list: string, around?: Around) => sheet(`<sheetData/><dataValidations>${list}</dataValidations>`, around).validations ?? []
  const rule = (attributes: string, ...formulas: string[]) => `<dataValidation sqref="B4:B9" showErrorMessage="1" ${attributes}>${formulas.map((formula, n) => `<formula${n + 1}>${formula}</formula${n + 1}>`).join('')}</dataValidation>`
  const one = (attributes: string, ...formulas: string[]) => rules(rule(attributes, ...formulas))[0]?.rule

  it.each<[string, string[], object | undefined]>([
    ['type="list"', ['"是,否"'], { kind: 'list', source: '"是,否"' }],
    ['type="list"', ["'名单'!$A$1:$A$5"], { kind: 'list', source: "'名单'!$A$1:$A$5" }],
    ['type="whole"', ['0', '100'], { kind: 'whole', min: 0, max: 100 }],
    ['type="whole" operator="between"', ['0', '100'], { kind: 'whole', min: 0, max: 100 }],
    ['type="whole" operator="notBetween"', ['0', '100'], { kind: 'whole', min: 0, max: 100, operator: 'notBetween' }],
    ['type="decimal" operator="equal"', ['1.5'], { kind: 'decimal', min: 1.5, operator: 'equal' }],
    ['type="decimal" operator="notEqual"', ['-1e3'], { kind: 'decimal', min: -1000, operator: 'notEqual' }],
    ['type="date" operator="greaterThan"', ['38353'], { kind: 'date', min: 38353, operator: 'greaterThan' }],
    ['type="date" operator="greaterThanOrEqual"', ['38353'], { kind: 'date', min: 38353 }],
    ['type="time" operator="lessThan"', ['0.75'], { kind: 'decimal', max: 0.75, operator: 'lessThan' }],
    ['type="textLength" operator="lessThanOrEqual"', ['18'], { kind: 'length', max: 18 }],
    ['type="custom"', ['COUNTIF($B$4:$B$9,B4)=1'], { kind: 'custom', formula: 'COUNTIF($B$4:$B$9,B4)=1' }],
    ['type="custom"', ['_xlfn.XLOOKUP(B4,A:A,C:C)="_xlfn."'], { kind: 'custom', formula: 'XLOOKUP(B4,A:A,C:C)="_xlfn."' }],
    ['type="date" operator="lessThanOrEqual"', ['TODAY()'], { kind: 'custom', formula: 'AND(ISNUMBER(B4),B4<=(TODAY()))' }],
    ['type="whole"', ['$A$1', '$A$2'], { kind: 'custom', formula: 'AND(ISNUMBER(B4),B4=INT(B4),AND(B4>=($A$1),B4<=($A$2)))' }],
    ['type="textLength" operator="notBetween"', ['1', 'A4'], { kind: 'custom', formula: 'OR(LEN(B4)<(1),LEN(B4)>(A4))' }],
    ['type="list"', [], undefined],
    ['type="whole"', ['', '5'], undefined],
    ['type="none"', ['1'], undefined],
  ])('%s %j', (attributes, formulas, expected) => expect(one(attributes, ...formulas)).toEqual(expected))

  it('say what they say only where they show it', () => {
    const notes = 'promptTitle="类别" prompt="请选择&#10;一项" errorTitle="不对" error="只能从列表中选择"'
    expect(rules(rule(`type="list" showInputMessage="1" errorStyle="warning" ${notes}`, 'A1:A2'))).toMatchObject([{ prompt: { title: '类别', text: '请选择\n一项' }, error: { title: '不对', text: '只能从列表中选择', style: 'warning' } }])
    const [silent] = rules(`<dataValidation sqref="A1" type="list" errorStyle="stop" ${notes}><formula1>A1:A2</formula1></dataValidation>`)
    expect(silent).toEqual({ area: expect.anything(), rule: expect.anything(), error: { title: '不对', text: '只能从列表中选择', style: 'information' } })
    expect(rules('<dataValidation sqref="A1" showInputMessage="1" prompt="由软件填写"/>')).toEqual([{ area: { top: 1, left: 1, bottom: 1, right: 1 }, rule: { kind: 'any' }, prompt: { title: '', text: '由软件填写' } }])
    expect(rules('<dataValidation sqref="A1" prompt="没人看到"/>')).toEqual([])
  })

  it('for several areas are one for each, the formulas moved along', () => {
    const found = rules('<dataValidation type="custom" sqref="B4:B9 D5 what:ever A:A XFD1048577"><formula1>B4&lt;$A4</formula1></dataValidation>')
    expect(found.map(({ area, rule: moved }) => [areaAddress(area), moved])).toEqual([['B4:B9', { kind: 'custom', formula: 'B4<$A4' }], ['D5:D5', { kind: 'custom', formula: 'D5<$A5' }]])
  })

  it('that look at other sheets stand in an extension', () => {
    const ext = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidations count="1"><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>名单!$A$1:$A$5</xm:f></x14:formula1><xm:sqref>C4:C9 E4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
    expect(sheet(`<sheetData/>${ext}`).validations).toEqual([
      { area: { top: 4, left: 3, bottom: 9, right: 3 }, rule: { kind: 'list', source: '名单!$A$1:$A$5' } },
      { area: { top: 4, left: 5, bottom: 4, right: 5 }, rule: { kind: 'list', source: '名单!$A$1:$A$5' } },
    ])
  })

  it('count dates from 1900 also where the file counts from 1904', () => {
    const workbookPr = { workbook: '<workbookPr date1904="1"/>' }
    expect(rules(rule('type="date"', '0', '365'), workbookPr)[0]?.rule).toEqual({ kind: 'date', min: 1462, max: 1827 })
    expect(rules(rule('type="whole"', '0', '365'), workbookPr)[0]?.rule).toEqual({ kind: 'whole', min: 0, max: 365 })
  })
})

describe('conditional formats', () => {
  const conditions = (inside: string) => sheet(`<sheetData/>${inside}`).conditions ?? []
  const format = (sqref: string, rules: string) => `<conditionalFormatting sqref="${sqref}">${rules}</conditionalFormatting>`
  const area = { top: 4, left: 1, bottom: 9, right: 7 }
  const red = { fill: 'FFC7CE', color: '9C0006', bold: true }

  it('are in the order of their priority, wherever they stand', () => {
    const found = conditions(format('A4:G9', '<cfRule type="expression" dxfId="1" priority="30"><formula>$A4=3</formula></cfRule><cfRule type="expression" dxfId="0" priority="2" stopIfTrue="1"><formula>$A4=2</formula></cfRule>') + format('A1', '<cfRule type="expression" dxfId="7" priority="1"><formula>TRUE</formula></cfRule>'))
    expect(found).toEqual([
      { kind: 'formula', area: { top: 1, left: 1, bottom: 1, right: 1 }, formula: 'TRUE', format: {} },
      { kind: 'formula', area, formula: '$A4=2', format: red, stopIfTrue: true },
      { kind: 'formula', area, formula: '$A4=3', format: { fill: '0000FF' } },
    ])
  })

  it.each([
    ['<cfRule type="cellIs" operator="lessThan" dxfId="0" priority="1"><formula>60</formula></cfRule>', 'A4<(60)'],
    ['<cfRule type="cellIs" operator="notBetween" dxfId="0" priority="1"><formula>0</formula><formula>$B$1</formula></cfRule>', 'OR(A4<(0),A4>($B$1))'],
    ['<cfRule type="containsText" operator="containsText" text="缺" dxfId="0" priority="1"><formula>NOT(ISERROR(SEARCH("缺",A4)))</formula></cfRule>', 'NOT(ISERROR(SEARCH("缺",A4)))'],
  ])('%s', (rule, formula) => expect(conditions(format('A4:G9', rule))).toEqual([{ kind: 'formula', area, formula, format: red }]))

  it('for several areas are one for each, the formulas moved from the corner of them all', () => {
    const found = conditions(format('C6 A4', '<cfRule type="expression" dxfId="0" priority="1"><formula>$B4=A$1</formula></cfRule>'))
    expect(found.map((one) => one.kind === 'formula' && [areaAddress(one.area), one.formula])).toEqual([['C6:C6', '$B6=C$1'], ['A4:A4', '$B4=A$1']])
  })

  it('are bars, whose ends are numbers or what there is', () => {
    const bar = (ends: string, color = '<color theme="9"/>') => format('A4:G9', `<cfRule type="dataBar" priority="1"><dataBar>${ends}${color}</dataBar></cfRule>`)
    expect(conditions(bar('<cfvo type="num" val="0"/><cfvo type="num" val="100"/>'))).toEqual([{ kind: 'bar', area, color: '70AD47', min: 0, max: 100 }])
    expect(conditions(bar('<cfvo type="min"/><cfvo type="percentile" val="90"/>'))).toEqual([{ kind: 'bar', area, color: '70AD47' }])
  })

  it('that look at other sheets stand in an extension, with their own format', () => {
    const ext = '<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{1}"><xm:f>名单!$A$1=A4</xm:f><x14:dxf><fill><patternFill><bgColor theme="4"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A4:G9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>'
    expect(conditions(ext)).toEqual([{ kind: 'formula', area, formula: '名单!$A$1=A4', format: { fill: '4472C4' } }])
  })

  it.each(['<cfRule type="colorScale" priority="1"><colorScale/></cfRule>', '<cfRule type="top10" dxfId="0" priority="1" rank="3"/>', '<cfRule type="expression" dxfId="0" priority="1"/>', '<cfRule type="dataBar" priority="1"/>', '<cfRule/>'])('%s is left out', (rule) => expect(conditions(format('A4:G9', rule))).toEqual([]))
})

describe('the sheet', () => {
  it.each([
    ['<pane xSplit="2" ySplit="3" topLeftCell="C4" state="frozen"/>', { rows: 3, columns: 2 }],
    ['<pane ySplit="1" state="frozenSplit"/>', { rows: 1, columns: 0 }],
    ['<pane xSplit="2400" ySplit="1800"/>', undefined],
    ['<pane ySplit="9999999" state="frozen"/>', undefined],
    ['<pane xSplit="-1" ySplit="x" state="frozen"/>', undefined],
  ])('%s', (pane, freeze) => expect(sheet(`<sheetViews><sheetView>${pane}</sheetView></sheetViews>`).freeze).toEqual(freeze))

  it.each([
    ['showGridLines="0" zoomScale="85"', { showGridLines: false, zoom: 85 }],
    ['showGridLines="1" zoomScale="5"', {}],
    ['', {}],
  ])('view %s', (attributes, view) => {
    const { showGridLines, zoom } = sheet(`<sheetViews><sheetView ${attributes}/><sheetView zoomScale="400"/></sheetViews>`)
    expect({ ...(showGridLines !== undefined && { showGridLines }), ...(zoom !== undefined && { zoom }) }).toEqual(view)
  })

  it.each([
    ['sheet="1"', []],
    ['sheet="1" formatCells="1" sort="0" autoFilter="false" insertRows="0" selectLockedCells="1"', ['sort', 'autoFilter', 'insertRows']],
    ['sheet="true" deleteRows="0" formatCells="0" formatColumns="0" formatRows="0" password="CC1A"', ['formatCells', 'formatColumns', 'formatRows', 'deleteRows']],
  ])('protected by %s', (attributes, allow) => expect(sheet(`<sheetData/><sheetProtection ${attributes}/>`).protection).toEqual({ allow }))
  it.each(['sheet="0" sort="0"', 'objects="1"'])('not protected by %s', (attributes) => expect(sheet(`<sheetData/><sheetProtection ${attributes}/>`).protection).toBeUndefined())

  it('has a filter, a tab, merges that are not expanded, and links to places within', () => {
    const found = sheet(
      '<sheetPr><tabColor theme="4"/></sheetPr><sheetData/><autoFilter ref="A3:H9"/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
        `<hyperlinks><hyperlink ref="A2:B2" location="'名单 列表'!A1"/><hyperlink ref="A3" r:id="rId1" location="top"/><hyperlink ref="A4"/><hyperlink ref="4" location="x"/></hyperlinks>`,
    )
    expect(found).toEqual({
      name: '表', columns: [], rows: [], tabColor: '4472C4',
      autoFilter: { top: 3, left: 1, bottom: 9, right: 8 },
      merges: [{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }],
      links: [{ row: 2, column: 1, location: "'名单 列表'!A1" }],
    })
  })
})

describe('names', () => {
  it("are known in the workbook or in a sheet; Excel's own are left out", () => {
    const after = `<definedNames><definedName name="类别">'表'!$A$1</definedName><definedName name="类别" localSheetId="0">'表'!$B$1</definedName><definedName name="动态" hidden="1">_xlfn.UNIQUE('表'!$A:$A)</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'表'!$A$1</definedName></definedNames>`
    expect(workbook('', { after }).names).toEqual([
      { name: '类别', refersTo: "'表'!$A$1" },
      { name: '类别', refersTo: "'表'!$B$1", sheet: '表' },
      { name: '动态', refersTo: "UNIQUE('表'!$A:$A)", hidden: true },
    ])
  })
})
