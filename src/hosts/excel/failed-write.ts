/** Why a patch was refused: Excel names neither sheet nor reason, so it is looked up, on failure only. */
import { HostTrouble } from '../../app/open-workbook'
import { READ_ONLY, type ExcelRuntime } from './runtime'
import { officeCode, troubleFrom } from './trouble'
import type { Write } from './write-patch'

/**
 * | Excel says   | and                                                        | it is |
 * | ItemNotFound | one of the sheets is gone                                  | `host/sheet-missing` |
 * | AccessDenied | a sheet is protected and a cell to be written is locked    | `host/protected` |
 * | AccessDenied | otherwise, or the workbook says it is read-only            | `host/read-only` |
 * | anything else |                                                           | as in trouble.ts, with the first sheet's name |
 */
export async function failedWrite(error: unknown, writes: readonly Write[], context: Excel.RequestContext, { supports }: ExcelRuntime): Promise<unknown> {
  const code = officeCode(error)
  if (code !== 'ItemNotFound' && code !== 'AccessDenied') return troubleFrom(error, writes[0]?.sheet)
  const { workbook } = context
  const { worksheets } = workbook
  worksheets.load({ name: true, protection: { protected: true } })
  if (supports(READ_ONLY)) workbook.load('readOnly')
  await context.sync()

  const missing = writes.find(({ sheet }) => !worksheets.items.some(({ name }) => name === sheet))
  if (missing) return new HostTrouble('host/sheet-missing', { sheet: missing.sheet })
  const isProtected = new Set(worksheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name))
  const asked = writes
    .filter(({ sheet }) => isProtected.has(sheet))
    .map((write) => {
      const range = worksheets.getItem(write.sheet).getRangeByIndexes(write.top - 1, write.left - 1, write.values.length, write.right - write.left + 1)
      range.untrack()
      range.load({ format: { protection: { locked: true } } })
      return { write, range }
    })
  if (asked.length > 0) await context.sync()
  // Null: some of its cells are.
  const locked = asked.find(({ range }) => range.format.protection.locked !== false)
  return locked ? new HostTrouble('host/protected', { sheet: locked.write.sheet }) : new HostTrouble('host/read-only')
}
