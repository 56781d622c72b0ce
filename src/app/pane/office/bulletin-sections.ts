/** The sections of the bulletin as it is read in the pane: situation, exemplary, lagging, what is undetermined, totals, supervision, what followed. */
import { registered } from '../../../domain/ranking/registry'
import { amountText } from '../../../domain/campaign/amount'
import type { Standing } from '../../../domain/ranking/ledger'
import { shareText } from '../../../reports/papers/data/words'
import { groupBy } from '../group-by'
import type { BulletinLine, BulletinSection, BulletinSource, SectionId } from './bulletin'

/** Names that a note gives before it leaves it at that. */
const NAMED = 12

/** In the order in which the directive wants them: the situation, the exemplary, then those that lag. */
export function sectionsOf(source: BulletinSource): BulletinSection[] {
  const { campaign } = source
  return [
    situation(source),
    systems(source),
    exemplary(source),
    improved(source),
    lagging(source),
    undetermined(source),
    unreturned(source),
    late(source),
    shortfalls(source),
    ...(campaign.bulletin && campaign.bulletin.totals.length > 0 ? [totals(source)] : []),
    ...(campaign.forms.group.length > 0 && source.state.registry.groups.length > 0 ? [supervision(source), groups(source)] : []),
    measures(source),
  ]
}

/** `empty`: said where there are no lines. */
function section({ say, campaign, language }: BulletinSource, id: SectionId, lines: readonly BulletinLine[], empty: string, note = ''): BulletinSection {
  const { terms } = campaign.definition
  const words = { unit: terms.unit[language], system: terms.system[language], group: terms.group[language], member: terms.member[language] }
  return { id, title: say(`bulletin-pane/${id}`, words), lines, note: lines.length === 0 ? say(empty, words) : note }
}

const line = (label: string, value = '', detail = ''): BulletinLine => ({ label, value, detail })

function situation(source: BulletinSource): BulletinSection {
  const { say, values, figures, campaign, language } = source
  const { terms } = campaign.definition
  const none = say('bulletin-pane/no-score')
  return section(
    source,
    'situation',
    [
      ...figures.returns.map(({ week, expected, valid, missing, rejected, late: tooLate }) => line(say('bulletin-pane/returns', { week }), `${valid}/${expected}`, [week === figures.week && values.share !== '' ? values.share : '', missing > 0 ? say('bulletin-pane/missing', { count: missing }) : '', rejected > 0 ? say('bulletin-pane/rejected', { count: rejected }) : '', tooLate > 0 ? say('bulletin-pane/late-count', { count: tooLate }) : ''].filter(Boolean).join(say('bulletin-pane/comma')))),
      line(say('bulletin-pane/enrolled', { members: terms.member[language] }), values.enrolled),
      line(say('bulletin-pane/mean'), values.mean === '' ? none : values.mean, values.mean === '' ? '' : values.meanChange === '' ? say('bulletin-pane/no-earlier') : say('bulletin-pane/change', { change: values.meanChange })),
      line(say('bulletin-pane/highest'), values.highest === '' ? none : values.highest),
      line(say('bulletin-pane/lowest'), values.lowest === '' ? none : values.lowest),
    ],
    'bulletin-pane/no-score',
  )
}

function systems(source: BulletinSource): BulletinSection {
  const { say, values } = source
  const ends = (key: string, names: string) => say(key, { names: names === '' ? say('bulletin-pane/cannot-tell') : names })
  const lines = values.systems.map(({ rank, system, expected, valid, mean, movement, first, last }) =>
    line(`${rank}. ${system}`, mean === '' ? say('bulletin-pane/no-score') : mean, [say('bulletin-pane/system-returns', { valid, expected }), movement, ends('bulletin-pane/first', first), ends('bulletin-pane/last', last)].filter(Boolean).join(say('bulletin-pane/comma'))),
  )
  return section(source, 'systems', lines, 'bulletin-pane/no-systems')
}

function exemplary(source: BulletinSource): BulletinSection {
  const { say, values } = source
  return section(source, 'exemplary', values.exemplary.map(({ n, unit, system, score, gain }) => line(`${n}. ${of(unit, system, source)}`, score, gain === '' ? say('bulletin-pane/no-earlier') : say('bulletin-pane/change', { change: gain }))), 'bulletin-pane/none-exemplary')
}

function improved(source: BulletinSource): BulletinSection {
  return section(source, 'improved', source.values.improved.map(({ n, unit, system, score, gain }) => line(`${n}. ${of(unit, system, source)}`, gain, source.say('bulletin-pane/score', { score }))), 'bulletin-pane/none-improved')
}

function lagging(source: BulletinSource): BulletinSection {
  const { say, values } = source
  const lines = values.lagging.map(({ n, unit, system, score, ranked, weeks, requirements }) =>
    line(`${n}. ${of(unit, system, source)}`, score, [say('bulletin-pane/last-of', { ranked }), weeks === '' ? '' : say('bulletin-pane/last-weeks', { weeks }), requirements === '' ? '' : say('bulletin-pane/short-of', { requirements })].filter(Boolean).join(say('bulletin-pane/semicolon'))),
  )
  return section(source, 'lagging', lines, 'bulletin-pane/none-lagging')
}

