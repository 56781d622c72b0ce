import { nodeCompression } from '../../../src/workbook/compression/node'
import type { SheetPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { partText } from '../../support/package-parts'

const row = (n: number, more = {}) => ({ row: n, cells: [{ column: 1, value: `row ${n}` }], ...more })
const book = writeWorkbook({ title: 't', author: 'a', font: { name: 'Calibri', size: 11 }, names: [], sheets: [{ name: 'S', columns: [{ width: 9 }], rows: [row(1), row(2, { height: 40 }), row(3, { height: 20, grows: true }), row(4, { hidden: true })] }] }, nodeCompression)

const rowsAfter = (patch: Omit<SheetPatch, 'sheet'>) => {
  const bytes = patchWorkbook(book, { sheets: [{ sheet: 'S', ...patch }] }, nodeCompression)
  return [...partText(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<row ([^>]*)>/g)].map(([, attributes]) => attributes)
}

describe('heights of patched rows', () => {
  const cells = [{ row: 1, column: 1, value: 'two\nlines' }, { row: 6, column: 1, value: 'new' }]

  it('are set and replaced, on rows that were there and on new ones', () => {
    const rows = rowsAfter({ cells, heights: [{ row: 1, height: 30 }, { row: 3, height: 45 }, { row: 6, height: 30 }] })
    expect(rows).toEqual([expect.stringMatching(/^r="1" ht="30"/), expect.stringContaining('ht="40"'), expect.stringMatching(/^r="3" ht="45"/), expect.stringContaining('hidden'), 'r="6" ht="30"'])
  })

  it.each([
    [10, '20'],
    [45, '45'],
  ])('of at least %i make a row of 20 one of %s', (height, found) => {
    expect(rowsAfter({ cells, heights: [{ row: 3, height, atLeast: true }] })[2]).toContain(`ht="${found}"`)
  })

  it('leave alone what a person set or hid, and rows that are not there', () => {
    expect(rowsAfter({ cells, heights: [{ row: 2, height: 30 }, { row: 4, height: 30 }, { row: 99, height: 30 }] })).toEqual(rowsAfter({ cells }))
  })

  it('alone change nothing', () => {
    expect(patchWorkbook(book, { sheets: [{ sheet: 'S', cells: [], heights: [{ row: 1, height: 30 }] }] }, nodeCompression)).toEqual(book)
  })
})
