/**
 * The keys that mean something in the grid. Univer brings keys for bold text, hidden columns and lists, which saving would
 * not keep: what is not named here has no key, and does what it does in a browser.
 */
import { toDisposable, type IDisposable } from '@univerjs/core'
import { ShortcutService, type IShortcutItem } from '@univerjs/ui'
import { FOLLOW_LINK } from '../links'
import { GRID_KEYS } from './keys'

const KEPT = new Set([
  // Moving and selecting.
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.expand-selection',
  'sheet.command.select-all',
  // Filling in.
  'sheet.operation.set-cell-edit-visible',
  'sheet.operation.set-cell-edit-visible-f2',
  'sheet.operation.set-cell-edit-visible-arrow',
  'sheet.command.clear-selection-content',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'univer.command.undo',
  'univer.command.redo',
  'univer.command.cut',
  'univer.command.copy',
  'univer.command.paste',
  'formula-ui.operation.change-ref-to-absolute',
  // Inside a cell.
  'doc.operation.move-cursor',
  'doc.operation.move-selection',
  'doc.command.select-all',
  'doc.command.delete-left',
  'doc.command.delete-right',
  'doc.command.enter',
  'doc.command.tab',
  'doc.command.break-line',
  // Looking around. `nil` keeps a browser from zooming its page at the same time.
  'sheet.command.change-zoom-ratio',
  'nil',
  'ui.operation.open-find-dialog',
  'ui.operation.open-replace-dialog',
  'ui.operation.go-to-next-match',
  'ui.operation.go-to-previous-match',
  'ui.operation.focus-selection',
  'formula-ui.operation.search-function',
  ...GRID_KEYS.map(({ id }) => id),
  FOLLOW_LINK,
])

export class FormShortcuts extends ShortcutService {
  override registerShortcut(shortcut: IShortcutItem): IDisposable {
    return KEPT.has(shortcut.id) ? super.registerShortcut(shortcut) : toDisposable(() => undefined)
  }
}
