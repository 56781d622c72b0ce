/**
 * The shape of a campaign definition (`campaign.yaml`). One source for the loader's
 * structure check and for the JSON Schema that editors use.
 *
 * Identifiers that expressions use (forms, fields, records, lists, settings, periods,
 * profile properties) are camelCase CEL identifiers; identifiers that only other parts
 * of the definition use (measures, indicators, consequences, list items) are kebab-case.
 * Strings of kind "expression" are CEL; docs/definition.md lists what they can see.
 */
import * as v from 'valibot'
import { form } from './schema-forms'
import { bulletin, paper, spotChecks, transfer } from './schema-oversight'
import { clauseId, expression, identifier, isoDate, quantity, slug, text } from './schema-values'

const clause = v.strictObject({
  /** The directive's words, in the language it was written in; absent: there is no directive, the office asks it itself. */
  quote: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** What it asks for, said plainly. */
  says: text,
  /** True when the clause leaves the amount open and the campaign office decided it. */
  ours: v.optional(v.boolean()),
  /** Where it is dealt with when nothing in this file names it (a duty of the office, say). */
  elsewhere: v.optional(text),
})

const period = v.strictObject({ title: text, start: isoDate, end: isoDate })

const calendar = v.strictObject({
  /** First day of campaign week 1. */
  start: isoDate,
  /** Number of campaign weeks of seven days. */
  weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  periods: v.optional(v.record(identifier, period), {}),
})

const setting = v.strictObject({
  title: text,
  value: v.union([v.number(), v.boolean(), isoDate, v.string()]),
  /** An entry of `units`. */
  unit: v.optional(identifier),
  clause: v.optional(clauseId),
  /** True when the directive leaves the value open. */
  ours: v.optional(v.boolean()),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
})

const list = v.strictObject({ title: text, items: v.record(slug, text) })

const profiles = v.strictObject({
  /** `roster.field` of a choice field that decides which profile a member has. */
  of: v.string(),
  /** Profile of a member whose choice is blank or unknown. */
  default: slug,
  /** One per list item; all have the same properties. Strings are expressions over `settings`. */
  values: v.record(slug, v.record(identifier, v.union([v.number(), v.boolean(), expression]))),
  clauses: v.optional(v.array(clauseId), []),
})

const measure = v.strictObject({
  title: text,
  /** Record it is measured on: `member`, `unit`, `group`, or the record of any form. */
  of: identifier,
  clauses: v.pipe(v.array(clauseId), v.minLength(1)),
  /** Which subjects it applies to; absent: all. */
  applies: v.optional(expression),
  value: expression,
  target: quantity,
  /** How value and target compare. Default `at-least`. */
  compare: v.optional(v.picklist(['at-least', 'at-most', 'exactly'])),
  /** For `at-most`: the value at which attainment has fallen to 0. Default: target + 1 (or twice the target if larger). */
  zeroAt: v.optional(quantity),
  unit: identifier,
  /** Date from which it counts in the score. Default: the campaign's start. */
  start: v.optional(expression),
  /** Last day on which it may still be open. Default: the campaign's end. */
  due: v.optional(expression),
  /** Consequences that a shortfall past its due date entails. */
  remedies: v.optional(v.array(slug), []),
  /** `form.field`: the cell to show. */
  at: v.string(),
})

const indicator = v.strictObject({
  title: text,
  weight: quantity,
  /** Measures it is made of. */
  measures: v.pipe(v.array(slug), v.minLength(1)),
  /** `mean`: mean attainment over all subjects. `share`: share of subjects that meet it. `worst`: the lowest attainment. Default `mean`. */
  by: v.optional(v.picklist(['mean', 'share', 'worst'])),
  /** The group's row for a unit is part of that unit's score: its measures are of the group's roster of units. */
  feeds: v.optional(v.literal('unit')),
})

/** Points added to or taken from the score, outside the weights. */
const adjustment = v.strictObject({
  title: text,
  kind: v.picklist(['bonus', 'penalty']),
  /** Expression over the unit's scope. */
  value: expression,
  /** Points for each 1 of `value`. */
  points: quantity,
  /** Most points it can give or take. */
  cap: quantity,
  clauses: v.optional(v.array(clauseId), []),
  at: v.string(),
})

const ranking = v.strictObject({
  clauses: v.optional(v.array(clauseId), []),
  /** Title of what units are ranked within (system, region ...). The registry's system column holds it. */
  within: text,
  /** Decimal places scores are rounded to, half up, before they are compared. */
  digits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  /** Fewest comparable units for which a last place is given. */
  comparable: quantity,
  /** Most units of a system without a valid return at which its last place is asserted; with more it is to be confirmed. Default 0. */
  mostMissing: v.optional(quantity),
})

const consequence = v.strictObject({
  title: text,
  clauses: v.array(clauseId),
  /** Who owes it. */
  of: v.picklist(['unit', 'member', 'group']),
  trigger: v.variant('on', [
    /** A measure that names it in `remedies` is short after its due date. */
    v.strictObject({ on: v.literal('shortfall') }),
    /** Last in its ranking group for so many campaign weeks running. */
    v.strictObject({ on: v.literal('last'), weeks: quantity }),
  ]),
  /** What has to be done, said to those who owe it. */
  asks: text,
  /** Whether it is entered in a unit's year-end record once it is confirmed. Default: when the unit owes it. */
  record: v.optional(v.boolean()),
})

export const definitionSchema = v.strictObject({
  /** Version of this format. */
  muster: v.literal(1),
  id: slug,
  /** Version of this definition; workbooks carry it. */
  version: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** Language of the workbooks unless asked otherwise. */
  language: v.picklist(['zh', 'en']),
  title: text,
  /** Who issues the workbooks and receives them. */
  issuer: text,
  source: v.optional(text),
  /** Its units are offices of another campaign, which hand up figures of their ledgers; `of`: the id of that campaign. */
  rollUp: v.optional(v.strictObject({ of: slug })),
  /** What the actors are called. */
  terms: v.strictObject({ unit: text, system: text, member: text, group: text, office: text, leadership: text }),
  clauses: v.record(clauseId, clause),
  calendar,
  /** In a unit called `percent`, 1 is shown as 100 %. */
  units: v.record(identifier, text),
  settings: v.optional(v.record(identifier, setting), {}),
  lists: v.optional(v.record(identifier, list), {}),
  profiles: v.optional(profiles),
  forms: v.record(identifier, form),
  measures: v.record(slug, measure),
  indicators: v.record(slug, indicator),
  adjustments: v.optional(v.record(slug, adjustment), {}),
  ranking,
  consequences: v.record(slug, consequence),
  papers: v.optional(v.record(slug, paper), {}),
  spotChecks: v.optional(spotChecks),
  transfer: v.optional(transfer),
  bulletin: v.optional(bulletin),
})

export type { ConstraintDefinition, FieldDefinition, FormDefinition, PlainField, RepeatField, WorkbookKind } from './schema-forms'
export type { PaperDefinition, TotalDefinition, TransferRequirementDefinition } from './schema-oversight'
export type Definition = v.InferOutput<typeof definitionSchema>
export type MeasureDefinition = v.InferOutput<typeof measure>
export type IndicatorDefinition = v.InferOutput<typeof indicator>
export type AdjustmentDefinition = v.InferOutput<typeof adjustment>
export type ConsequenceDefinition = v.InferOutput<typeof consequence>
export type SettingDefinition = v.InferOutput<typeof setting>