/** Last places that cannot be asserted, a line for each system and reason; without a valid return is told apart. */
function undetermined(source: BulletinSource): BulletinSection {
  const { say, standings } = source
  const nameOf = namesOf(source)
  const open = standings.filter(({ undetermined: why }) => why && why.reason !== 'no-valid-return')
  const lines = [...groupBy(open, ({ system, undetermined: why }) => `${system}|${why?.reason ?? ''}`).values()].map((those) => {
    const [{ system, undetermined: why }] = those as [Standing, ...Standing[]]
    const concerned = those.filter(({ last }) => last).map(({ unit }) => nameOf(unit))
    return line(system, concerned.length > 0 ? concerned.join(say('office/comma')) : '', why ? say(`undetermined/${why.reason}`, why.params) : '')
  })
  return section(source, 'undetermined', lines, 'bulletin-pane/none-undetermined')
}

function unreturned(source: BulletinSource): BulletinSection {
  return section(source, 'unreturned', source.values.unreturned.map(({ unit, system, reason }) => line(of(unit, system, source), '', reason)), 'bulletin-pane/none-unreturned')
}

function late(source: BulletinSource): BulletinSection {
  return section(source, 'late', source.values.late.map(({ unit, system, lateWeeks }) => line(of(unit, system, source), lateWeeks)), 'bulletin-pane/none-late')
}

function shortfalls(source: BulletinSource): BulletinSection {
  const { say, values } = source
  return section(source, 'shortfalls', values.shortfalls.map(({ n, requirement, unitCount, caseCount }) => line(`${n}. ${requirement}`, say('bulletin-pane/cases', { units: Number(unitCount), cases: Number(caseCount) }))), 'bulletin-pane/none-shortfalls')
}

function totals(source: BulletinSource): BulletinSection {
  const { say, facts, campaign, language } = source
  const nameOf = namesOf(source)
  const known = new Map(campaign.bulletin?.totals.map(({ id, definition }) => [id, definition]))
  const lines = (facts?.totals ?? []).map(({ total, value, units, without }) => {
    const one = known.get(total)
    const missing = without.length > 0 ? say('bulletin-pane/total-without', { count: without.length, names: without.map(nameOf).join(say('office/comma')) }) : ''
    return line(one?.title[language] ?? total, amountText(campaign.definition, value, one?.unit, language), [say('bulletin-pane/total-units', { count: units }), missing].filter(Boolean).join(say('bulletin-pane/semicolon')))
  })
  const made = section(source, 'totals', lines, facts ? 'bulletin-pane/none-totals' : 'bulletin-pane/not-read')
  const unkept = facts?.unkept ?? []
  if (lines.length > 0 || unkept.length === 0) return made
  return { ...made, note: say('bulletin-pane/totals-unkept', { count: unkept.length, names: unkept.slice(0, NAMED).map(nameOf).join(say('office/comma')), more: unkept.length > NAMED ? say('bulletin-pane/and-more') : '' }) }
}

function supervision(source: BulletinSource): BulletinSection {
  const { say, facts, campaign, language } = source
  const nameOf = namesOf(source)
  const lines = (facts?.compliance ?? []).map(({ measure, share, met, subjects, short }) => {
    const names = short.length > 0 ? say('bulletin-pane/not-yet', { names: short.map(nameOf).join(say('office/comma')) }) : ''
    const title = campaign.definition.measures[measure]?.title[language] ?? measure
    return share === undefined ? line(title, say('bulletin-pane/undetermined-short'), say('bulletin-pane/nothing-counts')) : line(title, shareText(share), [say('bulletin-pane/met-of', { met, subjects }), names].filter(Boolean).join(say('bulletin-pane/semicolon')))
  })
  return section(source, 'supervision', lines, facts ? 'bulletin-pane/none-supervision' : 'bulletin-pane/not-read')
}

function groups(source: BulletinSource): BulletinSection {
  return section(source, 'groups', source.values.groups.map(({ group, state, owes }) => line(group, state, owes)), 'bulletin-pane/none-supervision')
}

/** In the letter only what is confirmed; that there is more is said here. */
function measures(source: BulletinSource): BulletinSection {
  const { say, values, unanswered, draft } = source
  const lines = values.measures.map(({ consequence, count, names }) => line(consequence, say(names === '' ? 'bulletin-pane/people' : 'bulletin-pane/count', { count: Number(count) }), names))
  const more = unanswered > 0 && !draft ? say('bulletin-pane/unanswered', { count: unanswered }) : ''
  const made = section(source, 'measures', lines, 'bulletin-pane/none-measures', draft && unanswered > 0 ? say('bulletin-pane/with-unanswered', { count: unanswered }) : more)
  return lines.length === 0 && more !== '' ? { ...made, note: say('bulletin-pane/none-and-more', { none: made.note, more }) } : made
}

const of = (unit: string, system: string, { say }: BulletinSource): string => say('bulletin-pane/of', { unit, system })

function namesOf({ state }: BulletinSource): (id: string) => string {
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
