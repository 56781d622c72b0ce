import type { IsoDate } from '../returns/return'
import type { Evidence, LedgerEntry, Proposal, Standing } from './ledger'
import { doubtsWithin } from './streak'
import { compareText } from './week-table'

/** A consequence of the definition, its quantities resolved. */
export type ConsequenceRule =
  | { readonly id: string; readonly of: 'unit' | 'member' | 'group'; readonly on: 'last'; /** Weeks running. */ readonly weeks: number; /** Where another number holds from a week on; ascending. */ readonly weeksFrom?: readonly { readonly week: number; readonly weeks: number }[] }
  | { readonly id: string; readonly of: 'unit' | 'member' | 'group'; readonly on: 'shortfall'; /** Measures that name it as a remedy. */ readonly measures: readonly string[] }

export interface ProposalOptions {
  /** In order of the definition; proposals come in this order within a week. */
  readonly rules: readonly ConsequenceRule[]
  /** Campaign week of a date, 1-based, clamped to the campaign. */
  readonly weekOf: (date: IsoDate) => number
}

/**
 * Every consequence that the ledger gives rise to, up to its latest week, each as a proposal with
 * its evidence. Nothing here is final: a person confirms or dismisses it.
 *
 * | trigger             | occurs                                        | key's week            |
 * | last, 1 week        | in every week in which the unit is last       | that week             |
 * | last, n > 1 weeks   | once per streak, when it reaches n            | the streak's n-th week |
 * | shortfall           | once per unit or member and week of due dates | week of the due date  |
 *
 * A streak asserts nothing while a doubt lies within its weeks: `to-be-confirmed`, with the reasons.
 * It is `proposed` as soon as any n of its weeks in a row are free of doubt.
 *
 * A shortfall's key takes the week it fell due, not the week it was first seen, so that a late
 * correction of an earlier week does not part a person's decision from its proposal.
 */
export function proposals(entries: readonly LedgerEntry[], standings: readonly Standing[], options: ProposalOptions): Proposal[] {
  const order = new Map(options.rules.map((rule, i) => [rule.id, i]))
  return options.rules
    .flatMap((rule) => (rule.on === 'last' ? fromLastPlaces(rule, standings) : fromShortfalls(rule.id, rule.of, new Set(rule.measures), entries, options.weekOf)))
    .sort(
      (a, b) =>
        a.week - b.week ||
        (order.get(a.consequence) as number) - (order.get(b.consequence) as number) ||
        compareText(a.system, b.system) ||
        compareText(a.unit, b.unit) ||
        compareText(a.member ?? '', b.member ?? '') ||
        compareText(a.key, b.key),
    )
}

function fromLastPlaces(rule: LastRule, standings: readonly Standing[]): Proposal[] {
  const byWeek = new Map(standings.map((standing) => [placeKey(standing.unit, standing.week), standing]))
  /** The longest state of each streak, by its unit and first week: later weeks may settle a doubt. */
  const longest = new Map<string, Standing>()
  for (const standing of standings) {
    const [first] = standing.streakWeeks
    if (first === undefined) continue
    const key = placeKey(standing.unit, first)
    const known = longest.get(key)
    if (!known || known.streak < standing.streak) longest.set(key, standing)
  }
  return [...longest.values()].flatMap((run) =>
    occasionsOf(run, rule).map(({ week, weeks }): Proposal => {
      const at = byWeek.get(placeKey(run.unit, week)) as Standing
      const doubts = doubtsWithin(run.doubts, weeks[0] as number, weeks[weeks.length - 1] as number)
      return {
        key: proposalKey(rule.id, run.unit, undefined, week),
        consequence: rule.id,
        week,
        unit: run.unit,
        system: at.system,
        state: doubts.length > 0 ? 'to-be-confirmed' : 'proposed',
        open: true,
        doubts,
        evidence: weeks.map((each) => standingEvidence(byWeek.get(placeKey(run.unit, each)) as Standing)),
      }
    }),
  )
}

type LastRule = Extract<ConsequenceRule, { on: 'last' }>

