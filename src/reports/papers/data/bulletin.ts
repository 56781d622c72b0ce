/** The bulletin: the situation in figures, the exemplary first, then those that lag. Its figures are those of `domain/oversight`. */
import { bulletin, type Bulletin, type Lagging, type Named } from '../../../domain/oversight/bulletin'
import type { LedgerEntry } from '../../../domain/ranking/ledger'
import { shortReason } from '../../office/view'
import type { FIELDS, PaperInput, Values } from '../fields'
import { commonValues, hasGroups, nameOf, type PaperOf } from './common'
import { itemsOf } from './items'
import type { PaperSource } from './source'
import { amount, dateText, listed, numbered, scoreText, shareText, textIn, weeksText } from './words'

type Rows<K extends 'systems' | 'exemplary' | 'improved' | 'lagging' | 'unreturned' | 'shortfalls' | 'groups' | 'supervision' | 'measures'> = Values<(typeof FIELDS)['bulletin'][K]>[]

/** Requirements that are named; a bulletin that lists them all is not read. */
const MOST_SHORTFALLS = 8

/** None when the ledger has no week of the period. */
export function bulletinPapers(source: PaperSource, paper: PaperOf): PaperInput[] {
  const { campaign, history, ranking, week } = source
  const figures = bulletin(campaign, history.entries, campaign.calendar.weekEnd(week), { ranking, late: source.late })
  if (!figures) return []
  const entries = history.entries.filter((entry) => entry.week === figures.week)
  const units = entries.filter(({ kind }) => kind === 'unit')
  const scores = units.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const latest = figures.returns.at(-1)
  const last = figures.lagging.filter((one) => one.last)
  return [{
    kind: 'bulletin',
    paper: paper.id,
    title: textIn(source, paper.title),
    file: paper.file,
    about: '',
    week,
    draft: source.draft,
    values: {
      ...commonValues(source, paper, { units: [], groups: [] }),
      weekFrom: dateText(figures.period.from, source),
      expected: String(figures.units),
      valid: String(latest?.valid ?? 0),
      missingCount: String((latest?.missing ?? 0) + (latest?.rejected ?? 0)),
      share: figures.units === 0 ? '' : shareText((latest?.valid ?? 0) / figures.units),
      mean: scoreText(figures.mean),
      meanChange: signed(figures.meanChange),
      highest: scores.length === 0 ? '' : scoreText(Math.max(...scores)),
      lowest: scores.length === 0 ? '' : scoreText(Math.min(...scores)),
      systemCount: String(figures.systems.length),
      enrolled: String(figures.members),
      systems: systemsOf(source, figures),
      exemplary: numbered(figures.exemplary.byScore.map((one) => namedValues(one, source))),
      // Nobody is held up as an example and called last on one page.
      improved: numbered(figures.exemplary.byImprovement.filter(({ unit }) => !last.some((one) => one.unit === unit)).map((one) => namedValues(one, source))),
      lagging: numbered(last.map((one) => laggingValues(one, source, figures.week))),
      unreturned: unreturnedOf(source, figures, units),
      // What cannot be asserted is not passed over: nobody is last there yet, which is not that nobody is.
      pending: numbered(figures.systems.flatMap(({ system, undetermined }) => (undetermined ? [{ system, reason: source.say(`papers/pending-${undetermined.reason}`, undetermined.params) }] : []))),
      lateCount: String(figures.late.length),
      lateNames: listed(figures.late.map(({ unit, weeks }) => lateName(source, figures, unit, weeks)), source),
      late: numbered(figures.late.map(({ unit, system, weeks }) => ({ unit: nameOf(source, unit), system, lateWeeks: weeksText(weeks, source) }))),
      shortfalls: shortfallsOf(source, units),
      totals: numbered(source.totals.map(({ title, value, unit }) => ({ item: title, amount: amount(value, unit, source) }))),
      groups: groupsOf(source, entries),
      supervision: supervisionOf(source),
      measures: measuresOf(source, figures.period.weeks),
    },
  }]
}

function systemsOf(source: PaperSource, { systems }: Bulletin): Rows<'systems'> {
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameOf(source, id)), source)
  return numbered(systems.map(({ rank, system, units, valid, mean, movement, first, last }) => ({ rank: String(rank), system, expected: String(units), valid: String(valid), mean: scoreText(mean), movement: movementText(source, movement), first: names(first), last: names(last) })))
}

function namedValues({ unit, system, score, improved }: Named, source: PaperSource): Omit<Rows<'exemplary'>[number], 'n'> {
  return { unit: nameOf(source, unit), system, score: scoreText(score), gain: signed(improved) }
}

/** Last in its system, with the weeks running in which it was. Not submitted is not performed badly: that is listed elsewhere. */
function laggingValues({ unit, system, score, measures }: Lagging, source: PaperSource, week: number): Omit<Rows<'lagging'>[number], 'n'> {
  const standing = source.history.standings.find((one) => one.unit === unit && one.week === week)
  const weeks = standing?.streakWeeks ?? []
  const titles = measures.map((id) => textIn(source, source.campaign.definition.measures[id]?.title))
  return { unit: nameOf(source, unit), system, score: scoreText(score), ranked: String(standing?.comparable ?? ''), weeks: weeksText(weeks, source), weekCount: String(weeks.length), requirements: listed(titles, source) }
}

