/** Chinese numerals as people write small amounts: 八, 十二, 一百零五, 两千, 3万, 1.2万, 〇. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Characters that a numeral in words is made of, for telling it from a unit behind it. */
export const NUMERAL_WORDS = Object.keys({ ...DIGITS, ...TENS, ...MYRIADS }).join('')

/** The multiplier that a measure word stands for (`万` → 10,000); undefined when it is none. */
export function multiplierOf(word: string): number | undefined {
  return MYRIADS[word] ?? (word === '千' || word === '百' ? TENS[word] : undefined)
}

/**
 * A whole number in words. Undefined when it is none, also for what two people would read
 * differently: 一二 (12, or one or two), 三四十, 一百五 (150 or 105).
 */
export function numeralOf(words: string): number | undefined {
  const [, myriads, rest] = /^(?:(.+)万)?(.*)$/u.exec(words) as unknown as [string, string | undefined, string]
  if (myriads === undefined) return belowMyriad(rest)
  const high = belowMyriad(myriads)
  if (high === undefined) return undefined
  if (rest === '') return high * 1e4
  const low = belowMyriad(rest.replace(/^零/, ''))
  // 一万二 leaves open whether 12,000 or 10,002 is meant.
  return low === undefined || (low < 1000 && !rest.startsWith('零')) ? undefined : high * 1e4 + low
}

function belowMyriad(words: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let last = Infinity
  let sawZero = false
  for (const character of words) {
    const unit = TENS[character]
    if (unit !== undefined) {
      if (unit >= last || (digit === undefined && (unit !== 10 || total > 0)) || digit === 0) return undefined
      total += (digit ?? 1) * unit
      last = unit
      digit = undefined
      sawZero = false
      continue
    }
    const value = DIGITS[character]
    if (value === undefined || digit !== undefined) return undefined
    if (value === 0 && words.length > 1) {
      if (last === Infinity || sawZero) return undefined
      sawZero = true
      continue
    }
    digit = value
  }
  if (digit === undefined) return total > 0 && !sawZero ? total : undefined
  if (last > 10 && last !== Infinity && !sawZero) return undefined
  return total + digit
}
