/**
 * What a workbook says about itself: keys of the very-hidden sheet `_muster` (column A key,
 * column B value, one pair a row from row 1) and the defined names that make cells findable.
 */
/** Name of the very-hidden sheet. */
export const IDENTITY_SHEET = '_muster'
/** In the office's workbook: the very-hidden sheet that keeps the returns of a week. */
export const returnsSheetName = (week: number): string => `${IDENTITY_SHEET}_returns_${week}`

/** The week of such a sheet; undefined for any other. */
export function weekOfReturnsSheet(name: string): number | undefined {
  const digits = name.startsWith(`${IDENTITY_SHEET}_returns_`) ? name.slice(IDENTITY_SHEET.length + '_returns_'.length) : ''
  return /^[1-9]\d?$/.test(digits) ? Number(digits) : undefined
}

/** Sheets that only judging a week again needs; everybody else may leave them out of what is read. */
export const isReturnsSheet = (name: string): boolean => weekOfReturnsSheet(name) !== undefined

export const IDENTITY_COLUMNS = { key: 1, value: 2 } as const

/** Keys in column A. All values are text except `week` and the seal's counts, which may be numbers. */
export const IDENTITY_KEYS = {
  /** Version of this protocol: `1`. */
  format: 'muster',
  /** Id and version of the definition the workbook was made from. */
  campaign: 'campaign',
  version: 'version',
  /** `unit`, `group` or `office`. */
  kind: 'kind',
  /** Language of the workbook, `zh` or `en`. */
  language: 'language',
  /** Registry id of the unit or group; then what the registry says about it. */
  subject: 'subject',
  name: 'subject.name',
  system: 'subject.system',
  headcount: 'subject.headcount',
  group: 'subject.group',
  /** Week chosen when the workbook was issued; the cover's `muster_week` cell comes first. */
  week: 'week',
  sealContent: 'seal.content',
  sealRules: 'seal.rules',
  sealAt: 'seal.at',
  sealErrors: 'seal.errors',
  sealWarnings: 'seal.warnings',
  sealQueries: 'seal.queries',
} as const

/** The definition travels base64-encoded in `definition.1`, `definition.2` …, each at most this long (a cell holds 32,767). */
export const DEFINITION_CHUNK = 32_000
export const definitionKey = (chunk: number): string => `definition.${chunk}`

/** A definition, encoded by the caller, as pairs for the identity sheet. */
export function definitionPairs(base64: string): [key: string, value: string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at < base64.length; at += DEFINITION_CHUNK) pairs.push([definitionKey(pairs.length + 1), base64.slice(at, at + DEFINITION_CHUNK)])
  return pairs
}

/** The seal's keys stand in fixed rows, prepared blank when the workbook is issued, so that a check only fills cells. */
export const SEAL_KEYS = [
  IDENTITY_KEYS.sealContent,
  IDENTITY_KEYS.sealRules,
  IDENTITY_KEYS.sealAt,
  IDENTITY_KEYS.sealErrors,
  IDENTITY_KEYS.sealWarnings,
  IDENTITY_KEYS.sealQueries,
] as const

/** Defined names, all of workbook scope. */
export const NAMES = {
  /** Cover cell with the campaign week the return is for: a number, or a text with the number in it (`第3周`). */
  week: 'muster_week',
  /** Cover cells that a check fills. */
  resultAsOf: 'muster_result_as_of',
  resultErrors: 'muster_result_errors',
  resultWarnings: 'muster_result_warnings',
  resultQueries: 'muster_result_queries',
  resultScore: 'muster_result_score',
  /** One sentence: what to do next. */
  resultText: 'muster_result_text',
} as const

/** Name of a form's area: header row to last prepared row, first to last column (`muster_attendance`). */
export const formName = (form: string): string => `muster_${form}`
