/** Figures of an office's week, reckoned from its ledger alone. */
import { exactMean } from '../evaluation/mean'
import { roundHalfUp } from '../evaluation/rounding'
import type { Campaign } from '../campaign/campaign'
import type { Definition } from '../campaign/schema'
import { historyOf, type RankingRules } from '../ranking/history'
import type { LedgerEntry, Proposal } from '../ranking/ledger'
import type { FileVerdict } from '../ranking/verdict'
import type { IsoDate } from '../returns/return'
import { figureNamed, type Family, type Figure } from './vocabulary'

export interface FigureSource {
  readonly campaign: Pick<Campaign, 'definition' | 'calendar'>
  /** What the office's ranks are reckoned with. */
  readonly rules: RankingRules
  readonly week: number
  /** Day the week was judged by. */
  readonly asOf: IsoDate
  /** Of all weeks; later ones are left out. */
  readonly entries: readonly LedgerEntry[]
  /** Of the week's files. */
  readonly verdicts: readonly FileVerdict[]
  /** What a person answered, by proposal key. */
  readonly answers: ReadonlyMap<string, Answer>
  /** The bulletin's totals, by id; those that were not added up are absent. */
  readonly totals: ReadonlyMap<string, number>
}

export type Answer = 'confirmed' | 'dismissed' | 'deferred'

/** Dates are ISO text. */
export type FigureValue = number | string

export interface Figures {
  /** Undefined when there is nothing to reckon it from (no valid return), and for a figure of a table. */
  value(name: string): FigureValue | undefined
  /** A row for each system, in the ledger's order; by the part of the name behind `systems.`. */
  readonly systems: readonly Readonly<Record<string, FigureValue>>[]
}

/** Decimal places of shares: a hundredth of a percent. */
const SHARE_DIGITS = 4

/** Whether the office's definition has what a figure is about. */
export function isKnown({ about }: Figure, { indicators, measures, consequences, bulletin }: Definition): boolean {
  const known: Record<Family, Readonly<Record<string, unknown>>> = { indicator: indicators, measure: measures, consequence: consequences, total: bulletin?.totals ?? {} }
  return about === undefined || Object.hasOwn(known[about.family], about.id)
}

/** The figures of a week; what came after it plays no part. */
export function figuresOf(source: FigureSource): Figures {
  const { campaign, week, asOf, totals } = source
  const { digits } = campaign.definition.ranking
  const upTo = source.entries.filter((entry) => entry.week <= week)
  const history = historyOf(upTo, source.rules, campaign.calendar.weekOf)
  const now = upTo.filter((entry) => entry.week === week)
  const [units, groups] = [now.filter(({ kind }) => kind === 'unit'), now.filter(({ kind }) => kind === 'group')]
  const valid = now.filter(({ outcome }) => outcome === 'valid')
  const last = new Set(history.standings.filter((standing) => standing.week === week && standing.last).map(({ unit }) => unit))
  const scores = scoresOf(units)
  const score = (value: number | undefined) => (value === undefined ? undefined : roundHalfUp(value, digits))

  const fixed: Readonly<Record<string, FigureValue | undefined>> = {
    week,
    asOf,
    units: units.length,
    members: sum(units.map(({ headcount }) => headcount)),
    groups: groups.length,
    ...prefixed('returns', outcomes(units)),
    'returns.late': source.verdicts.filter(({ kind, decision, reasons }) => kind === 'unit' && decision === 'counted' && reasons.some(({ code }) => code === 'intake/late')).length,
    'returns.share': share(units),
    ...prefixed('groupReturns', outcomes(groups)),
    'score.mean': score(exactMean(scores)),
    'score.median': score(median(scores)),
    'score.lowest': scores[0],
    'score.highest': scores.at(-1),
    ...prefixed('findings', Object.fromEntries((['errors', 'warnings', 'queries'] as const).map((severity) => [severity, sum(units.map(({ outcome, counts }) => (outcome === 'valid' ? (counts?.[severity] ?? 0) : 0)))]))),
    'weeks.ranked': new Set(history.standings.filter(({ outcome }) => outcome === 'valid').map((standing) => standing.week)).size,
    ...prefixed('consequences', answered(history.proposals, source.answers)),
  }
  const about = ({ family, id, part }: NonNullable<Figure['about']>): FigureValue | undefined => {
    if (family === 'total') return totals.get(id)
    if (family === 'indicator') return shareOf(exactMean(valid.flatMap(({ indicators }) => indicators.find((one) => one.indicator === id)?.attainment ?? [])))
    if (family === 'measure') {
      const short = valid.map(({ shortfalls }) => shortfalls.filter(({ measure }) => measure === id).length)
      return part === 'units' ? short.filter((count) => count > 0).length : sum(short)
    }
    return answered(history.proposals.filter(({ consequence }) => consequence === id), source.answers)[part]
  }
  return {
    value(name) {
      const figure = figureNamed(name)
      return figure?.about ? about(figure.about) : fixed[name]
    },
    systems: [...new Set(units.map(({ system }) => system))].map((system) => systemRow(system, units.filter((entry) => entry.system === system), last, score)),
  }
}

function systemRow(name: string, units: readonly LedgerEntry[], last: ReadonlySet<string>, score: (value: number | undefined) => number | undefined): Readonly<Record<string, FigureValue>> {
  const scores = scoresOf(units)
  const { valid, missing, rejected } = outcomes(units)
  const [mean, lowest] = [score(exactMean(scores)), scores[0]]
  return {
    name,
    units: units.length,
    members: sum(units.map(({ headcount }) => headcount)),
    valid,
    missing,
    rejected,
    share: share(units) as number,
    ...(mean !== undefined && { mean }),
    ...(lowest !== undefined && { lowest }),
    last: units.filter(({ unit }) => last.has(unit)).length,
  }
}

/** Of those with a valid return, ascending. */
function scoresOf(entries: readonly LedgerEntry[]): number[] {
  return entries.flatMap(({ outcome, score }) => (outcome === 'valid' && score !== undefined ? [score] : [])).sort((a, b) => a - b)
}

/** Of values in ascending order. */
function median(values: readonly number[]): number | undefined {
  const middle = values.length >> 1
  const upper = values[middle]
  return upper === undefined || values.length % 2 === 1 ? upper : ((values[middle - 1] as number) + upper) / 2
}

function outcomes(entries: readonly LedgerEntry[]): { readonly expected: number; readonly valid: number; readonly missing: number; readonly rejected: number } {
  const count = (outcome: LedgerEntry['outcome']) => entries.filter((entry) => entry.outcome === outcome).length
  return { expected: entries.length, valid: count('valid'), missing: count('missing'), rejected: count('rejected') }
}

function share(entries: readonly LedgerEntry[]): number | undefined {
  return entries.length === 0 ? undefined : shareOf(outcomes(entries).valid / entries.length)
}

function shareOf(value: number | undefined): number | undefined {
  return value === undefined ? undefined : roundHalfUp(value, SHARE_DIGITS)
}

/** What became of consequences. `undecided`: still open, and nobody has answered. */
function answered(proposals: readonly Proposal[], answers: FigureSource['answers']): Readonly<Record<string, number>> {
  const having = (answer: Answer) => proposals.filter(({ key }) => answers.get(key) === answer)
  return {
    proposed: proposals.length,
    undecided: proposals.filter(({ key, open }) => open && !answers.has(key)).length,
    confirmed: having('confirmed').length,
    dismissed: having('dismissed').length,
    deferred: having('deferred').length,
    units: new Set(having('confirmed').map(({ unit }) => unit)).size,
  }
}

function prefixed(prefix: string, parts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${prefix}.${part}`, value]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
