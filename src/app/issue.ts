/** Issuing: a definition and a registry → every workbook that is handed out, one at a time. */
import type { Campaign } from '../domain/campaign/campaign'
import type { WorkbookKind } from '../domain/campaign/schema'
import type { RegisteredUnit } from '../domain/ranking/ledger'
import type { Registry } from '../domain/ranking/registry'
import type { RegisteredMember } from '../domain/registry/registry-reading'
import type { Language, Say } from '../domain/text'
import { groupWorkbook } from '../reports/issued/group-workbook'
import { registryWorkbook } from '../reports/issued/registry-workbook'
import { unitWorkbook } from '../reports/issued/unit-workbook'
import { officeWorkbook } from '../reports/office/office-workbook'
import type { WorkbookSpec } from '../workbook/spec'
import { FileNames, fileName } from './file-name'

export interface IssueJob {
  readonly campaign: Campaign
  readonly registry: Registry
  /** Members to fill rosters with; absent or none for a unit: its roster is issued blank. */
  readonly members?: readonly RegisteredMember[]
  /** Week chosen beforehand; absent: each unit chooses its own on the cover. */
  readonly week?: number
  readonly words: IssueWords
}

export interface IssueWords {
  readonly language: Language
  readonly say: Say
  /** The definition as the workbooks carry it: `packDefinition`. */
  readonly definitionText: string
}

export interface Issued {
  readonly kind: WorkbookKind | 'office'
  /** Registry id of the unit or group; empty for the office. */
  readonly subject: string
  /** Relative, with `/`: `单位/017 市图书馆.xlsx`. Legal on every system, and no two differ in case only. */
  readonly path: string
  readonly spec: WorkbookSpec
}

/** How many workbooks {@link issue} gives. */
export function issueCount({ campaign, registry }: Pick<IssueJob, 'campaign' | 'registry'>): number {
  return registry.units.length + (campaign.forms.group.length > 0 ? registry.groups.length : 0) + 1
}

/**
 * Each workbook is made when it is asked for, so that memory does not grow with their number: the
 * office's first, then one for every unit in the registry's order, then one for every supervision
 * group, if the definition has forms for them.
 */
export function* issue(job: IssueJob): Generator<Issued> {
  const { campaign, registry, words } = job
  const { terms, title } = campaign.definition
  const folder = (kind: WorkbookKind) => fileName(terms[kind][words.language])
  yield { kind: 'office', subject: '', path: fileName(`${terms.office[words.language]} ${title[words.language]}`, '.xlsx'), spec: officeWorkbook(campaign, registry, words) }

  const members = new Map<string, RegisteredMember[]>(registry.units.map(({ id }) => [id, []]))
  for (const member of job.members ?? []) members.get(member.unit)?.push(member)
  const unitNames = new FileNames()
  for (const unit of registry.units) {
    yield { kind: 'unit', subject: unit.id, path: `${folder('unit')}/${unitNames.free(`${unit.id} ${unit.name}`, '.xlsx')}`, spec: unitSpec(job, unit, members.get(unit.id) ?? []) }
  }
  if (campaign.forms.group.length === 0) return
  const groupNames = new FileNames()
  for (const group of registry.groups) {
    const units = registry.units.filter((unit) => unit.group === group.id)
    const name = group.name === group.id ? group.name : `${group.id} ${group.name}`
    const system = [...new Set(units.map((unit) => unit.system))].join(words.say('sheet/comma'))
    const subject = { id: group.id, name: group.name, system, headcount: 0, group: group.id, units, ...(job.week && { week: job.week }) }
    yield { kind: 'group', subject: group.id, path: `${folder('group')}/${groupNames.free(name, '.xlsx')}`, spec: groupWorkbook(campaign, subject, words) }
  }
}

function unitSpec({ campaign, week, words }: IssueJob, unit: RegisteredUnit, members: readonly RegisteredMember[]): WorkbookSpec {
  return unitWorkbook(campaign, { ...unit, ...(week && { week }), members: members.map(({ values }) => values) }, words)
}

/**
 * What ships beside a definition, in its own language: the workbooks as they are before a unit or
 * group is known, the office's, and the registry to be filled in. Paths are file names.
 */
export function* blankWorkbooks(campaign: Campaign, words: IssueWords): Generator<{ readonly path: string; readonly spec: WorkbookSpec }> {
  const nobody = { id: '', name: '', system: '', headcount: 0, group: '' }
  yield { path: 'registry.xlsx', spec: registryWorkbook(campaign, words) }
  yield { path: 'unit.xlsx', spec: unitWorkbook(campaign, nobody, words) }
  if (campaign.forms.group.length > 0) yield { path: 'group.xlsx', spec: groupWorkbook(campaign, { ...nobody, units: [] }, words) }
  yield { path: 'office.xlsx', spec: officeWorkbook(campaign, { units: [], groups: [] }, words) }
}
