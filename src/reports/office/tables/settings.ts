import { PERCENT, unitName } from '../../../domain/campaign/amount'
import { lastRecorded } from '../../../domain/campaign/settings-in-time'
import type { SettingKind, SettingValue } from '../../../domain/campaign/settings-in-time'
import type { Table, TableRow, TableValue } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeView } from '../view'
import { noteColumn } from './subject-columns'

export const settingKey = (id: string): string => `setting|${id}`
export const weightKey = (id: string): string => `weight|${id}`

/**
 * Every setting and every indicator's weight: what the definition says, what holds (people change it here, and say
 * from which week on and who decided), which clause it comes from and whether the directive or the office decided it.
 */
export function settingsTable({ say, text, language, campaign, state }: Pick<OfficeView, 'say' | 'text' | 'language' | 'campaign' | 'state'>): Table {
  const said = (kind: SettingKind, id: string): SettingValue | undefined => state.statements.find((one) => one.kind === kind && one.id === id)?.value
  const since = (kind: SettingKind, id: string): string | null => {
    const last = lastRecorded(state.settings, { kind, id })
    return last ? say('office/setting-since', { week: last.fromWeek, by: last.by }).trim() : null
  }
  const { settings, indicators, clauses, measures } = campaign.definition
  const rows: TableRow[] = Object.entries(settings).map(([id, setting]) => {
    const clause = setting.clause === undefined ? undefined : clauses[setting.clause]
    return {
      key: settingKey(id),
      ...(setting.unit === PERCENT && { looks: { value: 'percent' as const, default: 'percent' as const } }),
      values: {
        group: say('office/setting'),
        title: text(setting.title),
        value: shown(said('setting', id) ?? setting.value, say),
        unit: setting.unit === undefined || setting.unit === PERCENT ? null : unitName(campaign.definition, setting.unit, language),
        since: since('setting', id),
        default: shown(setting.value, say),
        range: setting.unit === PERCENT ? rangeOf(hundredfold(setting.min), hundredfold(setting.max)) : rangeOf(setting.min, setting.max),
        ours: setting.ours ? say('office/ours') : say('office/directive'),
        clause: setting.clause ?? null,
        says: clause ? text(clause.says) : null,
      },
    }
  })
  for (const { id, weight } of campaign.indicators) {
    const indicator = indicators[id]
    if (!indicator) continue
    const named = [...new Set(indicator.measures.flatMap((measure) => measures[measure]?.clauses ?? []))]
    const original = typeof indicator.weight === 'number' ? indicator.weight : weight
    rows.push({
      key: weightKey(id),
      values: {
        group: say('office/weight'),
        title: text(indicator.title),
        value: said('weight', id) ?? original,
        unit: say('office/points'),
        since: since('weight', id),
        default: original,
        range: rangeOf(0, undefined),
        ours: say('office/ours'),
        clause: named.join(say('office/comma')),
        says: indicator.measures.map((measure) => text(measures[measure]?.title ?? { zh: measure, en: measure })).join(say('office/comma')),
      },
    })
  }
  return {
    design: {
      id: 'settings',
      prepared: rows.length,
      columns: [
        { id: 'group', heading: say('office/setting-kind'), width: 10, look: 'center' },
        { id: 'title', heading: say('office/setting-title'), width: 40, look: 'name' },
        { id: 'value', heading: say('office/setting-value'), width: 13, look: 'center', person: true },
        { id: 'from', heading: say('office/setting-from'), width: 10, look: 'center', person: true },
        { id: 'by', heading: say('office/setting-by'), width: 10, look: 'center', person: true },
        { id: 'since', heading: say('office/setting-since-heading'), width: 16, look: 'center' },
        { id: 'unit', heading: say('office/unit-of-measure'), width: 8, look: 'center' },
        { id: 'default', heading: say('office/setting-default'), width: 13, look: 'center' },
        { id: 'range', heading: say('office/setting-range'), width: 15, look: 'center' },
        { id: 'ours', heading: say('office/setting-source'), width: 12, look: 'center' },
        { id: 'clause', heading: say('office/clause'), width: 10, look: 'code' },
        { id: 'says', heading: say('office/clause-says'), width: 52, look: 'long' },
        noteColumn(say, 24),
      ],
      conditions: ({ area, cell }) => [
        { kind: 'formula', area: area('value'), formula: `${cell('value')}<>${cell('default')}`, format: MARKS_OF_ROWS.doubt },
      ],
    },
    rows,
  }
}

function shown(value: number | boolean | string, say: OfficeView['say']): TableValue {
  return typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : value
}

function hundredfold(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${Math.round(value * 10_000) / 100}%`
}

function rangeOf(min: number | string | undefined, max: number | string | undefined): string {
  return min === undefined && max === undefined ? '' : `${min ?? ''} – ${max ?? ''}`.trim()
}

