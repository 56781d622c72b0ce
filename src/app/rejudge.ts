/** A week judged again from the returns that were kept: what the files would come to, without the files. */
import type { Campaign } from '../domain/campaign/campaign'
import type { LedgerEntry } from '../domain/ranking/ledger'
import { registered, type Registered } from '../domain/ranking/registry'
import { asToldBefore } from '../domain/supervision/units-named'
import { countFindings } from '../domain/returns/group-findings'
import type { Finding } from '../domain/returns/finding'
import type { IsoDate } from '../domain/returns/return'
import { findingsKey, type OfficeState } from '../reports/office/state'
import type { Compression } from '../workbook/compression'
import { judge } from './check'
import type { Bases } from './intake/basis'
import { validEntry } from './intake/entry'
import { factsOf } from './intake/inspect'
import { definitionHash, readStored } from './kept-returns'

export interface RejudgeOptions {
  /** In force in that week. */
  readonly campaign: Campaign
  readonly week: number
  /** Day to judge by: the one the week was judged by. */
  readonly asOf: IsoDate
  readonly bases: Bases
  readonly compression: Compression
  /** Which entries; default: all. */
  concerns?(entry: LedgerEntry): boolean
}

export interface Rejudged {
  /** Of those judged again, in the ledger's order. */
  readonly entries: readonly LedgerEntry[]
  /** Their returns' findings, by unit. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}

/**
 * A unit is judged by its system and headcount in the ledger: those of that week. Left out are entries that are not
 * valid, and those whose return is not kept, is damaged, or was read by another definition: they stand as they are.
 * Scores are those of the units' own returns: what their groups add is added afterwards (`withFeeds`).
 */
export function rejudge(state: Pick<OfficeState, 'entries' | 'returns' | 'registry' | 'waivers'>, { campaign, week, asOf, bases, compression, concerns = () => true }: RejudgeOptions): Rejudged {
  const everybody = registered(state.registry)
  const names = new Map(everybody.map(({ id, name }) => [id, name]))
  const definition = definitionHash(campaign.definition)
  const judged = new Map<string, LedgerEntry>()
  const findings = new Map<string, readonly Finding[]>()
  const chosen = state.entries.filter((entry) => entry.week === week && entry.outcome === 'valid' && concerns(entry))
  for (const entry of chosen) {
    const stored = state.returns.get(findingsKey(week, entry.unit))
    if (!stored || stored.content !== entry.content || stored.definition !== definition) continue
    const kept = readStored(stored, compression)
    if (!kept) continue
    const unit: Registered = { kind: entry.kind, id: entry.unit, name: names.get(entry.unit) ?? kept.ret.subject.name, system: entry.system, headcount: entry.headcount }
    const result = judge(kept.ret, kept.sheets, { campaign, asOf, registered: factsOf(unit), waivers: state.waivers, everybody: asToldBefore(everybody, entry.supervision) })
    const { file = '', content = '', stamp = '', rows = 0 } = entry
    judged.set(entry.unit, validEntry(unit, { week, rules: campaign.rules, basisOf: bases.entry }, result.evaluation, { file, content, stamp, rows, counts: countFindings(result.findings), ...(result.supervision && { supervision: result.supervision }) }))
    findings.set(entry.unit, result.findings)
  }
  return { entries: chosen.flatMap(({ unit }) => judged.get(unit) ?? []), findings }
}
