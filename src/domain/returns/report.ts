/** Collects the findings of a reading: severity and kind follow from the code. */
import { kindOf, severityOf, type Code } from './codes'
import type { Finding } from './finding'

/** Where a finding is and what it is about. */
export type At = Pick<Finding, 'sheet' | 'row' | 'column' | 'form' | 'field' | 'subject' | 'value' | 'expected' | 'clause'>

export class Report {
  readonly findings: Finding[] = []

  add(code: Code, at: At, params?: Finding['params']): void {
    this.findings.push({ code, kind: kindOf(code), severity: severityOf(code), ...at, ...(params && { params }) })
  }
}
