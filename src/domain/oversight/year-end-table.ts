/** The year-end record as a table, for a sheet or a CSV file, with or without members' names. */
import type { Campaign } from '../campaign/campaign'
import type { Text } from '../text'
import { recordedConsequences, type RecordedConsequence, type YearEndRecord } from './year-end'

export interface YearEndColumn {
  /** `unit`, `name` …: words under `year-end/<key>`; of a consequence, with its title as `{title}`. */
  readonly key: YearEndKey
  /** Title of the consequence. */
  readonly title?: Text
}

export type YearEndKey =
  | 'unit' | 'name' | 'system' | 'weeks' | 'ranked' | 'without-return' | 'last' | 'last-undetermined' | 'longest-streak' | 'streak-undetermined'
  | 'confirmed' | 'not-confirmed' | 'without-grounds' | 'members' | 'transferred' | 'unit-waivers' | 'member-waivers' | 'waived-members'

/** A list is names: whoever shows it joins them in the reader's language. */
export type YearEndCell = string | number | boolean | readonly string[]

interface Column extends YearEndColumn {
  readonly cell: (record: YearEndRecord) => YearEndCell
}

/**
 * One row for each record, in their order. Of each recorded consequence: confirmed, not confirmed (open, postponed
 * and undetermined together), confirmed without grounds; of members', who (`names` only). Without `names` no
 * column holds anybody's name but the unit's.
 */
export function yearEndTable(campaign: Campaign, records: readonly YearEndRecord[], { names }: { readonly names: boolean }): { readonly columns: readonly YearEndColumn[]; readonly rows: readonly (readonly YearEndCell[])[] } {
  const hasTransfer = records.some(({ transferred }) => transferred !== undefined)
  const columns: Column[] = [
    { key: 'unit', cell: ({ unit }) => unit },
    { key: 'name', cell: ({ name }) => name },
    { key: 'system', cell: ({ system }) => system },
    { key: 'weeks', cell: ({ weeks }) => weeks },
    { key: 'ranked', cell: ({ ranked }) => ranked },
    { key: 'without-return', cell: ({ withoutReturn }) => withoutReturn },
    { key: 'last', cell: ({ last }) => last },
    { key: 'last-undetermined', cell: ({ lastUndetermined }) => lastUndetermined },
    { key: 'longest-streak', cell: ({ longestStreak }) => longestStreak },
    { key: 'streak-undetermined', cell: ({ streakUndetermined }) => streakUndetermined },
    ...recordedConsequences(campaign).flatMap((id) => ofConsequence(campaign, id, names)),
    ...(hasTransfer ? [{ key: 'transferred' as const, cell: ({ transferred }: YearEndRecord) => transferred ?? false }] : []),
    { key: 'unit-waivers', cell: ({ unitWaivers }) => unitWaivers },
    { key: 'member-waivers', cell: ({ memberWaivers }) => memberWaivers },
    ...(names ? [{ key: 'waived-members' as const, cell: ({ waivedMembers }: YearEndRecord) => waivedMembers }] : []),
  ]
  return {
    columns: columns.map(({ key, title }) => ({ key, ...(title && { title }) })),
    rows: records.map((record) => columns.map(({ cell }) => cell(record))),
  }
}

function ofConsequence(campaign: Campaign, id: string, names: boolean): Column[] {
  const { title, of } = campaign.definition.consequences[id] as Campaign['definition']['consequences'][string]
  const column = (key: YearEndKey, cell: (counts: RecordedConsequence) => YearEndCell): Column => ({ key, title, cell: (record) => cell(record.consequences.get(id) ?? NONE) })
  return [
    column('confirmed', ({ confirmed }) => confirmed),
    column('not-confirmed', ({ open, deferred, undetermined }) => open + deferred + undetermined),
    column('without-grounds', ({ withoutGrounds }) => withoutGrounds),
    ...(names && of === 'member' ? [column('members', ({ members }) => members)] : []),
  ]
}

const NONE: RecordedConsequence = { confirmed: 0, withoutGrounds: 0, dismissed: 0, deferred: 0, open: 0, undetermined: 0, members: [] }
