/** Measures, compiled and put in the order in which they can be worked out. */
import { suggestion } from './check-forms'
import { noteSettings } from './workshop'
import { compile, constant, DATE, NUMBER, TRUTH } from './expression'
import { measureSubject } from './subject'
import type { CompiledMeasure } from './campaign'
import type { Workshop } from './workshop'
import type { Expression, Result } from './expression'
import type { Path } from './mistake'
import type { MeasureDefinition } from './schema'

export function compileMeasures(shop: Workshop): readonly CompiledMeasure[] {
  const compiled = new Map<string, CompiledMeasure>()
  for (const [id, measure] of Object.entries(shop.definition.measures)) {
    const made = compileMeasure(id, measure, shop)
    if (made) compiled.set(id, made)
  }
  for (const measure of compiled.values()) checkAsked(measure, shop)
  return inOrder(compiled, shop)
}

function compileMeasure(id: string, definition: MeasureDefinition, shop: Workshop): CompiledMeasure | undefined {
  const subject = measureSubject(shop.definition, definition.of)
  if (!subject) return undefined
  const scope = subject.form === undefined ? shop.scopes.ofKind(subject.in) : shop.scopes.ofRow(subject.form)
  const part = <T>(name: 'applies' | 'value' | 'target' | 'zeroAt' | 'start' | 'due', result: Result<T>): Expression<T> | undefined => {
    const source = definition[name]
    if (source === undefined) return undefined
    if (typeof source === 'number') return constant(result.convert(source))
    return noteSettings(compile(source, scope, result, ['measures', id, name], shop), shop)
  }
  const [applies, value, target, zeroAt] = [part('applies', TRUTH), part('value', NUMBER), part('target', NUMBER), part('zeroAt', NUMBER)]
  const [start, due] = [part('start', DATE), part('due', DATE)]
  if (!value || !target) return undefined
  return {
    id,
    definition,
    in: subject.in,
    subject: subject.form === undefined ? { kind: 'whole' } : { kind: 'rows', form: subject.form },
    value,
    target,
    ...(applies ? { applies } : {}),
    ...(zeroAt ? { zeroAt } : {}),
    ...(start ? { start } : {}),
    ...(due ? { due } : {}),
  }
}

/** The measures that a measure asks for have to exist, in the same workbook, and to be of rows where they are counted. */
function checkAsked(measure: CompiledMeasure, shop: Workshop): void {
  const { definition, log } = shop
  for (const { name, asked, caret, path, source } of asksOf(measure)) {
    const more = { expression: source, caret }
    const other = Object.hasOwn(definition.measures, asked) ? definition.measures[asked] : undefined
    const subject = other && measureSubject(definition, other.of)
    if (measure.subject.kind === 'rows') log.add(path, 'expression/outcome-in-row', { name: asked }, more)
    else if (!other) log.add(path, 'definition/unknown-measure', suggestion(asked, Object.keys(definition.measures)), more)
    else if (subject?.in !== measure.in) log.add(path, 'expression/outcome-elsewhere', { name: asked }, more)
    else if (subject.form === undefined && new RegExp(`short\\(\\s*["']${asked}["']`).test(source)) log.add(path, 'expression/short-of-whole', { name: asked, by: name }, more)
  }
}

interface Ask {
  readonly name: string
  readonly asked: string
  readonly caret: number
  readonly path: Path
  readonly source: string
}

function asksOf(measure: CompiledMeasure): Ask[] {
  const parts = ['applies', 'value', 'target', 'zeroAt', 'start', 'due'] as const
  return parts.flatMap((part) => {
    const expression = measure[part]
    return (expression?.uses.measures ?? []).map(({ measure: asked, caret }) => ({ name: measure.id, asked, caret, path: ['measures', measure.id, part], source: expression?.source ?? '' }))
  })
}

/** Those asked for first. A measure that ends up asking for itself is a mistake. */
function inOrder(measures: ReadonlyMap<string, CompiledMeasure>, shop: Workshop): readonly CompiledMeasure[] {
  const ordered: CompiledMeasure[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (measure: CompiledMeasure, trail: readonly string[]): void => {
    if (state.get(measure.id) === 'done') return
    state.set(measure.id, 'open')
    for (const { asked, path, source, caret } of asksOf(measure)) {
      const other = measures.get(asked)
      if (other && state.get(asked) === 'open') shop.log.add(path, 'expression/measure-cycle', { name: measure.id, cycle: [...trail.slice(trail.indexOf(asked)), measure.id, asked].join(' → ') }, { expression: source, caret })
      else if (other) visit(other, [...trail, measure.id])
    }
    state.set(measure.id, 'done')
    ordered.push(measure)
  }
  for (const measure of measures.values()) visit(measure, [])
  return ordered
}
