/** Compiles every expression of a definition and puts the campaign together. */
import { calendarOf } from './calendar'
import { checkSettingValue } from './check-references'
import { compileForms } from './compile-forms'
import { compileMeasures } from './compile-measures'
import { compileOversight } from './compile-oversight'
import { scopesOf } from './environment'
import { compile, constant, NUMBER, PROPERTY } from './expression'
import { fingerprint } from './fingerprint'
import { fixedVariables } from './fixed-values'
import { profileRoster } from './record-type'
import { measureSubject } from './subject'
import { fixedNumber, noteSettings, workedOut } from './workshop'
import type { Campaign, CompiledAdjustment, CompiledIndicator, CompiledMeasure, CompiledProfiles, Overrides } from './campaign'
import type { MistakeLog, Path } from './mistake'
import type { Definition, WorkbookKind } from './schema'
import type { Workshop } from './workshop'

/** The campaign; only good when the log holds no mistake afterwards. */
export function compileCampaign(definition: Definition, overrides: Overrides, log: MistakeLog): Campaign {
  const settings = settingValues(definition, overrides, log)
  const scopes = scopesOf(definition)
  const lists = new Map(Object.entries(definition.lists).map(([id, list]) => [id, new Set(Object.keys(list.items))]))
  const shop: Workshop = { definition, log, lists, scopes, fixed: fixedVariables(definition, settings, scopes.types), scoring: new Set() }

  const profiles = compileProfiles(shop)
  const { constraints, required, limits } = compileForms(shop)
  const measures = compileMeasures(shop)
  const indicators = compileIndicators(shop, overrides)
  const adjustments = compileAdjustments(shop)
  const comparable = fixedNumber(definition.ranking.comparable, ['ranking', 'comparable'], shop)
  const { mostMissing } = definition.ranking
  const lastWeeks = new Map<string, number>()
  for (const [id, { trigger }] of Object.entries(definition.consequences)) {
    if (trigger.on === 'last') lastWeeks.set(id, fixedNumber(trigger.weeks, ['consequences', id, 'trigger', 'weeks'], shop))
  }
  const paperDays = new Map<string, number>()
  for (const [id, { days }] of Object.entries(definition.papers)) {
    if (days !== undefined) paperDays.set(id, fixedNumber(days, ['papers', id, 'days'], shop))
  }
  const forms = new Map(Object.entries(definition.forms))
  const ofKind = (kind: WorkbookKind): string[] => Object.keys(definition.forms).filter((id) => definition.forms[id]?.in === kind)
  const scoringSettings = Object.fromEntries([...shop.scoring].sort().map((id) => [id, settings[id]]))
  return {
    definition,
    calendar: calendarOf(definition.calendar),
    settings,
    rules: fingerprint(definition.version, scoringRules(definition, { measures, indicators, adjustments, profiles, settings: scoringSettings })),
    forms: { unit: ofKind('unit'), group: ofKind('group') },
    form: (id) => {
      const form = forms.get(id)
      if (!form) throw new Error(`no such form: ${id}`)
      return form
    },
    limits: (form, path) => limits.get(`${form}.${path.replace(/\[\d+\]/, '')}`) ?? {},
    comparable,
    mostMissing: mostMissing === undefined ? 0 : fixedNumber(mostMissing, ['ranking', 'mostMissing'], shop),
    lastWeeks,
    paperDays,
    ...compileOversight(shop),
    constraints,
    required,
    measures,
    indicators,
    adjustments,
    ...(profiles ? { profiles } : {}),
    types: scopes.types,
    fixed: shop.fixed,
  }
}

function settingValues(definition: Definition, overrides: Overrides, log: MistakeLog): Record<string, number | boolean | string> {
  const values = Object.fromEntries(Object.entries(definition.settings).map(([id, setting]) => [id, setting.value]))
  for (const [id, value] of Object.entries(overrides.settings ?? {})) {
    const before = log.found.length
    checkSettingValue(definition, id, value, ['settings', id, 'value'], log)
    if (log.found.length === before) values[id] = value
  }
  return values
}

function compileProfiles(shop: Workshop): CompiledProfiles | undefined {
  const { definition } = shop
  const roster = profileRoster(definition)
  if (!definition.profiles || roster === undefined) return undefined
  const values = new Map<string, Readonly<Record<string, number | boolean>>>()
  for (const [item, properties] of Object.entries(definition.profiles.values)) {
    const worked: Record<string, number | boolean> = {}
    for (const [name, value] of Object.entries(properties)) {
      const path = ['profiles', 'values', item, name]
      const expression = typeof value === 'string' ? noteSettings(compile(value, shop.scopes.fixed, PROPERTY, path, shop), shop) : constant(value)
      worked[name] = (expression && workedOut<number | boolean>(expression, path, shop)) ?? 0
    }
    values.set(item, worked)
  }
  // One type a property: a number here and a yes there could not be compared.
  const kinds = new Map<string, string>()
  for (const [item, properties] of values) {
    for (const [name, value] of Object.entries(properties)) {
      const kind = kinds.get(name) ?? typeof value
      kinds.set(name, kind)
      if (kind !== typeof value) shop.log.add(['profiles', 'values', item, name], 'definition/profile-kind', { property: name, item })
    }
  }
  return { roster, field: definition.profiles.of.slice(roster.length + 1), values, default: definition.profiles.default }
}

