/**
 * What went wrong, as the pane shows it: a code of the catalogue (`<code>` says what, `<code>.fix`
 * what to do) with its parameters.
 */
import type { Say } from '../../domain/text'

export interface Trouble {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Errors that say what happened in a code with words: of the host, a file, a change, a definition, the office workbook. */
const WORDED = /^(host|file|patch|check|office|pane|workbench)\//

/** An error that brings no words of its own is a fault of the program: `pane/bug`, with its message as `reason`. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && WORDED.test(error.code)) {
    return { code: error.code, params: 'params' in error ? (error.params as Trouble['params']) : {} }
  }
  return { code: 'pane/bug', params: { reason: error instanceof Error ? error.message : String(error) } }
}

/** The trouble in words. A code that has none (a newer adapter's, say) is told as a fault with that code, not thrown. */
export function troubleText(trouble: Trouble, say: Say): { readonly what: string; readonly fix: string } {
  try {
    return { what: say(trouble.code, trouble.params), fix: say(`${trouble.code}.fix`, trouble.params) }
  } catch {
    return { what: say('pane/bug', { reason: trouble.code }), fix: say('pane/bug.fix') }
  }
}
