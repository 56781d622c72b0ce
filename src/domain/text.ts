/** Languages the product speaks. Chinese is what most users see. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text that a definition gives in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * Looks up a message of the catalogue in the reader's language and fills its `{placeholders}`.
 * Pure code takes it as a parameter; only a composition root knows the catalogue.
 */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string
