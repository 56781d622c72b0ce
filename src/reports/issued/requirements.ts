/** What a workbook's forms are asked for, clause by clause, as the definition has it. */
import type { CompiledMeasure } from '../../domain/campaign/campaign'
import type { Making } from './making'

export interface Requirement {
  readonly clause: string
  /** Absent: the clause is met by filling in the form; nothing is counted. */
  readonly measure?: CompiledMeasure
  /** Form in which it is answered. */
  readonly form: string
}

/** Every clause that a form, field, constraint or measure of this workbook names, in the definition's order. */
export function requirementsOf(making: Making): Requirement[] {
  const { campaign, definition, layouts } = making
  const measured = Object.keys(definition.measures).flatMap((id) => {
    const measure = campaign.measures.find((one) => one.id === id)
    const form = measure?.definition.at.split('.')[0]
    return measure && form !== undefined && layouts.some((layout) => layout.form === form) ? [{ measure, form }] : []
  })
  const named = layouts.map(({ form }) => ({ form, clauses: clausesOfForm(making, form) }))
  const shown = new Set<CompiledMeasure>()
  return Object.keys(definition.clauses).flatMap((clause): Requirement[] => {
    // A measure stands at the first of its clauses; the others that it serves point to its form.
    const here = measured.filter(({ measure }) => measure.definition.clauses.includes(clause) && !shown.has(measure))
    for (const { measure } of here) shown.add(measure)
    if (here.length > 0) return here.map(({ measure, form }) => ({ clause, measure, form }))
    if (isConsequence(making, clause)) return []
    const form = named.find(({ clauses }) => clauses.has(clause))?.form ?? measured.find(({ measure }) => measure.definition.clauses.includes(clause))?.form
    return form === undefined ? [] : [{ clause, form }]
  })
}

function isConsequence({ definition }: Making, clause: string): boolean {
  return Object.values(definition.consequences).some(({ clauses }) => clauses.includes(clause)) && !Object.values(definition.forms).some((form) => form.clauses.includes(clause))
}

function clausesOfForm({ definition }: Making, id: string): Set<string> {
  const form = definition.forms[id]
  if (!form) return new Set()
  const fields = Object.values(form.fields).flatMap((field) => (field.type === 'repeat' ? Object.values(field.fields) : [field]))
  return new Set([...form.clauses, ...fields.map(({ clause }) => clause), ...Object.values(form.constraints).map(({ clause }) => clause)].filter((one) => one !== undefined))
}
