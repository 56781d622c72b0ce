/** Which column (or, on a record sheet, which row) holds which field: by heading, wherever it stands. */
import { closest } from './closest'
import { fold, foldWithoutBrackets } from './normalise'

/** Something that is looked for. */
export interface Wanted {
  readonly path: string
  /** Headings it may have, one or more for each language. */
  readonly headings: readonly string[]
  /** Headings of the repetition above it; empty: it stands in none. */
  readonly groups: readonly string[]
}

/** A heading that was found. */
export interface Slot {
  /** Column; on a record sheet the row. */
  readonly at: number
  readonly heading: string
  /** Heading of the repetition above it, when there is one. */
  readonly group?: string
}

export interface Match {
  readonly found: ReadonlyMap<string, number>
  /** Taken for a field although the heading differs. */
  readonly renamed: readonly { readonly path: string; readonly slot: Slot }[]
  /** Further slots with a heading that is taken. */
  readonly duplicated: readonly { readonly path: string; readonly slot: Slot }[]
  readonly missing: readonly string[]
  readonly unknown: readonly Slot[]
  /** Repetitions that were told apart by their order, because their own headings are gone. */
  readonly byOrder: boolean
}

const keyOf = (group: string, heading: string): string => `${group}\n${heading}`

/**
 * Matches slots (ascending) to what is wanted (in the order of the layout), strictest rule first:
 *
 * 1. same heading and same repetition; of several such slots the one with most data (`filled`)
 * 2. the same without what stands in brackets, where that tells fields apart
 * 3. repetitions by their order, when as many columns as fields are left for a heading
 * 4. a heading that is nearly the same
 * 5. the one column between the two neighbours that the field has in the layout
 *
 * What rules 4 and 5 take is reported as renamed.
 */
export function matchHeadings(slots: readonly Slot[], wanted: readonly Wanted[], filled: (at: number) => number): Match {
  const found = new Map<string, number>()
  const taken = new Set<Slot>()
  const duplicated: { path: string; slot: Slot }[] = []
  const renamed: { path: string; slot: Slot }[] = []
  const take = (path: string, slot: Slot) => {
    found.set(path, slot.at)
    taken.add(slot)
  }
  const open = () => ({ slots: slots.filter((slot) => !taken.has(slot)), wanted: wanted.filter(({ path }) => !found.has(path)) })

  for (const simplify of [fold, foldWithoutBrackets]) {
    const candidates = candidatesBy(simplify, open())
    for (const [path, all] of candidates) {
      const [best, ...others] = all.toSorted((a, b) => filled(b.at) - filled(a.at) || a.at - b.at)
      take(path, best as Slot)
      for (const slot of others) {
        taken.add(slot)
        duplicated.push({ path, slot })
      }
    }
  }

  const byOrder = matchByOrder(open(), take)

  const left = open()
  const keys = new Map(left.wanted.flatMap((one) => keysOf(one, fold).map((key) => [key, one.path] as const)))
  for (const slot of left.slots) {
    if (slot.heading === '') continue
    const key = slotKey(slot, fold)
    // Day 5 is not a misspelt day 6.
    const near = closest(key, [...keys.keys()].filter((candidate) => digitsOf(candidate) === digitsOf(key)))
    const path = near === undefined ? undefined : keys.get(near)
    if (path === undefined || found.has(path)) continue
    take(path, slot)
    renamed.push({ path, slot })
  }

  for (const { path } of open().wanted) {
    const slot = betweenNeighbours(path, wanted, found, slots)
    if (!slot || taken.has(slot)) continue
    take(path, slot)
    renamed.push({ path, slot })
  }

  const rest = open()
  return { found, renamed, duplicated, missing: rest.wanted.map(({ path }) => path), unknown: rest.slots, byOrder }
}

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

interface Open {
  readonly slots: readonly Slot[]
  readonly wanted: readonly Wanted[]
}

/** Slots for each field that has the same simplified heading; keys that two fields share match nothing. */
function candidatesBy(simplify: (text: string) => string, { slots, wanted }: Open): Map<string, Slot[]> {
  const paths = new Map<string, string | undefined>()
  for (const one of wanted) {
    for (const key of keysOf(one, simplify)) paths.set(key, paths.has(key) && paths.get(key) !== one.path ? undefined : one.path)
  }
  const candidates = new Map<string, Slot[]>()
  for (const slot of slots) {
    if (slot.heading === '') continue
    const path = paths.get(slotKey(slot, simplify)) ?? paths.get(keyOf('', simplify(slot.heading)))
    if (path !== undefined) candidates.set(path, [...(candidates.get(path) ?? []), slot])
  }
  return candidates
}

const slotKey = (slot: Slot, simplify: (text: string) => string): string => keyOf(simplify(slot.group ?? ''), simplify(slot.heading))

function keysOf(one: Wanted, simplify: (text: string) => string): string[] {
  const groups = one.groups.length > 0 ? one.groups : ['']
  return [...new Set(one.headings.flatMap((heading) => groups.map((group) => keyOf(simplify(group), simplify(heading)))))]
}

/** Rule 3. True when it applied. */
function matchByOrder({ slots, wanted }: Open, take: (path: string, slot: Slot) => void): boolean {
  const grouped = wanted.filter(({ groups }) => groups.length > 0)
  let applied = false
  for (const heading of new Set(grouped.map(({ headings }) => fold(headings[0] as string)))) {
    const fields = grouped.filter(({ headings }) => fold(headings[0] as string) === heading)
    const spellings = new Set(fields.flatMap(({ headings }) => headings.map(fold)))
    const same = slots.filter((slot) => slot.heading !== '' && spellings.has(fold(slot.heading)))
    if (same.length !== fields.length) continue
    fields.forEach(({ path }, index) => take(path, same[index] as Slot))
    applied = true
  }
  return applied
}

/** Rule 5. */
function betweenNeighbours(path: string, wanted: readonly Wanted[], found: ReadonlyMap<string, number>, slots: readonly Slot[]): Slot | undefined {
  const index = wanted.findIndex((one) => one.path === path)
  const before = found.get(wanted[index - 1]?.path ?? '')
  const after = found.get(wanted[index + 1]?.path ?? '')
  return before !== undefined && after === before + 2 ? slots.find(({ at }) => at === before + 1) : undefined
}
