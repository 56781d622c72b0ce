/**
 * The hidden sheet behind the drop-downs: a column for each list, and a defined name for its
 * items. A list written into a validation itself may not be longer than 255 characters.
 */
import { shortDate } from '../../domain/returns/headings'
import { YES_NO as YES_NO_WORDS } from '../../domain/returns/codec/yes-no'
import type { FormLayout } from '../../domain/returns/layout'
import { columnLetters, quoteSheetName } from '../../workbook/address'
import type { NameSpec, RowSpec, SheetSpec } from '../../workbook/spec'
import { filledLabels } from './formulas'
import { WEEK_DATES, WEEK_NUMBERS, YES_NO, listName, pickName } from './list-names'
import { STYLES } from './look'
import type { Making } from './making'
import { widthOf } from './text-measure'

interface List {
  readonly name: string
  readonly title: string
  readonly items: readonly (string | number)[]
}

export function listsSheet(making: Making): { sheet: SheetSpec; names: NameSpec[] } {
  const lists = listsOf(making)
  const longest = Math.max(...lists.map(({ items }) => items.length))
  const sheet = making.sheetNames.lists
  return {
    sheet: {
      name: sheet,
      visibility: 'hidden',
      columns: lists.map(({ title, items }) => ({ width: Math.min(60, 3 + Math.max(widthOf(title), ...items.map((item) => widthOf(String(item))))) })),
      rows: Array.from({ length: longest + 1 }, (_, index): RowSpec => ({
        row: index + 1,
        cells: lists.flatMap(({ title, items }, at) => {
          const value = index === 0 ? title : items[index - 1]
          return value === undefined ? [] : [{ column: at + 1, value, style: index === 0 ? STYLES.heading : typeof value === 'number' ? { format: weekFormat(making) } : { format: '@' } }]
        }),
      })),
      protection: { allow: [] },
    },
    names: [
      ...lists.map(({ name, items }, at): NameSpec => {
        const letters = columnLetters(at + 1)
        return { name, refersTo: `${quoteSheetName(sheet)}!$${letters}$2:$${letters}$${items.length + 1}` }
      }),
      ...rosters(making).map((layout) => ({ name: pickName(layout.form), refersTo: filledLabels(layout, layout.labelColumn as number) })),
    ],
  }
}

/** A week is the number alone, shown as `第3周`; so a person may also type 3. */
export function weekFormat(making: Making): string {
  return making.say('sheet/week-format')
}

function rosters({ layouts, definition }: Making): FormLayout[] {
  return layouts.filter(({ form }) => definition.forms[form]?.shape === 'roster')
}

/** Lists that this workbook's forms pick from, the answers yes and no, and the campaign's weeks. */
function listsOf(making: Making): List[] {
  const { definition, say, language, layouts, campaign: { calendar } } = making
  const used = new Set(layouts.flatMap(({ columns }) => columns.flatMap(({ field }) => (field.type === 'choice' ? [field.list] : []))))
  const weeks = Array.from({ length: calendar.weeks }, (_, index) => index + 1)
  const dates = weeks.map((week) => say('sheet/week-dates', { from: shortDate(calendar.weekStart(week), language), to: shortDate(calendar.weekEnd(week), language) }))
  return [
    { name: WEEK_NUMBERS, title: say('sheet/week'), items: weeks },
    { name: WEEK_DATES, title: say('sheet/dates'), items: dates },
    { name: YES_NO, title: say('sheet/yes-or-no'), items: [YES_NO_WORDS[language].yes, YES_NO_WORDS[language].no] },
    ...[...used].flatMap((id): List[] => {
      const list = definition.lists[id]
      return list ? [{ name: listName(id), title: making.text(list.title), items: Object.values(list.items).map((item) => making.text(item)) }] : []
    }),
  ]
}
