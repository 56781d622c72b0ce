/** A finding in words: what is wrong and how to put it right, in the reader's language. */
import { address } from './address'
import type { Finding } from './finding'
import type { Language, Say, Text } from '../text'

export interface FindingText {
  /** What is wrong; says the heading, not the cell: see {@link whereOf}. */
  readonly message: string
  /** How to put it right. */
  readonly fix: string
}

/**
 * Words from the definition where the finding brings them, else from the catalogue under its key
 * (or code) and `.fix`. Placeholders are its params, its texts and its own value, expected,
 * subject, sheet, row and cell. Throws for a code without words: a broken program.
 */
export function findingText(finding: Finding, say: Say, language: Language): FindingText {
  const params = paramsOf(finding, language)
  const key = finding.key ?? finding.code
  return {
    message: finding.message ? fill(finding.message, params, language) : say(key, params),
    fix: finding.fix ? fill(finding.fix, params, language) : say(`${key}.fix`, params),
  }
}

/** `C4`, `4` for a whole row, empty for a sheet or the workbook. */
export function whereOf({ row, column }: Pick<Finding, 'row' | 'column'>): string {
  if (row === undefined) return ''
  return column === undefined ? String(row) : address(row, column)
}

function paramsOf(finding: Finding, language: Language): Record<string, string | number> {
  const { value = '', expected = '', subject = '', sheet = '', row = '', params, texts } = finding
  const worded = Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, text[language]]))
  return { value, expected, subject, sheet, row, cell: whereOf(finding), ...worded, ...params }
}

function fill(text: Text, params: Readonly<Record<string, string | number>>, language: Language): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
