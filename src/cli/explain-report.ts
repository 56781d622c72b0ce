/** Why a unit stands where it stands, as data and in lines. */
import type { UnitExplained } from '../app/oversight/explain'
import type { OpenOffice } from '../app/consolidate/open-office'
import { reservations } from '../domain/ranking/doubt-texts'
import { countStates } from '../domain/oversight/findings-over-time'
import { findingText } from '../domain/returns/finding-text'
import type { Terminal } from './terminal'
import { textTable } from './text-table'

type Office = Pick<OpenOffice, 'campaign' | 'state'>

export function explanationData({ explanation, entry, kept, findings }: UnitExplained, { state }: Office, { say, language }: Terminal) {
  return {
    ...explanation,
    name: nameIn(state)(explanation.unit),
    file: entry.file,
    kept,
    findings: findings?.map(({ state: is, subject, found, weeks }) => ({ state: is, subject, weeks, code: found.first.code, sheet: found.first.sheet, cells: found.cells, ...findingText(found.first, say, language) })),
  }
}

export function explanationLines({ explanation, kept, findings }: UnitExplained, { campaign, state }: Office, { say, language }: Terminal): string[] {
  const { week, unit, system, standing, score, indicators, adjustments, floor, next, change, robustness } = explanation
  const { definition } = campaign
  const nameOf = nameIn(state)
  const heading = say('slip/heading', { week, unit: nameOf(unit) })
  if (score === undefined) return [heading, say('undetermined/no-valid-return')]
  const column = (key: string, right = true) => ({ heading: say(key, { week: change?.week ?? '–' }), ...(right && { align: 'right' as const }) })
  const digits = definition.ranking.digits
  const since = (kind: string, id: string) => change?.lines.find((line) => line.kind === kind && line.id === id)?.by.toFixed(digits) ?? ''
  return [
    heading,
    say(standing.tied ? 'slip/place-tied' : 'slip/place', { score, system, comparable: standing.comparable, rank: standing.rank }),
    ...reservations(standing, week, say),
    ...(standing.last ? [say(standing.streak > 1 ? 'slip/last-running' : 'slip/last', { streak: standing.streak, weeks: standing.streakWeeks.join(say('office/comma')) })] : []),
    ...(robustness ? [say('slip/robust', { draws: robustness.draws, stays: robustness.stays, share: `${Math.round(robustness.share * 1000) / 10}%`, seed: robustness.seed })] : []),
    '',
    ...textTable(
      [column('slip/indicator', false), column('office/weight'), column('slip/attainment'), column('slip/points'), column('slip/lost'), column('slip/since')],
      [
        ...indicators.map((one) => [
          definition.indicators[one.indicator]?.title[language] ?? one.indicator,
          one.weight,
          one.attainment === undefined ? one.because.map((reason) => say(`explain/${reason}`)).join(say('office/comma')) : `${Math.round(one.attainment * 1000) / 10}%`,
          one.attainment === undefined ? '–' : one.points.toFixed(digits),
          one.attainment === undefined ? '–' : one.lost.toFixed(digits),
          since('indicator', one.indicator),
        ]),
        ...adjustments.filter(({ value, points }) => value !== 0 || points !== 0).map((one) => [definition.adjustments[one.adjustment]?.title[language] ?? one.adjustment, '', '', one.points.toFixed(digits), '', since('adjustment', one.adjustment)]),
        ...(floor === 0 ? [] : [[say('slip/floor'), '', '', floor.toFixed(digits), '', '']]),
        [say('office/score'), '', '', score.toFixed(digits), '', change?.by.toFixed(digits) ?? ''],
      ],
    ),
    '',
    ...(next
      ? [
          say('slip/gap', { gap: next.gap, rank: next.rank, units: next.units.map(nameOf).join(say('office/comma')), score: next.score }),
          ...next.steps.map((step, i) => `  ${say('slip/step', { n: i + 1, indicator: definition.indicators[step.indicator]?.title[language] ?? step.indicator, lost: step.lost, score: step.score })}`),
          ...(next.enough ? [] : [say('slip/not-enough')]),
        ]
      : [say('slip/first')]),
    ...(kept ? [] : ['', say('slip/not-kept')]),
    ...(findings ? ['', Object.entries(countStates(findings)).map(([is, count]) => say('slip/count', { state: say(`findings-over-time/${is}`), count })).join(say('office/semicolon'))] : []),
  ]
}

function nameIn({ registry }: Office['state']): (unit: string) => string {
  const names = new Map(registry.units.map(({ id, name }) => [id, name]))
  return (unit) => names.get(unit) ?? unit
}
