/** The year-end record in words: headings and cells as a sheet or a CSV file shows them. */
import type { Campaign } from '../../domain/campaign/campaign'
import { yearEndTable, type YearEndCell } from '../../domain/oversight/year-end-table'
import type { YearEndRecord } from '../../domain/oversight/year-end'
import type { Language, Say } from '../../domain/text'

export interface YearEndTexts {
  readonly headings: readonly string[]
  /** Ids of the columns, in the same order. */
  readonly keys: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface YearEndWords {
  readonly language: Language
  readonly say: Say
  /** False: no member's name is in it. */
  readonly names: boolean
}

export function yearEndTexts(campaign: Campaign, records: readonly YearEndRecord[], { language, say, names }: YearEndWords): YearEndTexts {
  const { columns, rows } = yearEndTable(campaign, records, { names })
  const cell = (value: YearEndCell): string | number => (typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : typeof value === 'object' ? value.join(say('office/comma')) : value)
  return {
    headings: columns.map(({ key, title }) => say(`year-end/${key}`, { title: title?.[language] ?? '' })),
    keys: columns.map(({ key }) => key),
    rows: rows.map((row) => row.map(cell)),
  }
}
