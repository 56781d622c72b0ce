import type { Area } from '../../model'
import type { ValidationSpec } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import { areasOf, formulaFor } from './areas'
import { boundRule, type FileBounds } from './bounds'
import type { Budget } from './budget'
import { LONGEST_FORMULA, shownFormula } from './formula'

const TYPE = xmlName('type')
const OPERATOR = xmlName('operator')
const AREAS = xmlName('sqref')
const SHOW_PROMPT = xmlName('showInputMessage')
const SHOW_ERROR = xmlName('showErrorMessage')
const PROMPT_TITLE = xmlName('promptTitle')
const PROMPT = xmlName('prompt')
const ERROR_TITLE = xmlName('errorTitle')
const ERROR = xmlName('error')
const ERROR_STYLE = xmlName('errorStyle')
const FORMULA_1 = xmlName('formula1')
const FORMULA_2 = xmlName('formula2')
const FORMULA = xmlName('f')

/** What a sheet needs to know of the workbook to read its rules. */
export interface RuleContext {
  readonly sheet: string
  readonly from1904: boolean
  readonly budget: Budget
}

/**
 * With the scanner at `dataValidations` (ECMA-376 part 1, 18.3.1.33), or at the extension of the same name, where Excel
 * puts rules that look at other sheets (MS-XLSX 2.6.3: the formula in an element of its own, the areas in another).
 * A rule for several areas is a rule for each.
 */
export function readValidations(x: XmlScanner, extension: boolean, context: RuleContext, found: ValidationSpec[]): void {
  while (x.child()) {
    const { type = 'none', operator = 'between', ...notes } = notesOf(x)
    let list = x.attribute(AREAS)
    const written: string[] = []
    while (x.child()) {
      const at = x.is(FORMULA_1) ? 0 : x.is(FORMULA_2) ? 1 : -1
      if (at >= 0) written[at] = formulaIn(x, extension)
      else if (x.is(AREAS)) {
        x.leaf()
        list = x.text()
      } else x.skip()
    }
    const formulas = Array.from(written, (formula) => formula ?? '')
    const areas = areasOf(list, context.sheet, context.budget)
    // Without a formula, or with one that Excel would not take, anything is allowed.
    const ruled = type !== 'none' && formulas.length > 0 && !formulas.includes('') && formulas.every((formula) => formula.length <= LONGEST_FORMULA)
    if (!ruled && !notes.prompt) continue
    for (const area of areas) {
      context.budget.spend(areas.length > 1 ? Math.ceil(formulas.join('').length / 16) : 0, context.sheet)
      const own = formulas.map((formula) => formulaFor(area, formula, areas[0] as Area))
      const rule = ruled ? ruleOf(type, operator, own, area, context.from1904) : { kind: 'any' as const }
      found.push({ area, rule, ...(notes.prompt && { prompt: notes.prompt }), ...(notes.error && ruled && { error: notes.error }) })
    }
  }
}

/** A formula that is missing is empty. */
function formulaIn(x: XmlScanner, extension: boolean): string {
  if (!extension) {
    x.leaf()
    return shownFormula(unescape(x.text()))
  }
  let formula = ''
  while (x.child()) {
    if (!x.is(FORMULA)) {
      x.skip()
      continue
    }
    x.leaf()
    formula = shownFormula(unescape(x.text()))
  }
  return formula
}

const KINDS: Readonly<Record<string, FileBounds['kind']>> = { whole: 'whole', decimal: 'decimal', date: 'date', textLength: 'length', time: 'decimal' }

/** A time is a part of a day, and so a number like another. */
function ruleOf(type: string, operator: string, formulas: readonly string[], first: Area, from1904: boolean): ValidationSpec['rule'] {
  const [formula = ''] = formulas
  if (type === 'list') return { kind: 'list', source: formula }
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  return kind ? boundRule({ kind, operator, formulas }, first, from1904) : { kind: 'custom', formula }
}

interface Notes {
  readonly type?: string
  readonly operator?: string
  readonly prompt?: ValidationSpec['prompt']
  readonly error?: ValidationSpec['error']
}

/**
 * What is said, and when. A rule whose error is not shown lets everything pass: it is told as `information`, the nearest
 * there is.
 */
function notesOf(x: XmlScanner): Notes {
  const said = (name: Uint8Array) => unescape(x.attribute(name) ?? '')
  const prompt = { title: said(PROMPT_TITLE), text: said(PROMPT) }
  const error = { title: said(ERROR_TITLE), text: said(ERROR) }
  const written = x.attribute(ERROR_STYLE)
  const style = !x.flag(SHOW_ERROR) ? 'information' : written === 'warning' || written === 'information' ? written : undefined
  return {
    type: x.attribute(TYPE),
    operator: x.attribute(OPERATOR),
    ...(x.flag(SHOW_PROMPT) && { prompt }),
    ...((style || error.title !== '' || error.text !== '') && { error: { ...error, ...(style && { style }) } }),
  }
}
