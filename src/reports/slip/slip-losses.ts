/** Where points were lost: from the measure down to the row and cell of the unit's own workbook. */
import { amountText } from '../../domain/campaign/amount'
import type { ExplainedMeasure, ExplainedRow } from '../../domain/ranking/explained-measures'
import { roundScore } from '../../domain/ranking/competition'
import { address } from '../../workbook/address'
import { pointsFormat, SLIP_STYLES as LOOK } from './slip-look'
import type { SlipPage, Span } from './slip-page'
import type { Slip, SlipWords } from './slip'

/** Rows of a measure that are listed; of the others there is a number. */
const LISTED = 15

export function lossLines(page: SlipPage, slip: Slip, words: SlipWords): void {
  const { say } = words
  page.section(say('slip/losses'))
  if (!slip.kept) return page.text(say('slip/not-kept'))
  const measures = slip.explanation.indicators.flatMap((indicator) => indicator.measures.filter(({ rows, unlisted, lost }) => rows.length > 0 || (unlisted > 0 && lost > 0)))
  if (measures.length === 0) return page.text(say('slip/no-losses'))
  const heading = (value: string, span: number): Span => ({ value, span, style: LOOK.heading })
  page.line([heading(say('slip/requirement'), 2), heading(say('slip/value'), 1), heading(say('slip/target'), 1), heading(say('slip/due'), 1), heading(say('office/where'), 2), heading(say('slip/lost'), 1)])
  for (const measure of measures) measureLines(page, measure, slip, words)
}

function measureLines(page: SlipPage, measure: ExplainedMeasure, slip: Slip, words: SlipWords): void {
  const { definition } = slip.campaign
  const { say, language } = words
  const { digits } = definition.ranking
  const title = definition.measures[measure.measure]?.title[language] ?? measure.measure
  const parts = [say('slip/met', { met: measure.met, subjects: measure.subjects }), ...(measure.waived > 0 ? [say('slip/waived', { count: measure.waived })] : []), ...(measure.undetermined > 0 ? [say('slip/undetermined', { count: measure.undetermined })] : [])]
  page.line([{ value: title, span: 5, style: LOOK.group }, { value: parts.join(say('office/comma')), span: 2, style: LOOK.groupCenter }, { value: roundScore(measure.lost, digits), span: 1, style: { ...LOOK.groupCenter, format: pointsFormat(digits) } }])
  for (const row of measure.rows.slice(0, LISTED)) rowLine(page, measure.measure, row, slip, words)
  const rest = measure.rows.slice(LISTED)
  if (rest.length > 0) restLine(page, say('slip/more', { count: rest.length }), rest.reduce((sum, { lost }) => sum + lost, 0), digits)
  if (measure.unlisted > 0) restLine(page, say('slip/unlisted', { count: measure.unlisted, member: definition.terms.member[language] }), measure.lostUnlisted, digits)
}

function rowLine(page: SlipPage, measure: string, row: ExplainedRow, { campaign, explanation }: Slip, { say, language, nameOf }: SlipWords): void {
  const { definition } = campaign
  const { unit, compare } = definition.measures[measure] ?? {}
  const amount = (value: number) => amountText(definition, value, unit, language)
  const known = row.status !== 'undetermined'
  const subject = row.subject === nameOf(explanation.unit) ? say('slip/whole-unit') : row.subject
  const due = row.status === 'waived' ? say('explain/waived') : row.status === 'shortfall' ? say('slip/overdue', { due: row.due }) : row.due
  page.line([
    { value: subject, span: 2, style: LOOK.value },
    { value: known ? amount(row.value) : say('slip/unknown'), span: 1, style: LOOK.center },
    { value: known ? say(compare === 'at-most' ? 'slip/at-most' : 'slip/at-least', { target: amount(row.target) }) : '', span: 1, style: LOOK.center },
    { value: due, span: 1, style: LOOK.center },
    { value: placeOf(row), span: 2, style: LOOK.value },
    { value: roundScore(row.lost, 2), span: 1, style: { ...LOOK.center, format: pointsFormat(2) } },
  ])
}

function restLine(page: SlipPage, text: string, lost: number, digits: number): void {
  page.line([{ value: text, span: 7, style: LOOK.value }, { value: roundScore(lost, Math.max(2, digits)), span: 1, style: { ...LOOK.center, format: pointsFormat(2) } }])
}

/** `学习任务!G7`, as it is written in a formula bar. */
function placeOf({ sheet, row, column }: ExplainedRow): string {
  if (sheet === undefined) return ''
  return row === undefined || column === undefined ? sheet : `${sheet}!${address(row, column)}`
}

