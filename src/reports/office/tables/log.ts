import type { Table } from '../keyed-table'
import type { OfficeView } from '../view'
import { noteColumn, unitColumn } from './subject-columns'

/** What was done and what it changed, newest first. Rows are only ever added. */
export function logTable(view: OfficeView): Table {
  const { say, state } = view
  return {
    design: {
      id: 'log',
      prepared: 400,
      columns: [
        { id: 'at', heading: say('office/when'), width: 20, look: 'center', whenStale: 'keep' },
        { id: 'week', heading: say('office/week'), width: 8, look: 'count', whenStale: 'keep' },
        { id: 'kind', heading: say('office/what-happened'), width: 22, look: 'text', whenStale: 'keep' },
        unitColumn(view, 24, 'text'),
        { id: 'detail', heading: say('office/detail'), width: 80, look: 'long', whenStale: 'keep' },
        noteColumn(say, 24),
      ],
    },
    rows: state.log.map(({ n, at, week, kind, unit, detail }) => ({ key: logKey(n), values: { at: at.replace('T', ' '), week, kind, unit, detail } })),
  }
}

const logKey = (n: number): string => `log|${n}`
