/** An office workbook made, changed and read the real way; only the returns are in brief. */
import { readFileSync } from 'node:fs'
import { packDefinition } from '../../src/app/carried-definition'
import { consolidate, type Consolidation, type ConsolidateOptions } from '../../src/app/consolidate'
import type { Campaign } from '../../src/domain/campaign/campaign'
import { loadDefinition } from '../../src/domain/campaign/load'
import type { RegisteredUnit } from '../../src/domain/ranking/ledger'
import type { Registry } from '../../src/domain/ranking/registry'
import type { Language } from '../../src/domain/text'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { locateTables, tableRows, cellIn, textOf } from '../../src/reports/office/locate-tables'
import { officeWorkbook } from '../../src/reports/office/office-workbook'
import { nodeCompression } from '../../src/workbook/compression/node'
import type { Workbook } from '../../src/workbook/model'
import { patchWorkbook } from '../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'
import { checkBrief, file, readBrief, type Brief } from './returns-in-brief'

export const campaign = load('learning-mobilization')

export function load(id: string): Campaign {
  const { campaign: loaded, mistakes } = loadDefinition(readFileSync(`templates/${id}/campaign.yaml`, 'utf8'), id)
  if (!loaded) throw new Error(JSON.stringify(mistakes))
  return loaded
}

export const unit = (id: string, name: string, system: string, headcount = 10): RegisteredUnit => ({ id, name, system, headcount, liaison: '', phone: '', group: 'g1' })
export const sayIn = (language: Language) => sayFrom(messages, language)

export class Office {
  private constructor(
    readonly campaign: Campaign,
    public bytes: Uint8Array,
  ) {}

  static of(registry: Registry, of: Campaign = campaign, language: Language = 'zh'): Office {
    const spec = officeWorkbook(of, registry, { language, say: sayIn(language), definitionText: packDefinition(of.definition, nodeCompression) })
    return new Office(of, writeWorkbook(spec, nodeCompression))
  }

  copy(): Office {
    return new Office(this.campaign, this.bytes)
  }

  book(): Workbook {
    return readWorkbook(this.bytes, { compression: nodeCompression })
  }

  /** Consolidates and applies the patch, as a program does. */
  async take(week: number, briefs: readonly Brief[], more: Partial<ConsolidateOptions> = {}): Promise<Consolidation> {
    const { definition } = this.campaign
    const result = await consolidate({
      campaign: this.campaign,
      office: this.book(),
      week,
      files: briefs.map((brief) => file({ campaign: definition.id, version: definition.version, sealed: `${this.campaign.calendar.weekEnd(brief.week ?? week)}T08:00:00`, ...brief })),
      today: '2026-06-01',
      now: '2026-06-01T09:00:00',
      read: readBrief,
      check: checkBrief,
      compression: nodeCompression,
      sayIn,
      ...more,
    })
    this.bytes = patchWorkbook(this.bytes, result.patch, nodeCompression)
    return result
  }

  /** Writes into cells as a person does. */
  type(cells: readonly { sheet: string; row: number; column: number; value: string | number | boolean | null }[]): void {
    const sheets = [...new Set(cells.map(({ sheet }) => sheet))]
    this.bytes = patchWorkbook(this.bytes, { sheets: sheets.map((sheet) => ({ sheet, cells: cells.filter((cell) => cell.sheet === sheet).map(({ row, column, value }) => ({ row, column, value })) })) }, nodeCompression)
  }

  /** Changes a setting (`setting|<id>`) or weight (`weight|<indicator>`) as a person does. */
  set(key: string, value: string | number | boolean | null, by: string | null = '王主任', from: string | number | null = null): void {
    this.type([{ ...this.cell('settings', key, 'value'), value }, { ...this.cell('settings', key, 'by'), value: by }, { ...this.cell('settings', key, 'from'), value: from }])
  }

  /** Rows of a table as a person sees them, in order: `column: value` of the columns asked for. */
  table(id: string, columns: readonly string[]): string[] {
    const table = this.located(id)
    return tableRows(table).map(({ row }) => columns.map((column) => textOf(cellIn(row, table.columns.get(column)))).join(' | '))
  }

  /** Place of a cell: the row with that key, the column with that id. */
  cell(id: string, key: string, column: string): { sheet: string; row: number; column: number } {
    const table = this.located(id)
    const row = tableRows(table).find((one) => one.key === key)?.row.row
    const at = table.columns.get(column)
    if (row === undefined || at === undefined) throw new Error(`no ${key} / ${column} in ${id}`)
    return { sheet: table.sheet.name, row, column: at }
  }

  located(id: string) {
    const table = locateTables(this.book()).tables.get(id)
    if (!table) throw new Error(`no table ${id}`)
    return table
  }
}
