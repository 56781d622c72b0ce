/** One return while it is being made up: what is filled in, and the faults that have gone into it. */
import { formName } from '../../domain/returns/identity'
import { labelField, layoutForm, rosterLabel } from '../../domain/returns/layout'
import { lastWorkingDay } from './days'
import { fillForm } from './fill-form'
import { filledSpec } from './finish-return'
import { cellPosition } from './typed-cells'
import type { Draft, DraftRow } from './draft'
import type { Filling } from './fill-form'
import type { Planted } from './planted'
import type { Subject } from './subject'
import type { Altered, Sheet } from './faults/sheet-fault'
import type { TypedCell, Typing } from './typed-cells'
import type { Campaign } from '../../domain/campaign/campaign'
import type { FormDefinition } from '../../domain/campaign/schema'
import type { FormLayout } from '../../domain/returns/layout'
import type { IsoDate } from '../../domain/returns/return'
import type { WorkbookSpec } from '../../workbook/spec'

/** Where something was planted, without what the file knows. */
export type Found = Pick<Planted, 'code' | 'severity' | 'sheet' | 'row' | 'column' | 'subject' | 'note' | 'entails'>

export class ReturnInMaking {
  draft: Draft
  filling: Filling
  /** Cells typed otherwise than the draft says. */
  readonly typed: TypedCell[] = []
  /** What is done to the sheets once everything is typed in; gives where it is found. */
  readonly alterations: ((sheet: Omit<Sheet, 'form' | 'layout' | 'filled'>) => Altered | undefined)[] = []
  readonly planted: Found[] = []
  /** Forms in which something was planted: one fault a form, so that they do not disturb each other. */
  readonly spoilt = new Set<string>()
  /** Rows (`form index`) that fall short of a requirement. */
  readonly short = new Set<string>()
  /** What stands on the cover as the week. */
  weekEntry: number | string | null
  /** Entries of the identity sheet that somebody changed. */
  readonly identity: Record<string, string> = {}
  withoutIdentity = false

  readonly layouts: readonly FormLayout[]

  constructor(
    readonly campaign: Campaign,
    readonly subject: Subject,
    readonly week: number,
    filling: Filling,
    private readonly issued: WorkbookSpec,
  ) {
    this.weekEntry = week
    this.layouts = campaign.forms[subject.kind].map((id) => layoutForm(campaign, id, { language: filling.language, rows: preparedRows(issued, id) }))
    this.filling = filling
    this.draft = this.#fill()
  }

  /** The workbook as it is filled in so far. */
  preview(): WorkbookSpec {
    return filledSpec(this, this.issued)
  }

  /** The day on which further events happened: the last working day of the week. */
  get today(): IsoDate {
    return lastWorkingDay(this.filling.asOf)
  }

  get forms(): readonly string[] {
    return this.campaign.forms[this.subject.kind]
  }

  form(id: string): FormDefinition {
    return this.campaign.form(id)
  }

  layout(id: string): FormLayout {
    const layout = this.layouts.find(({ form }) => form === id)
    if (!layout) throw new Error(`no layout for ${id}`)
    return layout
  }

  rows(id: string): readonly DraftRow[] {
    return this.draft[id] ?? []
  }

  /** False when the sheet has not so many prepared rows; nothing is changed then. */
  replaceRows(id: string, rows: readonly DraftRow[]): boolean {
    if (rows.length > this.layout(id).rowCount && this.form(id).shape !== 'record') return false
    if (this.form(id).shape !== 'roster') this.draft = { ...this.draft, [id]: rows }
    else {
      // Everything else hangs on the roster.
      const before = { filling: this.filling, draft: this.draft }
      this.filling = { ...this.filling, roster: rows }
      this.draft = this.#fill()
      const fits = this.forms.every((other) => this.form(other).shape === 'record' || this.rows(other).length <= this.layout(other).rowCount)
      if (!fits) Object.assign(this, before)
      return fits
    }
    return true
  }

  /** Names on the roster that references point at. */
  get names(): readonly string[] {
    return this.#called().names
  }

  /** Whether something was done to the row, or to the roster row it stands for. */
  isTouched(id: string, index: number | undefined): boolean {
    const { shape, of } = this.form(id)
    return this.short.has(`${id} ${index}`) || (shape === 'companion' && this.short.has(`${of} ${index}`))
  }

  /** What the roster's rows are picked by. */
  get labels(): readonly string[] {
    return this.#called().labels
  }

  get typing(): Typing {
    const { definition, language } = this.filling
    return { definition, language, labels: this.labels }
  }

  /** Sheet, row and column of a path in a row (0-based index); the column is left out where the path is no field. */
  place(id: string, path: string | undefined, index: number | undefined): { sheet: string; row?: number; column?: number } {
    const layout = this.layout(id)
    const column = layout.columns.find((one) => one.path === path)
    if (index === undefined) return { sheet: layout.sheet }
    return { sheet: layout.sheet, ...(column ? cellPosition(layout, column, index) : this.form(id).shape === 'record' ? {} : { row: layout.firstRow + index }) }
  }

  #calledFor: { readonly roster: readonly DraftRow[]; readonly names: readonly string[]; readonly labels: readonly string[] } | undefined

  #called(): { readonly names: readonly string[]; readonly labels: readonly string[] } {
    const { roster, language } = this.filling
    if (this.#calledFor?.roster === roster) return this.#calledFor
    const form = this.forms.find((id) => this.form(id).shape === 'roster')
    const field = form === undefined ? undefined : labelField(this.form(form))
    const names = field === undefined ? [] : roster.map(({ values }) => String(values[field] ?? ''))
    const times = new Map<string, number>()
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
    const labels = names.map((name, index) => rosterLabel(name, index + 1, (times.get(name) ?? 0) > 1, language))
    this.#calledFor = { roster, names, labels }
    return this.#calledFor
  }

  #fill(): Draft {
    return Object.fromEntries(this.forms.map((id) => [id, fillForm(id, this.filling).slice(0, this.form(id).shape === 'record' ? 1 : this.layout(id).rowCount)]))
  }
}

/** As the workbook was issued: its name for the form reaches from the heading row to the last prepared row. */
function preparedRows(issued: WorkbookSpec, form: string): number {
  const refersTo = issued.names.find(({ name }) => name === formName(form))?.refersTo ?? ''
  const [, top, bottom] = /\$(\d+):\$[A-Z]+\$(\d+)$/.exec(refersTo) ?? []
  return Number(bottom) - Number(top)
}
