/**
 * The very-hidden sheet that says what the workbook is: key and value, one pair a row. It
 * carries the definition, so that a check needs nothing but the workbook, and rows that wait
 * for the seal of a check.
 */
import { IDENTITY_COLUMNS, IDENTITY_KEYS, IDENTITY_SHEET, SEAL_KEYS, definitionPairs } from '../../domain/returns/identity'
import type { CellSpec, SheetSpec } from '../../workbook/spec'
import { unlocked } from './look'
import type { Making } from './making'

const TEXT = { format: '@' } as const
const OPEN = { locked: false } as const

/** Values that change after the workbook is issued; the rest is what it was issued with. */
const OPEN_KEYS: ReadonlySet<string> = new Set([IDENTITY_KEYS.week, ...SEAL_KEYS])

export function identitySheet(making: Making, definitionText: string): SheetSpec {
  const { definition, subject, kind, language } = making
  const pairs: (readonly [key: string, value?: string | number])[] = [
    [IDENTITY_KEYS.format, '1'],
    [IDENTITY_KEYS.campaign, definition.id],
    [IDENTITY_KEYS.version, definition.version],
    [IDENTITY_KEYS.kind, kind],
    [IDENTITY_KEYS.language, language],
    [IDENTITY_KEYS.subject, subject.id],
    [IDENTITY_KEYS.name, subject.name],
    [IDENTITY_KEYS.system, subject.system],
    [IDENTITY_KEYS.headcount, String(subject.headcount)],
    [IDENTITY_KEYS.group, subject.group],
    [IDENTITY_KEYS.week, subject.week],
    ...SEAL_KEYS.map((key) => [key] as const),
    ...definitionPairs(definitionText),
  ]
  return {
    name: IDENTITY_SHEET,
    visibility: 'veryHidden',
    columns: [{ width: 22, style: OPEN }, { width: 60, style: OPEN }],
    rows: pairs.map(([key, value], index) => {
      const style = typeof value === 'string' && value !== '' ? TEXT : {}
      const entry: CellSpec = { column: IDENTITY_COLUMNS.value, ...(value !== undefined && value !== '' && { value }), style: OPEN_KEYS.has(key) ? unlocked(style) : style }
      return { row: index + 1, cells: [{ column: IDENTITY_COLUMNS.key, value: key, style: TEXT }, entry] }
    }),
    protection: { allow: [] },
  }
}
