/** Sheets of a patch that the workbook lacks: made as a file of their own and inserted, looks and all. */
import { HostTrouble } from '../../app/open-workbook'
import type { SheetSpec, WorkbookSpec } from '../../workbook/spec'
import { INSERT_SHEETS, type ExcelRuntime } from './runtime'

/** Bytes of a workbook file; wired where the writer is at hand. */
export type WriteWorkbook = (spec: WorkbookSpec) => Promise<Uint8Array>

/** The file must show a sheet, and the patch may consist of hidden ones. */
const STAND_IN: SheetSpec = { name: 'Muster', columns: [], rows: [] }

/**
 * The file to insert, base64.
 * @throws HostTrouble `host/too-old` without ExcelApi 1.13, `host/failed` where no writer is wired
 */
export async function fileOfSheets(sheets: readonly SheetSpec[], write: WriteWorkbook | undefined, { supports }: ExcelRuntime): Promise<string> {
  if (!supports(INSERT_SHEETS)) throw new HostTrouble('host/too-old', { needs: `ExcelApi ${INSERT_SHEETS}` })
  if (!write) throw new HostTrouble('host/failed', { reason: `no writer for ${sheets.map(({ name }) => name).join(', ')}` })
  const isChinese = /\p{Script=Han}/u.test(sheets.map(({ name }) => name).join())
  const font = { name: isChinese ? '宋体' : 'Calibri', size: 11 }
  return base64(await write({ title: '', author: '', font, names: [], sheets: [...sheets, STAND_IN] }))
}

/** Last in the workbook, in the order given; takes effect with the next sync. */
export function insertSheets({ workbook }: Excel.RequestContext, sheets: readonly SheetSpec[], file: string): void {
  workbook.insertWorksheetsFromBase64(file, { sheetNamesToInsert: sheets.map(({ name }) => name), positionType: 'End' })
  for (const { name, visibility = 'visible' } of sheets) {
    // Whether a file's hidden sheets stay hidden is not promised.
    if (visibility !== 'visible') workbook.worksheets.getItem(name).visibility = visibility === 'hidden' ? 'Hidden' : 'VeryHidden'
  }
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
