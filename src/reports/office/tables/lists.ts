import { amountText } from '../../../domain/campaign/amount'
import type { Evidence, Proposal } from '../../../domain/ranking/ledger'
import { address } from '../../../workbook/address'
import type { Table, TableColumn } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeView } from '../view'
import { noteColumn } from './subject-columns'
import { doubtTexts } from '../../../domain/ranking/doubt-texts'

/** The answers a person may give to a proposal, in the order they are offered. */
export const ANSWERS = ['confirmed', 'dismissed', 'deferred'] as const

/** Cells that are listed in one line of evidence. */
const LISTED = 8

export const listId = (consequence: string): string => `list-${consequence}`

/**
 * One consequence: every proposal there has been, open ones first, newest week first. What a person
 * decided, when, and why stands in the last columns and stays with its row; a proposal that no
 * longer arises is kept, and marked so, when somebody wrote on it.
 */
export function listTable(view: OfficeView, consequence: string): Table {
  const { say, text, campaign } = view
  const definition = campaign.definition.consequences[consequence]
  const member: TableColumn[] = definition?.of === 'member' ? [{ id: 'member', heading: text(campaign.definition.terms.member), width: 16, look: 'name', whenStale: 'keep' }] : []
  const where: TableColumn[] = definition?.trigger.on === 'shortfall' ? [{ id: 'where', heading: say('office/where'), width: 22, look: 'long' }] : []
  return {
    design: {
      id: listId(consequence),
      prepared: definition?.of === 'member' ? 400 : 120,
      columns: [
        { id: 'week', heading: say('office/since-week'), width: 8, look: 'count', whenStale: 'keep' },
        { id: 'system', heading: text(definition?.of === 'group' ? campaign.definition.terms.group : campaign.definition.ranking.within), width: 16, look: 'text', whenStale: 'keep' },
        { id: 'unit', heading: text(campaign.definition.terms.unit), width: 24, look: member.length > 0 ? 'text' : 'name', whenStale: 'keep' },
        ...member,
        { id: 'evidence', heading: say('office/evidence'), width: 50, look: 'long', whenStale: 'keep' },
        ...where,
        { id: 'state', heading: say('office/state'), width: 24, look: 'long', whenStale: { value: say('office/proposal-gone') } },
        { id: 'decision', heading: say('office/decision-column'), width: 10, look: 'center', person: true, choices: ANSWERS.map((answer) => say(`office/answer-${answer}`)) },
        { id: 'by', heading: say('office/decided-by'), width: 10, look: 'center', person: true },
        { id: 'on', heading: say('office/decided-on'), width: 12, look: 'date', person: true },
        noteColumn(say, 24),
      ],
      conditions: ({ area, cell }) => {
        const state = cell('state')
        return [
          { kind: 'formula', area: area('week', 'state'), formula: `OR(${state}="${say('office/state-settled')}",${state}="${say('office/proposal-gone')}")`, format: MARKS_OF_ROWS.absent },
          { kind: 'formula', area: area('state'), formula: `LEFT(${state},${say('office/state-doubtful').length})="${say('office/state-doubtful')}"`, format: MARKS_OF_ROWS.doubt },
        ]
      },
    },
    rows: proposalsInOrder(view, consequence).map((proposal) => ({
      key: proposal.key,
      values: {
        week: proposal.week,
        system: proposal.system,
        unit: view.nameOf(proposal.unit),
        member: proposal.member ?? null,
        evidence: evidenceText(view, proposal.evidence),
        where: whereText(view, proposal.evidence),
        state: stateText(view, proposal),
      },
    })),
  }
}

/** Proposals of the weeks up to the one shown. */
export function proposalsInOrder(view: OfficeView, consequence: string): Proposal[] {
  const order = new Map(view.systemOrder.map((system, i) => [system, i]))
  const place = (proposal: Proposal) => order.get(proposal.system) ?? Infinity
  return view.history.proposals
    .filter((proposal) => proposal.consequence === consequence)
    .map((proposal, i) => ({ proposal, i }))
    .sort((a, b) => Number(b.proposal.open) - Number(a.proposal.open) || b.proposal.week - a.proposal.week || compare(place(a.proposal), place(b.proposal)) || a.i - b.i)
    .map(({ proposal }) => proposal)
}

function stateText({ say }: OfficeView, proposal: Proposal): string {
  if (!proposal.open) return say('office/state-settled')
  if (proposal.state === 'proposed') return say('office/state-proposed')
  return `${say('office/state-doubtful')}${doubtTexts(proposal.doubts, say).join(say('office/semicolon'))}`
}

function evidenceText(view: OfficeView, evidence: readonly Evidence[]): string {
  const { say, text, campaign } = view
  const lines = evidence.map((item) => {
    if (item.kind === 'standing') return say('office/evidence-last', { week: item.week, of: item.of, score: item.score })
    const measure = campaign.definition.measures[item.result.measure]
    const amount = (value: number) => amountText(campaign.definition, value, measure?.unit, view.language)
    return say(measure?.compare === 'at-most' ? 'office/evidence-over' : 'office/evidence-short', { measure: measure ? text(measure.title) : item.result.measure, value: amount(item.result.value), target: amount(item.result.target), due: item.result.due })
  })
  const byMember = evidence.some((item) => item.kind === 'shortfall' && item.result.of !== 'unit') && evidence.length > LISTED
  return byMember ? [...new Set(evidence.flatMap((item) => (item.kind === 'shortfall' ? [summaryOf(view, evidence, item.result.measure)] : [])))].join('\n') : lines.join('\n')
}

function summaryOf({ say, text, campaign }: OfficeView, evidence: readonly Evidence[], measure: string): string {
  const count = evidence.filter((item) => item.kind === 'shortfall' && item.result.measure === measure).length
  const definition = campaign.definition.measures[measure]
  return say('office/evidence-many', { measure: definition ? text(definition.title) : measure, count })
}

function whereText({ say }: OfficeView, evidence: readonly Evidence[]): string {
  const cells = evidence.flatMap((item) => (item.kind === 'shortfall' && item.result.sheet !== undefined && item.result.row !== undefined && item.result.column !== undefined ? [`${item.result.sheet}!${address(item.result.row, item.result.column)}`] : []))
  const unique = [...new Set(cells)]
  const list = unique.slice(0, LISTED).join('\n')
  return unique.length > LISTED ? say('office/and-more', { shown: list, more: unique.length - LISTED }) : list
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
