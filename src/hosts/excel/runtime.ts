/** What the adapter takes from the page: Office.js itself, and what this Excel supports. */
import { HostTrouble, type HostLack } from '../../app/open-workbook'

export interface ExcelRuntime {
  readonly run: typeof Excel.run
  /** `Office.context.requirements.isSetSupported('ExcelApi', version)`; the version is a string: `1.10` is not 1.1. */
  supports(version: string): boolean
}

/** ExcelApi versions: what the add-in needs, and what newer ones add to it. */
const NEEDED = '1.7'
/** `Workbook.readOnly`. */
export const READ_ONLY = '1.8'
/** `Range.getRowProperties`; events of all sheets at once. */
export const ROW_PROPERTIES = '1.9'
export const EVENTS_OF_ALL_SHEETS = '1.9'
export const MERGED_AREAS = '1.13'
export const INSERT_SHEETS = '1.13'

export function lacksOf({ supports }: ExcelRuntime): HostLack[] {
  return [
    ...(supports(ROW_PROPERTIES) ? [] : ['host/lacks-hidden-rows' as const]),
    ...(supports(MERGED_AREAS) ? [] : ['host/lacks-merges' as const]),
  ]
}

/** @throws HostTrouble `host/too-old` */
export function requireNeeded({ supports }: ExcelRuntime): void {
  if (!supports(NEEDED)) throw new HostTrouble('host/too-old', { needs: `ExcelApi ${NEEDED}` })
}
