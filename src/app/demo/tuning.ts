/**
 * What the sample data generator is told about a campaign: `demo.yaml` beside the definition.
 * The definition says what is allowed; this says what is likely, and which faults to plant.
 * Everything is optional: a definition without tuning is filled by field type alone.
 */
import * as v from 'valibot'
import { parse } from 'yaml'

/**
 * How a value comes about. Paths are those of the definition (`attended`, `days.hours` for the
 * repetition in hand, `member.category` for the roster row a companion row stands for).
 * `row` is the row's running number; inside a repetition there are `n` and `item`. A recipe for a name
 * that is no field, such as `_missed`, is a step on the way and typed nowhere.
 * Anchors are `start`, `end`, `<period>.start`, `<period>.end`, `today`, `today+3` or an ISO date.
 */
export type Recipe =
  | string
  | number
  | boolean
  | null
  /** One of them; as a mapping, with weights. */
  | { readonly one: readonly Recipe[] | Readonly<Record<string, number>> }
  /** Uniform, in steps (default 1). */
  | { readonly number: readonly [low: number, high: number]; readonly step?: number }
  /** Another number of the row times a share, rounded; or plus so many. */
  | { readonly of: string; readonly share: readonly [low: number, high: number] }
  | { readonly of: string; readonly plus: readonly [low: number, high: number] }
  /** Another date of the row moved by so many days. */
  | { readonly of: string; readonly days: readonly [low: number, high: number] }
  /** A day that is planned and may lie ahead of the return's day (a deadline): elsewhere such a day is left blank. */
  | { readonly plan: Recipe }
  /** Another value of the row as it is. */
  | { readonly same: string }
  /** A day in this span; late for weak units, early for good ones. */
  | { readonly date: readonly [from: string, to: string] }
  /** The day on which the row's event happened. */
  | { readonly day: true }
  /** One of these sentences, in the workbook's language. */
  | { readonly text: { readonly zh: readonly string[]; readonly en: readonly string[] } }
  /** An invented person's name. */
  | { readonly person: true }
  /** `#` stands for a digit, drawn at random; `@` for the row's running number, padded to what is needed. */
  | { readonly digits: string }
  /** A roster row that meets the conditions; `self`: the one this row is about. */
  | { readonly member: Conditions }
  | { readonly self: true }
  /** In how many repetitions the value is one of these, times so much; blank for none. */
  | { readonly tally: string; readonly in: readonly Scalar[]; readonly times: number }
  /** Drawn once for all rows of the form. */
  | { readonly once: Recipe }
  /** Only with this probability; blank otherwise. */
  | { readonly sometimes: number; readonly use: Recipe }
  /** Blank where that field is blank. */
  | { readonly with: string; readonly use: Recipe }
  /** Blank until a day in this span has come. */
  | { readonly since: readonly [from: string, to: string]; readonly use: Recipe }
  /** A number that grows from 0 at the first day to what `use` gives on the last. */
  | { readonly grow: readonly [from: string, to: string]; readonly use: Recipe; readonly step?: number }
  /** The first case whose conditions hold. */
  | { readonly cases: readonly { readonly when?: Conditions; readonly use: Recipe }[] }

/** All must hold: the value itself, or one of several. */
export type Conditions = Readonly<Record<string, Scalar | readonly Scalar[]>>
type Scalar = string | number | boolean | null

const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
const conditions = v.record(v.string(), v.union([scalar, v.array(scalar)]))
const range = v.tuple([v.number(), v.number()])
const span = v.tuple([v.string(), v.string()])

const recipe: v.GenericSchema<Recipe> = v.lazy(() =>
  v.union([
    scalar,
    v.strictObject({ one: v.union([v.array(recipe), v.record(v.string(), v.number())]) }),
    v.strictObject({ number: range, step: v.optional(v.number()) }),
    v.strictObject({ of: v.string(), share: range }),
    v.strictObject({ of: v.string(), plus: range }),
    v.strictObject({ of: v.string(), days: range }),
    v.strictObject({ plan: recipe }),
    v.strictObject({ same: v.string() }),
    v.strictObject({ date: span }),
    v.strictObject({ day: v.literal(true) }),
    v.strictObject({ text: v.strictObject({ zh: v.array(v.string()), en: v.array(v.string()) }) }),
    v.strictObject({ person: v.literal(true) }),
    v.strictObject({ digits: v.string() }),
    v.strictObject({ member: conditions }),
    v.strictObject({ self: v.literal(true) }),
    v.strictObject({ tally: v.string(), in: v.array(scalar), times: v.number() }),
    v.strictObject({ once: recipe }),
    v.strictObject({ sometimes: v.number(), use: recipe }),
    v.strictObject({ with: v.string(), use: recipe }),
    v.strictObject({ since: span, use: recipe }),
    v.strictObject({ grow: span, use: recipe, step: v.optional(v.number()) }),
    v.strictObject({ cases: v.array(v.strictObject({ when: v.optional(conditions), use: recipe })) }),
  ]),
)
const recipes = v.record(v.string(), recipe)

