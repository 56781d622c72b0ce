/** What compiling the parts of a definition shares. */
import { compile, constant, ExpressionFailure, NUMBER } from './expression'
import type { Scopes } from './environment'
import type { Compiling, Expression, Result, Variables } from './expression'
import type { Path } from './mistake'
import type { Definition } from './schema'

export interface Workshop extends Compiling {
  readonly definition: Definition
  readonly scopes: Scopes
  readonly fixed: Variables
  /** Settings that scores depend on, gathered on the way. */
  readonly scoring: Set<string>
}

/** A number that is the same for everybody, worked out now. 0 when it is wrong (a mistake is logged). */
export function fixedNumber(quantity: number | string, path: Path, shop: Workshop): number {
  return fixedValue(quantity, NUMBER, path, shop) ?? 0
}

/** A quantity that is the same for everybody, worked out; undefined after a mistake has been logged. */
export function fixedValue<T>(quantity: number | string, result: Result<T>, path: Path, shop: Workshop): T | undefined {
  const expression = typeof quantity === 'number' ? constant(result.convert(quantity)) : compile(quantity, shop.scopes.fixed, result, path, shop)
  return expression && workedOut(expression, path, shop)
}

/** The value of an expression over fixed variables; undefined when it has none (a mistake is logged). */
export function workedOut<T>(expression: Expression<T>, path: Path, shop: Workshop): T | undefined {
  try {
    return expression.evaluate(shop.fixed)
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error
    shop.log.add(path, 'expression/no-result', { summary: error.message }, { expression: expression.source, caret: 0 })
    return undefined
  }
}

/** Remembers that scores depend on the settings an expression uses. */
export function noteSettings<E extends Expression<unknown> | undefined>(expression: E, shop: Workshop): E {
  for (const setting of expression?.uses.settings ?? []) shop.scoring.add(setting)
  return expression
}
