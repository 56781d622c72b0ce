/** How a field's cell is shown and what kind of value it keeps. */
import type { PlainField } from '../../domain/campaign/schema'
import type { Style } from '../../workbook/spec'
import { COLORS, STYLES, unlocked } from './look'

const DATE = 'yyyy-mm-dd'

const FORMATS: Partial<Record<PlainField['type'], string>> = {
  // Text format: a phone number keeps its leading zero, and what begins with `=` stays text.
  text: '@',
  code: '@',
  percent: '0%',
  date: DATE,
}

export function fieldStyle(field: PlainField): Style {
  const format = FORMATS[field.type]
  const leftAligned = field.type === 'text' || (field.type === 'choice' && (field.width ?? 0) > 18)
  const base: Style = leftAligned ? STYLES.value : STYLES.center
  return { ...base, ...(format && { format }) }
}

/** White and open: to be filled in. */
export function entryStyle(field: PlainField): Style {
  return unlocked(fieldStyle(field))
}

/** Grey and locked: a formula, or filled in by the office. */
export function lockedStyle(field: PlainField): Style {
  return { ...fieldStyle(field), fill: COLORS.locked }
}
