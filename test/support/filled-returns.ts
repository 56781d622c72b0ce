/** Returns as they come in: issued, filled in cell by cell, checked, each a file of its own. */
import { packDefinition } from '../../src/app/carried-definition'
import { checkPatch, checkWorkbook } from '../../src/app/check'
import { issue } from '../../src/app/issue'
import type { Campaign } from '../../src/domain/campaign/campaign'
import type { Registry } from '../../src/domain/ranking/registry'
import { NAMES } from '../../src/domain/returns/identity'
import { layoutForm } from '../../src/domain/returns/layout'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import type { CellPatch } from '../../src/workbook/patch'
import { columnNumber } from '../../src/workbook/address'
import { format } from '../app/demo/made-up'

/** By form, rows from the first on, by field. A `record` form has one. */
export type Filled = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>

export interface Handed {
  readonly week: number
  /** Time of the check before it was sent; ISO local. */
  readonly at: string
  readonly filled: Filled
}

const say = sayFrom(messages, 'zh')

/** Everything that an office hands out, and what comes back of it. */
export class Issuing {
  private readonly workbooks = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>()

  constructor(
    private readonly campaign: Campaign,
    registry: Registry,
  ) {
    const words = { language: 'zh' as const, say, definitionText: packDefinition(campaign.definition, format.compression) }
    for (const { kind, subject, path, spec } of issue({ campaign, registry, words })) this.workbooks.set(kind === 'office' ? '' : subject, { path, bytes: format.write(spec) })
  }

  /** The office's own. */
  get office(): Uint8Array {
    return this.issued('').bytes
  }

  /** The workbook of a unit or group, filled in and checked. */
  returned(subject: string, { week, at, filled }: Handed): Uint8Array {
    const { bytes } = this.issued(subject)
    const book = format.read(bytes)
    const sheets = Object.entries(filled).map(([form, rows]) => {
      const layout = layoutForm(this.campaign, form, { language: 'zh' })
      const cells = rows.flatMap((row, i) =>
        Object.entries(row).map(([path, value]): CellPatch => {
          const column = layout.columns.find((one) => one.path === path)
          if (!column) throw new Error(`no ${path} in ${form}`)
          return { row: column.row ?? layout.firstRow + i, column: column.column, value }
        }),
      )
      return { sheet: layout.sheet, cells }
    })
    const [, cover = '', letters = '', row = ''] = /^'?(.*?)'?!\$([A-Z]+)\$(\d+)$/.exec(book.names.find(({ name }) => name === NAMES.week)?.refersTo ?? '') ?? []
    const typed = format.patch(bytes, { sheets: [...sheets, { sheet: cover, cells: [{ row: Number(row), column: columnNumber(letters) ?? 0, value: week }] }] })
    return format.patch(typed, checkPatch(checkWorkbook(format.read(typed), { campaign: this.campaign, asOf: this.campaign.calendar.weekEnd(week), today: at.slice(0, 10), now: at }), say, 'zh'))
  }

  private issued(subject: string) {
    const found = this.workbooks.get(subject)
    if (!found) throw new Error(`nothing was issued to ${subject}`)
    return found
  }
}
