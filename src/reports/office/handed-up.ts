/** The sheets by which an office's workbook itself becomes a return to the level above. */
import { HANDED_UP_KEYS, HANDED_UP_SHEET } from '../../domain/returns/handed-up'
import { formName, IDENTITY_SHEET } from '../../domain/returns/identity'
import { quoteSheetName } from '../../workbook/address'
import type { Workbook } from '../../workbook/model'
import type { SheetPatch, WorkbookPatch } from '../../workbook/patch'
import type { SheetSpec, WorkbookSpec } from '../../workbook/spec'
import { patchRecords, recordSheet, type Records } from './record-sheet'

/** A return's own workbook, taken apart. */
export interface ReturnParts {
  /** The sheets with its forms, in order. */
  readonly sheets: readonly { readonly form: string; readonly spec: SheetSpec; /** As its defined name gives it. */ readonly area: string }[]
  /** What its identity sheet says, without the definition. */
  readonly identity: Records
}

/** What the office's workbook takes over of an issued one, to be handed up inside it. */
export function returnParts(spec: WorkbookSpec, forms: readonly string[]): ReturnParts {
  const areas = new Map(spec.names.map(({ name, refersTo }) => [name, refersTo]))
  const identity = spec.sheets.find(({ name }) => name === IDENTITY_SHEET)?.rows ?? []
  return {
    sheets: forms.flatMap((form) => {
      const area = areas.get(formName(form)) ?? ''
      const found = spec.sheets.find(({ name }) => area.startsWith(`${quoteSheetName(name)}!`))
      return found ? [{ form, spec: standingAlone(found), area }] : []
    }),
    identity: new Map(
      identity.flatMap(({ cells: [key, value] }) => (value?.value === undefined || value.value === '' || String(key?.value).startsWith('definition.') ? [] : [[String(key?.value), String(value.value)] as const])),
    ),
  }
}

/** Told apart at a glance from the office's own sheets. */
const TAB = 'C55A11'

/** Without drop-downs: the lists that they name stay in the return's own workbook. Open, as all sheets of an office's workbook are. */
function standingAlone({ validations = [], protection: _, ...spec }: SheetSpec): SheetSpec {
  return { ...spec, tabColor: TAB, validations: validations.filter(({ rule }) => rule.kind !== 'list') }
}

/** Names of its sheets that other sheets of the workbook have already. */
export function sheetsTaken({ sheets }: ReturnParts, book: Workbook): string[] {
  const names = new Set(book.sheets.map(({ name }) => name.toLowerCase()))
  return sheets.map(({ spec }) => spec.name).filter((name) => names.has(name.toLowerCase()))
}

/** All its sheets, where there are none yet, with everything that they hold. */
export function addReturn({ sheets, identity }: ReturnParts, seal: Records, book: Workbook): WorkbookPatch {
  const places = sheets.flatMap(({ form, spec, area }) => [[HANDED_UP_KEYS.sheet(form), spec.name], [HANDED_UP_KEYS.area(form), area]] as const)
  const said = saying(new Map([...identity, ...seal, ...places]), book)
  return { sheets: said.sheets, add: [...sheets.map(({ spec }) => spec), ...said.add] }
}

/** The sheets are there, and get other values; what else the identity says (where the forms are) stays. */
export function changeReturn({ identity }: Pick<ReturnParts, 'identity'>, seal: Records, cells: readonly SheetPatch[], places: Records, book: Workbook): WorkbookPatch {
  return { sheets: [...cells, ...saying(new Map([...identity, ...seal, ...places]), book).sheets] }
}

function saying(pairs: Records, book: Workbook): { readonly sheets: readonly SheetPatch[]; readonly add: readonly SheetSpec[] } {
  const there = book.sheets.find(({ name }) => name === HANDED_UP_SHEET)
  if (!there) return { sheets: [], add: [recordSheet(HANDED_UP_SHEET, pairs)] }
  const cells = patchRecords(pairs, there)
  return { sheets: cells.length > 0 ? [{ sheet: HANDED_UP_SHEET, cells }] : [], add: [] }
}
