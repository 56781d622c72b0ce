import { nodeCompression } from '../../../src/workbook/compression/node'
import { cellAt } from '../../../src/workbook/model'
import type { SheetSpec } from '../../../src/workbook/spec'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { changedParts, partText } from '../../support/package-parts'
import { bytesOf, entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'
import { everything } from './everything'

const read = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression })
const add = (bytes: Uint8Array, ...sheets: SheetSpec[]) => patchWorkbook(bytes, { sheets: [], add: sheets }, nodeCompression)
const plain: SheetSpec = { name: '日志', columns: [], rows: [{ row: 1, cells: [{ column: 1, value: '=1+1' }, { column: 2, value: 2 }] }] }

describe('an added sheet', () => {
  const bytes = writeWorkbook(everything, nodeCompression)

  it('stands after the others and reads as it was described', () => {
    const before = read(bytes)
    const after = read(add(bytes, { ...everything.sheets[0]!, name: '第二周', visibility: 'hidden' }))
    expect(after.sheets.map(({ name }) => name)).toEqual([...before.sheets.map(({ name }) => name), '第二周'])
    const [original, copy] = [after.sheets[0]!, after.sheets.at(-1)!]
    expect(copy).toEqual({ ...original, name: '第二周', visibility: 'hidden' })
    expect(after.sheets.slice(0, -1)).toEqual(before.sheets)
  })

  it('brings the names of its print set-up and filter', () => {
    const names = read(add(bytes, { ...everything.sheets[0]!, name: '第二周' })).names.filter(({ sheet }) => sheet === '第二周')
    expect(names.map(({ name }) => name).sort()).toEqual(['_xlnm.Print_Area', '_xlnm.Print_Titles', '_xlnm._FilterDatabase'])
  })

  it('leaves other sheets and the shared texts as they are', () => {
    expect(changedParts(bytes, add(bytes, { ...plain, rows: [{ row: 1, cells: [{ column: 1, value: 'a', style: { fill: 'FF00FF' } }] }] }))).toEqual([
      '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet5.xml',
    ])
  })

  it('appends its styles: every list keeps what it had at its beginning', () => {
    const styles = partText(add(bytes, { ...plain, rows: [{ row: 1, cells: [{ column: 1, value: 1, style: { font: { bold: true }, fill: '123456', border: '654321', format: '"第"0', locked: false } }] }] }), 'xl/styles.xml')
    for (const name of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const list = (xml: string) => new RegExp(`<${name} count="(\\d+)">(.*)</${name}>`).exec(xml)!
      const [, , was] = list(partText(bytes, 'xl/styles.xml'))
      const [, count, is] = list(styles)
      expect(is!.startsWith(was!)).toBe(true)
      const item = { numFmts: 'numFmt', fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf', dxfs: 'dxf' }[name]!
      expect(is!.match(new RegExp(`<${item}[ >/]`, 'g'))).toHaveLength(Number(count))
    }
  })

  it('is not added where a sheet of that name is', () => {
    expect(add(bytes, { ...plain, name: "党员'名册" })).toBe(bytes)
    const renamed = partsOf({ sheets: { Abc: '' } })
    const other = zipOf(entriesOf(renamed))
    expect(add(other, { ...plain, name: 'ABC' })).toBe(other)
  })

  it('asks for calculation when a formula has no result', () => {
    const formula = { ...plain, rows: [{ row: 1, cells: [{ column: 1, formula: '1+1' }] }] }
    expect(partText(add(bytesOf({ sheets: { A: '' } }), formula), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it('goes with changes of other sheets', () => {
    const after = read(patchWorkbook(bytes, { sheets: [{ sheet: '空表', cells: [{ row: 1, column: 1, value: 'x' }] }], add: [plain] }, nodeCompression))
    expect(cellAt(after.sheets[3]!, 1, 1)).toEqual({ column: 1, value: 'x' })
    expect(cellAt(after.sheets[4]!, 1, 1)).toEqual({ column: 1, value: '=1+1' })
  })

  it('takes a part name and ids that are free', () => {
    const parts = partsOf({ sheets: { One: '', Two: '' } })
    const workbook = parts['xl/workbook.xml']!.replace('sheetId="2"', 'sheetId="40"')
    const { 'xl/worksheets/sheet1.xml': first, ...rest } = parts
    const bytesOfOther = zipOf(entriesOf({ ...rest, 'xl/workbook.xml': workbook, 'XL/Worksheets/Sheet1.XML': first! }))
    const after = add(bytesOfOther, plain, { ...plain, name: '日志 2' })
    expect(read(after).sheets.map(({ name }) => name)).toEqual(['One', 'Two', '日志', '日志 2'])
    expect(partText(after, 'xl/workbook.xml')).toMatch(/name="日志" sheetId="41".*name="日志 2" sheetId="42"/)
    expect(changedParts(bytesOfOther, after)).toEqual(expect.arrayContaining(['xl/worksheets/sheet3.xml', 'xl/worksheets/sheet4.xml']))
  })

  it('follows the prefixes of the workbook and of its styles', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const parts = partsOf({ sheets: { A: '' }, styles: '' })
    const prefix = (xml: string) => xml.replace(/<(\/?)(?![?!])/g, '<$1x:').replace(`xmlns="${main}"`, `xmlns:x="${main}"`)
    const styles = `<x:styleSheet xmlns:x="${main}"><x:fonts><x:font><x:sz val="12"/><x:name val="仿宋"/></x:font></x:fonts><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>`
    const strange = zipOf(entriesOf({ ...parts, 'xl/workbook.xml': prefix(parts['xl/workbook.xml']!), 'xl/styles.xml': styles }))
    const after = add(strange, { ...plain, autoFilter: { top: 1, left: 1, bottom: 2, right: 2 }, rows: [{ row: 1, cells: [{ column: 1, value: 0.5, style: { format: '0%', font: { bold: true } } }] }] })
    expect(partText(after, 'xl/workbook.xml')).toMatch(/<x:definedNames><x:definedName name="_xlnm._FilterDatabase"/)
    expect(partText(after, 'xl/styles.xml')).toContain('<x:font><x:b/><x:sz val="12"/><x:name val="仿宋"/><x:charset val="134"/></x:font></x:fonts>')
    expect(partText(after, 'xl/styles.xml')).toContain('<x:cellXfs count="2"><x:xf/><x:xf numFmtId="9"')
    expect(cellAt(read(after).sheets[1]!, 1, 1)).toMatchObject({ value: 0.5, format: '0%' })
  })

  it('brings a stylesheet to a workbook that has none', () => {
    const after = read(add(bytesOf({ sheets: { A: '' } }), { ...plain, rows: [{ row: 1, cells: [{ column: 1, value: 38400, style: { format: 'yyyy-mm-dd' } }] }] }))
    expect(cellAt(after.sheets[1]!, 1, 1)).toEqual({ column: 1, value: 38400, format: 'yyyy-mm-dd', date: true })
  })

  it('counts days as its workbook does', () => {
    const from1904 = bytesOf({ sheets: { A: '' }, styles: '<cellXfs><xf numFmtId="0"/></cellXfs>', before: '<workbookPr date1904="true"/>' })
    const after = add(from1904, { ...plain, rows: [{ row: 1, cells: [{ column: 1, value: 38400, style: { format: 'yyyy-mm-dd' } }] }] })
    expect(partText(after, 'xl/worksheets/sheet2.xml')).toContain('<v>36938</v>')
    expect(cellAt(read(after).sheets[1]!, 1, 1)!.value).toBe(38400)
  })

  it('is refused in the strict form of the format, where its parts would be strangers', () => {
    const parts = partsOf({ sheets: { A: '' } })
    const strict = parts['xl/workbook.xml']!.replace('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    expect(() => add(zipOf(entriesOf({ ...parts, 'xl/workbook.xml': strict })), plain)).toThrow(expect.objectContaining({ code: 'patch/strict-format' }))
  })

  it.each([
    ['a name that Excel refuses', [{ ...plain, name: 'a:b' }]],
    ['the same name twice', [plain, plain]],
  ])('is refused for %s: a mistake of the program', (_, sheets) => {
    expect(() => add(bytes, ...sheets)).toThrow(RangeError)
  })
})
