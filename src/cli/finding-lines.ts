/** Findings outside a return (of a registry) as data and as lines. */
import type { Finding } from '../domain/returns/finding'
import { findingText, whereOf } from '../domain/returns/finding-text'
import type { Terminal } from './terminal'

export function findingData(finding: Finding, { say, language }: Terminal) {
  return { ...finding, texts: undefined, cell: whereOf(finding) || undefined, ...findingText(finding, say, language) }
}

export function findingLines(findings: readonly Finding[], terminal: Terminal): string[] {
  return findings.flatMap((finding) => {
    const { message, fix } = findingText(finding, terminal.say, terminal.language)
    const where = [finding.sheet, whereOf(finding)].filter(Boolean).join('!')
    return [`${terminal.say(`cli/severity-${finding.severity}`)}  ${where}  ${message}`, `      → ${fix}`]
  })
}
