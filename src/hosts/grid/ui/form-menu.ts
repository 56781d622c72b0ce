/**
 * What the menu of the right mouse button offers: copy, cut, paste and clear. The rest of Univer's menus is about sheets,
 * rows, formats and protection, which stay as they are here; tabs and the ribbon have none at all.
 */
import { MenuManagerService, type IMenuSchema } from '@univerjs/ui'

const CELLS = new Set(['contextMenu.mainArea', 'contextMenu.rowHeader', 'contextMenu.colHeader'])
const KEPT = new Set(['sheet.command.copy', 'sheet.command.cut', 'sheet.command.paste', 'sheet.command.clear-selection-content'])

export class FormMenu extends MenuManagerService {
  override getMenuByPositionKey(position: string): IMenuSchema[] {
    return CELLS.has(position) ? super.getMenuByPositionKey(position).flatMap(kept) : []
  }
}

/** A group without the entries that are not kept; what is kept of a submenu moves up into its place. */
function kept(entry: IMenuSchema): IMenuSchema[] {
  if (KEPT.has(entry.key)) return [entry]
  const children = (entry.children ?? []).flatMap(kept)
  if (children.length === 0) return []
  return entry.item ? children : [{ ...entry, children }]
}
