/** The figures of an office as the forms of the level above ask for them. */
import type { Definition } from '../campaign/schema'
import { serialOf } from '../returns/serial'
import type { Figures, FigureValue } from './figures'
import { figureNamed, type Figure } from './vocabulary'

/** Values of one row by field id; dates as 1900-system serials. A figure that cannot be reckoned is absent: its cell is blank. */
export type FigureRow = Readonly<Record<string, number | string>>

/** Fields of a form that hold figures. */
export function figureFields(definition: Definition, form: string): { readonly field: string; readonly figure: Figure }[] {
  return Object.entries(definition.forms[form]?.fields ?? {}).flatMap(([field, { type, ...rest }]) => {
    const figure = type !== 'repeat' && 'figure' in rest && rest.figure !== undefined ? figureNamed(rest.figure) : undefined
    return figure ? [{ field, figure }] : []
  })
}

/** Every figure that a definition names, once. */
export function figuresAsked(definition: Definition): Figure[] {
  const all = Object.keys(definition.forms).flatMap((form) => figureFields(definition, form).map(({ figure }) => figure))
  return [...new Map(all.map((figure) => [figure.name, figure])).values()]
}

/** By form; forms without a figure are left out. A `record` form has one row, any other a row for each system. */
export function figureRows(definition: Definition, figures: Figures): Readonly<Record<string, readonly FigureRow[]>> {
  return Object.fromEntries(
    Object.entries(definition.forms).flatMap(([id, form]) => {
      const fields = figureFields(definition, id)
      if (fields.length === 0) return []
      if (form.shape === 'record') return [[id, [rowOf(fields, (name) => figures.value(name))]]]
      return [[id, figures.systems.map((row) => rowOf(fields, (name) => row[name.slice('systems.'.length)]))]]
    }),
  )
}

function rowOf(fields: ReturnType<typeof figureFields>, valueOf: (name: string) => FigureValue | undefined): FigureRow {
  return Object.fromEntries(
    fields.flatMap(({ field, figure }) => {
      const value = valueOf(figure.name)
      if (value === undefined) return []
      return [[field, figure.kind === 'date' ? serialOf(String(value)) : value]]
    }),
  )
}