/** Things that happened; `set` is what they have in common. */
const happenings = v.variant('kind', [
  /** So many in every campaign week, each on a working day of its own. */
  v.strictObject({ kind: v.literal('weekly'), count: range, set: v.optional(recipes, {}) }),
  /** So many on every day, weekends included. */
  v.strictObject({ kind: v.literal('daily'), count: range, set: v.optional(recipes, {}) }),
  /** So many in a span. */
  v.strictObject({ kind: v.literal('during'), count: range, span, set: v.optional(recipes, {}) }),
  /** So many for every roster row, rounded up over all, in a span. */
  v.strictObject({ kind: v.literal('perMember'), count: range, span, set: v.optional(recipes, {}) }),
  /** So many for each roster row that meets the conditions; without a span, in every week. */
  v.strictObject({ kind: v.literal('each'), where: v.optional(conditions, {}), count: range, span: v.optional(span), set: v.optional(recipes, {}) }),
])

const formTuning = v.strictObject({
  /** Events only. */
  rows: v.optional(v.array(happenings), [{ kind: 'weekly', count: [1, 1] }]),
  fields: v.optional(recipes, {}),
})

/** A change to a return that was in order. */
const edit = v.strictObject({
  form: v.string(),
  /**
   * `new`: a further row. `copy`: a further row like one that meets `where`. `any` (default): one that is
   * there and meets `where`. `all`: every one that does. `drop`: every one that does goes.
   */
  row: v.optional(v.picklist(['new', 'copy', 'any', 'all', 'drop']), 'any'),
  where: v.optional(conditions, {}),
  /** Values to put in; in a new row the others come from the form's own recipes. */
  set: v.optional(recipes, {}),
  /** Rows to keep, from the top; the others go. */
  keep: v.optional(v.number()),
})

const fault = v.union([
  v.strictObject({
    edit,
    /** Field at which it is found, where that is not the constraint's own: `questions[2].answer`. */
    at: v.optional(v.string()),
    /** First and last week in which it can be found: a shortfall shows after its due date. */
    from: v.optional(v.number(), 1),
    until: v.optional(v.number(), 60),
    /** First week in which weak units lag behind; it costs them points, and nothing is reported before `from`. Default: `from`. */
    lags: v.optional(v.number()),
    /** Codes that may follow from it in the same return. */
    entails: v.optional(v.array(v.string()), []),
    /** Other forms that it depends on: nothing may be wrong with them in the same return. */
    apart: v.optional(v.array(v.string()), []),
    /** How often weak units fall short like this, 0 … 1; 0 (default): only where it is planted on purpose. */
    often: v.optional(v.number(), 0),
  }),
  /** Why it cannot occur in sample data. */
  v.strictObject({ never: v.string() }),
])

const tuningSchema = v.strictObject({
  /** Members in all, for a campaign of `units`. */
  members: v.optional(v.strictObject({ total: v.number(), units: v.number() }), { total: 3000, units: 100 }),
  /** What units are ranked within; names of units are taken in order. */
  systems: v.optional(v.array(v.strictObject({ name: v.string(), group: v.string(), units: v.array(v.string()) })), []),
  forms: v.optional(v.record(v.string(), formTuning), {}),
  /** By finding code: `row/<form>.<constraint>`, `requirement/<measure>`. */
  faults: v.optional(v.record(v.string(), fault), {}),
})

export type Tuning = v.InferOutput<typeof tuningSchema>
export type Happenings = v.InferOutput<typeof happenings>
export type Edit = v.InferOutput<typeof edit>
export type FaultTuning = v.InferOutput<typeof fault>
export type PlantableFault = Exclude<FaultTuning, { never: string }>

/** Reads `demo.yaml`. Throws with the path of the first mistake: the file belongs to the program, not to a user. */
export function tuningFrom(source: string): Tuning {
  const result = v.safeParse(tuningSchema, parse(source) ?? {})
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`demo.yaml: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}
