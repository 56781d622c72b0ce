/**
 * The figures that an office can hand up: what its ledger says of its units together, and nothing of a member.
 * A definition of the level above names them in its fields; docs/definition.md lists them for authors.
 */

/**
 * | kind   | a field that takes it | what it is                          |
 * | count  | integer, number       | a whole number                      |
 * | amount | number                | hours, money, goods                 |
 * | score  | number                | points, as the office rounds scores |
 * | share  | percent               | 0 … 1                               |
 * | date   | date                  |                                     |
 * | name   | text                  | the name of a system                |
 */
export type FigureKind = 'count' | 'amount' | 'score' | 'share' | 'date' | 'name'

export const FIELD_TYPES: Readonly<Record<FigureKind, readonly string[]>> = {
  count: ['integer', 'number'],
  amount: ['number'],
  score: ['number'],
  share: ['percent'],
  date: ['date'],
  name: ['text'],
}

export interface Figure {
  readonly name: string
  readonly kind: FigureKind
  /** It has a value for each row of a table: a form with a row for each system. */
  readonly table?: 'systems'
  /** It is about an entry of the office's own definition. */
  readonly about?: { readonly family: Family; readonly id: string; readonly part: string }
}

/** Mappings of the office's definition that figures are about. */
export type Family = 'indicator' | 'measure' | 'consequence' | 'total'

const FIXED: Readonly<Record<string, FigureKind>> = {
  week: 'count',
  asOf: 'date',
  units: 'count',
  members: 'count',
  groups: 'count',
  'returns.expected': 'count',
  'returns.valid': 'count',
  'returns.missing': 'count',
  'returns.rejected': 'count',
  'returns.late': 'count',
  'returns.share': 'share',
  'groupReturns.expected': 'count',
  'groupReturns.valid': 'count',
  'groupReturns.missing': 'count',
  'groupReturns.rejected': 'count',
  'score.mean': 'score',
  'score.median': 'score',
  'score.lowest': 'score',
  'score.highest': 'score',
  'findings.errors': 'count',
  'findings.warnings': 'count',
  'findings.queries': 'count',
  'weeks.ranked': 'count',
  'consequences.proposed': 'count',
  'consequences.undecided': 'count',
  'consequences.confirmed': 'count',
  'consequences.dismissed': 'count',
  'consequences.deferred': 'count',
}

const SYSTEMS: Readonly<Record<string, FigureKind>> = {
  name: 'name',
  units: 'count',
  members: 'count',
  valid: 'count',
  missing: 'count',
  rejected: 'count',
  share: 'share',
  mean: 'score',
  lowest: 'score',
  last: 'count',
}

/** By family, the parts of a figure about one entry; '' stands for the entry's name alone. */
const FAMILIES: Readonly<Record<Family, Readonly<Record<string, FigureKind>>>> = {
  indicator: { '': 'share' },
  measure: { short: 'count', units: 'count' },
  consequence: { proposed: 'count', undecided: 'count', confirmed: 'count', dismissed: 'count', deferred: 'count', units: 'count' },
  total: { '': 'amount' },
}

/** The figure of a name: `returns.valid`, `systems.mean`, `indicator.study`, `consequence.report-back.confirmed`; undefined when there is none. */
export function figureNamed(name: string): Figure | undefined {
  const kind = own(FIXED, name)
  if (kind) return { name, kind }
  const [head = '', id = '', part = '', ...rest] = name.split('.')
  if (head === 'systems') {
    const column = part === '' ? own(SYSTEMS, id) : undefined
    return column && { name, kind: column, table: 'systems' }
  }
  const family = own(FAMILIES, head)
  const of = family && rest.length === 0 && id !== '' ? own(family, part) : undefined
  return of && { name, kind: of, about: { family: head as Family, id, part } }
}

/** Every name there is, for whoever mistyped one; those about an entry with the entry that was written. */
export function figureNames(written: string): string[] {
  const id = written.split('.')[1] ?? 'id'
  const about = Object.entries(FAMILIES).flatMap(([family, parts]) => Object.keys(parts).map((part) => [family, id, ...(part === '' ? [] : [part])].join('.')))
  return [...Object.keys(FIXED), ...Object.keys(SYSTEMS).map((column) => `systems.${column}`), ...about]
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
