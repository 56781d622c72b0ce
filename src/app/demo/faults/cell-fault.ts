/** What somebody types into a cell so that a check has something to say: one entry for each cell code. */
import { unitName, unitNames } from '../../../domain/campaign/amount'
import { addDays } from '../days'
import { serialOf } from '../../../domain/returns/serial'
import type { CellCode } from '../../../domain/returns/codes'
import type { Definition, PlainField } from '../../../domain/campaign/schema'
import type { Language } from '../../../domain/text'
import type { DraftValue } from '../draft'
import { typed } from '../typed-cells'
import type { TypedValue } from '../typed-cells'

/** The cell that was in order, and what is around it. */
export interface Occasion {
  readonly definition: Definition
  readonly language: Language
  readonly field: PlainField
  /** What stood there. */
  readonly value: DraftValue
  /** What other rows of the form have in this field. */
  others(): readonly DraftValue[]
  /** Names on the roster that a reference points at. */
  readonly names: readonly string[]
}

/** Undefined: the field gives no occasion for this fault. */
type Fault = (occasion: Occasion) => TypedValue | undefined
type FieldOf<T extends PlainField['type']> = PlainField & { readonly type: T }
type NumberField = FieldOf<'number' | 'integer' | 'percent'>

export const CELL_FAULTS: Readonly<Record<CellCode, Fault>> = {
  'cell/required': ({ field }) => (field.required ? { value: null } : undefined),
  'cell/duplicate': ({ field, value, definition, language, names, ...occasion }) => {
    const other = field.unique ? occasion.others().find((one) => one !== null && one !== value) : undefined
    return other === undefined ? undefined : typed(other, field, { definition, language, labels: names })
  },
  'cell/error-value': () => ({ value: '#N/A', error: true }),

  'cell/too-long': of(['text'], (field, { language }) => (field.maxLength ? { value: long(field.maxLength + 5, language) } : undefined)),
  'cell/hidden-characters': of(['text'], (_, { value }) => (typeof value === 'string' && value.length > 1 ? { value: `${value.slice(0, 1)}\u200b${value.slice(1)}` } : undefined)),
  'cell/number-in-text': of(['text'], (_, { definition }) => ({ value: serialOf(definition.calendar.start), format: 'yyyy-mm-dd' })),
  'cell/pattern': of(['code'], (field) => (field.pattern ? { value: 'A?' } : undefined)),
  'cell/digits-lost': of(['code'], () => ({ value: '4.30422E+17' })),

  'cell/not-a-number': ofNumber((_, { language }) => ({ value: { zh: '若干', en: 'some' }[language] })),
  'cell/ambiguous-number': ofNumber(() => ({ value: '8,5' })),
  'cell/other-unit': ofNumber((field, { definition, language }) => {
    const own = field.unit ? unitNames(definition, field.unit) : []
    // A unit told apart at its first letter: `h` stands for `hours` as well.
    const other = Object.values(definition.units).find((unit) => !own.some((word) => word === unit.zh || word.charAt(0) === unit.en.charAt(0)) && !/[%个]/.test(unit[language]))
    return own.length > 0 && other ? { value: `3${other[language].split('|').at(-1)}` } : undefined
  }),
  'cell/date-in-number': ofNumber((_, { definition }) => ({ value: serialOf(definition.calendar.start), format: 'yyyy-mm-dd' })),
  'cell/text-number': ofNumber((field, { value }) => (field.type !== 'percent' && typeof value === 'number' ? { value: fullWidth(String(value)) } : undefined)),
  'cell/number-with-unit': ofNumber((field, { value, definition, language }) => {
    const unit = field.unit ? unitName(definition, field.unit, language) : '个'
    return field.type !== 'percent' && typeof value === 'number' && unit && unit !== '%' ? { value: `${value}${unit}` } : undefined
  }),
  'cell/number-in-words': ofNumber((field, { value }) => {
    const words = typeof value === 'number' ? inWords(value) : undefined
    return field.type !== 'percent' && words ? { value: words } : undefined
  }),
  'cell/percent-without-sign': of(['percent'], (_, { value }) => (typeof value === 'number' && value > 0.01 ? { value: String(Math.round(value * 100)) } : undefined)),
  'cell/not-whole': of(['integer'], (_, { value }) => (typeof value === 'number' ? { value: value + 0.5 } : undefined)),
  'cell/below-minimum': ofNumber((field) => (typeof field.min === 'number' ? { value: field.min - 1 } : undefined)),
  'cell/above-maximum': ofNumber((field) => (typeof field.max === 'number' ? { value: field.max + 1 } : undefined)),

  'cell/not-a-date': of(['date'], (_, { language }) => ({ value: { zh: '待定', en: 'to be agreed' }[language] })),
  'cell/ambiguous-date': of(['date'], (_, { definition }) => ({ value: `3/4/${definition.calendar.start.slice(0, 4)}` })),
  'cell/text-date': of(['date'], (_, { value }) => ofDate(value, (year, month, day) => `${year}.${month}.${day}`)),
  'cell/number-as-date': of(['date'], (_, { value }) => (typeof value === 'string' ? { value: serialOf(value), format: 'General' } : undefined)),
  'cell/date-without-year': of(['date'], (_, { value, language }) => ofDate(value, (_year, month, day) => ({ zh: `${month}月${day}日`, en: `${day} ${MONTHS[month - 1]}` })[language])),
  'cell/too-early': of(['date'], (field, { definition }) => (field.min ? { value: serialOf(addDays(definition.calendar.start, -400)) } : undefined)),
  'cell/too-late': of(['date'], (field, { definition }) => (field.max ? { value: serialOf(addDays(definition.calendar.start, 800)) } : undefined)),
  'cell/unusual-date': of(['date'], (field, { definition }) => (field.min || field.max ? undefined : { value: serialOf(addDays(definition.calendar.start, -36_500)) })),

  'cell/not-yes-no': of(['yesNo'], (_, { language }) => ({ value: { zh: '不清楚', en: 'unclear' }[language] })),
  'cell/doubtful-no': of(['yesNo'], () => ({ value: 'x' })),
  'cell/not-in-list': of(['choice'], (_, { language }) => ({ value: { zh: '以上都不算', en: 'none of the above' }[language] })),
  'cell/near-list': of(['choice'], (field, { definition, language }) => {
    const items = Object.values(definition.lists[field.list]?.items ?? {}).map((item) => item[language])
    // A letter left out in the middle of a word that is like no other.
    const item = items.find((one) => one.length >= 4 && items.every((other) => other === one || alike(other, one) < one.length / 2))
    return item ? { value: item.slice(0, 2) + item.slice(3) } : undefined
  }),
  'cell/unknown-reference': of(['reference'], (_, { language }) => ({ value: { zh: '查无此人', en: 'Zzyzx Qwerty' }[language] })),
  'cell/near-reference': of(['reference'], (_, { names }) => {
    const name = names.find((one) => one.length >= 3 && names.filter((other) => alike(other, one) >= one.length - 2).length === 1)
    return name ? { value: `${name.slice(0, -1)}${name.endsWith('z') ? 'x' : /[a-z]$/.test(name) ? 'z' : '犇'}` } : undefined
  }),
  'cell/ambiguous-reference': of(['reference'], (_, { names }) => {
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    return twice ? { value: twice } : undefined
  }),
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function of<T extends PlainField['type']>(types: readonly T[], make: (field: FieldOf<T>, occasion: Occasion) => TypedValue | undefined): Fault {
  return (occasion) => ((types as readonly string[]).includes(occasion.field.type) ? make(occasion.field as FieldOf<T>, occasion) : undefined)
}

function ofNumber(make: (field: NumberField, occasion: Occasion) => TypedValue | undefined): Fault {
  return (occasion) => {
    const { field } = occasion
    return field.type === 'number' || field.type === 'integer' || field.type === 'percent' ? make(field, occasion) : undefined
  }
}

function ofDate(value: DraftValue, write: (year: number, month: number, day: number) => string): TypedValue | undefined {
  if (typeof value !== 'string') return undefined
  const [year, month, day] = value.split('-').map(Number) as [number, number, number]
  return { value: write(year, month, day) }
}

function long(length: number, language: Language): string {
  const sentence = { zh: '组织学习并结合实际开展讨论', en: 'and so on and so forth ' }[language]
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length - 1) + { zh: '。', en: '.' }[language]
}

/** `12.5` → `１２．５`, as a Chinese input method types it. */
function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
}

/** Whole numbers below a hundred in words: `十二`, `四十`. */
function inWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined
  const words = ['', ...'一二三四五六七八九']
  const tens = Math.floor(value / 10)
  return (tens > 1 ? words[tens] : '') + (tens > 0 ? '十' : '') + words[value % 10]
}

/** In how many places two words of the same length agree. */
function alike(one: string, other: string): number {
  return one.length === other.length ? [...one].filter((character, index) => character === other[index]).length : 0
}
