import type { Table } from '../keyed-table'
import type { OfficeView } from '../view'

/** What was done and what it changed, newest first. Rows are only ever added. */
export function logTable({ say, text, campaign, state }: OfficeView): Table {
  return {
    design: {
      id: 'log',
      prepared: 400,
      columns: [
        { id: 'at', heading: say('office/when'), width: 20, look: 'center', whenStale: 'keep' },
        { id: 'week', heading: say('office/week'), width: 8, look: 'count', whenStale: 'keep' },
        { id: 'kind', heading: say('office/what-happened'), width: 22, look: 'text', whenStale: 'keep' },
        { id: 'unit', heading: text(campaign.definition.terms.unit), width: 24, look: 'text', whenStale: 'keep' },
        { id: 'detail', heading: say('office/detail'), width: 80, look: 'long', whenStale: 'keep' },
        { id: 'note', heading: say('office/note'), width: 24, look: 'long', person: true },
      ],
    },
    rows: state.log.map(({ n, at, week, kind, unit, detail }) => ({ key: logKey(n), values: { at: at.replace('T', ' '), week, kind, unit, detail } })),
  }
}

export const logKey = (n: number): string => `log|${n}`
