/**
 * A return: what one workbook says, as typed records, before anything is judged.
 * Every non-blank row of every form is accounted for: read = accepted + rejected + blank.
 */
import type { WorkbookKind } from '../campaign/schema'
import type { Finding } from './finding'

/** ISO local date, `2005-02-21`. */
export type IsoDate = string

/**
 * A decoded cell. `null`: blank or undecodable (then a finding says so).
 * text, code → string · number, integer, percent (1 = 100 %), total → number ·
 * date → ISO date · yesNo → boolean · choice → list item id · reference → row number of the roster record.
 */
export type FieldValue = string | number | boolean | null

export interface FormRecord {
  readonly form: string
  /** 1-based Excel row (for a `record` form: the row of its first field). */
  readonly row: number
  /** Running number in the first column; absent for a `record` form, or when the cell does not hold one. */
  readonly number?: number
  /** Companion: Excel row of the roster record with the same running number; absent when there is none (then not accepted). */
  readonly rosterRow?: number
  /** How a person names this row: a member's label, or the first filled text. */
  readonly label: string
  readonly values: Readonly<Record<string, FieldValue>>
  /** Repetitions of each repeat field, in order of the definition; all of them, filled or not. */
  readonly repeats: Readonly<Record<string, readonly Repetition[]>>
  /**
   * False: the row has an error that keeps it out of measures. Its cells are still readable.
   *
   * | shape       | not accepted when                                                              |
   * | `record`    | never: what cannot be read is blank                                            |
   * | `roster`    | it names nobody, or its running number is another row's                        |
   * | `companion` | its running number is missing, not on the roster, or another row's             |
   * | `events`    | any of its cells has an error, or it repeats an earlier row that is unique     |
   *
   * So a person never drops out of a measure because of a slip in one cell (the cell counts as
   * blank), and an event counts only when it is told in full. A row of sums that somebody added
   * is not accepted in any shape.
   */
  readonly accepted: boolean
}

export interface Repetition {
  /** 1-based. */
  readonly n: number
  /** ISO date (over a period) or list item id (over a list). */
  readonly key: string
  readonly values: Readonly<Record<string, FieldValue>>
}

/** Where a form's columns were found. */
export interface LocatedForm {
  readonly form: string
  readonly sheet: string
  /** 1-based row of the lowest header row; for a `record` form, row above the first field. */
  readonly headerRow: number
  /** Column of every field found, by path: `hours`, `days[2].hours`. For a `record` form, the value column. */
  readonly columns: Readonly<Record<string, number>>
  /** `record` forms only: row of every field found. */
  readonly fieldRows?: Readonly<Record<string, number>>
  /** The software's own columns; absent: they were removed. */
  readonly resultColumn?: number
  readonly marksColumn?: number
  /** Rows in which an earlier check left a result or marks. */
  readonly markedRows: readonly number[]
}

/** read = accepted + rejected + blank. A row is blank when no input cell of it holds anything. A `record` form is one row. */
export interface RowCounts {
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  readonly blank: number
}

/** Facts that travel in the workbook's `_muster` sheet and on its cover. */
export interface ReturnIdentity {
  readonly campaign?: string
  readonly version?: string
  readonly kind?: WorkbookKind | 'office'
  /** Registry id of the unit or group. */
  readonly subject?: string
  /** Campaign week this return is for, 1-based, as chosen on the cover. */
  readonly week?: number
  readonly seal?: Seal
}

/** Evidence of the last check; not authentication: anybody can write one. */
export interface Seal {
  /** Hash of the content that was checked. */
  readonly content: string
  /** Version of the definition whose rules were applied. */
  readonly rules: string
  /** ISO date and time, local. */
  readonly at: string
  readonly errors: number
  readonly warnings: number
  readonly queries: number
}

export interface SubjectFacts {
  readonly id: string
  readonly name: string
  readonly system: string
  /** Members the office registered (unit); 0 for a group. */
  readonly headcount: number
  /** Supervision group of the unit; the group's own id for a group. */
  readonly group: string
}

export interface Return {
  readonly identity: ReturnIdentity
  readonly kind: WorkbookKind
  readonly subject: SubjectFacts
  readonly located: Readonly<Record<string, LocatedForm>>
  /** Records by form id, in sheet order; blank rows left out. A `record` form has exactly one. */
  readonly records: Readonly<Record<string, readonly FormRecord[]>>
  readonly rows: Readonly<Record<string, RowCounts>>
  /** Structure, cell and reference findings. */
  readonly findings: readonly Finding[]
  /** Hash of all form content, independent of check results, marks, sorting of the zip and of styles. */
  readonly contentHash: string
}
