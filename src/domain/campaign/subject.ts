import type { Definition, WorkbookKind } from './schema'

/** What a measure's `of` names. */
export interface NamedSubject {
  readonly in: WorkbookKind
  /** Form whose rows it is measured on; absent: the unit or group as a whole. */
  readonly form?: string
  /** True when the rows are people (or supervised units) of a roster, or stand for one of them. */
  readonly member: boolean
}

/**
 * What a measure is measured on; undefined when no form has such a record.
 *
 * | of                           | measured on               | a member's consequence can follow |
 * | `unit`, `group`              | the workbook as a whole   | no                                |
 * | record of a roster, companion | every row                | yes: the row is a member          |
 * | record of an events form     | every row                 | only if it refers to a roster     |
 * | record of a `record` form    | the workbook as a whole, with that record | no                |
 */
export function measureSubject(definition: Definition, of: string): NamedSubject | undefined {
  if (of === 'unit' || of === 'group') return { in: of, member: false }
  const found = Object.entries(definition.forms).find(([, form]) => form.record === of)
  if (!found) return undefined
  const [id, form] = found
  if (form.shape === 'record') return { in: form.in, member: false }
  const member = form.shape !== 'events' || Object.values(form.fields).some((field) => field.type === 'reference')
  return { in: form.in, form: id, member }
}
