/** A group's measure that only gives a unit's score something to go by, beside one that the group owes. */
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import { weekly } from '../../support/weekly-campaign'
import { sheets } from './sheet-return'

const said = (asOf: string) => {
  const ret = sheets(
    weekly,
    {
      supervisedUnits: `
        | name | id |
        | 一中 | u1 |
        | 二中 | u2 |`,
      assessment: `
        | of   | score |
        | 一中 | 100   |
        | 二中 | 55    |`,
    },
    { kind: 'group' },
  )
  const { measures, findings } = evaluate(weekly, ret, asOf)
  return { measures: measures.map(({ measure, subject, status }) => `${measure} ${subject} ${status}`), findings: findings.map(({ code }) => code) }
}

it.each([
  ['on the last day of the campaign', weekly.calendar.end, 'in-progress', []],
  ['after it', '2099-01-01', 'shortfall', ['requirement/assessed']],
])('a low assessment is no shortfall of anybody, %s', (_, asOf, assessed, findings) => {
  expect(said(asOf)).toEqual({ measures: ['assessment 一中 met', 'assessment 二中 in-progress', 'assessed 一中 met', `assessed 二中 ${assessed}`], findings })
})
