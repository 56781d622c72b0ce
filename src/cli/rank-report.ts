/** A week's ranking, as data for `--json` and as a table for a person. */
import type { DecidedProposal, RankedUnit, Ranking } from '../app/rank'
import type { Campaign } from '../domain/campaign/campaign'
import type { Evidence } from '../domain/ranking/ledger'
import { address } from '../domain/returns/address'
import type { Language } from '../domain/text'
import type { Terminal } from './terminal'
import { textTable } from './text-table'
import { doubtTexts } from '../domain/ranking/doubt-texts'

/** What `rank --json` gives. */
export function rankData({ week, asOf, systems, groups, troubles }: Ranking, campaign: Campaign, language: Language) {
  const proposalData = (proposal: DecidedProposal) => ({
    key: proposal.key,
    consequence: proposal.consequence,
    title: campaign.definition.consequences[proposal.consequence]?.title[language],
    week: proposal.week,
    member: proposal.member,
    state: proposal.state,
    doubts: proposal.doubts,
    decision: proposal.decision,
    evidence: proposal.evidence.map(evidenceData),
  })
  return {
    week,
    asOf,
    systems: systems.map(({ unitsByRank, ...system }) => ({
      ...system,
      units: unitsByRank.map((unit) => ({
        unit: unit.unit,
        name: unit.name,
        rank: unit.rank,
        tied: unit.tied,
        score: unit.score,
        submitted: unit.submitted,
        reason: unit.reason,
        last: unit.last,
        streak: unit.streak,
        movement: unit.movement,
        status: unit.status,
        doubts: unit.doubts,
        indicators: unit.indicators,
        adjustments: unit.adjustments,
        proposals: unit.proposals.map(proposalData),
      })),
    })),
    groups: groups.map((proposal) => ({ group: proposal.unit, ...proposalData(proposal) })),
    troubles,
  }
}

function evidenceData(evidence: Evidence) {
  if (evidence.kind === 'standing') return evidence
  const { result } = evidence
  return { ...evidence, cell: result.row === undefined || result.column === undefined ? undefined : address(result.row, result.column) }
}

/** The week in one table, system by system, then what it entails. */
export function rankLines(ranking: Ranking, campaign: Campaign, terminal: Terminal): string[] {
  const { say, language } = terminal
  const { definition } = campaign
  const heading = (key: string, align: 'left' | 'right' = 'left') => ({ heading: say(`cli/column-${key}`), align })
  const rows = ranking.systems.flatMap((system) => system.unitsByRank.map((unit) => unitRow(system.system, unit, terminal, definition.ranking.digits)))
  const table = textTable([{ heading: definition.ranking.within[language] }, heading('rank', 'right'), heading('unit'), heading('score', 'right'), heading('movement', 'right'), heading('state')], rows)
  return [
    say('cli/ranking', { title: definition.title[language], week: ranking.week, asOf: ranking.asOf }),
    '',
    ...ruled(table, rows),
    '',
    say('cli/systems'),
    ...textTable(
      [heading('rank', 'right'), { heading: definition.ranking.within[language] }, heading('mean', 'right'), heading('submitted', 'right'), heading('last-place')],
      ranking.systems.map(({ rank, system, mean, valid, units, unitsByRank }) => [
        rank,
        system,
        mean?.toFixed(definition.ranking.digits) ?? '–',
        `${valid}/${units}`,
        unitsByRank.filter(({ last }) => last).map(({ name }) => name).join(say('office/comma')) || '–',
      ]),
    ),
    '',
    say('cli/proposals'),
    ...proposalTable(ranking, campaign, terminal),
  ]
}

function unitRow(system: string, unit: RankedUnit, { say }: Terminal, digits: number): string[] {
  const state = [
    unit.last ? say('office/last-yes') : '',
    unit.streak > 1 ? say('cli/weeks-running', { streak: unit.streak }) : '',
    unit.submitted ? '' : say(`office/outcome-${unit.outcome}`),
    unit.reason === undefined || unit.outcome === 'missing' ? '' : say(`${unit.reason.startsWith('file/') ? 'intake/unreadable' : unit.reason}.short`),
    ...doubtTexts(unit.doubts, say),
  ]
  return [system, unit.submitted ? String(unit.rank) : '–', unit.name, unit.score?.toFixed(digits) ?? '–', movement(unit.movement), state.filter(Boolean).join(say('office/semicolon'))]
}

function movement(places: number | undefined): string {
  if (places === undefined) return ''
  return places === 0 ? '=' : places > 0 ? `↑${places}` : `↓${-places}`
}

/** A blank line where the first column changes. */
function ruled(table: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return table.flatMap((line, at) => (at > 2 && rows[at - 2]?.[0] !== rows[at - 3]?.[0] ? ['', line] : [line]))
}

function proposalTable(ranking: Ranking, campaign: Campaign, { say, language }: Terminal): string[] {
  const proposals = [...ranking.systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap((unit) => unit.proposals)), ...ranking.groups]
  const names = new Map(ranking.systems.flatMap(({ unitsByRank }) => unitsByRank.map(({ unit, name }) => [unit, name])))
  const rows = Object.entries(campaign.definition.consequences).flatMap(([id, consequence]) => {
    const these = proposals.filter((proposal) => proposal.consequence === id)
    if (these.length === 0) return []
    const units = [...new Set(these.map(({ unit }) => names.get(unit) ?? unit))]
    const members = these.filter(({ member }) => member !== undefined).length
    const doubtful = these.filter(({ state }) => state === 'to-be-confirmed').length
    return [[consequence.title[language], consequence.clauses.join(' '), units.length, members || '', doubtful || '', units.slice(0, 6).join(say('office/comma')) + (units.length > 6 ? '…' : '')]]
  })
  if (rows.length === 0) return [say('office/none')]
  const heading = (key: string, align: 'left' | 'right' = 'left') => ({ heading: say(`cli/column-${key}`), align })
  return textTable([heading('consequence'), heading('clauses'), heading('units', 'right'), heading('members', 'right'), heading('doubtful', 'right'), { ...heading('who'), most: 90 }], rows)
}
