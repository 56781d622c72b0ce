/** What the office does besides ranking: spot checks, moving units on, the bulletin, papers. */
import * as v from 'valibot'
import { clauseId, expression, identifier, quantity, slug, text } from './schema-values'

/** How many units of each ranking group the office draws to see for itself. */
export const spotChecks = v.strictObject({ clauses: v.optional(v.array(clauseId), []), fewest: quantity, most: quantity })

/** One of the things that have to be there before a unit moves on. Exactly one of `measure`, `spotCheck` and `approval`. */
const transferRequirement = v.strictObject({
  title: text,
  clauses: v.optional(v.array(clauseId), []),
  /** Met by all its subjects: of the unit's return, or of its group's row for the unit. */
  measure: v.optional(slug),
  /** If the unit was drawn, it has passed. */
  spotCheck: v.optional(v.literal(true)),
  /** The office's own decision. */
  approval: v.optional(v.literal(true)),
})
export const transfer = v.strictObject({
  clauses: v.optional(v.array(clauseId), []),
  /** In the order in which they come about. */
  requirements: v.record(slug, transferRequirement),
})

/** A figure of the bulletin, added up over all units. */
const total = v.strictObject({
  title: text,
  clauses: v.optional(v.array(clauseId), []),
  /** Expression over the unit's scope; money and goods are not rounded. */
  value: expression,
  unit: identifier,
})
export const bulletin = v.strictObject({
  clauses: v.optional(v.array(clauseId), []),
  /** Days from one bulletin to the next. */
  days: quantity,
  /** Units named as exemplary. Default 3. */
  exemplary: v.optional(quantity, 3),
  totals: v.optional(v.record(slug, total), {}),
})

/** Who a paper is about, or goes to. */
const reader = v.picklist(['unit', 'group', 'units', 'everybody', 'leadership'])
const paperBase = {
  title: text,
  /** Template in the folder `papers` beside the definition; written in the definition's language. */
  file: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}\.docx$/, 'paper-file')),
  /**
   * `unit`: the unit it is about (each of them, if several). `group`: the group that looks after it.
   * `units`: every unit. `everybody`: every unit and every group. `leadership`: those above the office.
   */
  to: reader,
  /** Who else gets it. */
  copies: v.optional(v.array(reader), []),
  /** One paper for each unit, for the units of each group or each system, or one for the campaign. */
  per: v.optional(v.picklist(['unit', 'group', 'system', 'campaign'])),
  /** Days from the paper's date within which an answer is due; absent: it sets no date. A bulletin sets none. */
  days: v.optional(quantity),
}
export const paper = v.variant('kind', [
  /** Tells those concerned of a consequence that the office has confirmed. */
  v.strictObject({ kind: v.literal('consequence'), consequence: slug, ...paperBase }),
  /** `bulletin`: the situation in figures. `transfer`: a unit moves on. `reminder`: a return is missing. */
  v.strictObject({ kind: v.picklist(['bulletin', 'transfer', 'reminder']), ...paperBase }),
])

export type TransferRequirementDefinition = v.InferOutput<typeof transferRequirement>
export type TotalDefinition = v.InferOutput<typeof total>
export type PaperDefinition = v.InferOutput<typeof paper>
