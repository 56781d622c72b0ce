/** The embedded spreadsheet as the port that the workbench knows. One workbook is open at a time. */
import { IUniverInstanceService, UniverInstanceType, type Workbook as UniverWorkbook } from '@univerjs/core'
import type { FileToShow, Spreadsheet } from '../../app/edited-workbook'
import { HostTrouble } from '../../app/open-workbook'
import { Calculation, type Uncalculated } from './calculation'
import type { GridEngine } from './engine'
import { GridWorkbook, type GridOptions } from './grid-workbook'
import { OpenedBook, openedSheet, type OpenedSheet } from './opened-book'
import { StyleTable } from './style-table'
import { workbookData } from './workbook-data'

export function createSpreadsheet(engine: GridEngine, options: GridOptions = {}): Spreadsheet {
  let shown: GridWorkbook | undefined
  let count = 0
  return {
    async open(file) {
      await shown?.close()
      shown = undefined
      try {
        shown = show(engine, file, `workbook-${++count}`, options)
      } catch (error) {
        throw new HostTrouble('host/failed', { reason: error instanceof Error ? error.message : String(error) })
      }
      return shown
    },
  }
}

function show(engine: GridEngine, { name, book, look }: FileToShow, id: string, options: GridOptions): GridWorkbook {
  const looks = new Map(look.sheets.map((sheet) => [sheet.name, sheet]))
  const sheets = book.sheets.map((sheet, n) => ({ sheet, opened: openedSheet(`${id}-${n + 1}`, sheet, looks.get(sheet.name)) }))
  const styles = new StyleTable(look.font)
  const data = workbookData({ id, name, sheets: sheets.map(({ sheet, opened }) => ({ id: opened.id, sheet, look: opened.look })), names: book.names, font: look.font }, styles)
  engine.api.createWorkbook(data)
  const injector = engine.univer.__getInjector()
  const workbook = injector.get(IUniverInstanceService).getUnit<UniverWorkbook>(id, UniverInstanceType.UNIVER_SHEET)
  if (!workbook) throw new Error('the grid did not take the workbook')
  const opened = sheets.map((one) => one.opened)
  const calculation = new Calculation(injector)
  const grid = new GridWorkbook(engine, name, new OpenedBook(injector, workbook, opened, book.names, styles, look.font), calculation, options)
  const { screen } = engine
  calculation.begin(id, { cells: opened.flatMap(uncalculated), all: look.calculates === true, shown: (run) => (screen ? screen.onceDrawn(run) : run()) })
  const first = opened.find(({ visibility }) => visibility === 'visible')
  if (first) grid.goTo(first, 1, 1)
  return grid
}

/** Formulas whose result the file does not remember. */
function uncalculated({ id, original }: OpenedSheet): Uncalculated[] {
  return [...original].flatMap(([row, cells]) => [...cells].flatMap(([column, { formula, value }]) => (formula && value === undefined ? [{ sheetId: id, row: row - 1, column: column - 1 }] : [])))
}
