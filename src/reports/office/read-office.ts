/** Reads the office's workbook back: what it remembers, and what people wrote into it. */
import type { Overrides } from '../../domain/campaign/campaign'
import type { Definition, SettingDefinition } from '../../domain/campaign/schema'
import type { RegisteredUnit } from '../../domain/ranking/ledger'
import type { RegisteredGroup } from '../../domain/ranking/registry'
import { isoOfSerial } from '../../domain/returns/serial'
import type { Say } from '../../domain/text'
import { address } from '../../workbook/address'
import type { Cell, Row, Workbook } from '../../workbook/model'
import { cellIn, locateTables, tableRows, textOf, type LocatedTable } from './locate-tables'
import type { Decision, LogRow, OfficeState } from './state'
import { readReturns } from './returns-store'
import { readStore } from './store'
import { ANSWERS, listId } from './tables/lists'
import { settingKey, weightKey } from './tables/settings'

/** Something in the office's own workbook that has to be put right. Codes `office/…` of the message catalogue. */
export interface OfficeTrouble {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string
  readonly cell: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface ReadOffice {
  readonly state: OfficeState
  readonly troubles: readonly OfficeTrouble[]
}

/**
 * Codes: `office/no-registry` · `office/unit-without-id` · `office/unit-without-system` · `office/unit-twice` ·
 * `office/bad-headcount` · `office/bad-setting` · `office/bad-weight` · `office/damaged-record`. A row or value
 * with trouble is left out (a setting: as the definition has it), never guessed.
 */
export function readOffice(book: Workbook, definition: Definition, say: Say): ReadOffice {
  const located = locateTables(book).tables
  const troubles: OfficeTrouble[] = []
  const { damage, ...stored } = readStore(book)
  const kept = readReturns(book)
  for (const { sheet, row, key } of [...damage, ...kept.damage]) troubles.push({ code: 'office/damaged-record', severity: 'error', sheet, cell: address(row, 1), params: { key } })
  const table = (id: string) => located.get(id)
  if (!table('registry')) troubles.push({ code: 'office/no-registry', severity: 'error', sheet: '', cell: '', params: {} })
  return {
    state: {
      ...stored,
      returns: kept.returns,
      registry: { units: registryUnits(table('registry'), troubles), groups: registryGroups(table('groups')) },
      overrides: readOverrides(table('settings'), definition, say, troubles),
      decisions: new Map(Object.keys(definition.consequences).flatMap((id) => decisionsOf(table(listId(id)), say))),
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

function readOverrides(table: LocatedTable | undefined, { settings, indicators }: Definition, say: Say, troubles: OfficeTrouble[]): Overrides {
  if (!table) return {}
  const values: Record<string, number | boolean | string> = {}
  const weights: Record<string, number> = {}
  for (const { row, key } of tableRows(table)) {
    const cell = cellIn(row, table.columns.get('value'))
    if (textOf(cell) === '' && typeof cell?.value !== 'object') continue
    const trouble = (code: string, params: OfficeTrouble['params']) => troubles.push({ code, severity: 'error', sheet: table.sheet.name, cell: address(row.row, table.columns.get('value') ?? 1), params: { value: textOf(cell), ...params } })
    for (const [id, setting] of Object.entries(settings)) {
      if (key !== settingKey(id)) continue
      const value = settingValue(cell, setting, say)
      if (value === undefined) trouble('office/bad-setting', { id, min: setting.min ?? '', max: setting.max ?? '', default: String(setting.value) })
      else if (value !== setting.value) values[id] = value
    }
    for (const [id, indicator] of Object.entries(indicators)) {
      if (key !== weightKey(id)) continue
      const weight = Number(textOf(cell))
      const original = textOf(cellIn(row, table.columns.get('default')))
      if (!Number.isFinite(weight) || weight < 0) trouble('office/bad-weight', { id })
      else if (weight !== (typeof indicator.weight === 'number' ? indicator.weight : Number(original))) weights[id] = weight
    }
  }
  return { ...(Object.keys(values).length > 0 && { settings: values }), ...(Object.keys(weights).length > 0 && { weights }) }
}

/** The value of the setting's own type; undefined when the cell holds none, or one outside its limits. */
function settingValue(cell: Cell | undefined, setting: SettingDefinition, say: Say): number | boolean | string | undefined {
  const text = textOf(cell)
  if (typeof setting.value === 'number') {
    const number = typeof cell?.value === 'number' ? cell.value : Number(text.normalize('NFKC'))
    return Number.isFinite(number) && number >= (setting.min ?? -Infinity) && number <= (setting.max ?? Infinity) ? number : undefined
  }
  if (typeof setting.value === 'boolean') {
    if (typeof cell?.value === 'boolean') return cell.value
    return text === say('office/yes') ? true : text === say('office/no') ? false : undefined
  }
  if (/^\d{4}-\d\d-\d\d$/.test(setting.value)) return typeof cell?.value === 'number' ? isoOfSerial(cell.value) : /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined
  return text
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
