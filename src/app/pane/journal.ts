/**
 * The pane's own changes, so that the last action can be undone: Excel's own Undo forgets or skips
 * what add-ins write. Only cells that still hold what was written are put back.
 */
import { cellAt, type Cell, type Workbook } from '../../workbook/model'
import type { CellPatch, WorkbookPatch } from '../../workbook/patch'

type Written = CellPatch['value']

export interface Change {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: number
  /** What stood there; absent: something that a patch cannot write back (a formula, an error value). */
  readonly before?: Written
  readonly after: Written
}

export interface JournalEntry {
  readonly action: 'check' | 'prepare'
  /** ISO local date and time. */
  readonly at: string
  readonly changes: readonly Change[]
}

/** What a patch really changes, cell by cell: cells that hold its value already are left out. */
export function changesOf(book: Workbook, patch: WorkbookPatch): Change[] {
  return patch.sheets.flatMap(({ sheet: name, cells }) => {
    const sheet = book.sheets.find((one) => one.name === name)
    return cells.flatMap(({ row, column, value }): Change[] => {
      const cell = sheet && cellAt(sheet, row, column)
      const after = value === '' ? null : value
      if (!cell?.formula && identical(cell, after)) return []
      const before = writable(cell)
      return [{ sheet: name, row, column, after, ...(before !== undefined && { before }) }]
    })
  })
}

/** The changes, to be written. */
export function patchOf(changes: readonly Change[]): WorkbookPatch {
  return patchWith(changes.map(({ sheet, row, column, after }) => ({ sheet, row, column, value: after })))
}

export interface Undoing {
  readonly patch: WorkbookPatch
  readonly restored: number
  /** Cells left as they are: somebody changed them since, or what stood there cannot be written back. */
  readonly left: readonly Change[]
}

/**
 * | cell holds what was written | before is known | then     |
 * | yes                         | yes             | put back |
 * | yes                         | no (a formula)  | left     |
 * | no, or its sheet is gone    | –               | left     |
 */
export function undoingOf({ changes }: Pick<JournalEntry, 'changes'>, book: Workbook): Undoing {
  const back: (CellPatch & { sheet: string })[] = []
  const left: Change[] = []
  for (const change of changes) {
    const { sheet: name, row, column, before, after } = change
    const sheet = book.sheets.find((one) => one.name === name)
    const cell = sheet && cellAt(sheet, row, column)
    if (sheet && before !== undefined && !cell?.formula && same(cell, after)) back.push({ sheet: name, row, column, value: before })
    else left.push(change)
  }
  return { patch: patchWith(back), restored: back.length, left }
}

/** Nothing to write: the number 1 is not the text `1`. */
function identical(cell: Cell | undefined, value: Written): boolean {
  const held = cell?.value ?? null
  return held === value || (typeof held === 'string' && typeof value === 'string' && plain(held) === plain(value))
}

/** A host may give a number back that was written as text, or with line ends of its own. */
function same(cell: Cell | undefined, value: Written): boolean {
  const held = cell?.value ?? null
  if (held === null || value === null) return held === value
  if (typeof held === 'object') return false
  return held === value || plain(held) === plain(value)
}

const plain = (value: string | number | boolean): string => String(value).replace(/\r\n?/g, '\n')

function writable(cell: Cell | undefined): Written | undefined {
  if (!cell) return null
  if (cell.formula !== undefined || cell.value === undefined || typeof cell.value === 'object') return undefined
  return cell.value
}

function patchWith(cells: readonly (CellPatch & { readonly sheet: string })[]): WorkbookPatch {
  const sheets = new Map<string, CellPatch[]>()
  for (const { sheet, ...cell } of cells) {
    const list = sheets.get(sheet)
    if (list) list.push(cell)
    else sheets.set(sheet, [cell])
  }
  return { sheets: [...sheets].map(([sheet, list]) => ({ sheet, cells: list })) }
}
