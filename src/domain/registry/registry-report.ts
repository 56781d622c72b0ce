/** Findings of a registry: code, severity, and where. */
import type { Finding, FindingKind, Severity } from '../returns/finding'

/** Every code that reading a registry can give. An error leaves its row out. */
export const REGISTRY_CODES = {
  'registry/no-units': 'error',
  'registry/no-rows': 'error',
  'registry/column-missing': 'error',
  'registry/column-duplicated': 'warning',
  'registry/column-unused': 'query',
  'registry/unclosed-quote': 'error',
  'registry/encoding': 'error',
  'registry/error-value': 'error',
  'registry/blank': 'error',
  'registry/headcount': 'error',
  'registry/digits-lost': 'error',
  'registry/duplicate-id': 'error',
  'registry/duplicate-name': 'warning',
  'registry/unknown-system': 'error',
  'registry/formula-text': 'warning',
  'registry/unknown-unit': 'error',
  'registry/member-without-name': 'error',
  'registry/duplicate-member': 'query',
  'registry/member-count': 'query',
} as const satisfies Record<`registry/${string}`, Severity>

export type RegistryCode = keyof typeof REGISTRY_CODES

const STRUCTURE: ReadonlySet<RegistryCode> = new Set(['registry/no-units', 'registry/no-rows', 'registry/column-missing', 'registry/column-duplicated', 'registry/column-unused', 'registry/unclosed-quote', 'registry/encoding'])
const ACROSS: ReadonlySet<RegistryCode> = new Set(['registry/duplicate-id', 'registry/duplicate-name', 'registry/unknown-unit', 'registry/duplicate-member', 'registry/member-count'])

export function registryFinding(code: RegistryCode, where: Omit<Finding, 'code' | 'kind' | 'severity'> = {}): Finding {
  const kind: FindingKind = STRUCTURE.has(code) ? 'structure' : ACROSS.has(code) ? 'consistency' : 'cell'
  return { code, kind, severity: REGISTRY_CODES[code], ...where }
}
