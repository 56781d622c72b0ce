import type { Campaign } from '../../domain/campaign/campaign'
import type { RegisteredUnit } from '../../domain/ranking/ledger'
import type { WorkbookSpec } from '../../workbook/spec'
import { factsRow } from './facts-row'
import { issuedWorkbook } from './issued-workbook'
import type { IssueOptions, IssuedSubject } from './making'

export interface GroupSubject extends IssuedSubject {
  /** Units that the group supervises. */
  readonly units: readonly RegisteredUnit[]
}

/** The workbook of one supervision group; its roster is filled with the units it supervises. */
export function groupWorkbook(campaign: Campaign, subject: GroupSubject, options: IssueOptions): WorkbookSpec {
  const { units, ...facts } = subject
  const forms = Object.entries(campaign.definition.forms).filter(([, form]) => form.in === 'group')
  const rosters = forms.filter(([, form]) => form.shape === 'roster').map(([id, form]) => [id, units.map((unit) => factsRow(form, unit, 'all'))] as const)
  const records = forms.filter(([, form]) => form.shape === 'record').map(([id, form]) => [id, [factsRow(form, facts, 'given')]] as const)
  return issuedWorkbook(campaign, 'group', facts, Object.fromEntries([...records, ...rosters]), options)
}
