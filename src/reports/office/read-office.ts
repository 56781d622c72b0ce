/** Reads the office's workbook back: what it remembers, and what people wrote into it. */
import type { Definition } from '../../domain/campaign/schema'
import type { RegisteredUnit } from '../../domain/ranking/ledger'
import type { RegisteredGroup } from '../../domain/ranking/registry'
import { isoOfSerial } from '../../domain/returns/serial'
import type { Say } from '../../domain/text'
import { address } from '../../workbook/address'
import type { Cell, Row, Workbook } from '../../workbook/model'
import { cellIn, locateTables, tableRows, textOf, type LocatedTable } from './locate-tables'
import type { Decision, LogRow, OfficeState } from './state'
import { readSettings } from './read-settings'
import { readWaivers } from './read-waivers'
import { readReturns } from './returns-store'
import { readStore } from './store'
import { ANSWERS, listId } from './tables/lists'
import { readSpotChecks } from './tables/spot-checks'
import { readApprovals } from './tables/transfer'
import type { OfficeTrouble } from './trouble'

export type { OfficeTrouble }

export interface ReadOffice {
  readonly state: OfficeState
  readonly troubles: readonly OfficeTrouble[]
}

/**
 * Codes: `office/no-registry` · `office/unit-without-id` · `office/unit-without-system` · `office/unit-twice` ·
 * `office/bad-headcount` · `office/damaged-record` · those of `readWaivers`, `readSettings`, `readSpotChecks`, `readApprovals`. A row or value with trouble is left
 * out (a setting: as it was last recorded, or as the definition has it), never guessed.
 */
export function readOffice(book: Workbook, definition: Definition, say: Say): ReadOffice {
  const located = locateTables(book).tables
  const troubles: OfficeTrouble[] = []
  const { damage, ...stored } = readStore(book)
  const kept = readReturns(book)
  for (const { sheet, row, key } of [...damage, ...kept.damage]) troubles.push({ code: 'office/damaged-record', severity: 'error', sheet, cell: address(row, 1), params: { key } })
  const table = (id: string) => located.get(id)
  if (!table('registry')) troubles.push({ code: 'office/no-registry', severity: 'error', sheet: '', cell: '', params: {} })
  const registry = { units: registryUnits(table('registry'), troubles), groups: registryGroups(table('groups')) }
  return {
    state: {
      ...stored,
      returns: kept.returns,
      registry,
      statements: readSettings(table('settings'), { definition, recorded: stored.settings, weeks: stored.weeks, say }, troubles),
      waivers: readWaivers(table('waivers'), { definition, registry }, troubles),
      decisions: new Map(Object.keys(definition.consequences).flatMap((id) => decisionsOf(table(listId(id)), say))),
      spotChecks: readSpotChecks(table('spot-checks'), stored.spotChecks, say, troubles),
      approvals: readApprovals(table('transfer'), say, troubles),
      log: readLog(table('log')),
    },
    troubles,
  }
}

function registryUnits(table: LocatedTable | undefined, troubles: OfficeTrouble[]): RegisteredUnit[] {
  if (!table) return []
  const units = new Map<string, RegisteredUnit>()
  for (const { row } of tableRows(table)) {
    const text = (id: string) => textOf(cellIn(row, table.columns.get(id)))
    const trouble = (code: string, column: string, params: OfficeTrouble['params'] = {}) => troubles.push({ code, severity: 'error', sheet: table.sheet.name, cell: address(row.row, table.columns.get(column) ?? 1), params })
    const id = text('id')
    const name = text('name')
    if (id === '' && name === '' && text('system') === '') continue
    if (id === '') trouble('office/unit-without-id', 'id', { name })
    else if (units.has(id)) trouble('office/unit-twice', 'id', { id, name })
    else if (text('system') === '') trouble('office/unit-without-system', 'system', { id, name })
    else {
      const written = text('headcount')
      const headcount = Number(written === '' ? 0 : written)
      const good = Number.isInteger(headcount) && headcount >= 0
      if (!good) trouble('office/bad-headcount', 'headcount', { id, name, value: written })
      units.set(id, { id, name: name === '' ? id : name, system: text('system'), headcount: good ? headcount : 0, liaison: text('liaison'), phone: text('phone'), group: text('group') })
    }
  }
  return [...units.values()]
}

function registryGroups(table: LocatedTable | undefined): RegisteredGroup[] {
  if (!table) return []
  const groups = new Map<string, RegisteredGroup>()
  for (const { row } of tableRows(table)) {
    const id = textOf(cellIn(row, table.columns.get('id')))
    if (id !== '' && !groups.has(id)) groups.set(id, { id, name: textOf(cellIn(row, table.columns.get('name'))) || id })
  }
  return [...groups.values()]
}

function decisionsOf(table: LocatedTable | undefined, say: Say): [string, Decision][] {
  if (!table) return []
  return tableRows(table).flatMap(({ row, key }): [string, Decision][] => {
    const text = (id: string) => textOf(cellIn(row, table.columns.get(id)))
    const written = text('decision')
    if (key === '' || (written === '' && text('by') === '' && text('note') === '')) return []
    const answer = ANSWERS.find((each) => say(`office/answer-${each}`) === written)
    return [[key, { ...(answer && { answer }), text: written, by: text('by'), on: dateText(cellIn(row, table.columns.get('on'))), note: text('note') }]]
  })
}

function readLog(table: LocatedTable | undefined): LogRow[] {
  if (!table) return []
  return tableRows(table).flatMap(({ row, key }) => {
    const n = /^log\|(\d+)$/.exec(key)?.[1]
    return n === undefined ? [] : [logRow(Number(n), row, table)]
  })
}

function logRow(n: number, row: Row, table: LocatedTable): LogRow {
  const value = (id: string) => cellIn(row, table.columns.get(id))
  return { n, at: textOf(value('at')), week: Number(textOf(value('week'))) || 0, kind: textOf(value('kind')), unit: textOf(value('unit')), detail: textOf(value('detail')) }
}

function dateText(cell: Cell | undefined): string {
  return typeof cell?.value === 'number' ? (isoOfSerial(cell.value) ?? '') : textOf(cell)
}
