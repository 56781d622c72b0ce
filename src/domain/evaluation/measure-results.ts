/** Measures of a return: value, target, attainment and status for every subject. */
import { amountText, plainAmount } from '../campaign/amount'
import { givingMeasures } from '../campaign/feeding'
import { ExpressionFailure } from '../campaign/expression'
import { OUTCOMES } from '../campaign/environment'
import { exactMean } from './mean'
import { attain } from './attainment'
import { placesOfMeasure } from './locate'
import { isWaived, isWaivedForAll } from './waiver'
import type { Campaign, CompiledMeasure } from '../campaign/campaign'
import type { Outcomes } from '../campaign/environment'
import type { Variables } from '../campaign/expression'
import type { Text } from '../text'
import type { Finding } from '../returns/finding'
import type { IsoDate, Return } from '../returns/return'
import type { MeasureResult, MeasureStatus } from './evaluation'
import type { Place } from './locate'
import type { Waived } from './waiver'
import type { Records, TypedRow } from './records'

export interface Measured {
  /** In the order of the definition, then of the sheet. */
  readonly results: readonly MeasureResult[]
  /** Worded when asked for: who wants the results alone asks for none. */
  findings(): readonly Finding[]
  /** By measure: what the members do who are not on the roster; see {@link Unlisted}. */
  readonly unlisted: ReadonlyMap<string, Unlisted>
  /** The workbook's variables, with which `short()` and `attainment()` work. */
  readonly variables: Variables
}

/**
 * Members whom the office registered and the roster leaves out. Nobody can be short of being listed: they
 * take part in the indicators as blank rows of the roster would (blank category: the full standard), so that
 * leaving out a weak member never improves a score. They are named in no finding and no remedy.
 */
export interface Unlisted {
  readonly count: number
  /** Attainment of each. */
  readonly attainment: number
  readonly met: boolean
}

/**
 * Measures everything that the return's kind of workbook is measured on.
 *
 * | applies | started | value against target | today ≤ due | result        |
 * | no      | –       | –                    | –           | none          |
 * | yes     | no      | any                  | –           | `not-started` |
 * | yes     | yes     | met                  | any         | `met`         |
 * | yes     | yes     | not met              | yes         | `in-progress` |
 * | yes     | yes     | not met              | no          | `shortfall`   |
 * | yes     | yes     | any, and waived      | any         | `waived`      |
 *
 * Start and due date default to those of the campaign, also where an expression gives a blank date. A measure that only
 * gives a unit's score something to go by ({@link givingMeasures}) falls short of nothing: not met, it stays `in-progress`.
 * An expression without a result gives `undetermined` (value, target and attainment 0), which no score
 * counts, and the finding `requirement/undetermined`. Rows that are not accepted are not measured.
 * Findings: `requirement/<measure>` for every shortfall, at its cell.
 */
export function measure(campaign: Campaign, ret: Return, records: Records, asOf: IsoDate, waived: readonly Waived[] = []): Measured {
  const byMeasure = new Map<string, MeasureResult[]>()
  const unlisted = new Map<string, Unlisted>()
  const found: (readonly [CompiledMeasure, MeasureResult, Subject])[] = []
  const variables: Variables = { ...records.variables, [OUTCOMES]: outcomesOf(byMeasure, unlisted) }
  const giving = givingMeasures(campaign)
  for (const compiled of campaign.measures) {
    if (compiled.in !== ret.kind) continue
    const results: MeasureResult[] = []
    for (const subject of subjectsOf(campaign, ret, records, compiled, variables)) {
      const measured = measureOne(campaign, compiled, subject, asOf, !giving.has(compiled.id))
      if (!measured) continue
      const result = measured.status !== 'not-started' && isWaived(compiled, waived, campaign, records, subject.row) ? { ...measured, status: 'waived' as const } : measured
      results.push(result)
      if (result.status === 'shortfall' || result.status === 'undetermined') found.push([compiled, result, subject])
    }
    byMeasure.set(compiled.id, results)
    const missing = isWaivedForAll(compiled, waived) ? undefined : unlistedOf(campaign, ret, records, compiled, asOf)
    if (missing) unlisted.set(compiled.id, missing)
  }
  return {
    results: Object.keys(campaign.definition.measures).flatMap((id) => byMeasure.get(id) ?? []),
    findings: () => found.map((one) => findingOf(campaign, ...one)),
    unlisted,
    variables,
  }
}

interface Subject {
  readonly label: string
  readonly variables: Variables
  readonly place: () => Place
  /** Absent: the workbook as a whole. */
  readonly row?: TypedRow
}

function subjectsOf(campaign: Campaign, ret: Return, records: Records, { subject, definition }: CompiledMeasure, variables: Variables): readonly Subject[] {
  const form = subject.kind === 'rows' ? subject.form : undefined
  const placeFor = placesOfMeasure(campaign, ret, records, definition.at, form)
  if (form === undefined) return [{ label: ret.subject.name, variables, place: () => placeFor() }]
  return records
    .rows(form)
    .filter((row) => row.record.accepted)
    .map((row) => ({ label: row.record.label, variables: records.ofRow(form, row), place: () => placeFor(row), row }))
}

