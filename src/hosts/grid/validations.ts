/** Limits of a sheet's cells, as the grid loads them. */
import { DataValidationErrorStyle, DataValidationOperator, DataValidationRenderMode, DataValidationType, type ISheetDataValidationRule } from '@univerjs/core'
import type { DefinedName } from '../../workbook/model'
import type { BoundOperator, ValidationSpec } from '../../workbook/spec'
import { rangeOf } from './conditions'
import { listFormula } from './list-source'

type Rule = Pick<ISheetDataValidationRule, 'type' | 'operator' | 'formula1' | 'formula2' | 'showDropDown' | 'renderMode'>

const STYLES = { stop: DataValidationErrorStyle.STOP, warning: DataValidationErrorStyle.WARNING, information: DataValidationErrorStyle.INFO }
const TYPES = { whole: DataValidationType.WHOLE, decimal: DataValidationType.DECIMAL, date: DataValidationType.DATE, length: DataValidationType.TEXT_LENGTH }
const OPERATORS: Record<BoundOperator, DataValidationOperator> = {
  equal: DataValidationOperator.EQUAL,
  notEqual: DataValidationOperator.NOT_EQUAL,
  greaterThan: DataValidationOperator.GREATER_THAN,
  lessThan: DataValidationOperator.LESS_THAN,
  notBetween: DataValidationOperator.NOT_BETWEEN,
}

/** A rule without bounds asks only for the kind of value. */
const MOST = 999_999_999_999_999

/** Areas that overlap: the first one counts, as it does for a person's entry. `prefix` makes the ids of the workbook differ. */
export function validationRules(specs: readonly ValidationSpec[], prefix: string, names: readonly DefinedName[]): ISheetDataValidationRule[] {
  return specs.map(({ area, rule, prompt, error }, n) => ({
    uid: `${prefix}-${n + 1}`,
    ranges: [rangeOf(area)],
    ...ruleOf(rule, names),
    allowBlank: true,
    showErrorMessage: rule.kind !== 'any',
    errorStyle: STYLES[error?.style ?? 'stop'],
    ...(error && { errorTitle: error.title, error: error.text }),
    showInputMessage: Boolean(prompt),
    ...(prompt && { promptTitle: prompt.title, prompt: prompt.text }),
  }))
}

function ruleOf(rule: ValidationSpec['rule'], names: readonly DefinedName[]): Rule {
  switch (rule.kind) {
    case 'any':
      return { type: DataValidationType.ANY }
    case 'list': {
      const choices = /^"(.*)"$/s.exec(rule.source)?.[1]
      // The arrow and not the coloured chip: a cell looks as it does in Excel.
      return { type: DataValidationType.LIST, formula1: choices === undefined ? `=${listFormula(rule.source, names)}` : choices.replaceAll('""', '"'), showDropDown: true, renderMode: DataValidationRenderMode.ARROW }
    }
    case 'custom':
      return { type: DataValidationType.CUSTOM, formula1: `=${rule.formula}` }
    default: {
      const { min, max, operator } = rule
      const type = TYPES[rule.kind]
      if (operator) return { type, operator: OPERATORS[operator], formula1: bound(operator === 'lessThan' ? max : min), formula2: bound(max) }
      if (min !== undefined && max === undefined) return { type, operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, formula1: bound(min) }
      if (min === undefined && max !== undefined) return { type, operator: DataValidationOperator.LESS_THAN_OR_EQUAL, formula1: bound(max) }
      return { type, operator: DataValidationOperator.BETWEEN, formula1: bound(min ?? 0), formula2: bound(max ?? MOST) }
    }
  }
}

function bound(value: number | undefined): string {
  return String(value ?? 0)
}
