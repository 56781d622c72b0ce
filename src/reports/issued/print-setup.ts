/** A4: upright while the sheet is readable so, across otherwise; headings on every page; unit and page below. */
import type { Area } from '../../workbook/model'
import type { ColumnSpec, PrintSpec } from '../../workbook/spec'
import type { Making } from './making'

/** Characters that an upright A4 page holds at a size people still like to read. */
const UPRIGHT = 105

export function printSetup(making: Making, sheet: { widths: readonly ColumnSpec[]; repeat?: readonly [number, number]; area?: Area }): PrintSpec {
  const width = sheet.widths.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0)
  return {
    landscape: width > UPRIGHT,
    fitWidth: true,
    footer: `&L${footerText(making.subject.name)}&C&A&R${making.say('sheet/page')}`,
    ...(sheet.repeat && { repeatRows: sheet.repeat }),
    ...(sheet.area && { area: sheet.area }),
  }
}

/** In a footer `&` begins a code, and 255 characters are all it holds. */
function footerText(text: string): string {
  return text.slice(0, 60).replaceAll('&', '&&')
}