/** When in a streak the consequence occurs, and the weeks that give rise to it. How many are needed is that week's rule. */
function occasionsOf(run: Standing, { weeks, weeksFrom }: LastRule): { readonly week: number; readonly weeks: readonly number[] }[] {
  const reached = run.streakWeeks.flatMap((week, i) => {
    const needed = weeksFrom?.findLast((from) => from.week <= week)?.weeks ?? weeks
    return i + 1 >= needed ? [{ week, needed }] : []
  })
  const [first] = reached
  const once = first && first.needed > 1 ? [{ week: first.week, weeks: clearest(run, first.needed) }] : []
  return [...once, ...reached.flatMap(({ week, needed }) => (needed === 1 ? [{ week, weeks: [week] }] : []))]
}

/** The first `needed` weeks of a streak that are free of doubt; if none are, its first ones. */
function clearest(run: Standing, needed: number): readonly number[] {
  for (let from = 0; from + needed <= run.streak; from += 1) {
    const weeks = run.streakWeeks.slice(from, from + needed)
    if (doubtsWithin(run.doubts, weeks[0] as number, weeks[needed - 1] as number).length === 0) return weeks
  }
  return run.streakWeeks.slice(0, needed)
}

function standingEvidence(standing: Standing): Evidence {
  return { kind: 'standing', week: standing.week, rank: standing.rank, of: standing.comparable, score: standing.score as number }
}

function fromShortfalls(consequence: string, of: 'unit' | 'member' | 'group', measures: ReadonlySet<string>, entries: readonly LedgerEntry[], weekOf: (date: IsoDate) => number): Proposal[] {
  const kind = of === 'group' ? 'group' : 'unit'
  const judged = entries.filter((entry) => entry.kind === kind && entry.outcome === 'valid').sort((a, b) => a.week - b.week)
  const latest = new Map(judged.map((entry) => [entry.unit, entry.week]))
  const found = new Map<string, { first: LedgerEntry; at: LedgerEntry; member?: string; evidence: Evidence[] }>()
  for (const entry of judged) {
    for (const result of entry.shortfalls) {
      if (!measures.has(result.measure)) continue
      const member = of === 'member' ? result.subject : undefined
      const key = proposalKey(consequence, entry.unit, member, weekOf(result.due))
      const evidence: Evidence = { kind: 'shortfall', week: entry.week, result, ...(entry.file !== undefined && { file: entry.file }) }
      const known = found.get(key)
      if (!known) found.set(key, { first: entry, at: entry, ...(member !== undefined && { member }), evidence: [evidence] })
      else if (known.at === entry) known.evidence.push(evidence)
      // What still stands is shown by the latest return, in which it can be looked up.
      else Object.assign(known, { at: entry, evidence: [evidence] })
    }
  }
  return [...found].map(([key, { first, at, member, evidence }]) => ({
    key,
    consequence,
    week: first.week,
    unit: at.unit,
    system: at.system,
    ...(member !== undefined && { member }),
    state: 'proposed' as const,
    open: latest.get(at.unit) === at.week,
    doubts: [],
    evidence,
  }))
}

function proposalKey(consequence: string, unit: string, member: string | undefined, week: number): string {
  return [consequence, unit, member ?? '', `w${week}`].map((part) => part.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join('|')
}

/** What a proposal's key says; undefined for a text that is no key. A decision outlives the proposal it was made on. */
export function parseProposalKey(key: string): Pick<Proposal, 'consequence' | 'unit' | 'member' | 'week'> | undefined {
  const parts = [...key.matchAll(/((?:[^\\|]|\\.)*)(?:\||$)/gs)].map(([, part = '']) => part.replace(/\\(.)/gs, '$1'))
  const [consequence = '', unit = '', member = '', week = ''] = parts
  if (consequence === '' || unit === '' || !/^w\d+$/.test(week)) return undefined
  return { consequence, unit, ...(member !== '' && { member }), week: Number(week.slice(1)) }
}

const placeKey = (unit: string, week: number) => `${week}|${unit}`
