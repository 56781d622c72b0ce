/** Targets, limits and dates of a definition as they are read by people. */
import { amountText, unitName } from '../../domain/campaign/amount'
import type { Campaign, CompiledMeasure } from '../../domain/campaign/campaign'
import { Day } from '../../domain/campaign/day'
import { ExpressionFailure, type Expression, type Variables } from '../../domain/campaign/expression'
import { PROFILE, SUBJECT } from '../../domain/campaign/record-type'
import { shortDate } from '../../domain/returns/headings'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'
import type { IssuedSubject } from './making'
import type { WorkbookKind } from '../../domain/campaign/schema'

export interface Amounts {
  /** `不少于40学时`, `at least 40 h`. */
  target(measure: CompiledMeasure): string
  /** `6月14日`; in words where each week or each row has a date of its own. */
  due(measure: CompiledMeasure): string
  /** With its unit, if it has one. `percent`: 0.95 → `95%`. */
  show(value: number, unit?: string): string
  /** A unit's name. */
  unitName(unit: string): string
}

export function amountsOf(campaign: Campaign, kind: WorkbookKind, subject: IssuedSubject, language: Language, say: Say): Amounts {
  const { definition, calendar } = campaign
  const show = (value: number, unit?: string): string => amountText(definition, value, unit, language)
  const worth = (expression: Expression<number>, variables: Variables): number | undefined => evaluated(expression, { ...campaign.fixed, ...variables })

  /** `不少于40学时`. Nothing at all may happen: `0起` says it better than `不超过0起`. */
  const compared = ({ definition: { compare = 'at-least', unit } }: CompiledMeasure, value: number): string =>
    compare === 'at-most' && value === 0 ? show(value, unit) : say(`sheet/target-${compare}`, { target: show(value, unit) })

  const target = (measure: CompiledMeasure): string => {
    const { unit } = measure.definition
    const fixed = worth(measure.target, {})
    if (fixed !== undefined) return compared(measure, fixed)
    const inWeek = (week: number, headcount = subject.headcount) => worth(measure.target, { week: BigInt(week), asOf: Day.of(calendar.weekEnd(week)), [kind]: record(campaign, SUBJECT, { ...subject, headcount }) })
    const first = inWeek(1)
    if (first === undefined) return byProfile(measure) ?? say(measure.subject.kind === 'rows' ? 'sheet/target-by-row' : 'sheet/target-by-subject')
    if (subject.headcount === 0 && inWeek(1, 1000) !== first) return say('sheet/target-by-headcount')
    const last = inWeek(calendar.weeks) ?? first
    if (last === first) return compared(measure, first)
    const even = Math.abs(last - first * calendar.weeks) < 1e-9
    return even ? say('sheet/target-each-week', { target: compared(measure, first) }) : say('sheet/target-by-week', { first: show(first, unit), last: show(last, unit), n: calendar.weeks })
  }

  /** What most members owe, then the categories that owe something else, those alike together. */
  const byProfile = (measure: CompiledMeasure): string | undefined => {
    const { profiles } = campaign
    if (!profiles) return undefined
    const names = definition.lists[fieldList(campaign)]?.items ?? {}
    const who = new Map<number, string[]>()
    let usual: number | undefined
    for (const [id, values] of profiles.values) {
      const owed = worth(measure.target, { profile: record(campaign, PROFILE, values) })
      if (owed === undefined) return undefined
      if (id === profiles.default) usual = owed
      who.set(owed, [...(who.get(owed) ?? []), names[id]?.[language] ?? id])
    }
    if (usual === undefined) return undefined
    const others = [...who].filter(([owed]) => owed !== usual).map(([owed, names]) => say('sheet/target-profile', { who: names.join(say('sheet/comma')), target: owed === 0 ? say('sheet/target-none') : compared(measure, owed) }))
    const rest = usual === 0 ? say('sheet/target-others-none') : compared(measure, usual)
    return (usual === 0 && others.length > 0 ? [...others, rest] : [rest, ...others]).join(say('sheet/semicolon'))
  }

  return {
    show,
    unitName: (unit) => unitName(definition, unit, language),
    target,
    due: (measure) => {
      const due = measure.due ? evaluated(measure.due, campaign.fixed) : calendar.end
      if (due !== undefined) return longDate(due, calendar.start, language)
      const inWeek = (week: number) => measure.due && evaluated(measure.due, { ...campaign.fixed, week: BigInt(week), asOf: Day.of(calendar.weekEnd(week)) })
      return say(inWeek(1) === inWeek(calendar.weeks) ? 'sheet/due-by-row' : 'sheet/due-each-week')
    },
  }
}

/** Undefined when it needs what is not known before anything is filled in: a row, or a day. */
function evaluated<T>(expression: Expression<T>, variables: Variables): T | undefined {
  try {
    return expression.evaluate(variables)
  } catch (error) {
    if (error instanceof ExpressionFailure) return undefined
    throw error
  }
}

function record(campaign: Campaign, type: string, values: object): unknown {
  const make = campaign.types.get(type)?.make
  return make && Object.assign(new make(), values)
}

/** The list that the profiles' choice field picks from. */
function fieldList(campaign: Campaign): string {
  const field = campaign.profiles && campaign.form(campaign.profiles.roster).fields[campaign.profiles.field]
  return field?.type === 'choice' ? field.list : ''
}

/** With the year where it is not the campaign's own. */
function longDate(date: IsoDate, start: IsoDate, language: Language): string {
  const short = shortDate(date, language)
  if (date.slice(0, 4) === start.slice(0, 4)) return short
  return language === 'zh' ? `${date.slice(0, 4)}年${short}` : `${short} ${date.slice(0, 4)}`
}
