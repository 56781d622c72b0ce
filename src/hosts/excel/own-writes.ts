/** Telling our own writes from a person's: Excel raises its change events for both. */
import type { Area } from '../../workbook/model'
import { areaOf, covers } from './areas'
import type { Write } from './write-patch'

/** The part of `Excel.WorksheetChangedEventArgs` that tells whose change it was. */
export interface Change {
  readonly address: string
  readonly worksheetId: string
  readonly source: string
  /** From ExcelApi 1.14 on: `ThisLocalAddin` for what this add-in wrote. */
  readonly triggerSource?: string
}

export type Edit = Change | 'sheet-added' | 'sheet-deleted'

/**
 * An Excel that says so is believed. An older one raises the event after the write, at some time:
 * until the next snapshot, a change that lies within a range that was written is taken for its echo,
 * one that is the whole range once only. A snapshot holds everything that came before it.
 */
export class OwnWrites {
  private echoes: Write[] = []
  private sheets = 0

  /** `sheets`: how many are added. */
  expect(writes: readonly Write[], sheets: number): void {
    this.echoes.push(...writes)
    this.sheets += sheets
  }

  forget(): void {
    this.echoes = []
    this.sheets = 0
  }

  /** `nameOf`: a sheet's name by its id, as far as it is known. */
  includes(edit: Edit, nameOf: (id: string) => string | undefined): boolean {
    if (edit === 'sheet-deleted') return false
    // No Excel says who added a sheet.
    if (edit === 'sheet-added') return this.sheets > 0 && this.sheets-- > 0
    const { address, triggerSource } = edit
    if (triggerSource !== undefined) return triggerSource === 'ThisLocalAddin'
    const area = areaOf(address)
    if (!area) return false
    const sheet = nameOf(edit.worksheetId)
    const at = this.echoes.findIndex((write) => (sheet === undefined || write.sheet === sheet) && covers(write, area))
    if (at < 0) return false
    if (isWhole(this.echoes[at] as Write, area)) this.echoes.splice(at, 1)
    return true
  }
}

function isWhole(write: Area, area: Area): boolean {
  return covers(area, write)
}
