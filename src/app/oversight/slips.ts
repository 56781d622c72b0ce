/** Return slips of a week: for one unit, or for all of them as files to hand out. */
import { slipWorkbook } from '../../reports/slip/slip-workbook'
import type { Compression } from '../../workbook/compression'
import type { WorkbookSpec } from '../../workbook/spec'
import { writeZip } from '../../workbook/xlsx/write/zip'
import type { OpenOffice } from '../consolidate/open-office'
import { fileName, FileNames } from '../file-name'
import type { WorkbookFormat } from '../ports'
import { explainUnit, explainWeek, type ExplainOptions, type UnitExplained, type WeekExplained } from './explain'

export interface UnitSlip {
  /** Registry id. */
  readonly unit: string
  readonly system: string
  /** File name that every system takes, no two alike in a run. */
  readonly name: string
  readonly spec: WorkbookSpec
}

type Office = Pick<OpenOffice, 'campaign' | 'state' | 'say' | 'language'> & Partial<Pick<OpenOffice, 'campaignIn'>>

/** Every unit of the week's ledger, in the registry's order; made one by one. Throws as `explainWeek` does. */
export function* unitSlips(open: Office, options: ExplainOptions): Generator<UnitSlip> {
  const explained = explainWeek(open, options)
  const order = new Map(open.state.registry.units.map(({ id }, i) => [id, i]))
  const units = open.state.entries.filter(({ week, kind }) => week === explained.week && kind === 'unit').map(({ unit }) => unit)
  const names = new FileNames()
  for (const unit of units.sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || (a < b ? -1 : 1))) {
    const one = explained.of(unit)
    if (one) yield slipOf(one, explained, open, names)
  }
}

/** Throws as `explainUnit` does. */
export function unitSlip(open: Office, options: ExplainOptions & { readonly unit: string }): UnitSlip {
  const explained = explainWeek(open, options)
  return slipOf(explained.of(options.unit) ?? explainUnit(open, options), explained, open, new FileNames())
}

/** All slips in one zip, in it a folder for each system. Equal slips give equal bytes. */
export function slipsZip(slips: Iterable<UnitSlip>, format: Pick<WorkbookFormat, 'write'>, compression: Compression): Uint8Array {
  return writeZip([...slips].map((slip) => ({ name: slipPath(slip), bytes: format.write(slip.spec) })), compression)
}

/** Folder of the system, then the file. */
export function slipPath({ system, name }: Pick<UnitSlip, 'system' | 'name'>): string {
  return [...(system === '' ? [] : [fileName(system)]), name].join('/')
}

function slipOf(one: UnitExplained, { campaign, week, asOf }: WeekExplained, { state, say, language }: Office, names: FileNames): UnitSlip {
  const known = new Map(state.registry.units.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => known.get(id) ?? id
  const { unit, system } = one.explanation
  return { unit, system, name: names.free(say('slip/name', { unit: nameOf(unit), week }), '.xlsx'), spec: slipWorkbook({ campaign, week, asOf, ...one }, { language, say, nameOf }) }
}
