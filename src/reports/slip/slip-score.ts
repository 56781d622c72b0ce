/** The upper half of a return slip: whose it is, how it stands, what the score is made of, how far it is to the next place. */
import type { ExplainedIndicator } from '../../domain/ranking/explanation'
import type { ChangedLine } from '../../domain/ranking/score-change'
import { shortReason } from '../office/view'
import { listed, shareText } from '../papers/data/words'
import { changeFormat, pointsFormat, SLIP_STYLES as LOOK } from './slip-look'
import type { SlipPage } from './slip-page'
import type { Slip, SlipWords } from './slip'
import { doubtTexts, furtherDoubts } from '../../domain/ranking/doubt-texts'

/** Whose slip it is, its score and place. */
export function headLines(page: SlipPage, { campaign, week, asOf, explanation, entry }: Slip, { language, say, nameOf }: SlipWords): void {
  const { definition, calendar } = campaign
  page.text(definition.title[language], LOOK.subtitle, 22)
  page.text(say('slip/heading', { week, unit: nameOf(explanation.unit) }), LOOK.title, 32)
  const facts: (readonly [string, string])[] = [
    [definition.ranking.within[language], explanation.system],
    [say('slip/period'), say('slip/from-to', { from: calendar.weekStart(week), to: calendar.weekEnd(week) })],
    [say('slip/file'), entry.file ?? say('slip/no-file')],
    [say('slip/as-of'), asOf],
    [say('slip/settled'), entry.stamp?.slice(0, 16).replace('T', ' ') ?? ''],
    [say('slip/rows'), entry.rows === undefined ? '' : String(entry.rows)],
  ]
  for (let i = 0; i < facts.length; i += 2) {
    page.line([facts[i], facts[i + 1]].flatMap((fact) => [{ value: capital(fact?.[0] ?? ''), span: 1, style: LOOK.label }, { value: fact?.[1] ?? '', span: 3, style: LOOK.value }]))
  }
}

/** Place, streak and doubts, in sentences. */
export function resultLines(page: SlipPage, { explanation, entry }: Slip, { say }: SlipWords): void {
  const { standing, score, change, robustness, system } = explanation
  page.section(say('slip/result'))
  if (score === undefined) {
    page.text(say('slip/no-return', { reason: shortReason(say, entry.reason ?? 'intake/missing') }), LOOK.strong)
    page.text(say('undetermined/no-valid-return'))
    return
  }
  const { comparable, rank, tied, movement, last, streak, streakWeeks, undetermined } = standing
  const further = furtherDoubts(standing, standing.week)
  page.text(say(tied ? 'slip/place-tied' : 'slip/place', { score, system, comparable, rank }), LOOK.strong, 24)
  if (change) {
    const moved = movement === undefined ? '' : say(movement === 0 ? 'slip/not-moved' : movement > 0 ? 'slip/up' : 'slip/down', { places: Math.abs(movement) })
    page.text(say('slip/change', { week: change.week, before: change.before, by: signed(change.by), moved }))
    if (change.rulesChanged) page.text(say('slip/rules-changed', { week: change.week }))
    if (change.systemChanged) page.text(say('slip/system-changed', { week: change.week }))
  }
  if (undetermined) page.text(say(`undetermined/${undetermined.reason}`, undetermined.params))
  if (last) page.text(say(streak > 1 ? 'slip/last-running' : 'slip/last', { streak, weeks: streakWeeks.join(say('office/comma')) }))
  if (further.length > 0) page.text(say('slip/doubts', { doubts: doubtTexts(further, say).join(say('office/semicolon')) }))
  if (robustness) page.text(say('slip/robust', { draws: robustness.draws, stays: robustness.stays, share: shareText(robustness.share), seed: robustness.seed }))
}

