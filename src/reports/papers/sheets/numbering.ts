/** Numbers that Word writes before paragraphs by itself, and that are in no paragraph's text. */
import { elements, parseMarkup, value, within, type Element } from './markup'

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Counts as it is asked: once for each numbered paragraph, in their order. */
export class Numbering {
  private readonly levels = new Map<string, readonly Element[]>()
  private readonly counts = new Map<string, number[]>()

  constructor(part: string | undefined) {
    const root = part === undefined ? undefined : parseMarkup(part)
    const abstract = new Map(elements(root, 'w:abstractNum').map((one) => [value(one, 'abstractNumId') ?? '', elements(one, 'w:lvl')]))
    for (const num of elements(root, 'w:num')) this.levels.set(value(num, 'numId') ?? '', abstract.get(value(within(num, 'w:abstractNumId')) ?? '') ?? [])
  }

  /** What stands before the paragraph; empty: it is not numbered. @param properties its `w:pPr`, or that of its style */
  next(properties: Element | undefined): string {
    const numbering = within(properties, 'w:numPr')
    const id = value(within(numbering, 'w:numId')) ?? '0'
    const level = Number(value(within(numbering, 'w:ilvl')) ?? 0)
    const levels = this.levels.get(id)
    const own = levels?.find((one) => value(one, 'ilvl') === String(level))
    if (!levels || !own) return ''
    const counts = this.counts.get(id) ?? []
    this.counts.set(id, counts)
    const startOf = (n: number) => Number(value(within(levels.find((one) => value(one, 'ilvl') === String(n)), 'w:start')) ?? 1)
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1
    counts.length = level + 1
    const written = value(within(own, 'w:lvlText')) ?? ''
    if (value(within(own, 'w:numFmt')) === 'bullet') return /[\ue000-\uf8ff]/u.test(written) || written === '' ? '•' : written
    return written.replace(/%(\d)/g, (_, n: string) => {
      const at = Number(n) - 1
      return inWords(counts[at] ?? startOf(at), value(within(levels.find((one) => value(one, 'ilvl') === String(at)), 'w:numFmt')) ?? 'decimal')
    })
  }
}

/** Formats that letters are numbered by; others are written in digits. */
function inWords(n: number, format: string): string {
  if (/^(chinese|ideograph|taiwanese|japaneseCounting)/.test(format) && n > 0 && n < 100) {
    const [tens, ones] = [Math.floor(n / 10), n % 10]
    return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${ones === 0 ? '' : DIGITS[ones]}`
  }
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((n - 1) % 26))
    return format === 'lowerLetter' ? letter : letter.toUpperCase()
  }
  return String(n)
}
