/** Fills one row: every cell by its recipe, whatever order they ask for each other in. */
import { cook } from './recipe'
import { typicalRecipe } from './typical-recipe'
import { repetitionKeys } from '../../domain/returns/headings'
import type { DraftRow, DraftValue } from './draft'
import type { Filling } from './fill-form'
import type { Kitchen } from './recipe'
import type { Recipe, Tuning } from './tuning'
import type { Definition, FieldDefinition, FormDefinition, PlainField } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'

export interface RowOccasion {
  /** 1-based running number; the row's stream hangs on it. */
  readonly number: number
  /** Day on which the row's event happened. */
  readonly day: IsoDate
  /** 0-based roster row it is about. */
  readonly member?: number
  /** Recipes that go before the form's own. */
  readonly set?: Readonly<Record<string, Recipe>>
}

interface Slot {
  readonly path: string
  /** Without the number of the repetition. */
  readonly generic: string
  readonly recipe: Recipe
  /** Absent: a step on the way. */
  readonly field?: PlainField
  readonly repetition?: { readonly field: string; readonly n: number; readonly key: string; readonly dated: boolean }
}

/** Dates that lie after the return's day are blank unless they are a plan; so are repetitions on such days. */
export function fillRow(formId: string, occasion: RowOccasion, filling: Filling): DraftRow {
  const { asOf, roster, random } = filling
  const { number, day, member = null, set = {} } = occasion
  const slots = slotsOf(formId, filling, set)
  const byPath = new Map(slots.map((slot) => [slot.path, slot]))
  const values: Record<string, DraftValue> = {}
  const form = random.fork(formId)
  const row = form.fork(number)

  const valueOf = (slot: Slot): DraftValue => {
    if (slot.path in values) return values[slot.path] as DraftValue
    // A recipe that asks for itself, by whatever way round, finds a blank.
    values[slot.path] = null
    const ahead = slot.repetition?.dated === true && slot.repetition.key > asOf
    const { recipe } = slot
    const cooked = ahead ? null : typeof recipe === 'object' && recipe !== null ? cook(recipe, kitchenFor(slot)) : recipe
    return (values[slot.path] = isAhead(slot, cooked, asOf) ? null : cooked)
  }
  const valueAt = (path: string, { repetition }: Slot): DraftValue => {
    if (path === 'row') return number
    if (path === 'n' && repetition) return repetition.n
    if (path === 'item' && repetition) return repetition.key
    const [head, inner] = path.split('.') as [string, string | undefined]
    const wanted = repetition?.field === head && inner ? `${head}[${repetition.n}].${inner}` : path
    const slot = byPath.get(wanted)
    if (slot) return valueOf(slot)
    // `owner.role`: of the roster row that a reference names; `member.role`: of the one this row is about.
    const reference = byPath.get(head)
    const index = reference?.field?.type === 'reference' ? valueOf(reference) : member
    return (typeof index === 'number' && inner ? roster[index]?.values[inner] : undefined) ?? null
  }
  const kitchenFor = (slot: Slot): Kitchen => ({
    definition: filling.definition,
    language: filling.language,
    quality: filling.quality,
    names: filling.names,
    roster,
    asOf,
    day,
    self: member,
    number,
    random: row.fork(slot.path),
    get shared() {
      return form.fork('shared').fork(slot.path)
    },
    value: (path) => valueAt(path, slot),
    every: (path) => slots.filter((one) => one.generic === path).map(valueOf),
  })
  slots.forEach(valueOf)
  return { values }
}

/** Slots of a form by its own recipes: the same for every row, made once for each tuning. */
const known = new WeakMap<Tuning, Map<string, readonly Slot[]>>()

function slotsOf(formId: string, { definition, tuning }: Filling, set: Readonly<Record<string, Recipe>>): readonly Slot[] {
  const forms = known.get(tuning) ?? new Map<string, readonly Slot[]>()
  known.set(tuning, forms)
  const slots = forms.get(formId) ?? ownSlots(formId, definition, tuning)
  forms.set(formId, slots)
  if (Object.keys(set).length === 0) return slots
  return slots.map((slot) => {
    const recipe = set[slot.path] !== undefined ? set[slot.path] : set[slot.generic]
    return recipe === undefined ? slot : { ...slot, recipe }
  })
}

function ownSlots(formId: string, definition: Definition, tuning: Tuning): Slot[] {
  const form = definition.forms[formId] as FormDefinition
  const own = tuning.forms[formId]?.fields ?? {}
  const recipeOf = (generic: string, field: PlainField): Recipe => {
    const recipe = own[generic]
    return recipe === undefined ? typicalRecipe(field, definition) : recipe
  }
  const fields = Object.entries(form.fields).flatMap(([id, field]: [string, FieldDefinition]): Slot[] => {
    if (field.type === 'total') return []
    if (field.type !== 'repeat') return [{ path: id, generic: id, field, recipe: recipeOf(id, field) }]
    const dated = field.over.startsWith('calendar.')
    return repetitionKeys(definition, field).flatMap((key, index) =>
      Object.entries(field.fields).map(([inner, innerField]) => {
        const generic = `${id}.${inner}`
        return { path: `${id}[${index + 1}].${inner}`, generic, field: innerField, recipe: recipeOf(generic, innerField), repetition: { field: id, n: index + 1, key, dated } }
      }),
    )
  })
  const steps = Object.entries(own).filter(([path]) => path.startsWith('_')).map(([path, recipe]): Slot => ({ path, generic: path, recipe }))
  return [...fields, ...steps]
}

function isAhead({ field, recipe }: Slot, value: DraftValue, asOf: IsoDate): boolean {
  if (field?.type !== 'date' || typeof value !== 'string' || value <= asOf) return false
  return !(typeof recipe === 'object' && recipe !== null && 'plan' in recipe)
}
