/** A workbook that is open nowhere: the port over the model, for tests of the pane and for its preview. */
import type { HostTrouble, OpenWorkbook, Selected, SnapshotOptions } from '../../src/app/open-workbook'
import { patchedBook } from '../../src/app/pane/patched-book'
import type { Workbook } from '../../src/workbook/model'
import type { CellPatch, WorkbookPatch } from '../../src/workbook/patch'

export class OpenInMemory implements OpenWorkbook {
  /** What was shown, in order. */
  readonly revealed: Selected[] = []
  readonly patches: WorkbookPatch[] = []
  snapshots = 0
  /** The next call that reads, writes or reveals fails with it. */
  trouble: HostTrouble | undefined
  private at: Selected | undefined
  private readonly edited = new Set<() => void>()
  private readonly moved = new Set<(at: Selected) => void>()

  constructor(
    public book: Workbook,
    private readonly fileName = 'test.xlsx',
  ) {}

  name = async (): Promise<string> => this.fileName

  async snapshot({ leaveOut = () => false }: SnapshotOptions = {}): Promise<Workbook> {
    this.fail()
    this.snapshots++
    return { ...this.book, sheets: this.book.sheets.filter(({ name }) => !leaveOut(name)) }
  }

  async apply(patch: WorkbookPatch): Promise<void> {
    this.fail()
    this.book = patchedBook(this.book, patch)
    this.patches.push(patch)
  }

  async reveal(sheet: string, row: number, column: number): Promise<void> {
    this.fail()
    this.revealed.push({ sheet, row, column })
    this.select({ sheet, row, column })
  }

  selected = async (): Promise<Selected | undefined> => this.at

  async onEdited(listener: () => void): Promise<() => Promise<void>> {
    this.edited.add(listener)
    return async () => void this.edited.delete(listener)
  }

  async onSelected(listener: (at: Selected) => void): Promise<() => Promise<void>> {
    this.moved.add(listener)
    return async () => void this.moved.delete(listener)
  }

  /** A person types into a cell. */
  edit(sheet: string, cell: CellPatch): void {
    this.book = patchedBook(this.book, { sheets: [{ sheet, cells: [cell] }] })
    for (const listener of this.edited) listener()
  }

  /** A person selects a cell. */
  select(at: Selected): void {
    this.at = at
    for (const listener of this.moved) listener(at)
  }

  get listeners(): number {
    return this.edited.size + this.moved.size
  }

  private fail(): void {
    const { trouble } = this
    this.trouble = undefined
    if (trouble) throw trouble
  }
}
