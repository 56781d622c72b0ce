/** Who changed something, and where the person goes. */
import { CommandType, ICommandService, type Injector } from '@univerjs/core'
import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets'
import type { Selected } from '../../app/open-workbook'
import type { Author, OpenedBook } from './opened-book'
import { selectedIn } from './selection'

type Listener<T extends unknown[]> = (...args: T) => void

/** A list of listeners; adding one gives how to remove it. */
export class Listeners<T extends unknown[] = []> {
  private readonly all = new Set<{ listener: Listener<T> }>()

  add(listener: Listener<T>): () => void {
    const one = { listener }
    this.all.add(one)
    return () => void this.all.delete(one)
  }

  tell(...args: T): void {
    for (const { listener } of [...this.all]) listener(...args)
  }
}

export class GridEvents {
  readonly edited = new Listeners()
  readonly changed = new Listeners()
  readonly selected = new Listeners<[Selected]>()
  private readonly selections: SheetsSelectionsService
  private readonly stop: () => void
  private last = ''
  private looking = false
  private silent = false
  private disposed = false

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
  ) {
    this.selections = injector.get(SheetsSelectionsService)
    const listening = injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
      const about = params as { unitId?: string; by?: Author } | undefined
      if (about?.unitId !== book.unitId) return
      if (type === CommandType.MUTATION && about.by) this.tellChange(about.by)
      else if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) this.lookWhere()
    })
    this.stop = () => listening.dispose()
    this.last = JSON.stringify(this.now())
  }

  /** Neither an edit nor a change: laying a draft over the file. */
  quietly(write: () => void): void {
    this.silent = true
    try {
      write()
    } finally {
      this.silent = false
    }
  }

  dispose(): void {
    this.disposed = true
    this.stop()
  }

  private tellChange(by: Author): void {
    if (this.silent) return
    if (by === 'person') this.edited.tell()
    this.changed.tell()
  }

  /** Once for all that happens in a turn: showing another sheet selects there too. */
  private lookWhere(): void {
    if (this.looking) return
    this.looking = true
    queueMicrotask(() => {
      this.looking = false
      const at = this.disposed ? undefined : this.now()
      const text = JSON.stringify(at)
      if (!at || text === this.last) return
      this.last = text
      this.selected.tell(at)
    })
  }

  private now(): Selected | undefined {
    return selectedIn(this.book, this.selections)
  }
}
