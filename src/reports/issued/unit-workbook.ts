import type { Campaign } from '../../domain/campaign/campaign'
import type { WorkbookSpec } from '../../workbook/spec'
import { issuedWorkbook } from './issued-workbook'
import type { IssueOptions, IssuedSubject, Prefill } from './making'
import { factsRow } from './facts-row'

export interface UnitSubject extends IssuedSubject {
  /** Members the registry carries, by field id of the roster. */
  readonly members?: readonly Prefill[]
  /** Figures that an office hands up, by form; of a `record` form one row. */
  readonly figures?: Readonly<Record<string, readonly Prefill[]>>
}

/**
 * The workbook of one unit. Its first roster is filled with the registered members; fields
 * that are `given` in a `record` form get what the registry says about the unit. What an office hands
 * up is filled in as a person would have typed it.
 */
export function unitWorkbook(campaign: Campaign, subject: UnitSubject, options: IssueOptions): WorkbookSpec {
  const { members = [], figures = {}, ...facts } = subject
  const forms = Object.entries(campaign.definition.forms).filter(([, form]) => form.in === 'unit')
  const roster = forms.find(([, form]) => form.shape === 'roster')?.[0]
  const records = forms.filter(([, form]) => form.shape === 'record').map(([id, form]) => [id, [{ ...factsRow(form, facts, 'given'), ...figures[id]?.[0] }]] as const)
  return issuedWorkbook(campaign, 'unit', facts, { ...figures, ...Object.fromEntries(records), ...(roster && members.length > 0 && { [roster]: members }) }, options)
}
