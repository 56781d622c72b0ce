import { address } from '../../address'
import type { Area } from '../../model'
import type { ConditionSpec } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import { areasOf, formulaFor } from './areas'
import { comparison } from './bounds'
import type { Budget } from './budget'
import { readColor } from './color'
import { LONGEST_FORMULA, shownFormula } from './formula'
import { numberIn } from './number'
import { type ConditionFormat, readDxf } from './stylesheet'
import type { LookStyles } from './styles'

const AREAS = xmlName('sqref')
const RULE = xmlName('cfRule')
const TYPE = xmlName('type')
const PRIORITY = xmlName('priority')
const FORMAT = xmlName('dxfId')
const STOP = xmlName('stopIfTrue')
const OPERATOR = xmlName('operator')
const FORMULA = xmlName('formula')
const EXTENSION_FORMULA = xmlName('f')
const DXF = xmlName('dxf')
const BAR = xmlName('dataBar')
const END = xmlName('cfvo')
const VALUE = xmlName('val')
const COLOR = xmlName('color')

/** What a sheet needs to know of the workbook to read its conditional formats. */
export interface ConditionContext {
  readonly sheet: string
  readonly styles: LookStyles
  readonly budget: Budget
}

/** A rule without its areas, which an extension names after it. */
type FileCondition =
  | { readonly kind: 'formula'; readonly formulas: readonly string[]; readonly type: string; readonly operator: string; readonly format: ConditionFormat; readonly stopIfTrue: boolean }
  | { readonly kind: 'bar'; readonly color: string; readonly ends: readonly (number | undefined)[] }

/** Kinds of rules that carry what they mean as a formula (ECMA-376 part 1, 18.18.12). */
const BY_FORMULA = new Set(['expression', 'containsText', 'notContainsText', 'beginsWith', 'endsWith', 'containsBlanks', 'notContainsBlanks', 'containsErrors', 'notContainsErrors', 'timePeriod'])

/** Excel's bar where the file names no colour. */
const BAR_COLOR = '638EC6'

/** The conditional formats of a sheet, collected from the elements that hold them. Colour scales, icons and rankings are left out. */
export class Conditions {
  private readonly found: { readonly priority: number; readonly spec: ConditionSpec }[] = []

  constructor(private readonly context: ConditionContext) {}

  /**
   * With the scanner at a `conditionalFormatting` (18.3.1.18), or at the extension of the same name, where Excel puts
   * rules that look at other sheets (MS-XLSX 2.6.2). Of a bar, the extension only refines what stands in the sheet.
   */
  read(x: XmlScanner): void {
    let list = x.attribute(AREAS)
    const rules: { priority: number; rule: FileCondition }[] = []
    while (x.child()) {
      if (x.is(RULE)) {
        const priority = numberIn(x.attribute(PRIORITY))
        const rule = this.readRule(x)
        if (rule) rules.push({ priority: Number.isFinite(priority) ? priority : Infinity, rule })
      } else if (x.is(AREAS)) {
        x.leaf()
        list = x.text()
      } else x.skip()
    }
    if (rules.length === 0) return
    const { sheet, budget } = this.context
    const areas = areasOf(list, sheet, budget)
    // Formulas are written for the first cell of what the areas span together.
    const first = areas.reduce(({ top, left }, area) => ({ top: Math.min(top, area.top), left: Math.min(left, area.left) }), { top: Infinity, left: Infinity })
    for (const { priority, rule } of rules) {
      for (const area of areas) {
        budget.spend(areas.length > 1 && rule.kind === 'formula' ? Math.ceil(rule.formulas.join('').length / 16) + 1 : 1, sheet)
        this.found.push({ priority, spec: specOf(rule, area, first) })
      }
    }
  }

  /** An earlier one goes before a later one. */
  inOrder(): ConditionSpec[] {
    return [...this.found].sort((a, b) => (a.priority === b.priority ? 0 : a.priority - b.priority)).map(({ spec }) => spec)
  }

  private readRule(x: XmlScanner): FileCondition | undefined {
    const { styles } = this.context
    const type = x.attribute(TYPE) ?? ''
    const operator = x.attribute(OPERATOR) ?? ''
    const stopIfTrue = x.flag(STOP)
    const number = x.attribute(FORMAT)
    let format: ConditionFormat = number === undefined ? {} : styles.condition(Number(number))
    const formulas: string[] = []
    let bar: FileCondition | undefined
    while (x.child()) {
      if (x.is(FORMULA) || x.is(EXTENSION_FORMULA)) {
        x.leaf()
        formulas.push(shownFormula(unescape(x.text())))
      } else if (x.is(DXF)) format = styles.formatOf(readDxf(x))
      else if (x.is(BAR)) bar = this.readBar(x)
      else x.skip()
    }
    if (type === 'dataBar') return bar
    if (type !== 'cellIs' && !BY_FORMULA.has(type)) return undefined
    if (formulas.length === 0 || formulas.includes('') || formulas.some((formula) => formula.length > LONGEST_FORMULA)) return undefined
    return { kind: 'formula', formulas, type, operator, format, stopIfTrue }
  }

  /** Undefined for the half in the extension, which repeats no colour: the other half has it. */
  private readBar(x: XmlScanner): FileCondition | undefined {
    const ends: (number | undefined)[] = []
    let color: string | undefined
    while (x.child()) {
      if (x.is(END)) {
        const value = numberIn(x.attribute(VALUE))
        ends.push(x.attribute(TYPE) === 'num' && Number.isFinite(value) ? value : undefined)
      } else if (x.is(COLOR)) color = this.context.styles.color(readColor(x)) ?? BAR_COLOR
      x.skip()
    }
    return color === undefined ? undefined : { kind: 'bar', color, ends }
  }
}

function specOf(rule: FileCondition, area: Area, first: { readonly top: number; readonly left: number }): ConditionSpec {
  if (rule.kind === 'bar') {
    const [min, max] = rule.ends
    return { kind: 'bar', area, color: rule.color, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  }
  const { type, operator, format, stopIfTrue } = rule
  const own = rule.formulas.map((formula) => formulaFor(area, formula, first))
  const formula = type === 'cellIs' ? comparison(address(area.top, area.left), operator, own) : (own[0] as string)
  return { kind: 'formula', area, formula, format, ...(stopIfTrue && { stopIfTrue }) }
}
