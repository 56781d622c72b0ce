/** Columns that most tables begin and end with. */
import type { TableColumn } from '../keyed-table'
import type { OfficeView } from '../view'

/** The system that a unit is ranked in. */
export function systemColumn({ text, campaign }: OfficeView, width: number, look: TableColumn['look'] = 'text'): TableColumn {
  return { id: 'system', heading: text(campaign.definition.ranking.within), width, look, whenStale: 'keep' }
}

/** The unit's name. */
export function unitColumn({ text, campaign }: OfficeView, width: number, look: TableColumn['look'] = 'name'): TableColumn {
  return { id: 'unit', heading: text(campaign.definition.terms.unit), width, look, whenStale: 'keep' }
}

/** What people write beside a row. */
export function noteColumn(say: OfficeView['say'], width: number): TableColumn {
  return { id: 'note', heading: say('office/note'), width, look: 'long', person: true }
}
