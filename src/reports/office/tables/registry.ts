import type { Registry } from '../../../domain/ranking/registry'
import type { Table } from '../keyed-table'
import type { OfficeView } from '../view'
import { noteColumn } from './subject-columns'

type Words = Pick<OfficeView, 'say' | 'text' | 'campaign'>

/** The office's own list: people extend and correct it, and the next consolidation goes by it. */
export function registryTable({ say, text, campaign }: Words, registry: Registry): Table {
  const { terms, ranking } = campaign.definition
  return {
    design: {
      id: 'registry',
      owned: true,
      prepared: registry.units.length + 50,
      columns: [
        { id: 'id', heading: say('office/id'), width: 10, look: 'text', person: true },
        { id: 'name', heading: text(terms.unit), width: 30, look: 'name', person: true },
        { id: 'system', heading: text(ranking.within), width: 18, look: 'text', person: true },
        { id: 'headcount', heading: say('office/headcount'), width: 10, look: 'count', person: true },
        { id: 'liaison', heading: say('office/liaison'), width: 12, look: 'text', person: true },
        { id: 'phone', heading: say('office/phone'), width: 16, look: 'text', person: true },
        { id: 'group', heading: text(terms.group), width: 12, look: 'text', person: true },
        noteColumn(say, 24),
      ],
    },
    rows: registry.units.map((unit) => ({ key: unit.id, values: { id: unit.id, name: unit.name, system: unit.system, headcount: unit.headcount, liaison: unit.liaison, phone: unit.phone, group: unit.group } })),
  }
}

export function groupsTable({ say, text, campaign }: Words, registry: Registry): Table {
  return {
    design: {
      id: 'groups',
      owned: true,
      prepared: registry.groups.length + 10,
      columns: [
        { id: 'id', heading: say('office/id'), width: 10, look: 'text', person: true },
        { id: 'name', heading: text(campaign.definition.terms.group), width: 30, look: 'name', person: true },
        noteColumn(say, 40),
      ],
    },
    rows: registry.groups.map(({ id, name }) => ({ key: id, values: { id, name } })),
  }
}
