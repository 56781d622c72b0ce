/**
 * What was copied here. The clipboard itself has only texts, as they are shown; when the texts on it are those that were
 * copied here, the contents behind them are pasted: a number in full, and not the part of it that was shown.
 */
import type { IRange } from '@univerjs/core'
import type { Content } from './cell-data'
import { tableOf } from './clipboard-text'
import type { OpenedBook, OpenedSheet } from './opened-book'
import { contentAt } from './snapshot'
import { typedContent, typedNumber } from './typed-text'

interface Copied {
  readonly sheet: OpenedSheet
  readonly range: IRange
  readonly cut: boolean
  readonly contents: readonly (readonly (Content | undefined)[])[]
  readonly texts: readonly (readonly string[])[]
}

export class Clipping {
  private copied: Copied | undefined

  constructor(private readonly book: OpenedBook) {}

  /** As plain text; undefined when nothing was copied. */
  get text(): string | undefined {
    return this.copied?.texts.map((row) => row.map((text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\n')
  }

  remember(sheet: OpenedSheet, range: IRange, cut: boolean): void {
    const worksheet = this.book.worksheet(sheet)
    const within = { ...range, startRow: whole(range.startRow, 0), startColumn: whole(range.startColumn, 0), endRow: whole(range.endRow, worksheet.getRowCount() - 1), endColumn: whole(range.endColumn, worksheet.getColumnCount() - 1) }
    const texts = this.lines(within, (row, column) => {
      const text = worksheet.getCell(row - 1, column - 1)?.v
      return text === undefined || text === null ? '' : String(text)
    })
    this.copied = { sheet, range: within, cut, contents: this.take(sheet, within), texts }
  }

  /** Contents of a range; formulas as they are. */
  take(sheet: OpenedSheet, range: IRange): (Content | undefined)[][] {
    return this.lines(range, (row, column) => contentAt(this.book, sheet, row, column))
  }

  /** What was cut here and is pasted now: once. */
  cutSource(text: string): Copied | undefined {
    const copied = this.copied
    if (!copied?.cut || !this.isOwn(text)) return undefined
    this.copied = undefined
    return copied
  }

  /** The cells to paste, each as it comes into a cell of a number format: values, also where there was a formula. */
  contents(text: string): ((format: string | undefined) => Content | undefined)[][] {
    if (this.copied && this.isOwn(text)) return this.copied.contents.map((row) => row.map((content) => (format) => valueOnly(content, format)))
    return tableOf(text).map((row) => row.map((cell) => (format) => pasted(cell, format)))
  }

  private isOwn(text: string): boolean {
    const table = tableOf(text)
    const texts = this.copied?.texts
    return texts !== undefined && table.length === texts.length && table.every((row, r) => row.length === texts[r]?.length && row.every((cell, c) => cell === texts[r]?.[c]))
  }

  private lines<T>({ startRow, startColumn, endRow, endColumn }: IRange, at: (row: number, column: number) => T): T[][] {
    return Array.from({ length: endRow - startRow + 1 }, (_, r) => Array.from({ length: endColumn - startColumn + 1 }, (_, c) => at(startRow + r + 1, startColumn + c + 1)))
  }
}

/** Foreign text never becomes a formula: what looks like one was not typed here. */
function pasted(text: string, format: string | undefined): Content | undefined {
  return /^=./.test(text) ? { value: text } : typedContent(text, format)
}

function valueOnly(content: Content | undefined, format: string | undefined): Content | undefined {
  const value = content?.value
  if (value === undefined || value === '') return undefined
  if (typeof value === 'number') return typedNumber(value, format)
  return typeof value === 'object' ? { value: value.error } : { value }
}

function whole(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}
