/**
 * The year-end record (R5): what the campaign leaves behind of each unit. Only what a person has confirmed is
 * entered as having happened; what is proposed, postponed or undetermined is counted apart.
 */
import { parseProposalKey } from '../ranking/proposals'
import { compareText } from '../ranking/week-table'
import type { Campaign } from '../campaign/campaign'
import type { Proposal, Standing } from '../ranking/ledger'

export interface RecordedConsequence {
  /** Confirmed, and its grounds still stand. */
  readonly confirmed: number
  /** Confirmed, but its grounds are gone since (a correction came): to be looked at again. */
  readonly withoutGrounds: number
  readonly dismissed: number
  readonly deferred: number
  /** Nobody has decided. */
  readonly open: number
  /** Nobody has decided, and it cannot be asserted. */
  readonly undetermined: number
  /** Members for whom it was confirmed and stands, none twice; of a consequence of members. */
  readonly members: readonly string[]
}

export interface YearEndRecord {
  readonly unit: string
  readonly name: string
  readonly system: string
  /** Weeks in the ledger; those in which it was ranked (a valid return, enough to compare); those without a valid return of its own. */
  readonly weeks: number
  readonly ranked: number
  readonly withoutReturn: number
  readonly last: number
  /** Of `last`: weeks in which last place cannot be asserted. */
  readonly lastUndetermined: number
  readonly longestStreak: number
  /** True: the longest streak holds only if its doubts are settled. */
  readonly streakUndetermined: boolean
  /** By consequence of the definition, in its order; those that are recorded. */
  readonly consequences: ReadonlyMap<string, RecordedConsequence>
  /** Absent: the campaign has no stage transfer. */
  readonly transferred?: boolean
  /** Waivers of the unit as a whole, and of its members. */
  readonly unitWaivers: number
  readonly memberWaivers: number
  readonly waivedMembers: readonly string[]
}

export interface YearEndInput {
  readonly campaign: Campaign
  /** Whom to record, in this order. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly system: string }[]
  readonly standings: readonly Standing[]
  readonly proposals: readonly Proposal[]
  /** By proposal key. */
  readonly decisions: ReadonlyMap<string, { readonly answer?: 'confirmed' | 'dismissed' | 'deferred' }>
  /** Units that have everything they need to move on; absent: the campaign has no stage transfer. */
  readonly transferred?: ReadonlySet<string>
  readonly waivers?: readonly { readonly unit: string; readonly member?: string }[]
}

/** Consequences that go into the record: those of units unless `record` says otherwise, in order of the definition. */
export function recordedConsequences({ definition }: Campaign): string[] {
  return Object.entries(definition.consequences).flatMap(([id, { record, of }]) => ((record ?? of === 'unit') ? [id] : []))
}

/** A record for every unit. Only what the office confirmed counts as having happened; a confirmation stays when its proposal is gone. */
export function yearEnd({ campaign, units, standings, proposals, decisions, transferred, waivers = [] }: YearEndInput): YearEndRecord[] {
  const recorded = recordedConsequences(campaign)
  const standing = new Set(proposals.map(({ key }) => key))
  // Decisions whose proposal is gone, as proposals that nothing stands behind.
  const orphans = [...decisions].flatMap(([key, { answer }]) => {
    const said = answer === 'confirmed' && !standing.has(key) ? parseProposalKey(key) : undefined
    return said ? [said] : []
  })
  return units.map(({ id, name, system }): YearEndRecord => {
    const places = standings.filter((one) => one.unit === id)
    const ranked = places.filter(({ outcome, undetermined }) => outcome === 'valid' && undetermined?.reason !== 'too-few')
    const longest = places.reduce<Standing | undefined>((most, one) => (most && most.streak >= one.streak ? most : one), undefined)
    const own = waivers.filter(({ unit }) => unit === id)
    const members = own.flatMap(({ member }) => member ?? [])
    return {
      unit: id,
      name,
      system,
      weeks: places.length,
      ranked: ranked.length,
      withoutReturn: places.filter(({ outcome }) => outcome !== 'valid').length,
      last: places.filter(({ last }) => last).length,
      lastUndetermined: places.filter(({ last, undetermined }) => last && undetermined).length,
      longestStreak: longest?.streak ?? 0,
      streakUndetermined: (longest?.doubts.length ?? 0) > 0,
      consequences: new Map(
        recorded.map((consequence) => {
          const about = proposals.filter((one) => one.unit === id && one.consequence === consequence)
          return [consequence, countOf(about, decisions, orphans.filter((one) => one.unit === id && one.consequence === consequence).length)]
        }),
      ),
      ...(transferred && { transferred: transferred.has(id) }),
      unitWaivers: own.length - members.length,
      memberWaivers: members.length,
      waivedMembers: [...new Set(members)].sort(compareText),
    }
  })
}

function countOf(proposals: readonly Proposal[], decisions: YearEndInput['decisions'], withoutGrounds: number): RecordedConsequence {
  const answered = (answer: string | undefined) => proposals.filter(({ key }) => decisions.get(key)?.answer === answer)
  const undecided = answered(undefined)
  const confirmed = answered('confirmed')
  const undetermined = undecided.filter(({ state }) => state === 'to-be-confirmed').length
  return {
    confirmed: confirmed.length,
    withoutGrounds,
    dismissed: answered('dismissed').length,
    deferred: answered('deferred').length,
    open: undecided.length - undetermined,
    undetermined,
    members: [...new Set(confirmed.flatMap(({ member }) => member ?? []))].sort(compareText),
  }
}
