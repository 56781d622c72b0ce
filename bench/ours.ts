/** What the benchmark needs of the product, in one bundle. */
export { nodeCompression } from '../src/workbook/compression/node'
export { webCompression } from '../src/workbook/compression/web'
export { readWorkbook } from '../src/workbook/xlsx/read'
export { extract, readZip } from '../src/workbook/xlsx/zip'
export { largeWorkbook, smallWorkbook } from './workbooks'
