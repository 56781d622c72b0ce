/** Fills one form of a return that is in order, as it stands on a given day. */
import { cook, holds } from './recipe'
import { typicalRecipe } from './typical-recipe'
import { repetitionKeys } from '../../domain/returns/headings'
import { addDays, anchor, dayCount, workingDays } from './days'
import type { Conditions, Recipe, Tuning } from './tuning'
import type { DraftRow, DraftValue } from './draft'
import type { Kitchen } from './recipe'
import type { Random } from './random'
import type { Definition, FieldDefinition, FormDefinition, PlainField } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'
import type { Language } from '../../domain/text'

export interface Filling {
  readonly definition: Definition
  readonly tuning: Tuning
  readonly language: Language
  /** The subject's own stream: nothing drawn from it may depend on the week. */
  readonly random: Random
  readonly quality: number
  readonly asOf: IsoDate
  /** Rows of the roster that references and companions point at. */
  readonly roster: readonly DraftRow[]
}

/** Paths of a row's cells, with the recipe that each follows. */
interface Slot {
  readonly path: string
  readonly recipe: Recipe
  readonly field: PlainField
  readonly repetition?: { readonly field: string; readonly n: number; readonly key: string; readonly dated: boolean }
}

/** The rows of a form; a companion gets one for each roster row, a roster none (its rows are the roster). */
export function fillForm(formId: string, filling: Filling): DraftRow[] {
  const form = filling.definition.forms[formId] as FormDefinition
  if (form.shape === 'roster') return [...filling.roster]
  if (form.shape === 'record') return [fillRow(formId, 1, filling.asOf, filling)]
  if (form.shape === 'companion') return filling.roster.map((member, index) => fillRow(formId, index + 1, filling.asOf, filling, { member }))
  const rows = eventDays(formId, filling)
    .filter((day) => day <= filling.asOf)
    .map((day, index) => fillRow(formId, index + 1, day, filling))
  return withoutRepeats(form, rows)
}

/**
 * One row. `day` is when its event happened. Dates that lie after the return's day are blank
 * unless they are a plan. `set` goes before the form's own recipes.
 */
export function fillRow(formId: string, number: number, day: IsoDate, filling: Filling, { member, set = {} }: { member?: DraftRow; set?: Readonly<Record<string, Recipe>> } = {}): DraftRow {
  const slots = slotsOf(formId, filling, set)
  const values: Record<string, DraftValue> = {}
  const stream = filling.random.fork(formId).fork(number)
  const cookSlot = (slot: Slot): DraftValue => {
    if (slot.path in values) return values[slot.path] as DraftValue
    // A recipe that asks for itself, by whatever way round, finds a blank.
    values[slot.path] = null
    const { repetition } = slot
    const cooked = repetition?.dated && repetition.key > filling.asOf ? null : cook(slot.recipe, kitchenFor(slot))
    return (values[slot.path] = happened(slot, cooked, filling.asOf) ? cooked : null)
  }
  const kitchenFor = (slot: Slot): Kitchen => ({
    ...filling,
    day,
    number,
    random: stream.fork(slot.path),
    value(path) {
      if (path.startsWith('member.')) return member?.values[path.slice('member.'.length)] ?? null
      const { repetition } = slot
      if (path === 'n' && repetition) return repetition.n
      if (path === 'item' && repetition) return repetition.key
      const inner = path.split('.')
      const wanted = repetition && inner.length === 2 && repetition.field === inner[0] ? `${inner[0]}[${repetition.n}].${inner[1]}` : path
      const other = slots.find((one) => one.path === wanted)
      return other ? cookSlot(other) : null
    },
  })
  slots.forEach(cookSlot)
  return { values }
}

/** Rows of a draft that meet the conditions, by index. */
export function rowsWhere(rows: readonly DraftRow[], where: Conditions, roster?: readonly DraftRow[]): number[] {
  return rows.flatMap((row, index) => {
    const value = (path: string): DraftValue => (path.startsWith('member.') ? roster?.[index]?.values[path.slice('member.'.length)] : row.values[path]) ?? null
    return holds(where, value) ? [index] : []
  })
}

function slotsOf(formId: string, { definition, tuning }: Filling, set: Readonly<Record<string, Recipe>>): Slot[] {
  const form = definition.forms[formId] as FormDefinition
  const own = tuning.forms[formId]?.fields ?? {}
  const recipeOf = (path: string, field: PlainField, generic = path): Recipe => set[path] ?? set[generic] ?? own[generic] ?? typicalRecipe(field, definition)
  return Object.entries(form.fields).flatMap(([id, field]: [string, FieldDefinition]): Slot[] => {
    if (field.type === 'total') return []
    if (field.type !== 'repeat') return [{ path: id, field, recipe: recipeOf(id, field) }]
    const dated = field.over.startsWith('calendar.')
    return repetitionKeys(definition, field).flatMap((key, index) =>
      Object.entries(field.fields).map(([inner, innerField]) => {
        const path = `${id}[${index + 1}].${inner}`
        return { path, field: innerField, recipe: recipeOf(path, innerField, `${id}.${inner}`), repetition: { field: id, n: index + 1, key, dated } }
      }),
    )
  })
}

/** A date beyond the return's day has not happened, unless it is a plan. */
function happened({ field, recipe }: Slot, value: DraftValue, asOf: IsoDate): boolean {
  if (field.type !== 'date' || typeof value !== 'string' || value <= asOf) return true
  return typeof recipe === 'object' && recipe !== null && 'plan' in recipe
}

/** Days on which things happened over the whole campaign, in order; none twice in a week for weekly ones. */
function eventDays(formId: string, { definition, tuning, random, quality, roster }: Filling): IsoDate[] {
  const rows = tuning.forms[formId]?.rows ?? { kind: 'weekly', count: [1, 1] }
  const stream = random.fork(formId).fork('days')
  if (rows.kind === 'weekly') {
    return Array.from({ length: definition.calendar.weeks }, (_, index) => index + 1).flatMap((week) => {
      const inWeek = stream.fork(week)
      return inWeek.sample(workingDays(definition, week), inWeek.whole(...rows.count)).sort()
    })
  }
  const first = anchor(definition, rows.span[0])
  const days = dayCount(first, anchor(definition, rows.span[1]))
  const drawn = rows.count[0] + stream.next() * (rows.count[1] - rows.count[0])
  const count = rows.kind === 'perMember' ? Math.ceil(drawn * roster.length) : Math.round(drawn)
  return Array.from({ length: count }, () => addDays(first, Math.min(days, Math.floor(stream.next() ** (0.4 + 1.6 * quality) * (days + 1))))).sort()
}

/** Leaves out rows that repeat what the form wants to be unique: chance makes such, people who are in order do not. */
function withoutRepeats(form: FormDefinition, rows: readonly DraftRow[]): DraftRow[] {
  const combinations = [...(form.unique ?? []), ...Object.entries(form.fields).flatMap(([id, field]) => (field.type !== 'repeat' && field.unique ? [[id]] : []))]
  const seen = new Set<string>()
  return rows.filter(({ values }) => {
    const keys = combinations.filter((ids) => ids.every((id) => values[id] !== null)).map((ids) => JSON.stringify([ids, ids.map((id) => values[id])]))
    if (keys.some((key) => seen.has(key))) return false
    keys.forEach((key) => seen.add(key))
    return true
  })
}
