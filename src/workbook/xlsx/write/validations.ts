import { areaAddress } from '../../address'
import type { ValidationSpec } from '../../spec'
import { fileFormula } from './functions'
import { element, text } from './xml'

/** What a sheet's cells may hold (ECMA-376 Part 1, 18.3.1.33). */
export function validations(specs: readonly ValidationSpec[]): string {
  return specs.length === 0 ? '' : element('dataValidations', { count: specs.length }, specs.map(validation).join(''))
}

function validation({ area, rule, prompt, error }: ValidationSpec): string {
  const { type, operator, formulas } = ruleOf(rule)
  return element(
    'dataValidation',
    {
      type,
      errorStyle: error?.style === 'stop' ? undefined : error?.style,
      operator,
      allowBlank: true,
      showInputMessage: prompt ? true : undefined,
      showErrorMessage: rule.kind === 'any' ? undefined : true,
      errorTitle: error?.title || undefined,
      error: error?.text || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.text || undefined,
      sqref: areaAddress(area),
    },
    formulas.map((formula, n) => `<formula${n + 1}>${text(fileFormula(formula))}</formula${n + 1}>`).join(''),
  )
}

interface FileRule {
  readonly type?: string
  readonly operator?: string
  readonly formulas: readonly string[]
}

/** The widest bounds for a kind whose rule gives none: it then only asks for the kind of value. */
export const WIDEST = { whole: [-999_999_999_999_999, 999_999_999_999_999], decimal: [-1e300, 1e300], date: [0, 2_958_465], length: [0, 32_767] } as const

function ruleOf(rule: ValidationSpec['rule']): FileRule {
  switch (rule.kind) {
    case 'any':
      return { formulas: [] }
    case 'list':
      return { type: 'list', formulas: [rule.source] }
    case 'custom':
      return { type: 'custom', formulas: [rule.formula] }
    default: {
      const type = rule.kind === 'length' ? 'textLength' : rule.kind
      const { min, max } = rule
      if (min !== undefined && max === undefined) return { type, operator: 'greaterThanOrEqual', formulas: [String(min)] }
      if (min === undefined && max !== undefined) return { type, operator: 'lessThanOrEqual', formulas: [String(max)] }
      const [least, most] = WIDEST[rule.kind]
      return { type, formulas: [String(min ?? least), String(max ?? most)] }
    }
  }
}
