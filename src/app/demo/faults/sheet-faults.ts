/** Faults in the sheets and in the workbook as a whole, and rows that repeat each other. */
import { SHEET_FAULTS } from './sheet-fault'
import { followersOf } from '../followers'
import { severityOf } from '../../../domain/returns/codes'
import { IDENTITY_KEYS } from '../../../domain/returns/identity'
import type { SheetCode } from './sheet-fault'
import type { Fault } from './fault'
import type { ReturnInMaking } from '../return-in-making'
import type { Code } from '../../../domain/returns/codes'
import type { Definition, WorkbookKind } from '../../../domain/campaign/schema'
import type { WorkbookSpec } from '../../../workbook/spec'

export function sheetFaults(kind: WorkbookKind): Fault[] {
  return (Object.keys(SHEET_FAULTS) as SheetCode[]).map((code) => ({
    code,
    kind,
    from: 1,
    until: 60,
    alone: isBreaking(code),
    plant(making) {
      if (!plantOnSheet(code, making)) return false
      // A return that cannot be read in full is not counted.
      if (isBreaking(code)) making.planted.push({ code: 'intake/broken', severity: 'error', note: code, entails: [] })
      return true
    },
  }))
}

/** A formula without a result is a cell's matter; the other structure errors leave a sheet or a column unread. */
const isBreaking = (code: SheetCode): boolean => code.startsWith('structure/') && severityOf(code) === 'error' && code !== 'structure/formula-without-result'

/** What the alteration finds is only known once everything is typed in: the entry of the key is completed then. */
export function plantOnSheet(code: SheetCode, making: ReturnInMaking): boolean {
  let preview: WorkbookSpec | undefined
  for (const id of making.forms) {
    if (making.spoilt.has(id)) continue
    const form = making.form(id)
    const layout = making.layout(id)
    const filled = making.rows(id).flatMap(({ values }, index) => (layout.columns.some(({ path }) => (values[path] ?? null) !== null) ? [layout.firstRow + index] : []))
    const fault = SHEET_FAULTS[code]
    // Tried on the sheet as it will be: whether it gives occasion can be told by nothing less.
    const trial = fault({
      get spec() {
        return (preview ??= making.preview())
      },
      form,
      layout,
      filled,
      language: making.filling.language,
    })
    if (!trial) continue
    making.alterations.push(({ spec, language }) => fault({ spec, form, layout, filled, language }))
    making.spoilt.add(id)
    const { sheet, row, column } = trial
    making.planted.push({
      code,
      severity: severityOf(code),
      ...(sheet !== undefined && code !== 'structure/sheet-missing' && { sheet }),
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      note: `sheet ${layout.sheet}`,
      entails: [...followersOf(making.campaign.definition, id), 'structure/column-missing', 'structure/column-renamed'],
    })
    return true
  }
  return false
}

/** Two rows of a ledger that say the same in the fields whose combination must be unique. */
export function duplicateRowFault(kind: WorkbookKind): Fault {
  return {
    code: 'row/duplicate',
    kind,
    from: 1,
    until: 60,
    alone: false,
    plant(making) {
      for (const id of making.forms) {
        const form = making.form(id)
        const [combination] = form.unique ?? []
        const rows = making.rows(id)
        const last = rows.findLast(({ values }) => combination?.every((field) => values[field] !== null))
        if (!combination || !last || making.spoilt.has(id) || !making.replaceRows(id, [...rows, last])) continue
        making.spoilt.add(id)
        making.planted.push({ code: 'row/duplicate', severity: 'error', ...making.place(id, combination.at(-1), rows.length), note: `${id}: a row entered twice`, entails: followersOf(making.campaign.definition, id) })
        return true
      }
      return false
    },
  }
}

type BookCode = Exclude<Extract<Code, `structure/${string}`>, SheetCode>

const BOOK_FAULTS: Readonly<Record<BookCode, { readonly note: string; readonly intake: string; do(making: ReturnInMaking): void }>> = {
  'structure/not-issued': { note: 'the identity sheet is gone', intake: 'intake/not-a-return', do: (making) => void (making.withoutIdentity = true) },
  'structure/other-campaign': { note: 'the workbook of another campaign', intake: 'intake/other-campaign', do: (making) => void (making.identity[IDENTITY_KEYS.campaign] = 'another-campaign') },
  'structure/other-kind': { note: 'says it is the office workbook', intake: 'intake/office-workbook', do: (making) => void (making.identity[IDENTITY_KEYS.kind] = 'office') },
  'structure/week-missing': { note: 'no week chosen on the cover', intake: 'intake/no-week', do: (making) => void (making.weekEntry = null) },
  'structure/week-unreadable': { note: 'a week that cannot be read', intake: 'intake/no-week', do: (making) => void (making.weekEntry = '?') },
}

/** Each is found by a check as what it is, and by the office's intake as a reason not to count the file. */
export function bookFaults(): Fault[] {
  return (Object.keys(BOOK_FAULTS) as BookCode[]).map((code) => ({
    code,
    kind: 'unit',
    from: 1,
    until: 60,
    alone: true,
    plant(making) {
      const { note, intake, do: act } = BOOK_FAULTS[code]
      act(making)
      making.planted.push({ code, severity: severityOf(code), note, entails: code === 'structure/not-issued' ? readingTheUnit(making.campaign.definition) : [] })
      making.planted.push({ code: intake, severity: intake === 'intake/no-week' ? 'error' : 'warning', note, entails: [] })
      return true
    },
  }))
}

/** Without the identity sheet nobody knows how many members the unit has. */
function readingTheUnit({ measures }: Definition): string[] {
  return Object.entries(measures).filter(([, { value, target, applies }]) => JSON.stringify([value, target, applies]).includes('unit.')).map(([id]) => `requirement/${id}`)
}
