import type { LedgerEntry, Proposal, Standing } from './ledger'
import { compareText } from './week-table'

/** What a ledger amounted to at one moment. */
export interface History {
  readonly entries: readonly LedgerEntry[]
  readonly standings: readonly Standing[]
  readonly proposals: readonly Proposal[]
}

export type Change =
  | { readonly kind: 'outcome' | 'score' | 'system' | 'rank' | 'last' | 'streak'; readonly week: number; readonly unit: string; readonly before?: string | number | boolean; readonly after?: string | number | boolean }
  | {
      /** `appeared`, `withdrawn`: it arises or no longer arises; `doubted`, `asserted`: its state changed. */
      readonly kind: 'proposal-appeared' | 'proposal-withdrawn' | 'proposal-doubted' | 'proposal-asserted'
      readonly week: number
      readonly unit: string
      readonly key: string
      readonly consequence: string
      readonly member?: string
      /** What a person had decided on it, as written: a changed basis has to be looked at again. */
      readonly decision?: string
    }

export interface ChangeOptions {
  /** The week that is still being collected: its own entries are news, not changes of history. Absent: all weeks are past. */
  readonly current?: number
  /** A person's decisions by proposal key. */
  readonly decisions: ReadonlyMap<string, string>
}

/**
 * What a recomputation changed in past weeks, and every
 * decided consequence, of any week, that no longer stands as it did. Sorted by week, unit and kind.
 */
export function changes(before: History, after: History, options: ChangeOptions): Change[] {
  return [...entryChanges(before, after, options.current), ...standingChanges(before, after, options.current), ...proposalChanges(before, after, options)].sort(
    (a, b) => a.week - b.week || compareText(a.unit, b.unit) || compareText(a.kind, b.kind) || compareText(keyOf(a), keyOf(b)),
  )
}

function entryChanges(before: History, after: History, current: number | undefined): Change[] {
  return pairs(before.entries, after.entries).flatMap(([a, b]) => (at(a, b).week === current ? [] : differences(a, b, ['outcome', 'score', 'system'])))
}

function standingChanges(before: History, after: History, current: number | undefined): Change[] {
  return pairs(before.standings, after.standings).flatMap(([a, b]) => (at(a, b).week === current ? [] : differences(a, b, ['rank', 'last', 'streak'])))
}

interface Placed {
  readonly week: number
  readonly unit: string
}

function differences<T extends Placed, K extends 'outcome' | 'score' | 'system' | 'rank' | 'last' | 'streak'>(
  a: (T & Partial<Record<K, string | number | boolean>>) | undefined,
  b: (T & Partial<Record<K, string | number | boolean>>) | undefined,
  fields: readonly K[],
): Change[] {
  const { week, unit } = at(a, b)
  return fields.flatMap((kind) => {
    const [from, to] = [a?.[kind], b?.[kind]]
    return from === to ? [] : [{ kind, week, unit, ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) }]
  })
}

function proposalChanges(before: History, after: History, { current, decisions }: ChangeOptions): Change[] {
  const old = new Map(before.proposals.map((proposal) => [proposal.key, proposal]))
  const now = new Map(after.proposals.map((proposal) => [proposal.key, proposal]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)]
    const kind = !was ? 'proposal-appeared' : !is ? 'proposal-withdrawn' : was.state === is.state ? undefined : is.state === 'proposed' ? 'proposal-asserted' : 'proposal-doubted'
    const proposal = is ?? (was as Proposal)
    const decision = decisions.get(key)
    if (!kind || (proposal.week === current && decision === undefined)) return []
    return [
      {
        kind,
        week: proposal.week,
        unit: proposal.unit,
        key,
        consequence: proposal.consequence,
        ...(proposal.member !== undefined && { member: proposal.member }),
        ...(decision !== undefined && { decision }),
      },
    ]
  })
}

function pairs<T extends Placed>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const key = (item: T) => JSON.stringify([item.week, item.unit])
  const [old, now] = [new Map(before.map((item) => [key(item), item])), new Map(after.map((item) => [key(item), item]))]
  return [...new Set([...old.keys(), ...now.keys()])].map((each) => [old.get(each), now.get(each)])
}

function at<T extends Placed>(a: T | undefined, b: T | undefined): T {
  return (b ?? a) as T
}

function keyOf(change: Change): string {
  return 'key' in change ? change.key : ''
}
