/** The bulletin's totals of a week, over the returns that the office's workbook keeps. */
import type { Campaign } from '../../domain/campaign/campaign'
import { addTotals, totalsOf, type UnitTotals } from '../../domain/oversight/bulletin-totals'
import type { IsoDate } from '../../domain/returns/return'
import { findingsKey, type OfficeState } from '../../reports/office/state'
import type { Compression } from '../../workbook/compression'
import { definitionHash, readStored } from '../kept-returns'

/** By total. Empty when a return that counts is not kept: a part of the units is not their total. */
export function keptTotals({ entries, returns }: Pick<OfficeState, 'entries' | 'returns'>, campaign: Campaign, week: number, asOf: IsoDate, compression: Compression): ReadonlyMap<string, number> {
  const definition = definitionHash(campaign.definition)
  const units = new Map<string, UnitTotals>()
  for (const entry of entries) {
    if (entry.week !== week || entry.kind !== 'unit' || entry.outcome !== 'valid') continue
    const stored = returns.get(findingsKey(week, entry.unit))
    const kept = stored && stored.content === entry.content && stored.definition === definition ? readStored(stored, compression) : undefined
    if (!kept) return new Map()
    units.set(entry.unit, totalsOf(campaign, { ...kept.ret, subject: { ...kept.ret.subject, system: entry.system, headcount: entry.headcount } }, asOf))
  }
  return new Map(addTotals(campaign, units).map(({ total, value }) => [total, value]))
}
