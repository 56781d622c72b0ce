/**
 * What a check writes beside the rows: what is wrong in words, and the marks by which the
 * template's conditional formats colour the cells: `|4:e|6:w|`, one entry a cell, with its
 * absolute 1-based column and `e`rror, `w`arning or `q`uery. Of several findings at one cell
 * the gravest colours it.
 */
import { findingText } from './finding-text'
import type { Finding, Severity } from './finding'
import type { LocatedForm } from './return'
import type { Language, Say } from '../text'

export interface MarkedCell {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: number
  /** `null`: emptied, because an earlier check left something there. */
  readonly value: string | null
}

/** Longest text of one row; what does not fit is counted (`check/more`). A cell holds 32,767, but nobody reads that. */
const LONGEST = 500

const LETTER: Readonly<Record<Severity, string>> = { error: 'e', warning: 'w', query: 'q' }
const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, query: 2 }

/**
 * Cells to write: result and marks of every row with findings, and emptied ones for rows that
 * are clean now and were not at an earlier check. Other cells are not touched. Findings without a
 * row below the headings (a missing column, say) have no place here; the cover counts them.
 */
export function markRows(findings: readonly Finding[], located: Readonly<Record<string, LocatedForm>>, say: Say, language: Language): MarkedCell[] {
  return Object.values(located).flatMap((form) => {
    const rows = byRow(findings, form)
    const all = [...new Set([...rows.keys(), ...form.markedRows])].sort((a, b) => a - b)
    return all.flatMap((row) => {
      const here = rows.get(row) ?? []
      const cell = (column: number | undefined, value: string): MarkedCell[] => (column === undefined ? [] : [{ sheet: form.sheet, row, column, value: value || null }])
      return [...cell(form.resultColumn, resultText(here, say, language)), ...cell(form.marksColumn, marksOf(here))]
    })
  })
}

function byRow(findings: readonly Finding[], { sheet, headerRow }: LocatedForm): Map<number, Finding[]> {
  const rows = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.sheet !== sheet || finding.row === undefined || finding.row <= headerRow) continue
    const row = rows.get(finding.row)
    if (row) row.push(finding)
    else rows.set(finding.row, [finding])
  }
  return rows
}

/** Empty when there is nothing; a row's findings without a column come under no mark. */
export function marksOf(findings: readonly Finding[]): string {
  const gravest = new Map<number, Severity>()
  for (const { column, severity } of findings) {
    if (column === undefined) continue
    const known = gravest.get(column)
    if (known === undefined || WEIGHT[severity] < WEIGHT[known]) gravest.set(column, severity)
  }
  const marks = [...gravest].sort(([a], [b]) => a - b).map(([column, severity]) => `${column}:${LETTER[severity]}`)
  return marks.length === 0 ? '' : `|${marks.join('|')}|`
}

/** What is wrong, gravest first, each with its remedy; the same sentence once. */
export function resultText(findings: readonly Finding[], say: Say, language: Language): string {
  const sentences = findings
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    .map((finding) => {
      const { message, fix } = findingText(finding, say, language)
      return message + say('check/fix', { fix })
    })
  const all = [...new Set(sentences)]
  const kept: string[] = []
  for (const sentence of all) {
    if (kept.length > 0 && [...kept, sentence].join('\n').length > LONGEST) break
    kept.push(sentence)
  }
  if (kept.length < all.length) kept.push(say('check/more', { n: all.length - kept.length }))
  return kept.join('\n')
}
