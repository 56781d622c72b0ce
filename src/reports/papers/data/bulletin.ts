/** The bulletin: the situation in figures, the exemplary first, then those that lag. */
import { roundScore } from '../../../domain/ranking/competition'
import type { LedgerEntry, Standing } from '../../../domain/ranking/ledger'
import { systemStandings } from '../../../domain/ranking/system-standings'
import { shortReason } from '../../office/view'
import type { FIELDS} from '../fields';
import { type PaperInput, type Values } from '../fields'
import { commonValues, hasGroups, nameOf, type PaperOf } from './common'
import { itemsOf } from './items'
import type { PaperSource } from './source'
import { amount, dateText, listed, numbered, scoreText, textIn, weeksText } from './words'

type Rows<K extends 'systems' | 'exemplary' | 'lagging' | 'unreturned' | 'shortfalls' | 'groups' | 'measures'> = Values<(typeof FIELDS)['bulletin'][K]>[]

/** Requirements that are named; a bulletin that lists them all is not read. */
const MOST_SHORTFALLS = 8

export function bulletinPaper(source: PaperSource, paper: PaperOf): PaperInput {
  const { campaign, history, week, say } = source
  const since = firstWeek(source)
  const entries = history.entries.filter((entry) => entry.week === week)
  const units = entries.filter(({ kind }) => kind === 'unit')
  const scores = units.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const standings = history.standings.filter((standing) => standing.week === week)
  const rounded = (score: number) => scoreText(roundScore(score, campaign.definition.ranking.digits))
  const systems = systemsOf(source, units)
  return {
    kind: 'bulletin',
    paper: paper.id,
    title: textIn(source, paper.title),
    file: paper.file,
    about: '',
    week,
    draft: source.draft,
    values: {
      ...commonValues(source, paper, { units: [], groups: [] }),
      weekFrom: dateText(campaign.calendar.weekStart(since), source),
      expected: String(units.length),
      valid: String(scores.length),
      missingCount: String(units.length - scores.length),
      share: units.length === 0 ? '' : `${Math.round((scores.length / units.length) * 1000) / 10}%`,
      mean: scores.length === 0 ? '' : rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length),
      highest: scores.length === 0 ? '' : rounded(Math.max(...scores)),
      lowest: scores.length === 0 ? '' : rounded(Math.min(...scores)),
      systemCount: String(systems.length),
      enrolled: String(units.reduce((sum, { headcount }) => sum + headcount, 0)),
      systems,
      exemplary: exemplaryOf(source, standings),
      lagging: laggingOf(source, standings, since),
      unreturned: numbered(units.filter(({ outcome }) => outcome !== 'valid').map((entry) => ({ unit: nameOf(source, entry.unit), system: entry.system, reason: shortReason(say, entry.reason ?? 'intake/missing') }))),
      shortfalls: shortfallsOf(source, units),
      totals: numbered(source.totals.map(({ title, value, unit }) => ({ item: title, amount: amount(value, unit, source) }))),
      groups: groupsOf(source, entries),
      measures: measuresOf(source, since),
    },
  }
}

/** First of the weeks that it looks back on: 15 days from one bulletin to the next are two weeks. At least its own week. */
function firstWeek({ campaign, week }: PaperSource): number {
  const weeks = Math.max(1, Math.round((campaign.bulletin?.days ?? 7) / 7))
  return Math.max(1, week - weeks + 1)
}

function systemsOf(source: PaperSource, units: readonly LedgerEntry[]): Rows<'systems'> {
  const { campaign, history, week } = source
  if (units.length === 0) return []
  const rows = systemStandings(history.entries, { comparable: campaign.comparable, digits: campaign.definition.ranking.digits }).filter((one) => one.week === week)
  return numbered(rows.map(({ rank, system, units: expected, valid, mean, movement }) => ({ rank: String(rank), system, expected: String(expected), valid: String(valid), mean: scoreText(mean), movement: movementText(source, movement) })))
}

/** First in its system, where units can be compared and not all are equal. */
function exemplaryOf(source: PaperSource, standings: readonly Standing[]): Rows<'exemplary'> {
  return numbered(
    inOrder(standings)
      .filter(({ rank, score, last, comparable }) => rank === 1 && score !== undefined && !last && comparable >= source.campaign.comparable)
      .map(({ unit, system, score, movement }) => ({ unit: nameOf(source, unit), system, score: scoreText(score), movement: movementText(source, movement) })),
  )
}

