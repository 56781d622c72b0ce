/** Which field of a form holds a fact of the registry. */
import { registryColumn, type RegistryColumn } from './headings'
import type { FieldDefinition, FormDefinition } from '../campaign/schema'

/** The fact that a field is filled with when the workbook is issued: by id (`headcount`) or by title in either language (单位名称). */
export function registryColumnOf(id: string, field: FieldDefinition): RegistryColumn | undefined {
  if (field.type === 'repeat' || field.type === 'total') return undefined
  return registryColumn(id) ?? registryColumn(field.title.zh) ?? registryColumn(field.title.en)
}

/** The first field that holds the fact; undefined when none does. */
export function registryField(form: FormDefinition, column: RegistryColumn): string | undefined {
  return Object.entries(form.fields).find(([id, field]) => registryColumnOf(id, field) === column)?.[0]
}
