import { randomFrom } from '../../../src/domain/random'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { WorkbookError } from '../../../src/workbook/error'
import type { ReadLimits } from '../../../src/workbook/xlsx/limits'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { partNames, partText } from '../../support/package-parts'
import { bytesOf, entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'
import { everything } from './everything'

function errorOf(read: typeof readLook | typeof readWorkbook, bytes: Uint8Array, limits?: Partial<ReadLimits>): { code: string; params: object } {
  try {
    read(bytes, { compression: nodeCompression, limits })
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    return { code: error.code, params: error.params }
  }
  return { code: 'read', params: {} }
}

const sheet = (inside: string) => bytesOf({ sheets: { 考勤: inside } })
const row = (cells: string) => sheet(`<row r="4">${cells}</row>`)

describe('what the values cannot be read of has no look either, for the same reason', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no package', Buffer.from('unit,week')],
    ['.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)])],
    ['a package without a workbook', zipOf([])],
    ['a tag that does not close', row('<c r="A4"><v>1</c>')],
    ['a cell in another row', row('<c r="A5"/>')],
    ['a column beyond the last', row('<c r="XFE4"/>')],
    ['a cell after the last column', row('<c r="XFD4"/><c/>')],
    ['a cell twice', row('<c r="B4"><v>1</v></c><c r="A4"/><c r="B4"><v>2</v></c>')],
    ['a row that is none', sheet('<row r="1048577"><c><v>1</v></c></row>')],
    ['a merge that is none', sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFE1"/></mergeCells>')],
    ['a document type', zipOf(entriesOf({ ...partsOf({ sheets: { a: '' } }), 'xl/worksheets/sheet1.xml': '<!DOCTYPE a><worksheet/>' }))],
    ['a sheet that is missing', zipOf(entriesOf(partsOf({ sheets: { a: '' } })).filter(({ name }) => !name.includes('sheet1')))],
    ['a long format', bytesOf({ sheets: { a: '' }, styles: `<numFmts><numFmt numFmtId="164" formatCode="${'0'.repeat(256)}"/></numFmts>` })],
  ])('%s', (_what, bytes) => {
    const error = errorOf(readLook, bytes)
    expect(error.code).not.toBe('read')
    expect(error).toEqual(errorOf(readWorkbook, bytes))
  })

  it('styles or a theme that are broken are told by their part', () => {
    const parts = { ...partsOf({ sheets: { a: '' }, styles: '' }), 'xl/styles.xml': '<styleSheet><fonts>' }
    expect(errorOf(readLook, zipOf(entriesOf(parts)))).toMatchObject({ code: 'file/malformed-xml', params: { part: 'xl/styles.xml' } })
  })
})

describe('what would explode is limited', () => {
  const limit = (inside: string, cells: number) => errorOf(readLook, sheet(inside), { cells })
  const tooMany = (cells: number) => ({ code: 'file/too-many-cells', params: { sheet: '考勤', limit: cells } })

  it.each([
    ['cells', '<row><c/><c/><c/></row>', 4],
    ['rows', '<row/><row/><row/>', 3],
    ['columns', '<cols><col min="1" max="500"/></cols><sheetData/>', 500],
    ['areas of a validation', '<sheetData/><dataValidations><dataValidation type="list" sqref="A1 A2 A3"><formula1>a</formula1></dataValidation></dataValidations>', 6],
    ['areas of a conditional format', '<sheetData/><conditionalFormatting sqref="A1 A2 A3"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>', 9],
    ['links', '<sheetData/><hyperlinks><hyperlink ref="A1" location="a"/><hyperlink ref="A1" location="a"/></hyperlinks>', 2],
  ])('%s', (_what, inside, count) => {
    expect(limit(inside, count)).toEqual({ code: 'read', params: {} })
    expect(limit(inside, count - 1)).toEqual(tooMany(count - 1))
  })

  it('areas are never expanded, whatever they claim', () => {
    const everywhere = 'A1:XFD1048576'
    const inside =
      `<cols><col min="1" max="16384" width="9" style="1"/></cols><sheetData/><autoFilter ref="${everywhere}"/><mergeCells><mergeCell ref="${everywhere}"/></mergeCells>` +
      `<conditionalFormatting sqref="${everywhere}"><cfRule type="expression" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>` +
      `<dataValidations><dataValidation type="list" sqref="${everywhere}"><formula1>a</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="${everywhere}" location="a"/></hyperlinks>`
    expect(limit(inside, 10)).toEqual({ code: 'read', params: {} })
  })

  it('formulas for many areas cost what they are long', () => {
    const areas = Array.from({ length: 1000 }, (_, n) => `A${n + 1}`).join(' ')
    const inside = `<sheetData/><dataValidations><dataValidation type="custom" sqref="${areas}"><formula1>${'A1+'.repeat(2000)}A1</formula1></dataValidation></dataValidations>`
    expect(limit(inside, 100_000)).toEqual(tooMany(100_000))
  })

  it('cell formats beyond what Excel takes are as if they were not there', () => {
    const styles = `<cellXfs><xf/>${'<xf/>'.repeat(65_534)}<xf><protection locked="0"/></xf><xf><protection locked="0"/></xf></cellXfs>`
    const { sheets } = readLook(bytesOf({ sheets: { a: '<row><c s="65535"/><c s="65536"/></row>' }, styles }), { compression: nodeCompression })
    expect(sheets[0]!.rows).toEqual([{ row: 1, cells: [{ column: 1, style: { locked: false } }] }])
  })
})

describe('a workbook that was changed at random', () => {
  const written = writeWorkbook(everything, nodeCompression)
  const parts = Object.fromEntries(partNames(written).map((name) => [name, partText(written, name)]))
  const names = Object.keys(parts).filter((name) => /sheet1|styles|workbook\.xml$/.test(name))

  /** Attributes and numbers get values that they should not have; the markup stays whole. */
  const ODD = ['-1', '0', '1', '99999999999', '1e308', 'NaN', '', 'x', 'A1:XFD1048576', '__proto__', 'constructor', '2147483648', '0.5', 'true']

  function changedAt(seed: number): Uint8Array {
    const random = randomFrom(seed)
    const changed = { ...parts }
    for (const name of names) changed[name] = changed[name]!.replace(/="([^"]*)"/g, (whole) => (!/http|^="[A-Z]+\d+"|rId/.test(whole) && random.chance(0.02) ? `="${random.pick(ODD)}"` : whole))
    return zipOf(entriesOf(changed))
  }

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('%i gives a look, or says why not', (seed) => {
    expect(() => errorOf(readLook, changedAt(seed))).not.toThrow()
  })

  it('still has a look half of the time, so that more than the first reference is tried', () => {
    const read = Array.from({ length: 60 }, (_, seed) => errorOf(readLook, changedAt(seed)).code).filter((code) => code === 'read')
    expect(read.length).toBeGreaterThan(15)
  })
})
