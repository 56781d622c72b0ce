import type { Table } from '../keyed-table'
import type { OfficeView } from '../view'
import { noteColumn } from './subject-columns'

/** Clauses that something is measured by, in the definition's order. */
export function waivableClauses({ definition }: Pick<OfficeView['campaign'], 'definition'>): string[] {
  const named = new Set(Object.values(definition.measures).flatMap(({ clauses }) => clauses))
  return Object.keys(definition.clauses).filter((clause) => named.has(clause))
}

/** What the office relieves units and members of; people write it. `units`: cells with the units' names. */
export function waiversTable({ say, text, campaign }: OfficeView, units: string): Table {
  return {
    design: {
      id: 'waivers',
      owned: true,
      prepared: 60,
      columns: [
        { id: 'unit', heading: text(campaign.definition.terms.unit), width: 28, look: 'name', person: true, choicesFrom: units },
        { id: 'member', heading: say('office/waiver-member', { member: text(campaign.definition.terms.member) }), width: 18, look: 'text', person: true },
        { id: 'clause', heading: say('office/clause'), width: 10, look: 'center', person: true, choices: waivableClauses(campaign) },
        { id: 'reason', heading: say('office/waiver-reason'), width: 44, look: 'long', person: true },
        { id: 'approver', heading: say('office/waiver-approver'), width: 14, look: 'center', person: true },
        { id: 'until', heading: say('office/waiver-until'), width: 14, look: 'date', person: true },
        noteColumn(say, 24),
      ],
    },
    rows: [],
  }
}
