/** Faults in single cells, one for each cell code, wherever a form has a field that gives occasion. */
import { CELL_FAULTS } from './cell-fault'
import { furtherRow } from '../fill-form'
import { followersOf } from '../followers'
import { cellPosition } from '../typed-cells'
import type { Fault } from './fault'
import type { DraftRow } from '../draft'
import type { ReturnInMaking } from '../return-in-making'
import type { CellCode } from '../../../domain/returns/codes'
import type { Definition, FormDefinition, WorkbookKind } from '../../../domain/campaign/schema'
import { severityOf } from '../../../domain/returns/codes'
import { labelField } from '../../../domain/returns/layout'
import type { ColumnLayout } from '../../../domain/returns/layout'

/** Ledgers first: a row of theirs more or less disturbs nothing else. */
const PREFERENCE: readonly FormDefinition['shape'][] = ['events', 'record', 'companion', 'roster']
/** Number of the stream for rows that carry a fault. */
const FAULTY = 200_000

/** A fault for each code and each kind of workbook that has any occasion for it is decided when it is planted. */
export function cellFaults(kind: WorkbookKind): Fault[] {
  return (Object.keys(CELL_FAULTS) as CellCode[]).map((code) => ({ code, kind, from: 1, until: 60, alone: false, plant: (making) => plantCell(code, making) }))
}

function plantCell(code: CellCode, making: ReturnInMaking): boolean {
  const { definition } = making.campaign
  for (const shape of PREFERENCE) {
    for (const id of making.forms) {
      if (making.form(id).shape !== shape || making.spoilt.has(id)) continue
      if (plantInForm(code, id, making, definition)) {
        making.spoilt.add(id)
        return true
      }
    }
  }
  return false
}

function plantInForm(code: CellCode, id: string, making: ReturnInMaking, definition: Definition): boolean {
  const form = making.form(id)
  const isLedger = form.shape === 'events'
  const rows = making.rows(id)
  const further = isLedger ? furtherRow(id, rows, FAULTY, { day: making.today }, making.filling) : undefined
  const layout = making.layout(id)
  if (isLedger && (!further || rows.length + 1 > layout.rowCount)) return false
  const { names } = making
  const candidates: readonly (readonly [number, DraftRow])[] = further ? [[rows.length, further]] : [...rows.entries()].filter(([index]) => !making.isTouched(id, index)).reverse()
  for (const [index, row] of candidates) {
    for (const column of layout.columns) {
      // A roster's own names stay: everything else goes by them.
      if (column.field.given || column.field.type === 'total' || (form.shape === 'roster' && column.path === labelField(form))) continue
      const typed = CELL_FAULTS[code]({
        definition,
        language: making.filling.language,
        field: column.field,
        value: row.values[column.path] ?? null,
        others: () => rows.flatMap((other, at) => (at === index ? [] : [other.values[column.path] ?? null])),
        names,
      })
      if (typed === undefined) continue
      if (further) making.replaceRows(id, [...rows, row])
      making.typed.push({ form: id, path: column.path, sheet: layout.sheet, ...cellPosition(layout, column, index), ...typed })
      making.planted.push({ ...whereOf(code, making, id, column, index), note: `typed ${typed.value === null ? 'nothing' : JSON.stringify(typed.value)}` })
      return true
    }
  }
  return false
}

function whereOf(code: CellCode, making: ReturnInMaking, id: string, { path }: ColumnLayout, index: number) {
  return { code, severity: severityOf(code), ...making.place(id, path, index), entails: followersOf(making.campaign.definition, id) }
}
