/** What a judgement hangs on, as hashes: equal bases, equal judgements. */
import type { Campaign } from '../../domain/campaign/campaign'
import { waiversFor, type Waiver } from '../../domain/evaluation/waiver'
import type { Registered } from '../../domain/ranking/registry'
import type { IsoDate } from '../../domain/returns/return'
import { sha256 } from '../../domain/returns/sha256'
import { definitionHash } from '../kept-returns'

export interface Bases {
  /** Of a ledger entry: definition, settings, weights, day, waivers, and what the office knows of the unit (but not its name, which decides nothing). */
  entry(unit: Registered): string
  /** Of the verdict on a file that names this unit, or none that is registered. */
  file(unit: Registered | undefined): string
}

/** What everything of one day is judged by: the rules in force, the day, the unit and its waivers. */
export function basesOf(campaign: Pick<Campaign, 'definition' | 'settings' | 'indicators'>, asOf: IsoDate, waivers: readonly Waiver[] = []): Bases {
  const { definition, settings, indicators } = campaign
  const common = hashOf([definitionHash(definition), settings, indicators.map(({ id, weight }) => [id, weight]), asOf])
  const entry = ({ id, kind, system, headcount }: Registered): string => {
    const waived = waiversFor(waivers, id, asOf)
    return hashOf([common, id, kind, system, headcount, ...(waived.length > 0 ? [waived] : [])])
  }
  return { entry, file: (unit) => (unit ? entry(unit) : common) }
}

/** What else a verdict on a file hangs on: the week it is taken for, who may be named in a file, what is late. */
export function intakeContext(week: number, everybody: readonly Registered[], deadline: string | undefined): string {
  return hashOf([week, everybody.map(({ id, kind, name }) => [id, kind, name]), deadline ?? null])
}

function hashOf(value: unknown): string {
  return sha256(JSON.stringify(value)).slice(0, 16)
}