/** Weights are points of 100 in the definition; overrides need only be usable, for scores are scaled. */
function compileIndicators(shop: Workshop, overrides: Overrides): CompiledIndicator[] {
  const { definition, log } = shop
  for (const id of Object.keys(overrides.weights ?? {})) {
    if (!Object.hasOwn(definition.indicators, id)) log.add(['indicators', id], 'definition/unknown-indicator', { name: id })
  }
  const sums = new Map<WorkbookKind, { sum: number; first: string }>()
  const indicators = Object.entries(definition.indicators).map(([id, indicator]): CompiledIndicator => {
    const path: Path = ['indicators', id, 'weight']
    const override = overrides.weights && Object.hasOwn(overrides.weights, id) ? overrides.weights[id] : undefined
    const weight = fixedNumber(override ?? indicator.weight, path, shop)
    if (!(weight >= 0)) log.add(path, 'definition/weight', { name: id, weight })
    const measure = indicator.measures.map((name) => definition.measures[name]).find((one) => one !== undefined)
    const kind = indicator.feeds ?? (measure && measureSubject(definition, measure.of)?.in) ?? 'unit'
    const sum = sums.get(kind) ?? { sum: 0, first: id }
    sums.set(kind, { ...sum, sum: sum.sum + weight })
    return { id, definition: indicator, in: kind, weight }
  })
  const changed = Object.keys(overrides.weights ?? {}).length > 0 || Object.keys(overrides.settings ?? {}).length > 0
  for (const { sum, first } of sums.values()) {
    if (changed ? !(sum > 0) : Math.abs(sum - 100) > 1e-9) log.add(['indicators', first, 'weight'], 'definition/weights', { sum: Number(sum.toFixed(6)) })
  }
  return indicators
}

function compileAdjustments(shop: Workshop): CompiledAdjustment[] {
  return Object.entries(shop.definition.adjustments).flatMap(([id, adjustment]): CompiledAdjustment[] => {
    const path: Path = ['adjustments', id]
    const value = noteSettings(compile(adjustment.value, shop.scopes.ofKind('unit'), NUMBER, [...path, 'value'], shop), shop)
    const points = fixedNumber(adjustment.points, [...path, 'points'], shop)
    const cap = fixedNumber(adjustment.cap, [...path, 'cap'], shop)
    if (points < 0) shop.log.add([...path, 'points'], 'definition/negative-points', { name: id })
    if (cap < 0) shop.log.add([...path, 'cap'], 'definition/negative-points', { name: id })
    for (const { measure } of value?.uses.measures ?? []) {
      if (!Object.hasOwn(shop.definition.measures, measure)) shop.log.add([...path, 'value'], 'definition/unknown-measure', { name: measure })
    }
    return value ? [{ id, definition: adjustment, value, points, cap }] : []
  })
}

interface Scoring {
  readonly measures: readonly CompiledMeasure[]
  readonly indicators: readonly CompiledIndicator[]
  readonly adjustments: readonly CompiledAdjustment[]
  readonly profiles: CompiledProfiles | undefined
  readonly settings: Readonly<Record<string, unknown>>
}

/** Everything that can change a score, and nothing else. */
function scoringRules(definition: Definition, { measures, indicators, adjustments, profiles, settings }: Scoring): unknown {
  return {
    calendar: { start: definition.calendar.start, weeks: definition.calendar.weeks, periods: Object.entries(definition.calendar.periods).map(([id, { start, end }]) => [id, start, end]) },
    digits: definition.ranking.digits,
    measures: Object.fromEntries(
      measures.map(({ id, definition: { of, applies, value, target, compare, zeroAt, start, due } }) => [id, { of, applies, value, target, compare: compare ?? 'at-least', zeroAt, start, due }]),
    ),
    indicators: Object.fromEntries(indicators.map(({ id, weight, definition: { measures: names, by, feeds } }) => [id, { weight, measures: [...names].sort(), by: by ?? 'mean', feeds }])),
    adjustments: Object.fromEntries(adjustments.map(({ id, points, cap, definition: { kind, value } }) => [id, { kind, value, points, cap }])),
    profiles: profiles && { of: definition.profiles?.of, default: profiles.default, values: Object.fromEntries(profiles.values) },
    settings,
  }
}
