import type { Campaign } from '../../domain/campaign/campaign'
import { registered } from '../../domain/ranking/registry'
import type { IsoDate } from '../../domain/returns/return'
import { findingsKey, type OfficeState } from '../../reports/office/state'
import type { OfficeTrouble } from '../../reports/office/trouble'
import type { Compression } from '../../workbook/compression'
import { readStored } from '../kept-returns'
import { isNamed, rosterNames } from '../waivers'

/** Waivers that hold on the day and name a member whom no roster of the unit's return has: a slip of the pen relieves nobody. */
export function idleWaivers(state: OfficeState, { campaign, week, asOf, compression }: { readonly campaign: Campaign; readonly week: number; readonly asOf: IsoDate; readonly compression: Compression }): OfficeTrouble[] {
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  return state.waivers.flatMap(({ unit, member, until }): OfficeTrouble[] => {
    const stored = member === undefined || until < asOf ? undefined : state.returns.get(findingsKey(week, unit))
    const kept = stored && readStored(stored, compression)
    if (!kept || member === undefined) return []
    return isNamed(rosterNames(campaign, kept.ret), member) ? [] : [{ code: 'office/waiver-nobody', severity: 'warning', sheet: '', cell: '', params: { unit: names.get(unit) ?? unit, member } }]
  })
}
