/** Cooks one value from its recipe. */
import { addDays, anchor, dayBetween, dayCount } from './days'
import { personName } from './person-names'
import type { Conditions, Recipe } from './tuning'
import type { DraftRow, DraftValue } from './draft'
import type { Random } from '../../domain/random'
import type { Definition } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'
import type { Language } from '../../domain/text'

/** What a recipe can see. */
export interface Kitchen {
  readonly definition: Definition
  readonly language: Language
  readonly random: Random
  /** 0 (weak) … 1 (good): good units do things early in the span they have. */
  readonly quality: number
  /** Sets people's names apart. */
  readonly names: string
  /** Day of the return: what lies after it has not happened. */
  readonly asOf: IsoDate
  /** Day on which the row's event happened. */
  readonly day: IsoDate
  /** 1-based running number of the row. */
  readonly number: number
  /** Rows of the roster that references point at, and the index of the one this row is about. */
  readonly roster: readonly DraftRow[]
  readonly self: number | null
  /** The form's own stream, the same for every row. */
  readonly shared: Random
  /** Another value of the row, by path as recipes write it (see tuning.ts). */
  value(path: string): DraftValue
  /** The value of a repeated field in every repetition. */
  every(path: string): readonly DraftValue[]
}

/** A value by its recipe; what a recipe takes from elsewhere is in the kitchen. */
export function cook(recipe: Recipe, kitchen: Kitchen): DraftValue {
  if (recipe === null || typeof recipe !== 'object') return recipe
  const { random } = kitchen
  if ('one' in recipe) return cook(oneOf(recipe.one, random), kitchen)
  if ('number' in recipe) return stepped(recipe.number[0] + random.next() * (recipe.number[1] - recipe.number[0]), recipe.step ?? 1)
  if ('share' in recipe) return withNumber(kitchen.value(recipe.of), (whole) => Math.round(whole * between(random, recipe.share)))
  if ('plus' in recipe) return withNumber(kitchen.value(recipe.of), (base) => base + random.whole(...recipe.plus))
  if ('days' in recipe) {
    const base = kitchen.value(recipe.of)
    return typeof base === 'string' ? addDays(base, random.whole(...recipe.days)) : null
  }
  if ('plan' in recipe) return cook(recipe.plan, kitchen)
  if ('same' in recipe) return kitchen.value(recipe.same)
  if ('date' in recipe) return dayWithin(recipe.date, kitchen)
  if ('day' in recipe) return kitchen.day
  if ('text' in recipe) return random.pick(recipe.text[kitchen.language])
  if ('person' in recipe) return personName(random.fork(kitchen.names), kitchen.language)
  if ('digits' in recipe) return digits(recipe.digits, kitchen)
  if ('member' in recipe) return memberWho(recipe.member, kitchen)
  if ('self' in recipe) return kitchen.self
  if ('tally' in recipe) return kitchen.every(recipe.tally).filter((value) => recipe.in.includes(value)).length * recipe.times || null
  if ('once' in recipe) return cook(recipe.once, { ...kitchen, random: kitchen.shared })
  if ('sometimes' in recipe) return random.chance(recipe.sometimes) ? cook(recipe.use, kitchen) : null
  if ('with' in recipe) return kitchen.value(recipe.with) === null ? null : cook(recipe.use, kitchen)
  if ('since' in recipe) return dayWithin(recipe.since, kitchen) <= kitchen.asOf ? cook(recipe.use, kitchen) : null
  if ('grow' in recipe) return grown(recipe, kitchen)
  const applicable = recipe.cases.find(({ when }) => when === undefined || holds(when, kitchen.value))
  return applicable ? cook(applicable.use, kitchen) : null
}

/** Whether all conditions hold for the values that a path gives. */
export function holds(conditions: Conditions, value: (path: string) => DraftValue): boolean {
  return Object.entries(conditions).every(([path, wanted]) => {
    const actual = value(path)
    return Array.isArray(wanted) ? wanted.includes(actual) : wanted === actual
  })
}

function dayWithin([from, to]: readonly [string, string], { definition, asOf, random, quality }: Kitchen): IsoDate {
  return dayBetween(anchor(definition, from, asOf), anchor(definition, to, asOf), random, quality)
}

function grown({ grow: [from, to], use, step = 1 }: { grow: readonly [string, string]; use: Recipe; step?: number }, kitchen: Kitchen): DraftValue {
  const { definition, asOf } = kitchen
  const first = anchor(definition, from, asOf)
  const passed = dayCount(first, asOf) + 1
  const days = dayCount(first, anchor(definition, to, asOf)) + 1
  // Drawn before the early return, so that a later week finds the same end to grow towards.
  const final = cook(use, kitchen)
  if (passed <= 0) return null
  if (passed >= days || typeof final !== 'number') return final
  return Math.floor((final * (passed / days) ** (2.4 - 1.8 * kitchen.quality)) / step) * step
}

function memberWho(conditions: Conditions, { roster, random }: Kitchen): DraftValue {
  const fitting = roster.flatMap((row, index) => (holds(conditions, (path) => row.values[path] ?? null) ? [index] : []))
  return fitting.length > 0 ? random.pick(fitting) : null
}

function oneOf(choices: readonly Recipe[] | Readonly<Record<string, number>>, random: Random): Recipe {
  if (isList(choices)) return random.pick(choices)
  const weighted = Object.entries(choices)
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  const [chosen] = weighted.find(([, weight]) => (left -= weight) < 0) ?? weighted[0] ?? []
  // A key of a mapping is a text whatever was written; list item ids are no numbers.
  return chosen === undefined ? null : /^\d+(\.\d+)?$/.test(chosen) ? Number(chosen) : chosen
}

/** `Array.isArray` does not know read-only arrays. */
const isList = (choices: readonly Recipe[] | Readonly<Record<string, number>>): choices is readonly Recipe[] => Array.isArray(choices)

function digits(pattern: string, { random, number }: Kitchen): string {
  const padded = pattern.replace(/@+/g, (run) => String(number).padStart(run.length, '0').slice(-run.length))
  return padded.replace(/#/g, () => String(random.whole(0, 9)))
}

function withNumber(value: DraftValue, apply: (value: number) => number): DraftValue {
  return typeof value === 'number' ? apply(value) : null
}

const between = (random: Random, [low, high]: readonly [number, number]): number => low + random.next() * (high - low)

/** Rounded to steps; decimal steps leave no binary crumbs. */
const stepped = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(6))
