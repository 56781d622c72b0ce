/** What papers say besides what follows from the ledger: transfers, totals over the returns, what the groups do. */
import type { IsoDate } from '../../domain/returns/return'
import { assessmentOf } from '../../domain/oversight/sign-off'
import { boardOf } from '../../reports/office/tables/transfer'
import { transferFacts } from '../../reports/papers/data/transfer-facts'
import type { PapersOptions } from '../papers/papers-for'
import type { OpenOffice } from '../consolidate/open-office'
import { keptEvidence } from './kept-evidence'
import { transferEvidence, type BoardOptions } from './transfer'

/**
 * For `papersFor`, in the definition’s language. Nothing is written: the board is looked at as it stands in that week.
 *
 * @throws OfficeError `office/nothing-ranked`
 */
export function paperFacts(open: Pick<OpenOffice, 'campaign' | 'state'> & Partial<Pick<OpenOffice, 'campaignIn'>>, options: BoardOptions, sayIn: PapersOptions['sayIn']): Required<Pick<PapersOptions, 'transfers' | 'totals' | 'compliance'>> {
  const { state } = open
  const week = options.week ?? state.shown ?? 0
  const campaign = open.campaignIn?.(week) ?? open.campaign
  const { definition, bulletin } = campaign
  const { language } = definition
  const evidence = keptEvidence(state, { campaign, week, compression: options.compression })
  const board = definition.transfer ? boardOf({ campaign, state: { ...state, transfer: transferEvidence(open, options) } }) : undefined
  const totals = new Map(bulletin?.totals.map(({ id, definition: one }) => [id, one]))
  return {
    transfers: transferFacts(board ?? [], (unit) => ({ approval: approvalOf(state, unit), assessment: assessmentOf(campaign, evidence.ofGroupOn(unit) ?? []), signOff: evidence.signOffOn(unit) }), { campaign, language, say: sayIn(language) }),
    totals: evidence.totals().flatMap(({ total, value }) => {
      const one = totals.get(total)
      return one ? [{ title: one.title[language], value, unit: one.unit }] : []
    }),
    compliance: campaign.forms.group.length > 0 ? evidence.compliance() : [],
  }
}

/** A day that is none (a person typed it) is left out of a letter. */
function approvalOf({ approvals }: OpenOffice['state'], unit: string) {
  const approval = approvals.get(unit)
  return approval && { ...approval, on: /^\d{4}-\d\d-\d\d$/.test(approval.on) ? (approval.on as IsoDate) : '' }
}
