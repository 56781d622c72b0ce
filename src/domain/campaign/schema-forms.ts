/** The forms of a definition: their fields, and what has to hold in their rows. */
import * as v from 'valibot'
import { clauseId, expression, identifier, quantity, slug, text } from './schema-values'

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

export const form = v.strictObject({
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

export type FormDefinition = v.InferOutput<typeof form>
export type PlainField = v.InferOutput<typeof plainField>
export type RepeatField = v.InferOutput<typeof repeatField>
export type FieldDefinition = PlainField | RepeatField
export type ConstraintDefinition = v.InferOutput<typeof constraint>
export type WorkbookKind = FormDefinition['in']
