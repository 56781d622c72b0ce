/**
 * The help a cell gives while it is filled in: a prompt, a drop-down, a limit.
 *
 * Numbers, dates and lengths warn and let the entry stand: reading repairs full-width digits,
 * `2005.2.21`, `40小时` and the like, and text that was pasted must not be lost to a message
 * box. Yes/no warns too, because √ and ✓ are understood. Only a list refuses: an entry that is
 * not on it can never be read as one, and the right ones are a click away.
 */
import type { Limits } from '../../domain/campaign/campaign'
import type { PlainField } from '../../domain/campaign/schema'
import type { ColumnLayout } from '../../domain/returns/layout'
import { serialOf } from '../../domain/returns/serial'
import type { Area } from '../../workbook/model'
import type { ValidationSpec } from '../../workbook/spec'
import { YES_NO, listName, pickName } from './list-names'
import { sentences, type Making } from './making'
import { repeatedPath } from './paths'

/** Excel's limits on the texts of a validation. */
const TITLE = 32
const TEXT = 255
/** Any number is within it: without a limit of its own a number cell still asks for a number. */
const ANY_NUMBER = 1e12
const FIRST_DAY = 1

/** What Excel lets into a column's cells and says beside them; undefined: it has nothing to say. */
export function fieldValidation(making: Making, form: string, { field, heading, path }: ColumnLayout, area: Area): ValidationSpec | undefined {
  if (field.type === 'total') return undefined
  const limit = limitOf(making, field, making.campaign.limits(form, repeatedPath(path)))
  const prompt = promptText(making, field, limit.asks)
  if (!prompt && limit.rule.kind === 'any') return undefined
  return {
    area,
    rule: limit.rule,
    ...(prompt && { prompt: { title: clip(heading, TITLE), text: clip(prompt, TEXT) } }),
    ...(limit.wrong && { error: { title: clip(heading, TITLE), text: clip(limit.wrong, TEXT), style: limit.rule.kind === 'list' && field.type !== 'yesNo' ? 'stop' as const : 'warning' as const } }),
  }
}

/** What a cell takes, in a sentence: the hint, the limits and the unit, or at least the kind of entry. */
export function fieldAsks(making: Making, form: string, { field, path }: ColumnLayout): string {
  if (field.type === 'total') return making.say('sheet/asks-total')
  const { asks } = limitOf(making, field, making.campaign.limits(form, repeatedPath(path)))
  return sentences(making.language, [field.hint && making.text(field.hint), asks]) || making.say(`sheet/asks-${field.type}`)
}

interface Limit {
  readonly rule: ValidationSpec['rule']
  /** What may be entered. */
  readonly asks?: string
  /** What to do after an entry that was not. */
  readonly wrong?: string
}

function limitOf(making: Making, field: Exclude<PlainField, { type: 'total' }>, limits: Limits): Limit {
  const { say } = making
  switch (field.type) {
    case 'text':
      return field.maxLength === undefined
        ? { rule: { kind: 'any' } }
        : { rule: { kind: 'length', max: field.maxLength }, asks: say('sheet/length', { max: field.maxLength }), wrong: say('sheet/length.fix', { max: field.maxLength }) }
    case 'code':
      return { rule: { kind: 'any' } }
    case 'yesNo':
      return { rule: { kind: 'list', source: YES_NO }, wrong: say('sheet/yes-no.fix') }
    case 'choice':
      return { rule: { kind: 'list', source: listName(field.list) }, asks: say('sheet/choice'), wrong: say('sheet/choice.fix') }
    case 'reference': {
      const sheet = making.layouts.find(({ form }) => form === field.to)?.sheet ?? ''
      return { rule: { kind: 'list', source: pickName(field.to) }, asks: say('sheet/reference', { sheet }), wrong: say('sheet/reference.fix', { sheet }) }
    }
    case 'date':
      return dateLimit(making, limits)
    default:
      return numberLimit(making, field, limits)
  }
}

function dateLimit(making: Making, { min, max }: Limits): Limit {
  const { say, campaign } = making
  const text = (limit: Limits['min']) => (limit === undefined ? undefined : String(limit))
  const params = { range: rangeText(making, text(min), text(max)), example: campaign.calendar.start }
  return {
    rule: {
      kind: 'date',
      min: typeof min === 'string' ? serialOf(min) : FIRST_DAY,
      // Without a last day of its own, a date may lie up to a year after the campaign: later is a slip of the year.
      max: typeof max === 'string' ? serialOf(max) : serialOf(campaign.calendar.end) + 366,
    },
    asks: say('sheet/date', params),
    wrong: say('sheet/date.fix', params),
  }
}

function numberLimit(making: Making, field: PlainField & { type: 'number' | 'integer' | 'percent' }, { min, max }: Limits): Limit {
  const { say, amounts } = making
  const show = (limit: Limits['min']) => (typeof limit === 'number' ? amounts.show(limit, field.type === 'percent' ? 'percent' : undefined) : undefined)
  const params = { range: rangeText(making, show(min), show(max)), unit: field.unit && field.type !== 'percent' ? say('sheet/asks-unit', { unit: amounts.unitName(field.unit) }) : '' }
  return {
    rule: { kind: field.type === 'integer' ? 'whole' : 'decimal', min: Number(min ?? -ANY_NUMBER), max: Number(max ?? ANY_NUMBER) },
    ...((params.range || params.unit) && { asks: say(`sheet/${field.type}`, params) }),
    wrong: say(`sheet/${field.type}.fix`, params),
  }
}

/** `（0至8）`; empty when there is no limit. */
function rangeText({ say }: Making, min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return say('sheet/range', { min, max })
  if (min !== undefined) return say('sheet/range-from', { min })
  return max === undefined ? '' : say('sheet/range-to', { max })
}

/** The field's hint comes first: it is the one that fits nothing else. */
function promptText(making: Making, field: PlainField, asks: string | undefined): string {
  const needed = field.required ? making.say('sheet/required') : field.requiredWhen ? making.say('sheet/required-when') : undefined
  return sentences(making.language, [field.hint && making.text(field.hint), needed, asks])
}

/** Cuts by characters, never through one, and says that it was cut. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most - 1) break
    kept += character
  }
  return `${kept}…`
}
