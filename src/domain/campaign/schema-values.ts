/** Values that stand in many places of a definition. Identifiers that expressions use are camelCase, those that only the definition uses are kebab-case. */
import * as v from 'valibot'
import { MAX_EXPRESSION } from './limits'

/** What every JavaScript object answers to cannot be an identifier: it would be found where nothing was defined. */
export const identifier = v.pipe(
  v.string(),
  v.regex(/^(?!(?:constructor|prototype|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$)[a-z][A-Za-z0-9]{0,39}$/, 'identifier'),
)
export const slug = v.pipe(v.string(), v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9][a-z0-9-]{0,39}$/, 'slug'))
export const clauseId = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}[0-9]{1,3}$/, 'clause'))
export const isoDate = v.pipe(v.string(), v.isoDate())
export const expression = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_EXPRESSION))
/** A number, or an expression that gives one. */
export const quantity = v.union([v.number(), expression])

export const text = v.strictObject({ zh: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })
