/** What the registry says about a unit, as a form's fields ask for it. */
import type { FormDefinition } from '../../domain/campaign/schema'
import { registryColumnOf } from '../../domain/registry/registry-field'
import type { RegisteredUnit } from '../../domain/ranking/ledger'
import type { Prefill } from './making'

/**
 * Values for the fields of a form that are a fact of the registry: by id (`headcount`) or by
 * title in either language (单位名称). `given`: only fields that the definition says are given,
 * for a record in which the unit's own people are named too.
 */
export function factsRow(form: FormDefinition, facts: Partial<RegisteredUnit>, only: 'given' | 'all'): Prefill {
  const values: Record<string, string | number> = {}
  for (const [id, field] of Object.entries(form.fields)) {
    if (field.type === 'repeat' || field.type === 'total' || (only === 'given' && !field.given)) continue
    const column = registryColumnOf(id, field)
    const value = column && facts[column]
    // A form names its unit as text; a number is a number only where one is asked for.
    if (value === undefined || value === '' || value === 0) continue
    values[id] = field.type === 'number' || field.type === 'integer' ? Number(value) : String(value)
  }
  return values
}
