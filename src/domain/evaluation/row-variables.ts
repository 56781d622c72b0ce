/** The variables that expressions see in a row and in a repetition. Worked out once a row, whatever asks for them. */
import type { Campaign } from '../campaign/campaign'
import type { Variables } from '../campaign/expression'
import type { RecordValue } from '../campaign/record-type'
import type { TypedRow } from './records'

export interface RowVariables {
  /** Those of the workbook, the row's record, for a companion the roster's, and the profile of the member it is about. */
  ofRow(form: string, row: TypedRow): Variables
  /** Those of a row in which nothing is filled in. */
  ofBlank(form: string): Variables
  /** Those of the row and one repetition of a repeat field, for each of them in order. */
  ofRepetitions(form: string, row: TypedRow, repeat: string): readonly Variables[]
}

/** `workbook`: the variables of the workbook as a whole. They are copied, not inherited: that is what engines are quick with. */
export function rowVariables(campaign: Campaign, workbook: Variables, blanks: ReadonlyMap<string, RecordValue>): RowVariables {
  const rows = new Map<TypedRow, Variables>()
  const repetitions = new Map<TypedRow, Map<string, readonly Variables[]>>()

  const withRecord = (id: string, value: RecordValue): Variables => {
    const form = campaign.form(id)
    const own: Record<string, unknown> = { ...workbook, [form.record]: value }
    const roster = form.shape === 'companion' ? form.of : form.shape === 'roster' ? id : undefined
    if (roster !== undefined) {
      const { record } = campaign.form(roster)
      const member = (roster === id ? value : value[record]) as RecordValue
      own[record] = member
      if (campaign.profiles?.roster === roster) own.profile = member.profile
    }
    return own
  }

  const ofRow = (id: string, row: TypedRow): Variables => {
    const known = rows.get(row)
    if (known) return known
    const own = withRecord(id, row.value)
    rows.set(row, own)
    return own
  }

  const ofRepetitions = (id: string, row: TypedRow, repeat: string): readonly Variables[] => {
    const known = repetitions.get(row)?.get(repeat)
    if (known) return known
    const field = campaign.form(id).fields[repeat]
    const record = field?.type === 'repeat' ? field.record : repeat
    const made = (row.value[repeat] as readonly RecordValue[]).map((repetition) => ({ ...ofRow(id, row), [record]: repetition }))
    repetitions.set(row, (repetitions.get(row) ?? new Map<string, readonly Variables[]>()).set(repeat, made))
    return made
  }
  return { ofRow, ofBlank: (id) => withRecord(id, blanks.get(id) as RecordValue), ofRepetitions }
}