function unlistedOf(campaign: Campaign, ret: Return, records: Records, compiled: CompiledMeasure, asOf: IsoDate): Unlisted | undefined {
  if (ret.kind !== 'unit' || compiled.subject.kind !== 'rows') return undefined
  const form = campaign.form(compiled.subject.form)
  const roster = form.shape === 'roster' ? compiled.subject.form : form.shape === 'companion' ? form.of : undefined
  if (roster === undefined) return undefined
  const count = ret.subject.headcount - records.rows(roster).filter(({ record }) => record.accepted).length
  if (count <= 0) return undefined
  const result = measureOne(campaign, compiled, { label: '', variables: records.ofBlank(compiled.subject.form), place: () => ({}) }, asOf, true)
  return result && counts(result) ? { count, attainment: result.attainment, met: result.status === 'met' } : undefined
}

function measureOne(campaign: Campaign, compiled: CompiledMeasure, { label, variables, place }: Subject, asOf: IsoDate, asks: boolean): MeasureResult | undefined {
  const { id, definition } = compiled
  const { of } = definition
  try {
    if (compiled.applies && !compiled.applies.evaluate(variables)) return undefined
    const value = compiled.value.evaluate(variables)
    const target = compiled.target.evaluate(variables)
    const start = compiled.start?.evaluate(variables) ?? campaign.calendar.start
    const due = compiled.due?.evaluate(variables) ?? campaign.calendar.end
    const { met, gap, attainment } = attain(value, target, definition.compare ?? 'at-least', compiled.zeroAt?.evaluate(variables))
    const status: MeasureStatus = asOf < start ? 'not-started' : met ? 'met' : asOf <= due || !asks ? 'in-progress' : 'shortfall'
    const { sheet, row, column } = place()
    return { measure: id, of, subject: label, value, target, gap, attainment, due, status, sheet, row, column }
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error
    const { sheet, row, column } = place()
    return { measure: id, of, subject: label, value: 0, target: 0, gap: 0, attainment: 0, due: campaign.calendar.end, status: 'undetermined', sheet, row, column }
  }
}

/** Of a shortfall or of what is undetermined. */
function findingOf(campaign: Campaign, { id, definition }: CompiledMeasure, result: MeasureResult, { label, place }: Subject): Finding {
  const { sheet, row, column, heading } = place()
  const [form = '', ...path] = definition.at.split('.')
  const common = {
    kind: 'requirement',
    ...(sheet === undefined ? {} : { sheet }),
    ...(heading || row === undefined || column === undefined ? {} : { row, column }),
    form,
    field: path.join('.').replace('.', '[1].'),
    subject: label,
    ...(definition.clauses[0] === undefined ? {} : { clause: definition.clauses[0] }),
  } as const
  const title = definition.title
  const { unit } = definition
  const amount = (value: number): string => plainAmount(value, unit)
  const worded = (value: number): Text => ({ zh: amountText(campaign.definition, value, unit, 'zh'), en: amountText(campaign.definition, value, unit, 'en') })
  if (result.status === 'undetermined') return { ...common, code: 'requirement/undetermined', severity: 'warning', params: { measure: id }, texts: { title } }
  return {
    ...common,
    code: `requirement/${id}`,
    key: `requirement/${definition.compare ?? 'at-least'}`,
    severity: 'error',
    value: amount(result.value),
    expected: amount(result.target),
    params: { measure: id, due: result.due },
    texts: { title, value: worded(result.value), target: worded(result.target), gap: worded(result.gap) },
  }
}

/** What measures gave so far. Of a measure with no result: nobody is short, and attainment is 1, for nothing is missing. */
function outcomesOf(byMeasure: ReadonlyMap<string, readonly MeasureResult[]>, unlisted: ReadonlyMap<string, Unlisted>): Outcomes {
  return {
    short: (id) => (byMeasure.get(id) ?? []).filter(({ status }) => status === 'shortfall').length,
    attainment: (id) => meanAttainment((byMeasure.get(id) ?? []).filter(counts), unlisted.get(id), ({ attainment }) => attainment) ?? 1,
  }
}

/** Mean over those measured and those who are not listed; undefined when there is neither. */
export function meanAttainment(results: readonly MeasureResult[], unlisted: Unlisted | undefined, of: (result: Pick<MeasureResult, 'attainment' | 'status'>) => number): number | undefined {
  const listed = exactMean(results.map(of))
  if (!unlisted) return listed
  const each = of({ attainment: unlisted.attainment, status: unlisted.met ? 'met' : 'shortfall' })
  return ((listed ?? 0) * results.length + each * unlisted.count) / (results.length + unlisted.count)
}

/** Whether a result takes part in a score. */
export function counts({ status }: MeasureResult): boolean {
  return status !== 'not-started' && status !== 'undetermined' && status !== 'waived'
}
