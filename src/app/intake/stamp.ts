import type { Seal } from '../../domain/returns/return'

export interface Stamp {
  /** ISO local date and time; empty: unknown, and older than any other. */
  readonly at: string
  readonly sealed: 'intact' | 'edited' | 'ahead' | 'none'
}

/**
 * When a file's content was settled: what "newest" means. Never the order of a folder.
 *
 * | seal of a check          | content as sealed | file's modified time | stamp                    |
 * | yes                      | yes               | any                  | the seal's time          |
 * | yes                      | no (edited since) | known                | the later of the two     |
 * | yes                      | no (edited since) | unknown              | the seal's time          |
 * | time lies in the future  | any               | any                  | modified time: the clock that sealed it is wrong |
 * | none, or not a time      | –                 | any                  | modified time            |
 *
 * The seal comes first because copying, unpacking and mailing a file change its modified time, and
 * leave the seal alone. Seals and modified times may come from different clocks; nothing better is at hand.
 */
export function stampOf(seal: Seal | undefined, content: string, modified: string | undefined, now: string): Stamp {
  const file = time(modified)
  const sealed = time(seal?.at)
  if (!seal || sealed === '') return { at: file, sealed: 'none' }
  if (sealed > time(now)) return { at: file, sealed: 'ahead' }
  if (seal.content === content) return { at: sealed, sealed: 'intact' }
  return { at: file > sealed ? file : sealed, sealed: 'edited' }
}

/** To the second, without zone, so that stamps compare as text; empty for anything else. */
function time(text: string | undefined): string {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?/.test(text ?? '') ? `${(text as string).slice(0, 16).replace(' ', 'T')}:${(text as string).slice(17, 19) || '00'}` : ''
}
