/** Papers as sheets of one workbook, each printed by itself. */
import type { WorkbookSpec } from '../../../workbook/spec'
import type { Language } from '../../../domain/text'
import { fontFor } from '../../issued/look'
import { letterSheet } from './letter-sheet'
import { readLetter, type ReadPart } from './read-letter'
import { sheetNames } from './sheet-names'

export interface FilledPaper {
  /** What its sheet is to be called; cut and numbered as Excel needs it. */
  readonly name: string
  /** Parts of the filled-in document. */
  readonly part: ReadPart
  /** Of a draft. */
  readonly draftMark?: string
}

/** Pixels of a digit at 11 points, as Excel shows it. */
const DIGITS: Readonly<Record<string, number>> = { 宋体: 8, Calibri: 7 }

/** In the order given; at least one. Equal papers give equal workbooks. */
export function papersWorkbook(papers: readonly FilledPaper[], words: { readonly language: Language; readonly title: string; readonly author: string }): WorkbookSpec {
  const names = sheetNames(papers.map(({ name }) => name))
  const font = fontFor(words.language)
  return {
    title: words.title,
    author: words.author,
    font,
    sheets: papers.map(({ part, draftMark }, i) => letterSheet(readLetter(part), { name: names[i] as string, digit: DIGITS[font.name] ?? 7, ...(draftMark !== undefined && { draftMark }) })),
    names: [],
  }
}
