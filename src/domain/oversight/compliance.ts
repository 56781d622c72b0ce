/** How far the supervision groups do what is asked of them (G1 – G4). */
import { counts } from '../evaluation/measure-results'
import { duties } from '../campaign/feeding'
import type { Campaign } from '../campaign/campaign'
import type { MeasureResult } from '../evaluation/evaluation'

export interface Compliance {
  /** Measure of the groups' workbook, in order of the definition. */
  readonly measure: string
  /** Subjects that count (a unit supervised, a visit, a group), and those of them that meet it. */
  readonly subjects: number
  readonly met: number
  /** Met of subjects, 0 … 1; absent when none counts (nothing has started, no return). */
  readonly share?: number
  /** Groups with a subject that is short after its due date. */
  readonly short: readonly string[]
}

/** `groups`: every result of each group's return that counts, by group. A group without one is not in it: it has no share in the figures. */
export function groupCompliance(campaign: Campaign, groups: ReadonlyMap<string, readonly MeasureResult[]>): Compliance[] {
  return duties(campaign).map((id): Compliance => {
    const of = [...groups].map(([group, results]) => ({ group, results: results.filter((result) => result.measure === id && counts(result)) }))
    const results = of.flatMap((one) => one.results)
    const met = results.filter(({ status }) => status === 'met').length
    const short = of.filter((one) => one.results.some(({ status }) => status === 'shortfall')).map(({ group }) => group)
    return { measure: id, subjects: results.length, met, ...(results.length > 0 && { share: met / results.length }), short: short.sort() }
  })
}
