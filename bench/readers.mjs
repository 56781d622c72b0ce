import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const ours = () => require('../out/bench/ours.cjs')

/** Every reader: `load` gives a function from bytes to a workbook; `count` its cells that hold something. */
export const readers = {
  floor: {
    about: 'inflate and touch every byte once',
    load() {
      const { readZip, nodeCompression } = ours()
      return (bytes) => {
        let sum = 0
        for (const { data, size, method } of readZip(bytes).entries) {
          const part = method === 0 ? data : nodeCompression.inflateRaw(data, size)
          for (let n = 0; n < part.length; n++) sum += part[n]
        }
        return sum
      }
    },
  },
  muster: {
    about: 'ours, on zlib',
    load() {
      const { readWorkbook, nodeCompression } = ours()
      return (bytes) => readWorkbook(bytes, { compression: nodeCompression })
    },
    count: (book) => sum(book.sheets, (sheet) => sum(sheet.rows, (row) => row.cells.length)),
  },
  'muster-web': {
    about: 'ours, as in a browser (fflate)',
    load() {
      const { readWorkbook, webCompression } = ours()
      return (bytes) => readWorkbook(bytes, { compression: webCompression })
    },
    count: (book) => sum(book.sheets, (sheet) => sum(sheet.rows, (row) => row.cells.length)),
  },
  'read-excel-file': {
    about: '9.3.17',
    load() {
      const read = require('read-excel-file/node').default
      return (bytes) => read(bytes)
    },
    count: (sheets) => sum(sheets, ({ data }) => sum(data, (row) => row.filter((cell) => cell !== null).length)),
  },
  sheetjs: {
    about: 'xlsx 0.18.5',
    load() {
      const xlsx = require('xlsx')
      return (bytes) => xlsx.read(bytes, { dense: true })
    },
    count: (book) => sum(Object.values(book.Sheets), (sheet) => sum(sheet, (row) => row?.filter(Boolean).length ?? 0)),
  },
  hucre: {
    about: '1.0.0',
    load: async () => {
      const { readXlsx } = await import('hucre/xlsx')
      return (bytes) => readXlsx(bytes)
    },
    count: (book) => sum(book.sheets, (sheet) => sum(sheet.rows, (row) => row.filter((cell) => cell !== null && cell !== undefined).length)),
  },
  exceljs: {
    about: '4.4.0',
    load() {
      const { Workbook } = require('exceljs')
      return (bytes) => new Workbook().xlsx.load(bytes)
    },
    count(book) {
      let cells = 0
      book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => cells++)))
      return cells
    },
  },
}

function sum(items, of) {
  let total = 0
  for (const item of items) total += of(item)
  return total
}
