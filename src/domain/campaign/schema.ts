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
import { MAX_EXPRESSION } from './limits'

/** What every JavaScript object answers to cannot be an identifier: it would be found where nothing was defined. */
const identifier = v.pipe(
  v.string(),
  v.regex(/^(?!(?:constructor|prototype|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$)[a-z][A-Za-z0-9]{0,39}$/, 'identifier'),
)
const slug = v.pipe(v.string(), v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9][a-z0-9-]{0,39}$/, 'slug'))
const clauseId = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}[0-9]{1,3}$/, 'clause'))
const isoDate = v.pipe(v.string(), v.isoDate())
const expression = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_EXPRESSION))
/** A number, or an expression that gives one. */
const quantity = v.union([v.number(), expression])

export const text = v.strictObject({ zh: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) })

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

const fieldBase = {
  title: text,
  /** Shown as the input prompt of the cell. */
  hint: v.optional(text),
  clause: v.optional(clauseId),
  required: v.optional(v.boolean()),
  /** Required only in rows where this holds (expression over the row's record). */
  requiredWhen: v.optional(expression),
  /** No two rows may share it. */
  unique: v.optional(v.boolean()),
  /** Column width in characters. */
  width: v.optional(v.pipe(v.number(), v.minValue(4), v.maxValue(80))),
  /** Filled from the registry or another sheet when the workbook is issued, and locked. */
  given: v.optional(v.boolean()),
  /** Filled from the ledger of an office of the level below when it hands up: see docs/definition.md for the names. */
  figure: v.optional(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]*(\.[A-Za-z0-9-]{1,40}){0,2}$/, 'figure'))),
}

const textField = v.strictObject({ ...fieldBase, type: v.literal('text'), maxLength: v.optional(v.number()), long: v.optional(v.boolean()) })
/** Digits that are a name, not a quantity (phone, card number): leading zeros stay. */
const codeField = v.strictObject({ ...fieldBase, type: v.literal('code'), pattern: v.optional(v.string()) })
const numberField = v.strictObject({
  ...fieldBase,
  type: v.union([v.literal('number'), v.literal('integer'), v.literal('percent')]),
  min: v.optional(quantity),
  max: v.optional(quantity),
  unit: v.optional(identifier),
  /** Sum shown above the column. */
  sum: v.optional(v.boolean()),
})
const dateField = v.strictObject({ ...fieldBase, type: v.literal('date'), min: v.optional(expression), max: v.optional(expression) })
const yesNoField = v.strictObject({ ...fieldBase, type: v.literal('yesNo') })
const choiceField = v.strictObject({ ...fieldBase, type: v.literal('choice'), list: identifier })
/** Names a row of a roster; the roster's record gets the referring rows as a list named after this form. */
const referenceField = v.strictObject({
  ...fieldBase,
  type: v.literal('reference'),
  to: identifier,
  /** False: rows found through this field are not listed on the roster's record. Needed on all but one of several references to the same roster. */
  backlink: v.optional(v.boolean()),
})
/** Sum of other number fields of the row, by formula. `days.hours` sums a repeated field. */
const totalField = v.strictObject({ ...fieldBase, type: v.literal('total'), of: v.pipe(v.array(v.string()), v.minLength(1)), unit: v.optional(identifier) })

const plainField = v.variant('type', [textField, codeField, numberField, dateField, yesNoField, choiceField, referenceField, totalField])

const repeatField = v.strictObject({
  type: v.literal('repeat'),
  /** `calendar.<period>`: once for each day; `lists.<list>`: once for each item. */
  over: v.pipe(v.string(), v.regex(/^(calendar|lists)\.[a-z][A-Za-z0-9]*$/, 'over')),
  /** Name of one repetition in expressions. It has `n` (1-based) and `on` (date) or `item` (list item id). */
  record: identifier,
  /** Heading of one repetition; `{n}`, `{date}`, `{weekday}` and `{item}` are filled in. */
  title: text,
  fields: v.record(identifier, v.variant('type', [textField, numberField, dateField, yesNoField, choiceField])),
})

const constraint = v.strictObject({
  /** Field at which the finding is shown; `days.hours` inside a repetition. */
  at: v.string(),
  /** `row` (default): for every row. `sheet`: once. A repeat field's name: for every repetition. */
  each: v.optional(v.string()),
  when: v.optional(expression),
  require: expression,
  severity: v.optional(v.picklist(['error', 'warning', 'query'])),
  clause: v.optional(clauseId),
  /** What is wrong. */
  message: text,
  /** How to put it right. */
  fix: text,
})

const form = v.strictObject({
  /** Whose workbook it is in. */
  in: v.picklist(['unit', 'group']),
  /**
   * `record`: one record, a label and a value per row.
   * `roster`: a row per member (or per supervised unit); other forms refer to it.
   * `companion`: a row for each row of the roster named in `of`, kept in step by formula.
   * `events`: a row for everything that happened.
   */
  shape: v.picklist(['record', 'roster', 'companion', 'events']),
  of: v.optional(identifier),
  /** Name of one row in expressions, singular. */
  record: identifier,
  /** Sheet name. */
  title: text,
  /** One line under the title: what to fill in. */
  fill: text,
  clauses: v.optional(v.array(clauseId), []),
  /** Rows prepared in the template (events), or spare rows beyond the headcount (roster). */
  rows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
  fields: v.record(identifier, v.variant('type', [plainField, repeatField])),
  /** Combinations of fields that no two rows may share. */
  unique: v.optional(v.array(v.array(identifier))),
  constraints: v.optional(v.record(slug, constraint), {}),
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

/** How many units of each ranking group the office draws to see for itself. */
const spotChecks = v.strictObject({ clauses: v.optional(v.array(clauseId), []), fewest: quantity, most: quantity })

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
const transfer = v.strictObject({
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
const bulletin = v.strictObject({
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
const paper = v.variant('kind', [
  /** Tells those concerned of a consequence that the office has confirmed. */
  v.strictObject({ kind: v.literal('consequence'), consequence: slug, ...paperBase }),
  /** `bulletin`: the situation in figures. `transfer`: a unit moves on. `reminder`: a return is missing. */
  v.strictObject({ kind: v.picklist(['bulletin', 'transfer', 'reminder']), ...paperBase }),
])

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

export type Definition = v.InferOutput<typeof definitionSchema>
export type FormDefinition = v.InferOutput<typeof form>
export type PlainField = v.InferOutput<typeof plainField>
export type RepeatField = v.InferOutput<typeof repeatField>
export type FieldDefinition = PlainField | RepeatField
export type ConstraintDefinition = v.InferOutput<typeof constraint>
export type MeasureDefinition = v.InferOutput<typeof measure>
export type IndicatorDefinition = v.InferOutput<typeof indicator>
export type AdjustmentDefinition = v.InferOutput<typeof adjustment>
export type ConsequenceDefinition = v.InferOutput<typeof consequence>
export type TransferRequirementDefinition = v.InferOutput<typeof transferRequirement>
export type TotalDefinition = v.InferOutput<typeof total>
export type PaperDefinition = v.InferOutput<typeof paper>
export type SettingDefinition = v.InferOutput<typeof setting>
export type WorkbookKind = FormDefinition['in']
