/** The embedded spreadsheet as the port that the workbench knows. One workbook is open at a time. */
import type { Spreadsheet } from '../../app/edited-workbook'
import { HostTrouble } from '../../app/open-workbook'
import type { GridEngine } from './engine'

export function createSpreadsheet(_engine: GridEngine): Spreadsheet {
  return { open: () => Promise.reject(new HostTrouble('host/failed', { reason: 'not yet' })) }
}
