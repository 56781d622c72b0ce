/**
 * Yes and no, as offices tick them. A cross is a no; a letter x may be a tick elsewhere, so
 * reading it as no is said (`cell/doubtful-no`).
 */
import type { Language } from '../../text'
import { fold } from '../normalise'
import { read, unreadable, type Codec } from './decoded'

const YES = new Set(['是', '有', '对', '√', '✓', '✔', '☑', '✅', 'y', 'yes', 'true', 't', '1', '已', '完成', '已完成', '合格'])
const NO = new Set(['否', '无', '没有', '不是', '×', '✗', '✘', '☒', '❌', 'n', 'no', 'false', 'f', '0', '未', '未完成', '不合格'])

/** What a yes or no is written as, and what the drop-down offers. */
export const YES_NO = { zh: { yes: '是', no: '否' }, en: { yes: 'Yes', no: 'No' } } as const

export function yesNoCodec(language: Language): Codec<boolean> {
  const { yes, no } = YES_NO[language]
  return {
    encode: (value) => (value ? yes : no),
    decode: ({ value }) => {
      if (typeof value === 'boolean') return read(value)
      // A variation selector follows ticks typed on a phone.
      const text = fold(String(value)).replace(/[\uFE0E\uFE0F]/g, '')
      if (YES.has(text)) return read(true)
      if (NO.has(text)) return read(false)
      if (text === 'x') return read(false, { code: 'cell/doubtful-no', expected: no })
      return unreadable('cell/not-yes-no', language === 'zh' ? `${yes}、${no}` : `${yes}, ${no}`)
    },
  }
}
