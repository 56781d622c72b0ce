/** A return that was made up → the bytes of its file. */
import { DEFINITION_CHUNK, IDENTITY_COLUMNS, IDENTITY_SHEET, NAMES } from '../../domain/returns/identity'
import { withErrorCells } from './error-cells'
import { withTyped } from './spec-edit'
import { typedCells } from './typed-cells'
import type { ReturnInMaking } from './return-in-making'
import type { TypedCell } from './typed-cells'
import type { WorkbookFormat } from '../ports'
import type { CellPatch, SheetPatch, WorkbookPatch } from '../../workbook/patch'
import type { WorkbookSpec } from '../../workbook/spec'

/** `issuedBytes`: the workbook as it was handed out, which most returns are a patch of. */
export function finishReturn(making: ReturnInMaking, issued: WorkbookSpec, issuedBytes: Uint8Array, format: WorkbookFormat): Uint8Array {
  const cells = allCells(making, issued)
  const isPlain = making.alterations.length === 0 && !making.withoutIdentity && cells.every(({ format: code, error }) => code === undefined && !error)
  if (isPlain) return format.patch(issuedBytes, patchOf(cells))
  const bytes = format.write(alteredSpec(making, issued, cells))
  return cells.some(({ error }) => error) ? withErrorCells(bytes) : bytes
}

/** The workbook with everything typed in, before anybody altered its sheets. */
export function filledSpec(making: ReturnInMaking, issued: WorkbookSpec): WorkbookSpec {
  return withTyped(issued, allCells(making, issued))
}

function alteredSpec(making: ReturnInMaking, issued: WorkbookSpec, cells: readonly TypedCell[]): WorkbookSpec {
  const filled = withTyped(issued, cells)
  const altered = making.alterations.reduce((spec, alter) => alter({ spec, language: making.filling.language })?.spec ?? spec, filled)
  return making.withoutIdentity ? { ...altered, sheets: altered.sheets.filter(({ name }) => name !== IDENTITY_SHEET) } : altered
}

function allCells(making: ReturnInMaking, issued: WorkbookSpec): TypedCell[] {
  const cells = new Map<string, TypedCell>()
  const put = (cell: TypedCell): void => void cells.set(`${cell.sheet}\n${cell.row}\n${cell.column}`, cell)
  typedCells(making.draft, making.layouts, making.typing).forEach(put)
  making.typed.forEach(put)
  weekCell(making, issued).forEach(put)
  identityCells(making, issued).forEach(put)
  return [...cells.values()]
}

function weekCell({ weekEntry }: ReturnInMaking, issued: WorkbookSpec): TypedCell[] {
  const [, sheet, letters, row] = /^'(.*)'!\$([A-Z]+)\$(\d+)$/.exec(issued.names.find(({ name }) => name === NAMES.week)?.refersTo ?? '') ?? []
  if (sheet === undefined || letters?.length !== 1) throw new Error('the workbook has no cell for the week')
  return [{ form: '', path: '', sheet: sheet.replaceAll("''", "'"), row: Number(row), column: letters.charCodeAt(0) - 64, value: weekEntry }]
}

function identityCells({ identity }: ReturnInMaking, issued: WorkbookSpec): TypedCell[] {
  const rows = issued.sheets.find(({ name }) => name === IDENTITY_SHEET)?.rows ?? []
  return Object.entries(identity).flatMap(([key, value]): TypedCell[] => {
    const row = rows.find(({ cells }) => cells.some((cell) => cell.column === IDENTITY_COLUMNS.key && cell.value === key))
    return row ? [{ form: '', path: '', sheet: IDENTITY_SHEET, row: row.row, column: IDENTITY_COLUMNS.value, value: value.slice(0, DEFINITION_CHUNK) }] : []
  })
}

function patchOf(cells: readonly TypedCell[]): WorkbookPatch {
  const sheets = new Map<string, CellPatch[]>()
  for (const { sheet, row, column, value } of cells) {
    const list = sheets.get(sheet)
    if (list) list.push({ row, column, value })
    else sheets.set(sheet, [{ row, column, value }])
  }
  return { sheets: [...sheets].map(([sheet, list]): SheetPatch => ({ sheet, cells: list })) }
}

