/** Fills one form of a return that is in order, as it stands on a given day. */
import { happeningsOf } from './happenings'
import { holds } from './recipe'
import { fillRow } from './fill-row'
import type { RowOccasion } from './fill-row'
import { lastWorkingDay } from './days'
import type { Conditions, Tuning } from './tuning'
import type { DraftRow, DraftValue } from './draft'
import type { Random } from '../../domain/random'
import type { Definition, FormDefinition } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'
import type { Language } from '../../domain/text'

export interface Filling {
  readonly definition: Definition
  readonly tuning: Tuning
  readonly language: Language
  /** The subject's own stream: nothing drawn from it may depend on the week. */
  readonly random: Random
  readonly quality: number
  /** Sets its people's names apart from those of a subject with the same stream. */
  readonly names: string
  /** Day of the return: what lies after it has not happened. */
  readonly asOf: IsoDate
  /** Rows of the roster that references and companions point at. */
  readonly roster: readonly DraftRow[]
  /** 0-based rows of companions that are filled as another one is. */
  readonly alike?: ReadonlyMap<number, number>
}

/** What happens where the tuning says nothing: once a week. */
const SOMETHING = [{ kind: 'weekly', count: [1, 1], set: {} }] as const satisfies Tuning['forms'][string]['rows']

/** The rows of a form; a companion gets one for each roster row; a roster's are the roster itself. */
export function fillForm(formId: string, filling: Filling): DraftRow[] {
  const form = filling.definition.forms[formId] as FormDefinition
  const today = lastWorkingDay(filling.asOf)
  if (form.shape === 'roster') return [...filling.roster]
  if (form.shape === 'record') return [fillRow(formId, { number: 1, day: today }, filling)]
  if (form.shape === 'companion') return filling.roster.map((_, member) => fillRow(formId, { number: (filling.alike?.get(member) ?? member) + 1, day: today, member }, filling))
  const happened = happeningsOf(filling.tuning.forms[formId]?.rows ?? SOMETHING, filling, filling.random.fork(formId).fork('days'))
  const rows = happened.flatMap(({ day, member, set }, index) => (day <= filling.asOf ? [fillRow(formId, { number: index + 1, day, member, set }, filling)] : []))
  return withoutRepeats(form, rows)
}

/** How often a further row is drawn anew when it repeats another one. */
const ATTEMPTS = 30

/** A row besides those that are there, which repeats none of them; `stream` keeps its draws apart from theirs. Undefined: all attempts did. */
export function furtherRow(formId: string, rows: readonly DraftRow[], stream: number, occasion: Pick<RowOccasion, 'day' | 'set'>, filling: Filling): DraftRow | undefined {
  const form = filling.definition.forms[formId] as FormDefinition
  const member = filling.random.fork('about').whole(0, Math.max(0, filling.roster.length - 1))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // A roster's rows go by their running number.
    const number = form.shape === 'roster' ? rows.length + 1 + attempt : stream + rows.length + attempt * 1000
    const row = fillRow(formId, { number, member, ...occasion }, filling)
    if (!repeatsAnother(form, rows, row)) return row
  }
  return undefined
}

/** Rows of a form that meet the conditions, by index. `member.post` looks through a reference, or at the companion's roster row. */
export function rowsWhere(rows: readonly DraftRow[], where: Conditions, { roster }: Filling): number[] {
  return rows.flatMap((row, index) => {
    const value = (path: string): DraftValue => {
      const [head, inner] = path.split('.') as [string, string | undefined]
      if (inner === undefined || path in row.values) return row.values[path] ?? null
      const reference = row.values[head]
      return roster[typeof reference === 'number' ? reference : index]?.values[inner] ?? null
    }
    return holds(where, value) ? [index] : []
  })
}

/** Leaves out rows that repeat what the form wants to be unique: chance makes such, people who are in order do not. */
function withoutRepeats(form: FormDefinition, rows: readonly DraftRow[]): DraftRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const keys = uniqueKeys(form, row)
    if (keys.some((key) => seen.has(key))) return false
    keys.forEach((key) => seen.add(key))
    return true
  })
}

/** Whether a row repeats what another one has and the form wants to be unique. */
export function repeatsAnother(form: FormDefinition, rows: readonly DraftRow[], row: DraftRow): boolean {
  const keys = uniqueKeys(form, row)
  return keys.length > 0 && rows.some((other) => uniqueKeys(form, other).some((key) => keys.includes(key)))
}

function uniqueKeys(form: FormDefinition, { values }: DraftRow): string[] {
  const combinations = [...(form.unique ?? []), ...Object.entries(form.fields).flatMap(([id, field]) => (field.type !== 'repeat' && field.unique ? [[id]] : []))]
  return combinations.filter((ids) => ids.every((id) => values[id] !== null)).map((ids) => JSON.stringify([ids, ids.map((id) => values[id])]))
}
