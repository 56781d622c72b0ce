/** The embedded spreadsheet without one: the port over the model, for tests of the workbench. */
import type { EditedWorkbook, FileToShow, Refusal, Spreadsheet } from '../../src/app/edited-workbook'
import type { HostTrouble } from '../../src/app/open-workbook'
import { cellAt } from '../../src/workbook/model'
import type { CellPatch, WorkbookPatch } from '../../src/workbook/patch'
import { OpenInMemory } from './open-in-memory'

export class EditedInMemory extends OpenInMemory implements EditedWorkbook {
  readonly calls: string[] = []
  isClosed = false
  private readonly before
  private readonly written = new Map<string, { sheet: string; row: number; column: number }>()
  private readonly changed = new Set<() => void>()
  private readonly refused = new Set<(refusal: Refusal) => void>()

  constructor(file: FileToShow) {
    super(file.book, file.name)
    this.before = file.book
  }

  changes(): WorkbookPatch {
    const sheets = new Map<string, CellPatch[]>()
    for (const { sheet, row, column } of this.written.values()) {
      const [was, is] = [this.before, this.book].map((book) => cellAt(book.sheets.find(({ name }) => name === sheet) ?? { rows: [] }, row, column)?.value ?? null)
      if (was === is || typeof is === 'object' && is !== null) continue
      sheets.set(sheet, [...(sheets.get(sheet) ?? []), { row, column, value: is as CellPatch['value'] }])
    }
    return { sheets: [...sheets].map(([sheet, cells]) => ({ sheet, cells })) }
  }

  async restore(changes: WorkbookPatch): Promise<void> {
    this.note(changes)
    await super.apply(changes)
  }

  override async apply(patch: WorkbookPatch): Promise<void> {
    this.note(patch)
    await super.apply(patch)
    this.tell()
  }

  override edit(sheet: string, cell: CellPatch): void {
    this.note({ sheets: [{ sheet, cells: [cell] }] })
    super.edit(sheet, cell)
    this.tell()
  }

  undo = async (): Promise<void> => void this.calls.push('undo')
  redo = async (): Promise<void> => void this.calls.push('redo')
  sort = async (direction: string): Promise<void> => void this.calls.push(direction)

  onChanged(listener: () => void): () => void {
    this.changed.add(listener)
    return () => void this.changed.delete(listener)
  }

  onRefused(listener: (refusal: Refusal) => void): () => void {
    this.refused.add(listener)
    return () => void this.refused.delete(listener)
  }

  /** A person tried something. */
  refuse(refusal: Refusal): void {
    for (const listener of this.refused) listener(refusal)
  }

  async close(): Promise<void> {
    this.isClosed = true
  }

  get watchers(): number {
    return this.changed.size + this.refused.size
  }

  private note({ sheets }: WorkbookPatch): void {
    for (const { sheet, cells } of sheets) for (const { row, column } of cells) this.written.set(`${sheet}!${row}!${column}`, { sheet, row, column })
  }

  private tell(): void {
    for (const listener of this.changed) listener()
  }
}

export class SpreadsheetInMemory implements Spreadsheet {
  /** What was opened, in order. */
  readonly opened: EditedInMemory[] = []
  /** The next file is not shown. */
  trouble: HostTrouble | undefined

  open = async (file: FileToShow): Promise<EditedInMemory> => {
    const { trouble } = this
    this.trouble = undefined
    if (trouble) throw trouble
    const edited = new EditedInMemory(file)
    this.opened.push(edited)
    return edited
  }

  get last(): EditedInMemory {
    return this.opened.at(-1) as EditedInMemory
  }
}
