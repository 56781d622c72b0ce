import type { Table, TableRow } from '../keyed-table'
import { BAR, MARKS_OF_ROWS } from '../office-look'
import { linkTo } from '../table-sheet'
import type { OfficeView } from '../view'
import { proposalsInOrder } from './lists'
import { systemColumn } from './subject-columns'
import { systemRows } from './systems'

/** Names that are listed before the rest is only counted. */
const LISTED = 15

/** The week in figures. */
export function figuresTable(view: OfficeView): Table {
  const { say } = view
  return {
    design: {
      id: 'figures',
      section: say('office/figures'),
      prepared: 6,
      columns: [
        { id: 'label', heading: say('office/figure'), width: 30, look: 'name' },
        { id: 'value', heading: say('office/number'), width: 14, look: 'center' },
        { id: 'remark', heading: say('office/remark'), width: 124, look: 'long', span: 5 },
      ],
    },
    rows: figures(view),
  }
}

function figures(view: OfficeView): TableRow[] {
  const { say, week, state } = view
  const of = (outcome: string) => state.entries.filter((entry) => entry.week === week?.week && entry.kind === 'unit' && entry.outcome === outcome)
  const [valid, missing, rejected] = [of('valid'), of('missing'), of('rejected')]
  const expected = week ? valid.length + missing.length + rejected.length : state.registry.units.length
  const last = view.history.standings.filter((standing) => standing.week === week?.week && standing.last)
  const mean = valid.length === 0 ? null : Math.round((valid.reduce((sum, entry) => sum + (entry.score ?? 0), 0) / valid.length) * 10) / 10
  const row = (key: string, value: string | number | null, remark = ''): TableRow => ({ key, values: { label: say(`office/figure-${key}`), value, remark } })
  return [
    row('expected', expected, say('office/expected-of', { systems: view.systemOrder.length, members: state.registry.units.reduce((sum, unit) => sum + unit.headcount, 0) })),
    row('valid', week ? valid.length : null, week && expected > 0 ? say('office/share', { share: Math.round((valid.length / expected) * 1000) / 10 }) : ''),
    row('missing', week ? missing.length : null, names(view, missing.map(({ unit }) => unit))),
    row('rejected', week ? rejected.length : null, names(view, rejected.map(({ unit }) => unit))),
    row('mean', mean, valid.length === 0 ? '' : say('office/range', { low: Math.min(...valid.map(({ score }) => score ?? 0)), high: Math.max(...valid.map(({ score }) => score ?? 0)) })),
    row('last', week ? last.length : null, names(view, last.map(({ unit }) => unit))),
  ]
}

function names({ say, nameOf }: OfficeView, units: readonly string[]): string {
  const shown = units.slice(0, LISTED).map(nameOf).join(say('office/comma'))
  return units.length > LISTED ? say('office/and-more', { shown, more: units.length - LISTED }) : shown
}

/** What waits for a decision, by consequence. */
export function agendaTable(view: OfficeView, sheetOf: (consequence: string) => string): Table {
  const { say, text, campaign, week } = view
  const consequences = Object.entries(campaign.definition.consequences)
  return {
    design: {
      id: 'agenda',
      section: say('office/agenda'),
      prepared: consequences.length,
      columns: [
        { id: 'consequence', heading: say('office/consequence'), width: 30, look: 'name' },
        { id: 'new', heading: say('office/new-this-week'), width: 14, look: 'count' },
        { id: 'open', heading: say('office/open'), width: 12, look: 'count' },
        { id: 'waiting', heading: say('office/waiting'), width: 14, look: 'count' },
        { id: 'doubtful', heading: say('office/doubtful'), width: 12, look: 'count' },
        { id: 'asks', heading: say('office/asks'), width: 88, look: 'long', span: 2 },
      ],
      conditions: ({ area, cell }) => [
        { kind: 'formula', area: area('waiting'), formula: `N(${cell('waiting')})>0`, format: { ...MARKS_OF_ROWS.doubt, bold: true } },
      ],
      links: ({ firstRow, column }) => consequences.map(([id], i) => ({ row: firstRow + i, column: column('consequence'), location: linkTo(sheetOf(id)) })),
    },
    rows: consequences.map(([id, consequence]) => {
      const all = proposalsInOrder(view, id)
      const open = all.filter((proposal) => proposal.open)
      const waiting = open.filter((proposal) => view.state.decisions.get(proposal.key)?.answer === undefined)
      return {
        key: id,
        values: {
          consequence: text(consequence.title),
          new: week ? all.filter((proposal) => proposal.week === week.week).length : null,
          open: week ? open.length : null,
          waiting: week ? waiting.length : null,
          doubtful: week ? waiting.filter((proposal) => proposal.state === 'to-be-confirmed').length : null,
          asks: text(consequence.asks),
        },
      }
    }),
  }
}

/** The systems, as short as a glance: the sheet of their own has the rest. */
export function systemsGlanceTable(view: OfficeView): Table {
  const { say } = view
  return {
    design: {
      id: 'systems-glance',
      section: say('office/systems'),
      prepared: view.systemOrder.length + 3,
      columns: [
        systemColumn(view, 30, 'name'),
        { id: 'mean', heading: say('office/mean'), width: 16, look: 'score' },
        { id: 'rank', heading: say('office/rank'), width: 12, look: 'count' },
        { id: 'of', heading: say('office/submitted-of'), width: 12, look: 'center' },
        { id: 'movement', heading: say('office/movement'), width: 12, look: 'movement' },
        { id: 'first', heading: say('office/first-unit'), width: 44, look: 'long' },
        { id: 'last', heading: say('office/last-unit'), width: 44, look: 'long' },
      ],
      conditions: ({ area, cell }) => [
        { kind: 'bar', area: area('mean'), color: BAR, min: 0, max: 100 },
        { kind: 'formula', area: area('last'), formula: `${cell('last')}<>""`, format: { ...MARKS_OF_ROWS.last, bold: false } },
      ],
    },
    rows: systemRows(view),
  }
}
