/** Fields that an office of the level below fills in from its own ledger: each names a figure there is, in a place that can hold it. */
import { FIELD_TYPES, figureNamed, figureNames } from '../hand-up/vocabulary'
import { suggestion } from './check-forms'
import type { MistakeLog, Path } from './mistake'
import type { Definition, FieldDefinition, FormDefinition } from './schema'

export function checkRollUp(definition: Definition, log: MistakeLog): void {
  const { rollUp, forms } = definition
  if (rollUp?.of === definition.id) log.add(['rollUp', 'of'], 'definition/roll-up-self', { name: definition.id })
  const found = Object.entries(forms).flatMap(([id, form]) => checkForm(id, form, log))
  if (rollUp && found.length === 0) log.add(['rollUp'], 'definition/roll-up-without-figure', {}, { key: true })
  if (!rollUp && found[0]) log.add(found[0], 'definition/figure-without-roll-up', {}, { key: true })
}

/** Paths of the fields that name a figure. */
function checkForm(id: string, form: FormDefinition, log: MistakeLog): Path[] {
  const found: Path[] = []
  const check = (path: Path, field: FieldDefinition, inRepetition: boolean): void => {
    if (field.type === 'repeat') {
      for (const [name, inner] of Object.entries(field.fields)) check([...path, 'fields', name], inner, true)
      return
    }
    if (field.figure === undefined) return
    const at = [...path, 'figure']
    found.push(at)
    const figure = figureNamed(field.figure)
    if (!figure) return log.add(at, 'definition/unknown-figure', suggestion(field.figure, figureNames(field.figure)))
    if (form.in === 'group' || form.shape === 'companion' || inRepetition) return log.add(at, 'definition/figure-place', { name: figure.name }, { key: true })
    if (!FIELD_TYPES[figure.kind].includes(field.type)) log.add(at, 'definition/figure-type', { name: figure.name, type: field.type, types: FIELD_TYPES[figure.kind].join(' | ') })
    if ((figure.table === undefined) !== (form.shape === 'record')) log.add(at, figure.table ? 'definition/figure-of-rows' : 'definition/figure-of-record', { name: figure.name })
  }
  for (const [name, field] of Object.entries(form.fields)) check(['forms', id, 'fields', name], field, false)
  return found
}