/** Every line of the score; together they are the score, exactly. */
export function scoreLines(page: SlipPage, { campaign, explanation }: Slip, { language, say }: SlipWords): void {
  const { digits } = campaign.definition.ranking
  const { indicators, adjustments, floor, change, score = 0 } = explanation
  const changed = new Map((change?.lines ?? []).map((line): [string, ChangedLine] => [`${line.kind} ${line.id}`, line]))
  const points = { ...LOOK.center, format: pointsFormat(digits) }
  const moved = { ...LOOK.center, format: changeFormat(digits) }
  page.section(say('slip/score'))
  page.line([
    { value: say('slip/indicator'), span: 3, style: LOOK.heading },
    ...[capital(say('office/weight')), say('slip/attainment'), say('slip/points'), say('slip/lost'), change ? say('slip/since', { week: change.week }) : ''].map((value) => ({ value, span: 1, style: LOOK.heading })),
  ])
  const lineOf = (title: string, kind: ChangedLine['kind'], id: string, cells: readonly (string | number)[]) => {
    const [weight = '', attainment = '', got = '', lost = ''] = cells
    page.line([
      { value: title, span: 3, style: LOOK.value },
      { value: weight, span: 1, style: LOOK.center },
      { value: attainment, span: 1, style: LOOK.center },
      { value: got, span: 1, style: points },
      { value: lost, span: 1, style: points },
      { ...(changed.has(`${kind} ${id}`) && { value: changed.get(`${kind} ${id}`)?.by as number }), span: 1, style: moved },
    ])
  }
  for (const one of indicators) {
    const counts = one.attainment !== undefined
    lineOf(indicatorTitle(campaign, one, language, say), 'indicator', one.indicator, [one.weight, counts ? shareText(one.attainment) : '–', counts ? one.points : '–', counts ? one.lost : '–'])
  }
  for (const { adjustment, value, points: got, capped } of adjustments) {
    if (value === 0 && got === 0) continue
    const title = campaign.definition.adjustments[adjustment]?.title[language] ?? adjustment
    lineOf(say(capped ? 'slip/adjustment-capped' : 'slip/adjustment', { title, value: Math.round(value * 100) / 100 }), 'adjustment', adjustment, ['', '', got, ''])
  }
  if (floor !== 0) lineOf(say('slip/floor'), 'floor', '', ['', '', floor, ''])
  page.line([
    { value: say('office/score'), span: 5, style: LOOK.total },
    { value: score, span: 1, style: { ...LOOK.total, format: pointsFormat(digits) } },
    { span: 1, style: LOOK.total },
    { ...(change && { value: change.by }), span: 1, style: { ...LOOK.total, format: changeFormat(digits) } },
  ])
}

/** How far it is to the place above, and what would be enough. */
export function nextPlaceLines(page: SlipPage, { campaign, explanation }: Slip, words: SlipWords): void {
  const { next } = explanation
  const { say, language, nameOf } = words
  page.section(say('slip/next'))
  if (!next) return page.text(say('slip/first'))
  page.text(say('slip/gap', { gap: next.gap, rank: next.rank, units: listed(next.units.map(nameOf), words), score: next.score }))
  next.steps.forEach(({ indicator, lost, score }, i) =>
    page.text(say('slip/step', { n: i + 1, indicator: campaign.definition.indicators[indicator]?.title[language] ?? indicator, lost, score })),
  )
  if (!next.enough) page.text(say('slip/not-enough'))
}

/** One that does not count says why. */
function indicatorTitle(campaign: Slip['campaign'], { indicator, attainment, because }: ExplainedIndicator, language: SlipWords['language'], say: SlipWords['say']): string {
  const title = campaign.definition.indicators[indicator]?.title[language] ?? indicator
  return attainment === undefined ? say('slip/not-counted', { title, because: because.map((reason) => say(`explain/${reason}`)).join(say('office/comma')) }) : title
}

/** `+1.2`, `-0.5`, `0`. */
const signed = (value: number): string => `${value > 0 ? '+' : ''}${value}`

/** A term of the definition begins a heading with a capital letter, where its language has them. */
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

