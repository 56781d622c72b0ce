/** What a rehearsal came to, as the pane shows it: unit by unit, then list by list. */
import type { Definition } from '../../../domain/campaign/schema'
import { registered } from '../../../domain/ranking/registry'
import type { Text } from '../../../domain/text'
import type { OpenOffice } from '../../consolidate/open-office'
import type { Rehearsal } from '../../rehearse'

export interface RehearsedWeek {
  readonly week: number
  /** Results, row by row, that would be others; and on how many units. */
  readonly rows: number
  readonly units: number
  /** Whose score, place or last place in the week would be another; those whose last place changes first, then by how far they move. */
  readonly moves: readonly RehearsedMove[]
  /** Lists that would be others, in order of the definition. */
  readonly consequences: readonly RehearsedConsequence[]
  /** Changes in later weeks that follow. */
  readonly later: number
  /** Names of those whose return is not kept: taken as they are. */
  readonly unknown: readonly string[]
}

export interface RehearsedMove {
  readonly unit: string
  readonly name: string
  readonly system: string
  /** Absent: no valid return. */
  readonly scoreBefore?: number
  readonly scoreAfter?: number
  readonly rankBefore?: number
  readonly rankAfter?: number
  /** It would be last, or would not be any more; absent: no change. */
  readonly last?: 'becomes' | 'ceases'
}

export interface RehearsedConsequence {
  readonly consequence: string
  readonly title: Text
  readonly appeared: number
  readonly withdrawn: number
  /** Would be asserted, or doubtful, where it is the other way round now. */
  readonly restated: number
  /** Of these, somebody has decided already. */
  readonly decided: number
}

/** `tried`: the definition that was tried instead of the office's; its lists come after those that both have. */
export function rehearsedWeek({ week, results, changes, entries, unknown }: Rehearsal, { campaign, state }: OpenOffice, tried?: Definition): RehearsedWeek {
  const lists = { ...campaign.definition.consequences, ...tried?.consequences }
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const before = new Map(state.entries.filter((entry) => entry.week === week).map((entry) => [entry.unit, entry]))
  const ofWeek = changes.filter((change) => change.week === week)
  const moved = new Map<string, { rank?: readonly [number, number]; last?: RehearsedMove['last'] }>()
  for (const change of ofWeek) {
    const known = moved.get(change.unit) ?? {}
    if (change.kind === 'rank') moved.set(change.unit, { ...known, rank: [Number(change.before), Number(change.after)] })
    else if (change.kind === 'last') moved.set(change.unit, { ...known, last: change.after === true ? 'becomes' : 'ceases' })
    else if (change.kind === 'score') moved.set(change.unit, known)
  }
  const after = new Map(entries.map((entry) => [entry.unit, entry]))
  const moves = [...moved].map(([unit, { rank, last }]): RehearsedMove => {
    const [was, is] = [before.get(unit), after.get(unit)]
    return {
      unit,
      name: nameOf(unit),
      system: is?.system ?? was?.system ?? '',
      ...(was?.score !== undefined && { scoreBefore: was.score }),
      ...(is?.score !== undefined && { scoreAfter: is.score }),
      ...(rank && { rankBefore: rank[0], rankAfter: rank[1] }),
      ...(last && { last }),
    }
  })
  return {
    week,
    rows: results.length,
    units: new Set(results.map(({ unit }) => unit)).size,
    moves: moves.sort((a, b) => Number(b.last !== undefined) - Number(a.last !== undefined) || distance(b) - distance(a) || difference(b) - difference(a)),
    consequences: Object.entries(lists).flatMap(([consequence, { title }]): RehearsedConsequence[] => {
      const own = changes.filter((change) => 'consequence' in change && change.consequence === consequence)
      const count = (...kinds: string[]) => own.filter(({ kind }) => kinds.includes(kind)).length
      const decided = own.filter((change) => 'decision' in change && change.decision !== undefined).length
      return own.length === 0 ? [] : [{ consequence, title, appeared: count('proposal-appeared'), withdrawn: count('proposal-withdrawn'), restated: count('proposal-doubted', 'proposal-asserted'), decided }]
    }),
    later: changes.filter((change) => change.week > week && !('consequence' in change)).length,
    unknown: unknown.map(nameOf),
  }
}

const distance = ({ rankBefore = 0, rankAfter = 0 }: RehearsedMove) => Math.abs(rankAfter - rankBefore)
const difference = ({ scoreBefore = 0, scoreAfter = 0 }: RehearsedMove) => Math.abs(scoreAfter - scoreBefore)
