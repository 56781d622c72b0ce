/** Whether an entry keeps the limits of its cell. Only limits that stop are looked at: warnings let an entry stand. */
import type { CellValue } from '../../workbook/model'
import type { ValidationSpec } from '../../workbook/spec'
import type { Content } from './cell-data'

/** Choices of a list by its source, as they are shown; undefined when they cannot be told. */
export type ChoicesOf = (source: string) => readonly string[] | undefined

/** What cannot be told without calculating (a formula, a limit that is one) is let go. */
export function breaksLimit(validation: ValidationSpec | undefined, content: Content | undefined, choicesOf: ChoicesOf): boolean {
  if (!validation || !stops(validation) || !content || content.formula !== undefined) return false
  const { value } = content
  if (value === undefined || value === '') return false
  const { rule } = validation
  switch (rule.kind) {
    case 'any':
    case 'custom':
      return false
    case 'list': {
      const choices = choicesOf(rule.source)
      return choices !== undefined && !choices.some((choice) => sameText(choice, value))
    }
    case 'length':
      return !inBounds(rule, textOf(value).length)
    default:
      return typeof value !== 'number' || (rule.kind === 'whole' && !Number.isInteger(value)) || !inBounds(rule, value)
  }
}

/** A rule without a style of its own stops (ECMA-376 part 1, 18.18.18). */
function stops({ error }: ValidationSpec): boolean {
  return (error?.style ?? 'stop') === 'stop'
}

function inBounds({ min, max, operator }: Extract<ValidationSpec['rule'], { kind: 'whole' | 'decimal' | 'date' | 'length' }>, number: number): boolean {
  switch (operator) {
    case 'equal':
      return number === min
    case 'notEqual':
      return number !== min
    case 'greaterThan':
      return number > (min ?? -Infinity)
    case 'lessThan':
      return number < (max ?? Infinity)
    case 'notBetween':
      return number < (min ?? -Infinity) || number > (max ?? Infinity)
    default:
      return number >= (min ?? -Infinity) && number <= (max ?? Infinity)
  }
}

/** Excel compares choices without regard to case. */
function sameText(choice: string, value: CellValue): boolean {
  return choice.trim().toLowerCase() === textOf(value).trim().toLowerCase()
}

function textOf(value: CellValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'object' ? value.error : String(value)
}
