/** What papers say besides what follows from the ledger, read from the kept returns as far as they need it. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { BulletinTotal } from '../../../domain/oversight/bulletin-totals'
import type { Compliance } from '../../../domain/oversight/compliance'
import type { Language } from '../../../domain/text'
import { findingsKey } from '../../../reports/office/state'
import type { TotalFact } from '../../../reports/papers/data/source'
import type { PaperKind } from '../../../reports/papers/fields'
import type { Compression } from '../../../workbook/compression'
import type { OpenOffice } from '../../consolidate/open-office'
import { keptEvidence } from '../../oversight/kept-evidence'
import { paperFacts } from '../../oversight/paper-facts'
import type { PaperFacts } from './paper-maker'
import type { PaneSession } from '../pane'

/** Kinds of paper that cannot do without the kept returns. */
export const needsReturns = (kind: PaperKind): boolean => kind === 'bulletin' || kind === 'transfer'

export interface FactsOptions {
  readonly week: number
  readonly compression: Compression
  readonly signal?: AbortSignal
  /** Gives the page its turn. */
  pause(): Promise<void>
}

/** `open`: with the kept returns of the week. Of kinds that need none there are none. */
export async function factsFor(kinds: ReadonlySet<PaperKind>, open: OpenOffice, options: FactsOptions, sayIn: PaneSession['sayIn']): Promise<PaperFacts> {
  const { week, compression } = options
  if (kinds.has('transfer')) {
    await options.pause()
    options.signal?.throwIfAborted()
    return paperFacts(open, { week, compression }, sayIn)
  }
  if (!kinds.has('bulletin')) return {}
  const { totals, compliance } = await bulletinFacts(open, options)
  const campaign = open.campaignIn(week)
  return { totals: totalFacts(campaign, totals, campaign.definition.language), compliance }
}

export interface BulletinFacts {
  /** In the definition's order; empty also when a return that counts is not kept. */
  readonly totals: readonly BulletinTotal[]
  /** Units whose return counts and is not kept. */
  readonly unkept: readonly string[]
  /** Empty where the campaign has no groups. */
  readonly compliance: readonly Compliance[]
}

export async function bulletinFacts({ state, campaignIn }: OpenOffice, { week, compression, signal, pause }: FactsOptions): Promise<BulletinFacts> {
  const campaign = campaignIn(week)
  const evidence = keptEvidence(state, { campaign, week, compression })
  await pause()
  signal?.throwIfAborted()
  const totals = evidence.totals()
  await pause()
  signal?.throwIfAborted()
  const unkept = state.entries.filter((entry) => entry.week === week && entry.kind === 'unit' && entry.outcome === 'valid' && !state.returns.has(findingsKey(week, entry.unit))).map(({ unit }) => unit)
  return { totals, unkept, compliance: campaign.forms.group.length > 0 ? evidence.compliance() : [] }
}

/** Totals with the words and units that the definition gives them. */
export function totalFacts({ bulletin }: Campaign, totals: readonly BulletinTotal[], language: Language): TotalFact[] {
  const known = new Map(bulletin?.totals.map(({ id, definition }) => [id, definition]))
  return totals.flatMap(({ total, value }) => {
    const one = known.get(total)
    return one ? [{ title: one.title[language], value, unit: one.unit }] : []
  })
}
