/** The contract of the port, held by the Excel adapter through the genuine Office.js client. */
import { excelBench } from '../../support/excel/bench'
import { describeOpenWorkbook } from '../contract'

describeOpenWorkbook('Excel', (book, options) => excelBench(book, options))
describeOpenWorkbook('an Excel that does not say whose change it was', (book, options) => excelBench(book, options, { version: '1.13' }))
