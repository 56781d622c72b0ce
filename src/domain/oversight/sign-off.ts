/**
 * What a supervision group's return says, on a unit's row, of the unit's way to the next stage: result of the assessment,
 * who signed, and when. A definition does not mark them; what its transfer asks for, and the cells that is read from, tell:
 *
 * | among what the transfer asks of the group's return | is                                                             |
 * | a measure at a total                               | the assessment: its value, and the target that is the pass mark |
 * | a measure at a date                                | the sign-off, and the date it bears                             |
 * | the one column of short text beside that date      | who signed; with several such columns it is not known           |
 */
import { fieldAt } from '../campaign/field-at'
import type { Campaign } from '../campaign/campaign'
import type { FieldDefinition } from '../campaign/schema'
import type { MeasureResult } from '../evaluation/evaluation'
import type { FormRecord, IsoDate, Return } from '../returns/return'

/** A measure that the transfer asks for, with the cell it is read from. */
interface Asked {
  /** Id of the requirement. */
  readonly requirement: string
  readonly measure: string
  readonly form: string
  readonly field: string
}

export interface Assessment {
  readonly requirement: string
  readonly value: number
  readonly passMark: number
}

export interface SignOff {
  readonly requirement: string
  readonly on?: IsoDate
  readonly by?: string
}

/** Undefined: the definition has none, or the group has not scored the unit yet. @param results of the group's return on the unit's row */
export function assessmentOf(campaign: Campaign, results: readonly MeasureResult[]): Assessment | undefined {
  const asked = askedAt(campaign, 'total')
  const result = asked && results.find(({ measure }) => measure === asked.measure)
  // The total of blanks is 0: nobody has assessed anything then.
  if (!asked || !result || result.status === 'undetermined' || result.value === 0) return undefined
  return { requirement: asked.requirement, value: result.value, passMark: result.target }
}

/** Undefined: the definition has no such thing, or the row says nothing of it. @param label how the group's roster names the unit */
export function signOffOf(campaign: Campaign, group: Return, label: string): SignOff | undefined {
  const asked = askedAt(campaign, 'date')
  const record = asked && rowFor(campaign, group, asked.form, label)
  if (!asked || !record) return undefined
  const on = record.values[asked.field]
  const by = record.values[signerField(campaign, asked.form) ?? '']
  const said = { ...(typeof on === 'string' && on !== '' && { on }), ...(typeof by === 'string' && by.trim() !== '' && { by: by.trim() }) }
  return Object.keys(said).length === 0 ? undefined : { requirement: asked.requirement, ...said }
}

function askedAt({ definition }: Campaign, type: FieldDefinition['type']): Asked | undefined {
  for (const [requirement, { measure }] of Object.entries(definition.transfer?.requirements ?? {})) {
    const at = measure === undefined ? undefined : definition.measures[measure]?.at
    if (measure === undefined || at === undefined) continue
    const [form = '', ...path] = at.split('.')
    const found = definition.forms[form]
    if (found?.in === 'group' && fieldAt(found, path.join('.'))?.type === type) return { requirement, measure, form, field: path.join('.') }
  }
  return undefined
}

function signerField({ definition }: Campaign, form: string): string | undefined {
  const texts = Object.entries(definition.forms[form]?.fields ?? {}).filter(([, field]) => field.type === 'text' && !field.long)
  return texts.length === 1 ? texts[0]?.[0] : undefined
}

/** The row of a form that belongs to a row of the roster it goes with, or is that row. */
function rowFor({ definition }: Campaign, group: Return, form: string, label: string): FormRecord | undefined {
  const found = definition.forms[form]
  if (found?.shape !== 'companion' || found.of === undefined) return group.records[form]?.find((record) => record.accepted && record.label === label)
  const roster = group.records[found.of]?.find((record) => record.accepted && record.label.trim() === label.trim())
  return roster && group.records[form]?.find((record) => record.accepted && record.rosterRow === roster.row)
}
