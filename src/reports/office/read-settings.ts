/** What the settings sheet says: values, from which week on, and who decided. */
import { isChange, lastRecorded, type SettingChange, type SettingStatement, type SettingValue } from '../../domain/campaign/settings-in-time'
import type { Definition, SettingDefinition } from '../../domain/campaign/schema'
import { isoOfSerial } from '../../domain/returns/serial'
import type { Say } from '../../domain/text'
import { address } from '../../workbook/address'
import type { Cell, Row } from '../../workbook/model'
import { cellIn, tableRows, textOf, type LocatedTable } from './locate-tables'
import type { WeekRecord } from './state'
import { settingKey, weightKey } from './tables/settings'
import type { OfficeTrouble } from './trouble'

export interface SettingsReading {
  readonly definition: Definition
  /** Changes that are recorded already. */
  readonly recorded: readonly SettingChange[]
  /** Weeks that were consolidated. */
  readonly weeks: readonly Pick<WeekRecord, 'week'>[]
  readonly say: Say
}

/** The first week after all that were consolidated; undefined when the campaign has none left. */
export function openWeek(weeks: readonly Pick<WeekRecord, 'week'>[], last: number): number | undefined {
  const next = Math.max(0, ...weeks.map(({ week }) => week)) + 1
  return next > last ? undefined : next
}

/**
 * One statement for every row whose value can be used. An empty value means the definition's. A sheet that has no
 * column for the week (an older workbook) speaks for the whole campaign, and without one for the name, for nobody.
 * Codes: `office/bad-setting` · `office/bad-weight` · `office/setting-week` (outside the campaign, or none and no week is
 * left) · `office/setting-without-name`. The last two only where something changes. A row with trouble says nothing.
 */
export function readSettings(table: LocatedTable | undefined, reading: SettingsReading, troubles: OfficeTrouble[]): SettingStatement[] {
  if (!table) return []
  const { settings, indicators } = reading.definition
  return tableRows(table).flatMap(({ row, key }): SettingStatement[] => {
    const setting = Object.entries(settings).find(([id]) => key === settingKey(id))
    if (setting) return settingRow(setting[0], setting[1], row, table, reading, troubles)
    const weight = Object.entries(indicators).find(([id]) => key === weightKey(id))
    return weight ? weightRow(weight[0], weight[1].weight, row, table, reading, troubles) : []
  })
}

function settingRow(id: string, setting: SettingDefinition, row: Row, table: LocatedTable, reading: SettingsReading, troubles: OfficeTrouble[]): SettingStatement[] {
  const cell = cellIn(row, table.columns.get('value'))
  const value = isEmpty(cell) ? setting.value : settingValue(cell, setting, reading.say)
  if (value !== undefined) return stated({ kind: 'setting', id, value, original: setting.value }, row, table, reading, troubles)
  const holds = lastRecorded(reading.recorded, { kind: 'setting', id })?.new ?? setting.value
  troubles.push(trouble('office/bad-setting', row, 'value', table, { value: textOf(cell), id, min: setting.min ?? '', max: setting.max ?? '', default: String(holds) }))
  return []
}

function weightRow(id: string, given: number | string, row: Row, table: LocatedTable, reading: SettingsReading, troubles: OfficeTrouble[]): SettingStatement[] {
  const cell = cellIn(row, table.columns.get('value'))
  const original = typeof given === 'number' ? given : Number(textOf(cellIn(row, table.columns.get('default'))))
  const weight = isEmpty(cell) ? original : Number(textOf(cell))
  if (Number.isFinite(weight) && weight >= 0 && (!cell || typeof cell.value !== 'object')) return stated({ kind: 'weight', id, value: weight, original }, row, table, reading, troubles)
  troubles.push(trouble('office/bad-weight', row, 'value', table, { value: textOf(cell), id }))
  return []
}

/** With week and name. What says nothing new needs neither. */
function stated(said: { readonly kind: 'setting' | 'weight'; readonly id: string; readonly value: SettingValue; readonly original: SettingValue }, row: Row, table: LocatedTable, { definition, recorded, weeks }: SettingsReading, troubles: OfficeTrouble[]): SettingStatement[] {
  const text = (column: string) => textOf(cellIn(row, table.columns.get(column)))
  const last = definition.calendar.weeks
  const by = text('by')
  const asked = table.columns.has('from')
  const written = text('from').normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []
  const isBlank = cellIn(row, table.columns.get('from')) === undefined
  const fromWeek = asked ? (isBlank ? undefined : Number(written.length === 1 ? written[0] : NaN)) : 1
  const statement: SettingStatement = { ...said, by, ...(fromWeek !== undefined && { fromWeek }) }
  // The week of an older sheet is not written anywhere: it cannot differ from the one recorded.
  const isNew = asked ? isChange(statement, recorded) : isChange({ ...said, by }, recorded)
  if (!isNew) return [{ ...said, by }]
  const isWeek = fromWeek === undefined ? openWeek(weeks, last) !== undefined : Number.isInteger(fromWeek) && fromWeek >= 1 && fromWeek <= last
  const params = { name: said.id, value: String(said.value) }
  if (!isWeek) troubles.push(trouble('office/setting-week', row, 'from', table, { ...params, written: text('from'), weeks: last }))
  if (by === '' && table.columns.has('by')) troubles.push(trouble('office/setting-without-name', row, 'by', table, params))
  return isWeek && (by !== '' || !table.columns.has('by')) ? [statement] : []
}

function trouble(code: string, row: Row, column: string, table: LocatedTable, params: OfficeTrouble['params']): OfficeTrouble {
  return { code, severity: 'error', sheet: table.sheet.name, cell: address(row.row, table.columns.get(column) ?? 1), params }
}

function isEmpty(cell: Cell | undefined): boolean {
  return textOf(cell) === '' && typeof cell?.value !== 'object'
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
