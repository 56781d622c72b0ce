import type { FormDefinition, PlainField } from './schema'

/** The cell a path names, or undefined: `field`, or `repeat.field` (also `repeat[2].field`). */
export function fieldAt(form: FormDefinition, path: string): PlainField | undefined {
  const [outer = '', inner] = path.replace(/\[\d+\]/, '').split('.')
  const field = Object.hasOwn(form.fields, outer) ? form.fields[outer] : undefined
  if (!field) return undefined
  if (field.type !== 'repeat') return inner === undefined ? field : undefined
  return inner !== undefined && Object.hasOwn(field.fields, inner) ? field.fields[inner] : undefined
}
