/** The roll of a week for a terminal. */
import type { OpenOffice } from '../app/consolidate/open-office'
import type { RollOfSystem } from '../domain/ranking/arrivals'
import { registered } from '../domain/ranking/registry'
import type { Terminal } from './terminal'
import { textTable } from './text-table'

const FIGURES = ['expected', 'received', 'valid', 'late', 'rejected', 'missing'] as const

/** A row for each system and one for the groups, the days beside; then whose return is missing, by system. */
export function rollLines({ campaign, state }: OpenOffice, week: number, roll: readonly RollOfSystem[], { say, language }: Terminal): string[] {
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  const { ranking, terms, title } = campaign.definition
  const nameOf = ({ system }: RollOfSystem) => (system === '' ? terms.group[language] : system)
  const units = roll.filter(({ system }) => system !== '')
  const days = ({ days: all }: RollOfSystem) => all.map(({ day, units: came }) => say('cli/roll-day', { day: day === '' ? say('arrivals/unknown-day') : day, count: came.length })).join(say('office/semicolon'))
  const missing = roll.filter(({ missingUnits }) => missingUnits.length > 0)
  return [
    say('cli/roll-title', { title: title[language], week }),
    '',
    ...textTable(
      [{ heading: ranking.within[language], most: 30 }, ...FIGURES.map((id) => ({ heading: say(`arrivals/${id}`), align: 'right' as const })), { heading: say('arrivals/day') }],
      [
        ...roll.map((one) => [nameOf(one), ...FIGURES.map((id) => one[id]), days(one)]),
        [say('arrivals/all'), ...FIGURES.map((id) => units.reduce((sum, one) => sum + one[id], 0)), ''],
      ],
    ),
    ...(missing.length > 0 ? ['', ...missing.map((one) => `${nameOf(one)}${say('office/colon')}${say('arrivals/missing-units', { units: one.missingUnits.map((id) => names.get(id) ?? id).join(say('office/comma')) })}`)] : []),
  ]
}
