import type { Worksheet } from '@univerjs/core'
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets'
import { noLowerThanInFile } from '../../../src/hosts/grid/row-heights'

/** Rows 0 and 1 have heights in the file, row 2 has none. */
const sheet = { getRowManager: () => ({ getRow: (row: number) => [{ h: 34 }, { h: 20 }, {}][row] }) } as unknown as Worksheet
const fitted = (...heights: number[]) => ({ id: SetWorksheetRowAutoHeightMutation.id, params: { unitId: 'u', subUnitId: 's', rowsAutoHeightInfo: heights.map((autoHeight, row) => ({ row, autoHeight })) } })

it('a row grows with its text, and never gets lower than the file has it', () => {
  expect(noLowerThanInFile([fitted(20, 54, 20, 37)], sheet)).toEqual([fitted(34, 54, 20, 37)])
})

it('other mutations pass as they are', () => {
  const other = { id: 'sheet.mutation.set-range-values', params: { cellValue: {} } }
  expect(noLowerThanInFile([other], sheet)).toEqual([other])
})
