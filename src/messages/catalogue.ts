/**
 * The message catalogue: every text a person reads, in both languages.
 *
 * One file per area holds both languages side by side; the type of an area makes the build
 * fail when a key is missing in one of them, and a test compares their placeholders.
 * `{name}` is filled in; `{n|row|rows}` picks by the number `n` (the second form unless n is 1).
 */
import type { Language, Say } from '../domain/text'

export type Area = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> }

/** Fails to compile when the two languages of an area do not have the same keys. */
export function area<K extends string>(texts: { zh: Record<K, string>; en: Record<NoInfer<K>, string> }): Area {
  return texts
}

/** Merges areas. A key must belong to one area only. */
export function catalogueOf(areas: readonly Area[]): Area {
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const one of areas) {
    for (const key of Object.keys(one.zh)) {
      if (key in zh) throw new Error(`message key in two areas: ${key}`)
      zh[key] = one.zh[key] as string
      en[key] = one.en[key] as string
    }
  }
  return { zh, en }
}

/**
 * The catalogue as it is spoken in one place: a text under `key@place` stands where `key` is asked for. Texts of other
 * places stay aside.
 */
export function inPlace({ zh, en }: Area, place: string): Area {
  const spoken = (texts: Area['zh']) => {
    const instead = Object.entries(texts).filter(([key]) => key.endsWith(`@${place}`))
    return { ...texts, ...Object.fromEntries(instead.map(([key, text]) => [key.slice(0, -place.length - 1), text])) }
  }
  return { zh: spoken(zh), en: spoken(en) }
}

/** A lookup in one language. Throws for a key the catalogue does not have: that is a broken program, not bad data. */
export function sayFrom(catalogue: Area, language: Language): Say {
  return (key, params = {}) => {
    const text = catalogue[language][key]
    if (text === undefined) throw new Error(`no message for ${key}`)
    return fill(text, params)
  }
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one === undefined) return String(value)
    return Number(value) === 1 ? one : (many as string)
  })
}
