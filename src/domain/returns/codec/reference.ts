/**
 * A row of a roster, named as people name it: by the label the drop-down offers, by a name that
 * occurs once, by running number, or as `姓名（3）`. Values are Excel rows of the roster.
 *
 * A name that fits two rows is refused (`cell/ambiguous-reference`), and so is a near miss, with
 * a suggestion (`cell/near-reference`).
 */
import type { Language } from '../../text'
import { closest } from '../closest'
import { fold, halfWidth } from '../normalise'
import { rosterLabel } from '../layout'
import { read, unreadable, type Codec } from './decoded'

export interface RosterRow {
  /** 1-based Excel row. */
  readonly row: number
  /** Running number; absent when the cell holds none. */
  readonly number?: number
  /** Name as typed; empty when the row names nobody. */
  readonly name: string
}

/** A roster's rows that name somebody, and the labels they are picked by. */
export interface Roster {
  readonly rows: readonly RosterRow[]
  readonly labels: ReadonlyMap<number, string>
  readonly byNumber: ReadonlyMap<number, RosterRow>
  readonly byName: ReadonlyMap<string, readonly RosterRow[]>
}

/** The rows that can be referred to: those with a name. */
export function rosterOf(rows: readonly RosterRow[], language: Language): Roster {
  const named = rows.filter((row) => row.name !== '')
  const byName = new Map<string, RosterRow[]>()
  const byNumber = new Map<number, RosterRow>()
  for (const row of named) {
    const key = fold(row.name)
    byName.set(key, [...(byName.get(key) ?? []), row])
    if (row.number !== undefined && !byNumber.has(row.number)) byNumber.set(row.number, row)
  }
  const labels = new Map(
    named.map((row) => [row.row, rosterLabel(row.name, row.number ?? row.row, (byName.get(fold(row.name)) as RosterRow[]).length > 1, language)]),
  )
  return { rows: named, labels, byNumber, byName }
}

/** A cell that names a row of a roster: by its label, its number or its name alone ⇄ the row. */
export function referenceCodec(roster: Roster): Codec<number> {
  return {
    encode: (row) => roster.labels.get(row) ?? row,
    decode: ({ value }) => {
      if (typeof value === 'boolean') return unreadable('cell/unknown-reference')
      const text = halfWidth(String(value))
      const named = roster.byName.get(fold(text))
      if (named) return named.length === 1 ? read((named[0] as RosterRow).row) : ambiguous(named, roster)
      const numbered = /^(.*?)\s?\((\d+)\)$/.exec(text)
      const number = /^\d+$/.test(text) ? Number(text) : numbered ? Number(numbered[2]) : undefined
      if (number !== undefined) {
        const row = roster.byNumber.get(number)
        if (row && (!numbered || fold(row.name) === fold(numbered[1] as string))) return read(row.row)
        return unreadable('cell/unknown-reference')
      }
      const near = closest(fold(text), roster.byName.keys())
      const meant = near === undefined ? undefined : (roster.byName.get(near) as readonly RosterRow[])
      if (!meant) return unreadable('cell/unknown-reference')
      return unreadable('cell/near-reference', roster.labels.get((meant[0] as RosterRow).row))
    },
  }
}

function ambiguous(rows: readonly RosterRow[], roster: Roster) {
  return unreadable<number>('cell/ambiguous-reference', rows.map((row) => roster.labels.get(row.row)).join(' · '))
}