function unreturnedOf(source: PaperSource, { withoutReturn }: Bulletin, units: readonly LedgerEntry[]): Rows<'unreturned'> {
  const reasons = new Map(units.map(({ unit, reason }) => [unit, reason]))
  return numbered(withoutReturn.map(({ unit, system }) => ({ unit: nameOf(source, unit), system, reason: shortReason(source.say, reasons.get(unit) ?? 'intake/missing') })))
}

/** The weeks are told where the period has several. */
function lateName(source: PaperSource, { returns }: Bulletin, unit: string, weeks: readonly number[]): string {
  const title = nameOf(source, unit)
  return returns.length < 2 ? title : source.say('papers/of-subject', { title, subject: weeksText(weeks, source) })
}

function movementText({ say }: PaperSource, movement: number | undefined): string {
  if (movement === undefined) return ''
  return movement === 0 ? say('papers/no-movement') : say(movement > 0 ? 'papers/up' : 'papers/down', { places: Math.abs(movement) })
}

/** `+1.2`, `-0.5`, `0`. Blank for none. */
function signed(change: number | undefined): string {
  return change === undefined ? '' : `${change > 0 ? '+' : ''}${change}`
}

/** What most units are short of after its due date. */
function shortfallsOf(source: PaperSource, units: readonly LedgerEntry[]): Rows<'shortfalls'> {
  const found = Object.entries(source.campaign.definition.measures).map(([id, { title }]) => {
    const having = units.map(({ shortfalls }) => shortfalls.filter(({ measure }) => measure === id).length).filter((count) => count > 0)
    return { requirement: textIn(source, title), units: having.length, cases: having.reduce((sum, count) => sum + count, 0) }
  })
  const most = found.filter(({ units: count }) => count > 0).sort((a, b) => b.units - a.units || b.cases - a.cases).slice(0, MOST_SHORTFALLS)
  return numbered(most.map(({ requirement, units: count, cases }) => ({ requirement, unitCount: String(count), caseCount: String(cases) })))
}

/** Every group with what it still owes. */
function groupsOf(source: PaperSource, entries: readonly LedgerEntry[]): Rows<'groups'> {
  if (!hasGroups(source)) return []
  const { say, campaign } = source
  return numbered(
    source.registry.groups.map(({ id, name }) => {
      const entry = entries.find(({ unit, kind }) => kind === 'group' && unit === id)
      if (entry?.outcome !== 'valid') return { group: name, state: shortReason(say, entry?.reason ?? 'intake/missing'), owes: '' }
      const { shortfalls } = entry
      const owes = [...new Set(shortfalls.map(({ measure }) => measure))].map((measure) => {
        const those = shortfalls.filter((one) => one.measure === measure)
        const [item] = itemsOf(those.slice(0, 1), source)
        // One alone is told in full, several by their number.
        return those.length === 1 && item ? item.line : say('papers/many', { requirement: textIn(source, campaign.definition.measures[measure]?.title), count: those.length })
      })
      return { group: name, state: shortfalls.length === 0 ? say('papers/all-met') : say('papers/items-open', { count: shortfalls.length }), owes: owes.join(say('office/semicolon')) }
    }),
  )
}

/** How far all groups together do what is asked of them. */
function supervisionOf(source: PaperSource): Rows<'supervision'> {
  const rows = source.compliance.filter(({ share }) => share !== undefined)
  return numbered(rows.map(({ measure, share, short }) => ({ requirement: textIn(source, source.campaign.definition.measures[measure]?.title), share: shareText(share as number), names: listed(short.map((id) => nameOf(source, id)), source) })))
}

/** What followed in the weeks looked back on: confirmed, or in a draft not dismissed. Members and units are counted once each. */
function measuresOf(source: PaperSource, weeks: readonly number[]): Rows<'measures'> {
  const { campaign, history, decisions, registry, draft } = source
  const order = new Map([...registry.units, ...registry.groups].map(({ id }, i) => [id, i]))
  const place = (id: string) => order.get(id) ?? order.size
  return numbered(
    Object.entries(campaign.definition.consequences).flatMap(([id, { title, of }]) => {
      const those = history.proposals.filter((one) => {
        const answer = decisions.get(one.key)?.answer
        return one.consequence === id && weeks.includes(one.week) && (answer === 'confirmed' || (draft && answer !== 'dismissed'))
      })
      const units = [...new Set(those.map(({ unit }) => unit))].sort((a, b) => place(a) - place(b))
      const people = new Set(those.map(({ unit, member }) => `${unit}|${member ?? ''}`))
      return those.length === 0 ? [] : [{ consequence: textIn(source, title), count: String(of === 'member' ? people.size : units.length), names: of === 'member' ? '' : listed(units.map((unit) => nameOf(source, unit)), source) }]
    }),
  )
}
