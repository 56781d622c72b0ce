/** Conditional formats of a sheet, as the grid loads them. The first is the strongest. */
import { BooleanNumber, BorderStyleTypes, type IRange, type IStyleData } from '@univerjs/core'
import { CFRuleType, CFSubRuleType, CFValueType, type IConditionFormattingRule, type IValueConfig } from '@univerjs/sheets-conditional-formatting'
import type { Area } from '../../workbook/model'
import type { ConditionSpec } from '../../workbook/spec'

/** Bars of values below zero, as in the file that is written. */
const NEGATIVE = '#C00000'

export function conditionRules(specs: readonly ConditionSpec[]): IConditionFormattingRule[] {
  return specs.map((spec, n) => ({
    cfId: `c${n + 1}`,
    ranges: [rangeOf(spec.area)],
    stopIfTrue: spec.kind === 'formula' && Boolean(spec.stopIfTrue),
    rule: spec.kind === 'formula' ? { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: `=${spec.formula}`, style: styleOf(spec.format) } : barOf(spec),
  }))
}

export function styleOf({ fill, color, bold, border }: Extract<ConditionSpec, { kind: 'formula' }>['format']): IStyleData {
  const edge = border === undefined ? undefined : { s: BorderStyleTypes.THIN, cl: { rgb: `#${border}` } }
  return {
    ...(fill !== undefined && { bg: { rgb: `#${fill}` } }),
    ...(color !== undefined && { cl: { rgb: `#${color}` } }),
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(edge && { bd: { l: edge, r: edge, t: edge, b: edge } }),
  }
}

/** Without a lower end a bar begins at nothing, as Excel has it for numbers above zero. */
function barOf({ color, min, max }: Extract<ConditionSpec, { kind: 'bar' }>): IConditionFormattingRule['rule'] {
  const end = (value: number | undefined): IValueConfig => (value === undefined ? { type: CFValueType.max } : { type: CFValueType.num, value })
  return {
    type: CFRuleType.dataBar,
    isShowValue: true,
    config: { min: end(min ?? 0), max: end(max), isGradient: false, positiveColor: `#${color}`, nativeColor: NEGATIVE },
  }
}

/** 0-based, both ends included. */
export function rangeOf({ top, left, bottom, right }: Area): IRange {
  return { startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 }
}