/** Last in its system, with the weeks looked back on in which it was. Not submitted is not performed badly: it is listed elsewhere. */
function laggingOf(source: PaperSource, standings: readonly Standing[], since: number): Rows<'lagging'> {
  return numbered(
    inOrder(standings).filter(({ last }) => last).map(({ unit, system, score, comparable }) => {
      const weeks = source.history.standings.filter((one) => one.unit === unit && one.last && one.week >= since && one.week <= source.week).map(({ week }) => week).sort((a, b) => a - b)
      return { unit: nameOf(source, unit), system, score: scoreText(score), ranked: String(comparable), weeks: weeksText(weeks, source), weekCount: String(weeks.length) }
    }),
  )
}

function inOrder(standings: readonly Standing[]): Standing[] {
  return [...standings].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.unit < b.unit ? -1 : 1))
}

function movementText({ say }: PaperSource, movement: number | undefined): string {
  if (movement === undefined) return ''
  return movement === 0 ? say('papers/no-movement') : say(movement > 0 ? 'papers/up' : 'papers/down', { places: Math.abs(movement) })
}

/** What most units are short of after its due date. */
function shortfallsOf(source: PaperSource, units: readonly LedgerEntry[]): Rows<'shortfalls'> {
  const { measures } = source.campaign.definition
  const found = Object.entries(measures).map(([id, { title }]) => {
    const having = units.map(({ shortfalls }) => shortfalls.filter(({ measure }) => measure === id).length).filter((count) => count > 0)
    return { requirement: textIn(source, title), units: having.length, cases: having.reduce((sum, count) => sum + count, 0) }
  })
  const most = found.filter(({ units: count }) => count > 0).sort((a, b) => b.units - a.units || b.cases - a.cases).slice(0, MOST_SHORTFALLS)
  return numbered(most.map(({ requirement, units: count, cases }) => ({ requirement, unitCount: String(count), caseCount: String(cases) })))
}

/** Every group with what it still owes. */
function groupsOf(source: PaperSource, entries: readonly LedgerEntry[]): Rows<'groups'> {
  if (!hasGroups(source)) return []
  const { say } = source
  return numbered(
    source.registry.groups.map(({ id, name }) => {
      const entry = entries.find(({ unit, kind }) => kind === 'group' && unit === id)
      if (entry?.outcome !== 'valid') return { group: name, state: shortReason(say, entry?.reason ?? 'intake/missing'), owes: '' }
      const items = itemsOf(entry.shortfalls, source)
      return { group: name, state: items.length === 0 ? say('papers/all-met') : say('papers/items-open', { count: items.length }), owes: summary(source, entry).join(say('office/semicolon')) }
    }),
  )
}

/** By requirement: how many of its rows fall short; one alone is told in full. */
function summary(source: PaperSource, { shortfalls }: LedgerEntry): string[] {
  return [...new Set(shortfalls.map(({ measure }) => measure))].map((id) => {
    const those = shortfalls.filter(({ measure }) => measure === id)
    const [item] = itemsOf(those.slice(0, 1), source)
    return those.length === 1 && item ? item.line : source.say('papers/many', { requirement: textIn(source, source.campaign.definition.measures[id]?.title), count: those.length })
  })
}

/** What followed in the weeks looked back on: confirmed, or in a draft not dismissed. */
function measuresOf(source: PaperSource, since: number): Rows<'measures'> {
  const { campaign, history, decisions, registry, week, draft } = source
  const order = new Map([...registry.units, ...registry.groups].map(({ id }, i) => [id, i]))
  const place = (id: string) => order.get(id) ?? order.size
  return numbered(
    Object.entries(campaign.definition.consequences).flatMap(([id, { title, of }]) => {
      const those = history.proposals.filter((one) => {
        const answer = decisions.get(one.key)?.answer
        return one.consequence === id && one.week >= since && one.week <= week && (answer === 'confirmed' || (draft && answer !== 'dismissed'))
      })
      const units = [...new Set(those.map(({ unit }) => unit))].sort((a, b) => place(a) - place(b))
      const people = new Set(those.map(({ unit, member }) => `${unit}|${member ?? ''}`))
      return those.length === 0 ? [] : [{ consequence: textIn(source, title), count: String(of === 'member' ? people.size : units.length), names: of === 'member' ? '' : listed(units.map((id) => nameOf(source, id)), source) }]
    }),
  )
}
