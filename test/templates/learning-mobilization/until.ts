/** What could have been written down by the end of a day: nobody enters what has not happened. */
import type { IsoDate } from '../../../src/domain/returns/return'
import type { Cells, Draft } from './draft-return'

/** Fields that date a row as a whole: a row of the future is not there yet. */
const DATING = ['on', 'from', 'foundOn', 'nominatedOn', 'receivedOn', 'heldOn', 'assessedOn', 'signedOn']
const FIRST_STUDY_DAY = Date.UTC(2005, 1, 21)

export function until(asOf: IsoDate, draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft).map(([form, sheet]) => {
      if (Array.isArray(sheet)) return [form, sheet.filter((row) => !isAhead(row, asOf)).map((row) => known(row, asOf))]
      if (form === 'basics' || form === 'lookBack') return [form, isAhead(sheet as Cells, asOf) ? {} : known(sheet as Cells, asOf)]
      return [form, Object.fromEntries(Object.entries(sheet).map(([name, row]) => [name, isAhead(row as Cells, asOf) ? {} : known(row as Cells, asOf)]))]
    }),
  )
}

const isAhead = (row: Cells, asOf: IsoDate): boolean => DATING.some((field) => String(row[field] ?? '') > asOf)

/** Without dates to come (but a deadline is a plan) and without the study days to come. */
function known(row: Cells, asOf: IsoDate): Cells {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]): [string, Cells[string]][] => {
      if (field === 'days') return [[field, (value as Cells[]).map((day, index) => (studyDay(index) > asOf ? {} : day))]]
      return field !== 'deadline' && /^\d{4}-/.test(String(value)) && String(value) > asOf ? [] : [[field, value]]
    }),
  )
}

const studyDay = (index: number): IsoDate => new Date(FIRST_STUDY_DAY + index * 86_400_000).toISOString().slice(0, 10)
