/** Where a command speaks: results to `out`, progress and trouble to `err`. */
import type { Language, Say } from '../domain/text'

export interface Terminal {
  readonly language: Language
  readonly say: Say
  out(line: string): void
  err(line: string): void
  /** Overwrites one status line on a terminal; silent when stderr is a file or `--json` asked for quiet data. */
  status(line: string): void
}

/**
 * Language of the messages: `--lang`, then `MUSTER_LANG`, then an English locale; Chinese otherwise,
 * because that is what most users read.
 */
export function languageOf(option: string | undefined, environment: Readonly<Record<string, string | undefined>>): Language | undefined {
  const asked = option ?? environment['MUSTER_LANG']
  if (asked) return /^zh/i.test(asked) ? 'zh' : /^en/i.test(asked) ? 'en' : undefined
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^en/i.test(locale) ? 'en' : 'zh'
}
