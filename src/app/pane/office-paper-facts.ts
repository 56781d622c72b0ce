/** What papers say besides places and proposals: figures out of the returns that are kept. */
import type { OpenOffice } from '../consolidate/open-office'
import { keptEvidence } from '../oversight/kept-evidence'
import type { PapersOptions } from '../papers/papers-for'
import type { Compression } from '../../workbook/compression'

/** `open`: with the kept returns of that week, which has been consolidated. */
export function paperFacts(open: OpenOffice, { week, compression }: { readonly week: number; readonly compression: Compression }): Pick<PapersOptions, 'totals' | 'compliance'> {
  const campaign = open.campaignIn(week)
  const evidence = keptEvidence(open.state, { campaign, week, compression })
  const { language } = campaign.definition
  const totals = campaign.definition.bulletin?.totals ?? {}
  return {
    totals: evidence.totals().flatMap(({ total, value }) => {
      const known = totals[total]
      return known ? [{ title: known.title[language], value, unit: known.unit }] : []
    }),
    compliance: evidence.compliance(),
  }
}
