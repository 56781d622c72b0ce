/**
 * Settings and weights over time: what the office changed, from which campaign week on. A change holds for every week
 * from its own on, whatever was decided for them before; earlier weeks keep theirs.
 */
import type { Overrides } from './campaign'

export type SettingValue = number | boolean | string
export type SettingKind = 'setting' | 'weight'

export interface SettingChange {
  readonly kind: SettingKind
  /** Setting, or indicator. */
  readonly id: string
  /** In force before, in its first week. */
  readonly old: SettingValue
  readonly new: SettingValue
  /** First campaign week it holds for, 1-based. */
  readonly fromWeek: number
  /** Who decided; empty: recorded from a workbook that did not ask. */
  readonly by: string
  /** ISO local date and time of the recording. */
  readonly at: string
  /** The same value as the change before it, which was meant to begin later: that one does not hold. */
  readonly isMoved?: true
}

/** What the office says now about one setting. */
export interface SettingStatement {
  readonly kind: SettingKind
  readonly id: string
  readonly value: SettingValue
  /** The definition's own. */
  readonly original: SettingValue
  /** Absent: the first week that is not consolidated yet. */
  readonly fromWeek?: number
  readonly by: string
}

const settingOf = ({ kind, id }: Pick<SettingChange, 'kind' | 'id'>): string => `${kind}|${id}`

/** What differs from the definition in a week. Changes in the order in which they were recorded. */
export function overridesIn(changes: readonly SettingChange[], week: number): Overrides {
  const settings: Record<string, SettingValue> = {}
  const weights: Record<string, number> = {}
  const originals = new Map<string, SettingValue>()
  for (const change of changes) if (!originals.has(settingOf(change))) originals.set(settingOf(change), change.old)
  for (const change of inForce(changes).filter(({ fromWeek }) => fromWeek <= week)) {
    const { kind, id, new: value } = change
    const isOriginal = value === originals.get(settingOf(change))
    if (kind === 'weight') {
      if (isOriginal) delete weights[id]
      else weights[id] = Number(value)
    } else if (isOriginal) delete settings[id]
    else settings[id] = value
  }
  return { ...(Object.keys(settings).length > 0 && { settings: sorted(settings) }), ...(Object.keys(weights).length > 0 && { weights: sorted(weights) }) }
}

/** The statement that a setting was last recorded with; undefined when it never was: the definition's value holds. */
export function lastRecorded(changes: readonly SettingChange[], which: Pick<SettingChange, 'kind' | 'id'>): SettingChange | undefined {
  return changes.findLast((change) => settingOf(change) === settingOf(which))
}

/**
 * | the statement                                        | is a change |
 * | another value than was last recorded (or than the definition's) | yes, from its week on |
 * | the same value, another week given                   | yes; when it begins later, the one before no longer holds |
 * | the same value, the same week or none given          | no |
 */
export function isChange(statement: SettingStatement, changes: readonly SettingChange[]): boolean {
  const last = lastRecorded(changes, statement)
  if (!last) return statement.value !== statement.original
  return statement.value !== last.new || (statement.fromWeek !== undefined && statement.fromWeek !== last.fromWeek)
}

export interface RecordOptions {
  /** First week that is not consolidated; what has no week begins there. */
  readonly openWeek: number
  readonly at: string
}

/** Statements that are changes, as they are recorded. */
export function recorded(statements: readonly SettingStatement[], changes: readonly SettingChange[], { openWeek, at }: RecordOptions): SettingChange[] {
  return statements.filter((statement) => isChange(statement, changes)).map((statement): SettingChange => {
    const { kind, id, value, original, by } = statement
    const last = lastRecorded(changes, statement)
    const fromWeek = statement.fromWeek ?? openWeek
    const isMoved = last !== undefined && last.new === value && fromWeek > last.fromWeek
    const before = isMoved ? changes.filter((change) => change !== last) : changes
    return { kind, id, old: valueIn(before, statement, fromWeek) ?? original, new: value, fromWeek, by, at, ...(isMoved && { isMoved }) }
  })
}

/** The value that changes give a setting in a week; undefined: none of them says. */
export function valueIn(changes: readonly SettingChange[], which: Pick<SettingChange, 'kind' | 'id'>, week: number): SettingValue | undefined {
  return inForce(changes).findLast((change) => settingOf(change) === settingOf(which) && change.fromWeek <= week)?.new
}

/** Without those whose beginning was moved. */
function inForce(changes: readonly SettingChange[]): SettingChange[] {
  return changes.filter((change, i) => !changes.slice(i + 1).find((later) => settingOf(later) === settingOf(change))?.isMoved)
}

function sorted<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}
