import type { Finding } from '../../domain/returns/finding'
import { groupFindings } from '../../domain/returns/group-findings'
import { address } from '../../workbook/address'
import type { FindingGroup } from './state'

/** A return's findings as the office keeps them: one for each thing that is wrong, with all its cells. Errors first. */
export function officeFindings(findings: readonly Finding[]): FindingGroup[] {
  return groupFindings(findings).map(({ findings: alike }) => ({
    first: alike[0] as Finding,
    cells: alike.flatMap(({ row, column }) => (row === undefined || column === undefined ? [] : [address(row, column)])),
    subjects: [...new Set(alike.flatMap(({ subject }) => subject ?? []))],
    count: alike.length,
  }))
}

/** Stable while the same thing is wrong in the same field. */
export function groupKey({ code, severity, sheet, field }: Finding): string {
  return [code, severity, sheet ?? '', (field ?? '').replace(/\[\d+\]/, '')].join('|')
}
