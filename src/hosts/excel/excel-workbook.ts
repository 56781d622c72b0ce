/** Excel as an open workbook. This folder alone names `Excel.*` and `Office.*`. */
import { HostTrouble, type OpenWorkbook, type Selected } from '../../app/open-workbook'
import type { WorkbookPatch } from '../../workbook/patch'
import { fileOfSheets, insertSheets, type WriteWorkbook } from './add-sheets'
import { watchEdits, watchSelection } from './events'
import { failedWrite } from './failed-write'
import { Formats } from './formats'
import { OwnWrites } from './own-writes'
import { readSnapshot } from './read-snapshot'
import { lacksOf, requireNeeded, type ExcelRuntime } from './runtime'
import { officeCode, troubleFrom } from './trouble'
import { writePatch, writesOf } from './write-patch'

/**
 * Throws nothing itself: an Excel that is too old answers every call with HostTrouble `host/too-old`.
 * While a cell is being edited Excel holds every call back until the edit is finished; one that
 * cannot answers `host/editing`. `write` is needed for patches that add sheets.
 */
export function openExcelWorkbook(runtime: ExcelRuntime, { write }: { readonly write?: WriteWorkbook } = {}): OpenWorkbook {
  const own = new OwnWrites()
  let formats = new Formats()
  let sheetNames: ReadonlyMap<string, string> = new Map()

  async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>, sheet?: string): Promise<T> {
    requireNeeded(runtime)
    try {
      return await runtime.run({ delayForCellEdit: true }, batch)
    } catch (error) {
      throw troubleFrom(error, sheet)
    }
  }

  return {
    lacks: lacksOf(runtime),

    name: () =>
      run(async (context) => {
        context.workbook.load('name')
        await context.sync()
        return context.workbook.name
      }),

    async snapshot({ leaveOut } = {}) {
      const read = await run(async (context) => {
        own.forget()
        return await readSnapshot(context, runtime, leaveOut)
      })
      ;({ formats, sheetNames } = read)
      return read.workbook
    },

    async apply(patch: WorkbookPatch) {
      const writes = writesOf(patch)
      const there = new Set(sheetNames.values())
      const added = (patch.add ?? []).filter(({ name }) => !there.has(name))
      if (writes.length === 0 && added.length === 0) return
      const file = added.length > 0 ? await fileOfSheets(added, write, runtime) : ''
      await run(async (context) => {
        own.expect(writes, added.length)
        if (added.length > 0) insertSheets(context, added, file)
        try {
          await writePatch(context, writes, formats)
        } catch (error) {
          throw await failedWrite(error, writes, context, runtime)
        }
      })
    },

    reveal: (sheet, row, column) =>
      run(async (context) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet)
        worksheet.load('visibility')
        await context.sync()
        if (worksheet.isNullObject) throw new HostTrouble('host/sheet-missing', { sheet })
        if (worksheet.visibility !== 'Visible') throw new HostTrouble('host/sheet-hidden', { sheet })
        worksheet.activate()
        const cell = worksheet.getCell(row - 1, column - 1)
        cell.untrack()
        cell.select()
        await context.sync()
      }, sheet),

    selected: () =>
      run(async (context): Promise<Selected | undefined> => {
        const cell = context.workbook.getActiveCell()
        cell.untrack()
        cell.load({ rowIndex: true, columnIndex: true, worksheet: { name: true } })
        try {
          await context.sync()
        } catch (error) {
          if (NO_CELL.has(officeCode(error) ?? '')) return undefined
          throw error
        }
        return { sheet: cell.worksheet.name, row: cell.rowIndex + 1, column: cell.columnIndex + 1 }
      }),

    async onEdited(listener) {
      return stopping(await run((context) => watchEdits(context, runtime, (edit) => {
        if (!own.includes(edit, (id) => sheetNames.get(id))) listener()
      })))
    },

    async onSelected(listener) {
      return stopping(await run((context) => watchSelection(context, runtime, (id) => sheetNames.get(id), listener)))
    },
  }
}

/** What Excel answers when no cell is active: a chart, a shape, a chart sheet. */
const NO_CELL: ReadonlySet<string> = new Set(['InvalidSelection', 'InvalidReference', 'ItemNotFound'])

function stopping(stop: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await stop()
    } catch (error) {
      throw troubleFrom(error)
    }
  }
}
