/** The year-end record in words: headings and cells as a sheet or a CSV file shows them. */
import type { Campaign } from '../../domain/campaign/campaign'
import { yearEndTable, type YearEndCell } from '../../domain/oversight/year-end-table'
import type { YearEndRecord } from '../../domain/oversight/year-end'
import type { Language, Say, Text } from '../../domain/text'

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
  // What the campaign has a word of its own for is called so.
  const terms: Partial<Record<string, Text>> = { name: campaign.definition.terms.unit, system: campaign.definition.ranking.within }
  const cell = (value: YearEndCell): string | number => (typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : typeof value === 'object' ? value.join(say('office/comma')) : value)
  return {
    headings: columns.map(({ key, title }) => capital(terms[key]?.[language] ?? say(`year-end/${key}`, { title: title?.[language] ?? '' }))),
    keys: columns.map(({ key }) => key),
    rows: rows.map((row) => row.map(cell)),
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
