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

/**
 * An Excel that says so is believed. An older one raises the event after the write, at some time:
 * until the next snapshot, a change that lies within a range that was written is taken for its echo,
 * one that is the whole range once only. A snapshot holds everything that came before it.
 */
export class OwnWrites {
  private echoes: Write[] = []

  expect(writes: readonly Write[]): void {
    this.echoes.push(...writes)
  }

  forget(): void {
    this.echoes = []
  }

  includes({ address, triggerSource }: Change, sheet: string | undefined): boolean {
    if (triggerSource !== undefined) return triggerSource === 'ThisLocalAddin'
    const area = areaOf(address)
    if (!area) return false
    const at = this.echoes.findIndex((write) => (sheet === undefined || write.sheet === sheet) && covers(write, area))
    if (at < 0) return false
    if (isWhole(this.echoes[at] as Write, area)) this.echoes.splice(at, 1)
    return true
  }
}

function isWhole(write: Area, area: Area): boolean {
  return covers(area, write)
}
