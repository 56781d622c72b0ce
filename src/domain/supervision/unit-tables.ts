/** Which forms of the group's workbook speak of units: found by their shape, whatever they are about. */
import { registryField } from '../registry/registry-field'
import type { Campaign } from '../campaign/campaign'
import type { FieldDefinition } from '../campaign/schema'

export interface UnitTables {
  /** The roster of units. */
  readonly roster: string
  /** Its fields for the registry's id and name of a unit; one of them is there. */
  readonly id?: string
  readonly name?: string
  /** Events that a measure on the roster shows: the reference to the roster, and the day. */
  readonly events: readonly { readonly form: string; readonly reference: string; readonly on: string }[]
  /** Fields of the companions that fit into a cell, in order of the definition. */
  readonly facts: readonly { readonly form: string; readonly field: string }[]
}

/** Undefined for a definition without a roster in the group's workbook whose rows name units. */
export function unitTables({ definition, forms, measures }: Pick<Campaign, 'definition' | 'forms' | 'measures'>): UnitTables | undefined {
  const formOf = (id: string) => definition.forms[id]
  const roster = forms.group.find((id) => {
    const form = formOf(id)
    return form?.shape === 'roster' && (registryField(form, 'id') ?? registryField(form, 'name')) !== undefined
  })
  const form = roster === undefined ? undefined : formOf(roster)
  if (roster === undefined || !form) return undefined
  const [id, name] = [registryField(form, 'id'), registryField(form, 'name')]
  const shown = new Set(measures.filter(({ subject }) => subject.kind === 'rows' && subject.form === roster).map(({ definition: { at } }) => at.split('.')[0]))
  const events = forms.group.flatMap((event) => {
    const fields = Object.entries(formOf(event)?.fields ?? {})
    const reference = fields.find(([, field]) => field.type === 'reference' && field.to === roster)?.[0]
    const on = fields.find(([, field]) => field.type === 'date')?.[0]
    return formOf(event)?.shape === 'events' && shown.has(event) && reference !== undefined && on !== undefined ? [{ form: event, reference, on }] : []
  })
  const facts = forms.group.filter((one) => formOf(one)?.shape === 'companion' && formOf(one)?.of === roster).flatMap((one) => Object.entries(formOf(one)?.fields ?? {}).flatMap(([field, of]) => (isShort(of) ? [{ form: one, field }] : [])))
  return { roster, ...(id !== undefined && { id }), ...(name !== undefined && { name }), events, facts }
}

function isShort(field: FieldDefinition): boolean {
  return field.type !== 'repeat' && field.type !== 'reference' && !(field.type === 'text' && field.long === true)
}
