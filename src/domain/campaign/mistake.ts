/**
 * A mistake in a definition. It is data: `messages/definition.ts` has its words under `code`
 * (what is wrong) and `code.fix` (how to put it right), with `params` filled in.
 */
import type { Say } from '../text'

export interface Mistake {
  readonly file: string
  /** 1-based; 0 when the definition did not come from a text (out of a workbook). */
  readonly line: number
  readonly column: number
  /** Keys from the top of the definition: `measures.study-hours.value`. */
  readonly path: string
  /** `definition/…` or `expression/…`; stable. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** The expression in which the mistake is. */
  readonly expression?: string
  /** 0-based offset into `expression`. */
  readonly caret?: number
}

export type Path = readonly (string | number)[]

/** Mistakes as the checks find them, before they are given a place in a file. */
export interface RawMistake {
  readonly path: Path
  /** True: the key itself is wrong rather than its value. */
  readonly key?: boolean
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly expression?: string
  readonly caret?: number
}

/** Collects all mistakes; nothing stops at the first. */
export class MistakeLog {
  readonly found: RawMistake[] = []

  add(path: Path, code: string, params: RawMistake['params'] = {}, more: Pick<RawMistake, 'key' | 'expression' | 'caret'> = {}): void {
    this.found.push({ path, code, params, ...more })
  }
}

/**
 * What is wrong and how to put it right, in the reader's language; a similar name is offered where
 * there is one (`params.near`).
 */
export function describeMistake(mistake: Mistake, say: Say): { readonly what: string; readonly fix: string } {
  const near = mistake.params.near
  const hint = near === undefined || near === '' ? '' : say('definition/near', { near })
  return { what: say(mistake.code, mistake.params) + hint, fix: say(`${mistake.code}.fix`, mistake.params) }
}

/** The expression with a caret under the mistake: two lines; undefined when the mistake is in no expression. */
export function pointAt(mistake: Mistake): string | undefined {
  if (mistake.expression === undefined || mistake.caret === undefined) return undefined
  const start = mistake.expression.lastIndexOf('\n', mistake.caret - 1) + 1
  const end = mistake.expression.indexOf('\n', mistake.caret)
  const line = mistake.expression.slice(start, end < 0 ? undefined : end)
  return `${line}\n${' '.repeat(mistake.caret - start)}^`
}
