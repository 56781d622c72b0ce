/** All sheets of the office workbook, in the order of their tabs. */
import { NAMES_OF_LISTS } from './answers'
import type { OfficeSheet } from './keyed-table'
import { arrivalsTable } from './tables/arrivals'
import { filesTable } from './tables/files'
import { findingsTable } from './tables/findings'
import { findingsOverTimeTable } from './tables/findings-over-time'
import { agendaTable, figuresTable, systemsGlanceTable } from './tables/glance'
import { ledgerTable } from './tables/ledger'
import { listId, listTable } from './tables/lists'
import { logTable } from './tables/log'
import { rankingTable } from './tables/ranking'
import { groupsTable, registryTable } from './tables/registry'
import { rollCallTable } from './tables/roll-call'
import { settingsTable } from './tables/settings'
import { spotChecksTable } from './tables/spot-checks'
import { supervisionGroupsTable, supervisionUnitsTable } from './tables/supervision'
import { systemsTable } from './tables/systems'
import { transferTable } from './tables/transfer'
import { waiversTable } from './tables/waivers'
import { columnRange } from './table-sheet'
import { weekLine, type OfficeView } from './view'

const TAB = { glance: '1F4E79', week: '5B8DB8', lists: 'B58900', office: '8A9399' } as const

export function officeSheets(view: OfficeView): OfficeSheet[] {
  const { say, text, campaign, state } = view
  const consequences = Object.keys(campaign.definition.consequences)
  const names = sheetNames(view)
  const nameOf = (id: string) => names.get(id) as string
  const line = weekLine(view)
  const supervised = supervisionUnitsTable(view)
  const sheet = (id: string, tabColor: string, about: string, tables: OfficeSheet['tables'], freezeColumns?: number): OfficeSheet => ({ id, name: nameOf(id), title: id === 'glance' ? text(campaign.definition.title) : nameOf(id), about, tabColor, digits: campaign.definition.ranking.digits, tables, ...(freezeColumns !== undefined && { freezeColumns }) })
  return [
    sheet('glance', TAB.glance, line, [figuresTable(view), agendaTable(view, (id) => nameOf(listId(id))), systemsGlanceTable(view)]),
    sheet('ranking', TAB.week, line, [rankingTable(view)], 5),
    sheet('systems', TAB.week, line, [systemsTable(view)], 3),
    sheet('roll-call', TAB.week, line, [rollCallTable(view)], 3),
    sheet('arrivals', TAB.week, line, [arrivalsTable(view)], 3),
    sheet('files', TAB.week, say('office/about-files'), [filesTable(view)], 2),
    sheet('findings', TAB.week, say('office/about-findings'), [findingsTable(view)], 3),
    sheet('findings-over-time', TAB.week, say('findings-over-time/about'), [findingsOverTimeTable(view)], 4),
    ...(campaign.forms.group.length > 0 ? [sheet('supervision', TAB.week, say('supervision/about', { line }), [supervisionGroupsTable(view), ...(supervised ? [supervised] : [])], 3)] : []),
    ...consequences.map((id) => sheet(listId(id), TAB.lists, text(campaign.definition.consequences[id]?.asks ?? { zh: '', en: '' }), [listTable(view, id)], 4)),
    ...(campaign.spotChecks ? [sheet('spot-checks', TAB.lists, say('spot-check/about'), [spotChecksTable(view)], 4)] : []),
    ...(campaign.definition.transfer ? [sheet('transfer', TAB.lists, transferLine(view), [transferTable(view)], 3)] : []),
    sheet('ledger', TAB.office, say('office/about-ledger'), [ledgerTable(view)], 5),
    sheet('registry', TAB.office, say('office/about-registry'), [registryTable(view, state.registry)], 3),
    ...(hasGroups(view) ? [sheet('groups', TAB.office, say('office/about-registry'), [groupsTable(view, state.registry)], 3)] : []),
    sheet('settings', TAB.office, say('office/about-settings'), [settingsTable(view)], 3),
    sheet('waivers', TAB.office, say('office/about-waivers'), [waiversTable(view, columnRange(nameOf('registry'), registryTable(view, state.registry), 'name'))], 3),
    sheet('log', TAB.office, say('office/about-log'), [logTable(view)], 2),
  ]
}

function transferLine({ say, state: { transfer } }: OfficeView): string {
  return transfer ? say('transfer/about', { week: transfer.week, asOf: transfer.asOf }) : say('transfer/about-none')
}

function hasGroups({ state, campaign }: OfficeView): boolean {
  return state.registry.groups.length > 0 || campaign.forms.group.length > 0
}

/** Excel's rules: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames({ say, text, campaign }: OfficeView): ReadonlyMap<string, string> {
  const { consequences, terms } = campaign.definition
  const wanted: [string, string][] = [
    ...(['glance', 'ranking', 'systems', 'roll-call', 'arrivals', 'files', 'findings', 'findings-over-time', 'supervision', 'spot-checks', 'transfer', 'ledger', 'registry', 'settings', 'waivers', 'log'] as const).map((id): [string, string] => [id, say(`office/sheet-${id}`)]),
    ['groups', text(terms.group)],
    ...Object.entries(consequences).map(([id, { title }]): [string, string] => [listId(id), text(title)]),
  ]
  const taken = new Set<string>(NAMES_OF_LISTS.reserved)
  return new Map(
    wanted.map(([id, name]) => {
      const base = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || id
      let free = base
      for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${base.slice(0, 28)} ${n}`
      taken.add(free.toLowerCase())
      return [id, free]
    }),
  )
}
