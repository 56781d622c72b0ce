import type { Waiver } from '../../domain/evaluation/waiver'

/** A waiver that was given, changed or taken back since results were last reckoned. */
export interface WaiverChange {
  readonly kind: 'given' | 'changed' | 'withdrawn'
  readonly waiver: Waiver
}

/** Waivers of the same unit, member and clause are the same; of one given twice the last row is told. */
export function waiverChanges(before: readonly Waiver[], after: readonly Waiver[]): WaiverChange[] {
  const [old, now] = [byKey(before), byKey(after)]
  const kept = [...now].flatMap(([key, waiver]): WaiverChange[] => {
    const was = old.get(key)
    if (!was) return [{ kind: 'given', waiver }]
    return was.reason === waiver.reason && was.approver === waiver.approver && was.until === waiver.until ? [] : [{ kind: 'changed', waiver }]
  })
  return [...kept, ...[...old].flatMap(([key, waiver]): WaiverChange[] => (now.has(key) ? [] : [{ kind: 'withdrawn', waiver }]))]
}

function byKey(waivers: readonly Waiver[]): ReadonlyMap<string, Waiver> {
  return new Map(waivers.map((waiver) => [JSON.stringify([waiver.unit, waiver.member ?? '', waiver.clause]), waiver]))
}
