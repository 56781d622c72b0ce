/** Letters about returns that are missing or could not be counted. No scores and no members: anybody may read them. */
import type { LedgerEntry, RegisteredUnit } from '../../../domain/ranking/ledger'
import { shortReason } from '../../office/view'
import type { PaperInput } from '../fields'
import { commonValues, nameOf, type PaperOf } from './common'
import type { PaperSource } from './source'
import { numbered, textIn } from './words'

interface Wanted {
  readonly entry: LedgerEntry
  /** Absent: it is a group, or a unit that the registry does not have any more. */
  readonly unit?: RegisteredUnit
}

/** One for each group (or unit, system, campaign) from which a return is missing or was not counted. */
export function reminderPapers(source: PaperSource, paper: PaperOf): PaperInput[] {
  const { registry, history, week } = source
  const per = paper.per ?? 'group'
  const units = new Map(registry.units.map((unit) => [unit.id, unit]))
  const order = new Map([...registry.units, ...registry.groups].map(({ id }, i) => [id, i]))
  const wanted = history.entries
    .filter((entry) => entry.week === week && entry.outcome !== 'valid' && order.has(entry.unit))
    .sort((a, b) => (order.get(a.unit) as number) - (order.get(b.unit) as number))
    .map((entry): Wanted => ({ entry, unit: units.get(entry.unit) }))
  const keyOf = ({ entry, unit }: Wanted) => (per === 'campaign' ? '' : per === 'unit' ? entry.unit : per === 'system' ? entry.system : (unit?.group ?? entry.unit))
  return [...new Set(wanted.map(keyOf))].map((key) => reminderPaper(source, paper, key, wanted.filter((one) => keyOf(one) === key), per))
}

function reminderPaper(source: PaperSource, paper: PaperOf, key: string, wanted: readonly Wanted[], per: NonNullable<PaperOf['per']>): PaperInput {
  const systems = new Set(wanted.map(({ entry }) => entry.system))
  const groups = [...new Set(wanted.map(({ entry, unit }) => unit?.group ?? (entry.kind === 'group' ? entry.unit : '')))].filter((id) => id !== '')
  const missing = wanted.filter(({ entry }) => entry.outcome === 'missing')
  const rejected = wanted.filter(({ entry }) => entry.outcome === 'rejected')
  const [system] = systems
  const row = ({ entry, unit }: Wanted) => ({ unit: nameOf(source, entry.unit), system: entry.system, contact: [unit?.liaison ?? '', unit?.phone ?? ''].filter((text) => text !== '').join(' ') })
  return {
    kind: 'reminder',
    paper: paper.id,
    title: textIn(source, paper.title),
    file: paper.file,
    about: per === 'group' || per === 'unit' ? (key === '' ? '' : nameOf(source, key)) : key,
    ...(per === 'unit' && { unit: key }),
    ...(systems.size === 1 && system !== '' && { system }),
    week: source.week,
    draft: source.draft,
    values: {
      ...commonValues(source, paper, { units: wanted.map(({ entry }) => entry.unit), groups }, source.deadline),
      group: groups.map((id) => nameOf(source, id)).join(source.say('office/comma')),
      system: [...systems].filter((name) => name !== '').join(source.say('office/comma')),
      missingCount: String(missing.length),
      rejectedCount: String(rejected.length),
      unitCount: String(wanted.length),
      missing: numbered(missing.map(row)),
      rejected: numbered(rejected.map((one) => ({ ...row(one), reason: shortReason(source.say, one.entry.reason ?? 'intake/missing') }))),
    },
  }
}
