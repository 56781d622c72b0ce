import type { Campaign } from '../../domain/campaign/campaign'
import { registered } from '../../domain/ranking/registry'
import type { IsoDate } from '../../domain/returns/return'
import { findingsKey, type OfficeState } from '../../reports/office/state'
import type { OfficeTrouble } from '../../reports/office/trouble'
import type { Compression } from '../../workbook/compression'
import { readStored } from '../kept-returns'
import { isNamed, isOfRows, rosterNames } from '../waivers'

/** Waivers that hold on the day and relieve nobody: they name a member whom no roster of the unit's return has, or for a clause that asks nothing of single people. */
export function idleWaivers(state: OfficeState, { campaign, week, asOf, compression }: { readonly campaign: Campaign; readonly week: number; readonly asOf: IsoDate; readonly compression: Compression }): OfficeTrouble[] {
  const everybody = new Map(registered(state.registry).map((one) => [one.id, one]))
  return state.waivers.flatMap(({ unit, member, clause, until }): OfficeTrouble[] => {
    if (member === undefined || until < asOf) return []
    const trouble = (code: string): OfficeTrouble => ({ code, severity: 'warning', sheet: '', cell: '', params: { unit: everybody.get(unit)?.name ?? unit, member, clause } })
    if (!isOfRows(campaign, everybody.get(unit)?.kind ?? 'unit', clause)) return [trouble('office/waiver-of-unit')]
    const stored = state.returns.get(findingsKey(week, unit))
    const kept = stored && readStored(stored, compression)
    return !kept || isNamed(rosterNames(campaign, kept.ret), member) ? [] : [trouble('office/waiver-nobody')]
  })
}
