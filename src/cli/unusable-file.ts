/** A file that cannot be used, in words. */
import type { Say } from '../domain/text'

export interface UnusableFile {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly message: string
  readonly fix: string
}

/** Thrown for a workbook that reads well and yet cannot be checked: it brings no usable definition. `code` has words and `.fix`. */
export class NoDefinition extends Error {
  readonly code: 'check/no-definition' | 'check/damaged-definition' | 'check/mistaken-definition'
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: NoDefinition['code'], params: NoDefinition['params'] = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** What is wrong with a file and what to do; undefined for an error that is not about the file. */
export function fileTroubleText(error: unknown, say: Say): UnusableFile | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !/^(file|patch|check|office|paper|hand-up)\//.test(error.code)) return undefined
  const params = 'params' in error ? (error.params as UnusableFile['params']) : {}
  return { code: error.code, params, message: say(error.code, params), fix: say(`${error.code}.fix`, params) }
}
