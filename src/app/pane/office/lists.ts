/** What a week's ranking and shortfalls entail: lists of proposals, each waiting for a person or decided by one. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { DecidedProposal, Ranking } from '../../rank'

export interface ListedUnit {
  readonly unit: string
  readonly name: string
  readonly system: string
  /** Of members: one each. Of the unit or group as a whole: one for each week in which it arose. */
  readonly proposals: readonly DecidedProposal[]
}

export interface ConsequenceList {
  readonly consequence: string
  /** By system and rank; a unit with something that waits comes before one that is all decided. */
  readonly units: readonly ListedUnit[]
  readonly waiting: number
  /** Of those that wait, how many are to be confirmed for a doubt. */
  readonly doubtful: number
  readonly decided: number
}

/** One for every consequence of the definition, in its order, also the empty ones. */
export function consequenceLists({ definition }: Campaign, ranking: Pick<Ranking, 'groups'> & { readonly systems: readonly { readonly system: string; readonly places: readonly { readonly unit: string; readonly name: string; readonly proposals: readonly DecidedProposal[] }[] }[] }, nameOf: (id: string) => string): ConsequenceList[] {
  const groups = [...new Set(ranking.groups.map(({ unit }) => unit))].map((unit) => ({ unit, name: nameOf(unit), system: '', proposals: ranking.groups.filter((proposal) => proposal.unit === unit) }))
  const everybody = [...ranking.systems.flatMap(({ system, places }) => places.map(({ unit, name, proposals }): ListedUnit => ({ unit, name, system, proposals }))), ...groups]
  return Object.keys(definition.consequences).map((consequence) => {
    const units = everybody.map((one) => ({ ...one, proposals: one.proposals.filter((proposal) => proposal.consequence === consequence) })).filter(({ proposals }) => proposals.length > 0)
    const all = units.flatMap(({ proposals }) => proposals)
    const waiting = all.filter(isWaiting)
    return {
      consequence,
      units: units.toSorted((a, b) => Number(!a.proposals.some(isWaiting)) - Number(!b.proposals.some(isWaiting))),
      waiting: waiting.length,
      doubtful: waiting.filter((proposal) => !isClear(proposal)).length,
      decided: all.length - waiting.length,
    }
  })
}

/** Waits, and nothing keeps it from being asserted: such proposals may be answered together. What is in doubt is looked at by itself. */
export function isClear(proposal: DecidedProposal): boolean {
  return isWaiting(proposal) && proposal.state === 'proposed'
}

/** Nobody has answered, or in words that are not an answer. */
export function isWaiting({ decision }: DecidedProposal): boolean {
  return decision?.answer === undefined
}
