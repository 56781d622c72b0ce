/** Papers that tell of a consequence: what each unit, and each of its members, still owes. */
import type { MeasureResult } from '../../../domain/evaluation/evaluation'
import type { Evidence, Proposal } from '../../../domain/ranking/ledger'
import type { FIELDS} from '../fields';
import { type PaperInput, type Values } from '../fields'
import { commonValues, groupOf, nameOf, type PaperOf } from './common'
import { clausesOf, itemsOf } from './items'
import type { PaperSource } from './source'
import { dateText, listed, numbered, scoreText, textIn, weeksText } from './words'
import { doubtTexts } from '../../../domain/ranking/doubt-texts'

type CaseValues = Omit<Values<(typeof FIELDS)['consequence']['units']>, 'n'>

/** What is held against one unit. */
interface Case {
  readonly unit: string
  readonly system: string
  readonly proposals: readonly Proposal[]
}

/**
 * One paper for every unit, group, system or the campaign, as the definition says; none where nothing applies.
 *
 * | proposal                        | in a paper                          | in a draft |
 * | confirmed, still open           | yes                                 | yes        |
 * | undecided, postponed            | no                                  | yes        |
 * | dismissed, or made good since   | no                                  | no         |
 *
 * Shortfalls: all that are open, whenever they were found; a notice says all that is owed. Last places: those of the
 * week. With `only`, just those proposals.
 */
export function consequencePapers(source: PaperSource, paper: PaperOf & { readonly kind: 'consequence' }): PaperInput[] {
  const cases = casesOf(source, paper.consequence)
  return gathered(cases, source, paper.per ?? 'unit').map(({ about, cases: those }) => paperOn(source, paper, about, those))
}

function casesOf(source: PaperSource, consequence: string): Case[] {
  const { campaign, history, decisions, week, draft, only } = source
  const last = campaign.definition.consequences[consequence]?.trigger.on === 'last'
  const due = history.proposals.filter((proposal) => {
    if (proposal.consequence !== consequence || !proposal.open) return false
    if (only ? !only.has(proposal.key) : last && proposal.week !== week) return false
    const answer = decisions.get(proposal.key)?.answer
    return answer === 'confirmed' || (draft && answer !== 'dismissed')
  })
  const order = new Map(source.registry.units.map(({ id }, i) => [id, i]))
  const units = [...new Set(due.map(({ unit }) => unit))].sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || (a < b ? -1 : 1))
  return units.map((unit) => {
    const proposals = due.filter((proposal) => proposal.unit === unit)
    return { unit, system: proposals[0]?.system ?? '', proposals }
  })
}

interface Gathered {
  readonly about: string
  readonly cases: readonly Case[]
}

function gathered(cases: readonly Case[], source: PaperSource, per: 'unit' | 'group' | 'system' | 'campaign'): Gathered[] {
  if (per === 'unit') return cases.map((one) => ({ about: nameOf(source, one.unit), cases: [one] }))
  const keyOf = (one: Case) => (per === 'campaign' ? '' : per === 'system' ? one.system : groupOf(source, one.unit))
  return [...new Set(cases.map(keyOf))].map((key) => ({ about: per === 'group' && key !== '' ? nameOf(source, key) : key, cases: cases.filter((one) => keyOf(one) === key) }))
}

function paperOn(source: PaperSource, paper: PaperOf & { readonly kind: 'consequence' }, about: string, cases: readonly Case[]): PaperInput {
  const { definition } = source.campaign
  const consequence = definition.consequences[paper.consequence]
  const units = cases.map(({ unit }) => unit)
  const systems = new Set(cases.map(({ system }) => system))
  const all = cases.map((one) => caseValues(one, source))
  const results = cases.flatMap(({ proposals }) => proposals.flatMap(resultsOf))
  const [only] = all
  const together: CaseValues = all.length === 1 && only ? only : { ...joint(all, source), unit: listed(units.map((id) => nameOf(source, id)), source) }
  const isGroup = consequence?.of === 'group'
  return {
    kind: 'consequence',
    paper: paper.id,
    title: textIn(source, paper.title),
    file: paper.file,
    about,
    ...(cases.length === 1 && { unit: units[0] }),
    ...(systems.size === 1 && cases[0]?.system !== '' && { system: cases[0]?.system }),
    week: source.week,
    draft: source.draft,
    values: {
      ...commonValues(source, paper, { units, groups: isGroup ? units : [...new Set(units.map((id) => groupOf(source, id)))].filter((id) => id !== '') }),
      consequence: textIn(source, consequence?.title),
      asks: textIn(source, consequence?.asks),
      unitCount: String(cases.length),
      clauses: clausesOf(results, consequence?.clauses ?? [], source),
      ...together,
      units: numbered(all),
    },
  }
}

/** What several units have in common; their own stands in the list of units. */
function joint(all: readonly CaseValues[], source: PaperSource): CaseValues {
  const same = (of: (one: CaseValues) => string) => listed([...new Set(all.map(of))].filter((text) => text !== ''), source)
  const sum = (of: (one: CaseValues) => string) => String(all.reduce((total, one) => total + Number(of(one)), 0))
  return {
    unit: '', system: same(({ system }) => system), group: same(({ group }) => group), weeks: same(({ weeks }) => weeks), weekCount: '', score: '', rank: '', ranked: '',
    memberCount: sum(({ memberCount }) => memberCount), itemCount: sum(({ itemCount }) => itemCount), owes: '', reservation: '', items: [], members: [], places: [],
  }
}

function caseValues({ unit, system, proposals }: Case, source: PaperSource): CaseValues {
  const { campaign, say } = source
  const wholes = proposals.filter(({ member }) => member === undefined)
  const members = [...new Set(proposals.flatMap(({ member }) => (member === undefined ? [] : [member])))].map((name) => {
    const items = itemsOf(proposals.filter(({ member }) => member === name).flatMap(resultsOf), source, name)
    return { name, unit: nameOf(source, unit), owes: items.map(({ line }) => line).join('\n'), items }
  })
  const items = itemsOf(wholes.flatMap(resultsOf), source)
  const standing = wholes.flatMap(({ evidence }) => evidence).filter((one): one is Evidence & { kind: 'standing' } => one.kind === 'standing')
  const places = [...new Map(standing.map((one) => [one.week, one])).values()].sort((a, b) => a.week - b.week)
  const latest = places[places.length - 1]
  const now = source.history.standings.find((one) => one.unit === unit && one.week === source.week)
  const doubts = doubtTexts(proposals.flatMap(({ doubts: those }) => those), say)
  return {
    unit: nameOf(source, unit),
    system,
    group: nameOf(source, groupOf(source, unit)),
    weeks: weeksText(places.map(({ week }) => week), source),
    weekCount: places.length === 0 ? '' : String(places.length),
    score: scoreText(latest?.score ?? now?.score),
    rank: String(latest?.rank ?? now?.rank ?? ''),
    ranked: String(latest?.of ?? now?.comparable ?? ''),
    memberCount: String(members.length),
    itemCount: String(items.length),
    owes: items.map(({ line }) => line).join('\n'),
    reservation: doubts.join(say('office/semicolon')),
    items,
    members: numbered(members),
    places: numbered(
      places.map(({ week, rank, of, score }) => ({ week: String(week), weekFrom: dateText(campaign.calendar.weekStart(week), source), weekTo: dateText(campaign.calendar.weekEnd(week), source), rank: String(rank), ranked: String(of), score: scoreText(score) })),
    ),
  }
}

function resultsOf({ evidence }: Proposal): MeasureResult[] {
  return evidence.flatMap((one) => (one.kind === 'shortfall' ? [one.result] : []))
}
