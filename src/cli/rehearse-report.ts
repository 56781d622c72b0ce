/** What a rehearsal gives, as data for `--json` and as tables for a person. */
import type { OpenOffice } from '../app/consolidate/open-office'
import type { Rehearsal, ResultChange } from '../app/rehearse'
import { amountText } from '../domain/campaign/amount'
import type { MeasureResult } from '../domain/evaluation/evaluation'
import type { Change } from '../domain/ranking/changes'
import { registered } from '../domain/ranking/registry'
import { address } from '../domain/returns/address'
import type { Terminal } from './terminal'
import { textTable } from './text-table'

/** Rows that are listed before the rest is only counted; `--json` has them all. */
const LISTED = 40

export function rehearsalData({ week, asOf, results, changes, unknown }: Rehearsal) {
  return { week, asOf, results: results.map((result) => ({ ...result, cell: cellOf(result) })), changes, unknown }
}

/** `ending`: key of the line that says how it would come to count. */
export function rehearsalLines({ week, asOf, results, changes, unknown }: Rehearsal, office: Pick<OpenOffice, 'campaign' | 'state'>, terminal: Terminal, ending = 'cli/rehearsed-not-written'): string[] {
  const { say, language } = terminal
  const { definition } = office.campaign
  const names = new Map(registered(office.state.registry).map(({ id, name }) => [id, name]))
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const amount = (result: MeasureResult | undefined): string => {
    const unit = definition.measures[result?.measure ?? '']?.unit
    return result ? `${amountText(definition, result.value, unit, language)} / ${amountText(definition, result.target, unit, language)} ${say(`cli/status-${result.status}`)}` : say('cli/none')
  }
  const resultRow = (result: ResultChange) => [nameOf(result.unit), result.subject, definition.measures[result.measure]?.title[language] ?? result.measure, cellOf(result) ?? '', amount(result.before), amount(result.after)]
  const changeRow = (change: Change) => [String(change.week), nameOf(change.unit), 'key' in change ? `${definition.consequences[change.consequence]?.title[language] ?? change.consequence} ${change.member ?? ''}`.trim() : '', say(`cli/change-${change.kind}`), 'key' in change ? (change.decision ?? '') : `${shown(change.before, terminal)} → ${shown(change.after, terminal)}`]
  const heads = (...keys: string[]) => keys.map((key) => ({ heading: say(key), most: 36 }))
  const more = (count: number) => (count > LISTED ? [say('cli/and-more', { count: count - LISTED })] : [])
  return [
    say('cli/rehearsed', { week, asOf, results: results.length, units: new Set(results.map(({ unit }) => unit)).size, changes: changes.length }),
    ...(unknown.length === 0 ? [] : [say('cli/rehearsed-unknown', { count: unknown.length, names: unknown.map(nameOf).join(say('office/comma')) })]),
    ...(results.length === 0 ? [] : ['', ...textTable(heads('cli/column-unit', 'cli/column-subject', 'cli/column-measure', 'cli/column-cell', 'cli/column-before', 'cli/column-after'), results.slice(0, LISTED).map(resultRow)), ...more(results.length)]),
    ...(changes.length === 0 ? [] : ['', ...textTable(heads('cli/column-week', 'cli/column-unit', 'cli/column-consequence', 'cli/column-change', 'cli/column-before-after'), changes.slice(0, LISTED).map(changeRow)), ...more(changes.length)]),
    '',
    say(ending),
  ]
}

function cellOf({ sheet, row, column }: ResultChange): string | undefined {
  return sheet === undefined || row === undefined || column === undefined ? undefined : `${sheet}!${address(row, column)}`
}

function shown(value: string | number | boolean | undefined, { say }: Terminal): string {
  if (value === undefined) return say('cli/none')
  return typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : String(value)
}
