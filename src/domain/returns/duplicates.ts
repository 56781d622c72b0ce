/**
 * Rows that share what must be unique. The first row stands; each later one has the finding, with
 * the first row's number: `cell/duplicate` for a field, `row/duplicate` for a combination. Blanks
 * are not compared. Texts that fold alike (width, case, spaces) are the same.
 */
import type { Draft } from './build-records'
import { fold } from './normalise'
import type { FieldValue } from './return'
import { at, headingOf, type Reading, type Table } from './table-context'
import { shown } from './shown'

/** Drafts that repeat an earlier one. */
export function findDuplicates(table: Table, drafts: readonly Draft[], { report }: Reading): Set<Draft> {
  const repeating = new Set<Draft>()
  const candidates = drafts.filter(({ identified }) => identified)
  for (const [path, field] of Object.entries(table.form.fields)) {
    if (field.type === 'repeat' || !field.unique) continue
    for (const { draft, first } of repeatsOf(candidates, [path])) {
      repeating.add(draft)
      const { row, label } = draft.record
      report.add('cell/duplicate', { ...at(table, row, path), subject: label, value: shown(draft.cells.get(path) ?? {}) }, { heading: headingOf(table, path), first: first.record.row })
    }
  }
  for (const paths of table.form.unique ?? []) {
    for (const { draft, first } of repeatsOf(candidates, paths)) {
      repeating.add(draft)
      const { row, label } = draft.record
      const headings = paths.map((path) => headingOf(table, path)).join(' + ')
      report.add('row/duplicate', { ...at(table, row, paths[paths.length - 1]), subject: label }, { headings, first: first.record.row })
    }
  }
  return repeating
}

function repeatsOf(drafts: readonly Draft[], paths: readonly string[]): { draft: Draft; first: Draft }[] {
  const firsts = new Map<string, Draft>()
  return drafts.flatMap((draft) => {
    const values = paths.map((path) => draft.record.values[path] ?? null)
    if (values.some((value) => value === null)) return []
    const key = JSON.stringify(values.map(comparable))
    const first = firsts.get(key)
    if (first) return [{ draft, first }]
    firsts.set(key, draft)
    return []
  })
}

function comparable(value: FieldValue): FieldValue {
  return typeof value === 'string' ? fold(value) : value
}
