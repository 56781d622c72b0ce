/** Links to places in the workbook itself: a click follows them, or a key. */
import { CommandType, ICommandService, type Injector } from '@univerjs/core'
import { columnNumber } from '../../workbook/address'
import type { Selected } from '../../app/open-workbook'
import type { GridScreen } from './engine'
import type { OpenedBook } from './opened-book'

/** Follows the link of the selected cell. */
export const FOLLOW_LINK = 'muster.operation.follow-link'

export class Links {
  private readonly stops: (() => void)[]

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
    private readonly where: { now(): Selected | undefined; reveal(at: Selected): void },
    screen: GridScreen | undefined,
  ) {
    const key = injector.get(ICommandService).registerCommand({
      id: FOLLOW_LINK,
      type: CommandType.OPERATION,
      handler: () => {
        const at = where.now()
        return at ? this.follow(at.sheet, at.row, at.column) : false
      },
    })
    const shown = () => book.workbook.getActiveSheet(true)?.getName() ?? ''
    const clicks = screen?.links({ leads: (row, column) => this.target(shown(), row, column) !== undefined, go: (row, column) => void this.follow(shown(), row, column) })
    this.stops = [() => key.dispose(), ...(clicks ? [clicks] : [])]
  }

  dispose(): void {
    for (const stop of this.stops) stop()
  }

  /** False where there is no link, or none to a sheet that can be shown. 1-based. */
  private follow(sheet: string, row: number, column: number): boolean {
    const target = this.target(sheet, row, column)
    if (target) this.where.reveal(target)
    return target !== undefined
  }

  private target(sheet: string, row: number, column: number): Selected | undefined {
    const location = this.book.sheet(sheet)?.look.link(row, column)
    const place = location === undefined ? undefined : placeOf(this.book.names.find(({ name }) => name.toLowerCase() === location.toLowerCase())?.refersTo ?? location, sheet)
    const target = place && this.book.sheet(place.sheet)
    return target?.visibility === 'visible' ? { ...place!, sheet: target.name } : undefined
  }
}

const PLACE = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?$/

/** `'Sheet 1'!A4`, `Sheet!$A$4:$B$9` or, on the sheet itself, `A4`; an area by its first cell. Undefined: it is no place. */
export function placeOf(location: string, here: string): Selected | undefined {
  const [, quoted, plain, letters = '', row] = PLACE.exec(location.replace(/^#/, '')) ?? []
  const column = columnNumber(letters)
  if (column === undefined || !Number(row)) return undefined
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? here, row: Number(row), column }
}
