/**
 * Spot checks: the office draws units of every system to see for itself (T3), at random from a recorded seed,
 * so that anybody can draw again and get the same, and drawn anew only with a reason.
 */
import { randomFrom } from '../random'
import { compareText } from '../ranking/week-table'

export interface SpotCheckResult {
  readonly outcome: 'passed' | 'failed'
  readonly by: string
  /** ISO local date. */
  readonly on: string
  readonly note: string
}

/** A draw as it is recorded. Draws of one round follow each other; the latest of them stands. */
export interface SpotCheckRound {
  /** From 1. */
  readonly round: number
  /** 0 … 4,294,967,295. */
  readonly seed: number
  /** Units asked of each system. */
  readonly perSystem: number
  /** ISO local date and time. */
  readonly drawnAt: string
  readonly drawnBy: string
  /** Why the round was drawn again; absent: it is the round's first draw. */
  readonly reason?: string
  /** By system, then by id. */
  readonly units: readonly { readonly unit: string; readonly system: string; readonly result?: SpotCheckResult }[]
}

export interface DrawOptions {
  /** Of the definition (`spotChecks`), with the office's settings. */
  readonly fewest: number
  readonly most: number
  /** Units to draw of each system; absent: the fewest. */
  readonly perSystem?: number
  readonly seed: number
  readonly drawnAt: string
  readonly drawnBy: string
  /** Draws the latest round again, for this reason. Absent: a new round. */
  readonly again?: string
}

/**
 * What has to be said of a system's draw (words: `spot-check/<note>`, params `system`, `units`, `drawn`, `asked`):
 * - `all-drawn`: the system has no more units than that: all were drawn
 * - `fewer`: fewer than asked, so that nobody is drawn twice running
 * - `repeated`: too few had not been drawn in the round before: some are drawn again
 */
export interface SpotCheckNote {
  readonly note: 'all-drawn' | 'fewer' | 'repeated'
  readonly params: { readonly system: string; readonly units: number; readonly drawn: number; readonly asked: number }
}

/**
 * Why nothing is drawn (words: `spot-check/<refused>`): `reason-needed`, `nothing-to-redraw`, `checks-recorded`
 * (a unit of the round has its result already), `out-of-range` (params `fewest`, `most`), `name-needed`, `seed`.
 */
export type SpotCheckRefusal = 'reason-needed' | 'nothing-to-redraw' | 'checks-recorded' | 'out-of-range' | 'name-needed' | 'seed'

export type Drawn = { readonly drawn: SpotCheckRound; readonly notes: readonly SpotCheckNote[] } | { readonly refused: SpotCheckRefusal }

/**
 * Draws a round. The result depends on the seed, the units and their systems, and who was drawn in the round
 * before; not on the order of units or of past rounds. Of each system:
 *
 * | units not drawn in the round before | drawn                                                        |
 * | as many as asked, or more           | so many of them                                              |
 * | at least `fewest`                   | all of them (`fewer`)                                        |
 * | less than `fewest`                  | all of them and, up to `fewest`, some of the others (`repeated`) |
 *
 * A system with no more units than `fewest` draws all, whoever was drawn before (`all-drawn`; likewise with no more than asked when all are free). What a draw that was
 * drawn again had drawn keeps nobody out: only the draw of a round that stands does.
 */
export function drawSpotChecks(units: readonly { readonly id: string; readonly system: string }[], past: readonly SpotCheckRound[], options: DrawOptions): Drawn {
  const { fewest, most, seed, drawnAt, drawnBy, again } = options
  const asked = options.perSystem ?? fewest
  const standing = standingRounds(past)
  const latest = standing.at(-1)
  if (drawnBy.trim() === '') return { refused: 'name-needed' }
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) return { refused: 'seed' }
  if (!Number.isInteger(asked) || asked < fewest || asked > most) return { refused: 'out-of-range' }
  if (again !== undefined) {
    if (!latest) return { refused: 'nothing-to-redraw' }
    if (again.trim() === '') return { refused: 'reason-needed' }
    if (latest.units.some(({ result }) => result)) return { refused: 'checks-recorded' }
  }
  const round = (latest?.round ?? 0) + (again === undefined ? 1 : 0)
  const before = standing.filter((one) => one.round < round).at(-1)
  const drawnBefore = new Set((before?.units ?? []).map(({ unit }) => unit))

  const notes: SpotCheckNote[] = []
  const drawn = [...bySystem(units)].flatMap(([system, ids]) => {
    const { chosen, note } = drawOf(ids, drawnBefore, { fewest, asked, random: randomFrom(seed).fork(round).fork(system) })
    if (note) notes.push({ note, params: { system, units: ids.length, drawn: chosen.length, asked } })
    return [...chosen].sort(compareText).map((unit) => ({ unit, system }))
  })
  return { drawn: { round, seed, perSystem: asked, drawnAt, drawnBy, ...(again !== undefined && { reason: again.trim() }), units: drawn }, notes }
}

function drawOf(ids: readonly string[], before: ReadonlySet<string>, { fewest, asked, random }: { fewest: number; asked: number; random: ReturnType<typeof randomFrom> }): { chosen: readonly string[]; note?: SpotCheckNote['note'] } {
  if (ids.length <= fewest) return { chosen: ids, note: 'all-drawn' }
  const fresh = ids.filter((id) => !before.has(id))
  if (fresh.length >= asked) return { chosen: random.sample(fresh, asked) }
  if (fresh.length >= fewest) return { chosen: fresh, note: fresh.length === ids.length ? 'all-drawn' : 'fewer' }
  return { chosen: [...fresh, ...random.sample(ids.filter((id) => before.has(id)), fewest - fresh.length)], note: 'repeated' }
}

/** The draw of each round that stands (the latest recorded), ascending. */
export function standingRounds(past: readonly SpotCheckRound[]): SpotCheckRound[] {
  const latest = new Map<number, SpotCheckRound>()
  for (const one of past) {
    const known = latest.get(one.round)
    // The first draw of a round has no reason; of those drawn again the later one stands.
    if (!known || (one.reason !== undefined && (known.reason === undefined || one.drawnAt >= known.drawnAt))) latest.set(one.round, one)
  }
  return [...latest.values()].sort((a, b) => a.round - b.round)
}

/** The rounds with a unit's result entered (or, without one, taken back) in the draw of that round that stands. Throws when the unit was not drawn in it. */
export function withResult(past: readonly SpotCheckRound[], round: number, unit: string, result: SpotCheckResult | undefined): SpotCheckRound[] {
  const standing = standingRounds(past).find((one) => one.round === round)
  if (!standing?.units.some((one) => one.unit === unit)) throw new Error(`${unit} was not drawn in round ${round}`)
  const units = standing.units.map((one) => (one.unit === unit ? { unit: one.unit, system: one.system, ...(result && { result }) } : one))
  return past.map((one) => (one === standing ? { ...one, units } : one))
}

/** Ids of each system, systems and ids in an order of their own. */
function bySystem(units: readonly { readonly id: string; readonly system: string }[]): ReadonlyMap<string, readonly string[]> {
  const systems = new Map<string, string[]>()
  for (const { id, system } of [...units].sort((a, b) => compareText(a.system, b.system) || compareText(a.id, b.id))) {
    const ids = systems.get(system)
    if (ids) ids.push(id)
    else systems.set(system, [id])
  }
  return systems
}
