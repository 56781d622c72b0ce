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
export const entryStyle = perField((field) => unlocked(fieldStyle(field)))

/** Grey and locked: a formula, or filled in by the office. */
export const lockedStyle = perField((field) => ({ ...fieldStyle(field), fill: COLORS.locked }))

/** One object for each field: writing a workbook looks a style up once instead of once a cell. */
function perField(make: (field: PlainField) => Style): (field: PlainField) => Style {
  const made = new WeakMap<PlainField, Style>()
  return (field) => {
    const known = made.get(field)
    if (known) return known
    const style = make(field)
    made.set(field, style)
    return style
  }
}
