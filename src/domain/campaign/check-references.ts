/** What has to agree outside the forms: calendar, settings, profiles, measures, indicators, consequences, clauses. */
import { suggestion } from './check-forms'
import { calendarOf } from './calendar'
import { fieldAt } from './field-at'
import { measureSubject } from './subject'
import { settingKind } from './record-type'
import { registryField } from '../registry/registry-field'
import type { MistakeLog, Path } from './mistake'
import type { Definition, MeasureDefinition } from './schema'

/** Looks at everything that names something elsewhere in the definition, or has to fit with it. */
export function checkReferences(definition: Definition, log: MistakeLog): void {
  checkCalendar(definition, log)
  for (const [id, setting] of Object.entries(definition.settings)) {
    unitKnown(definition, setting.unit, ['settings', id, 'unit'], log)
    checkSettingValue(definition, id, setting.value, ['settings', id, 'value'], log)
  }
  checkProfiles(definition, log)
  for (const [id, measure] of Object.entries(definition.measures)) checkMeasure(definition, id, measure, log)
  checkIndicators(definition, log)
  for (const [id, adjustment] of Object.entries(definition.adjustments)) cellKnown(definition, adjustment.at, ['adjustments', id, 'at'], log)
  checkConsequences(definition, log)
  checkPapers(definition, log)
  checkTransfer(definition, log)
  for (const [id, total] of Object.entries(definition.bulletin?.totals ?? {})) unitKnown(definition, total.unit, ['bulletin', 'totals', id, 'unit'], log)
  checkClauses(definition, log)
}

/** Whether a value may stand for a setting: of the same kind as the definition's, and within its bounds. Used for overrides, too. */
export function checkSettingValue(definition: Definition, id: string, value: number | boolean | string, path: Path, log: MistakeLog): void {
  const setting = Object.hasOwn(definition.settings, id) ? definition.settings[id] : undefined
  if (!setting) return log.add(path, 'definition/unknown-setting', suggestion(id, Object.keys(definition.settings)))
  const kind = settingKind(value)
  if (kind !== settingKind(setting.value)) return log.add(path, 'definition/setting-kind', { name: id, value: String(value), expected: settingKind(setting.value) })
  if (kind === 'date' && !isDay(String(value))) return log.add(path, 'definition/date', { value: String(value) })
  if (typeof value !== 'number') return
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = setting
  if (!(value >= min && value <= max)) log.add(path, 'definition/setting-range', { name: id, value, min: String(setting.min ?? '…'), max: String(setting.max ?? '…') })
}

function checkCalendar(definition: Definition, log: MistakeLog): void {
  const { calendar } = definition
  if (!isDay(calendar.start)) return log.add(['calendar', 'start'], 'definition/date', { value: calendar.start })
  const { start, end } = calendarOf(calendar)
  for (const [id, period] of Object.entries(calendar.periods)) {
    for (const edge of ['start', 'end'] as const) {
      const path = ['calendar', 'periods', id, edge]
      if (!isDay(period[edge])) log.add(path, 'definition/date', { value: period[edge] })
      else if (period[edge] < start || period[edge] > end) log.add(path, 'definition/period-outside', { period: id, date: period[edge], start, end })
    }
    if (period.start > period.end) log.add(['calendar', 'periods', id, 'end'], 'definition/period-order', { period: id, start: period.start, end: period.end })
  }
}

function checkProfiles(definition: Definition, log: MistakeLog): void {
  const { profiles } = definition
  if (!profiles) return
  const [roster = '', name = ''] = profiles.of.split('.')
  const form = definition.forms[roster]
  const field = form && fieldAt(form, name)
  if (form?.shape !== 'roster' || field?.type !== 'choice') {
    const choices = Object.entries(definition.forms).flatMap(([id, candidate]) => (candidate.shape === 'roster' ? Object.entries(candidate.fields).filter(([, one]) => one.type === 'choice').map(([one]) => `${id}.${one}`) : []))
    log.add(['profiles', 'of'], 'definition/profiles-of', suggestion(profiles.of, choices))
    return
  }
  const items = Object.keys(definition.lists[field.list]?.items ?? {})
  for (const item of items) if (!Object.hasOwn(profiles.values, item)) log.add(['profiles', 'values'], 'definition/profile-items', { item, list: field.list }, { key: true })
  for (const item of Object.keys(profiles.values)) if (!items.includes(item)) log.add(['profiles', 'values', item], 'definition/unknown-item', { ...suggestion(item, items), list: field.list }, { key: true })
  if (!Object.hasOwn(profiles.values, profiles.default)) log.add(['profiles', 'default'], 'definition/unknown-item', { ...suggestion(profiles.default, Object.keys(profiles.values)), list: field.list })

  const all = new Set(Object.values(profiles.values).flatMap((properties) => Object.keys(properties)))
  for (const [item, properties] of Object.entries(profiles.values)) {
    for (const property of all) if (!Object.hasOwn(properties, property)) log.add(['profiles', 'values', item], 'definition/profile-property', { item, property }, { key: true })
  }
}

function checkMeasure(definition: Definition, id: string, measure: MeasureDefinition, log: MistakeLog): void {
  const path: Path = ['measures', id]
  const subject = measureSubject(definition, measure.of)
  if (!subject) {
    const records = Object.values(definition.forms).map((form) => form.record)
    log.add([...path, 'of'], 'definition/unknown-record', suggestion(measure.of, ['unit', 'group', ...records]))
  }
  unitKnown(definition, measure.unit, [...path, 'unit'], log)
  const at = cellKnown(definition, measure.at, [...path, 'at'], log)
  if (at && subject && at.in !== subject.in) log.add([...path, 'at'], 'definition/at-elsewhere', { at: measure.at, of: measure.of })
  if (measure.zeroAt !== undefined && measure.compare !== 'at-most') log.add([...path, 'zeroAt'], 'definition/zero-at', {}, { key: true })
  for (const [index, remedy] of measure.remedies.entries()) {
    const consequence = Object.hasOwn(definition.consequences, remedy) ? definition.consequences[remedy] : undefined
    const where = [...path, 'remedies', index]
    if (!consequence) log.add(where, 'definition/unknown-consequence', suggestion(remedy, Object.keys(definition.consequences)))
    else if (consequence.trigger.on !== 'shortfall') log.add(where, 'definition/remedy-trigger', { name: remedy })
    else if (consequence.of === 'member' && subject && !subject.member) log.add(where, 'definition/remedy-subject', { name: remedy, of: measure.of })
  }
}

/** The weights of a workbook kind's indicators are points of 100. */
function checkIndicators(definition: Definition, log: MistakeLog): void {
  for (const [id, indicator] of Object.entries(definition.indicators)) {
    const kinds = new Set<string>()
    for (const [index, name] of indicator.measures.entries()) {
      const measure = Object.hasOwn(definition.measures, name) ? definition.measures[name] : undefined
      if (!measure) log.add(['indicators', id, 'measures', index], 'definition/unknown-measure', suggestion(name, Object.keys(definition.measures)))
      else kinds.add(measureSubject(definition, measure.of)?.in ?? '')
      if (indicator.measures.indexOf(name) !== index) log.add(['indicators', id, 'measures', index], 'definition/measure-twice', { name })
    }
    kinds.delete('')
    if (indicator.feeds) checkFeeds(definition, id, log)
    if (kinds.size > 1) log.add(['indicators', id, 'measures'], 'definition/indicator-mixed', { name: id }, { key: true })
  }
}

/** What a group says of a unit is said in a row of its roster of units, and the row has to say which unit it is. */
function checkFeeds(definition: Definition, id: string, log: MistakeLog): void {
  for (const [index, name] of (definition.indicators[id]?.measures ?? []).entries()) {
    const measure = Object.hasOwn(definition.measures, name) ? definition.measures[name] : undefined
    const subject = measure && measureSubject(definition, measure.of)
    if (!subject) continue
    const roster = subject.form === undefined ? undefined : definition.forms[subject.form]
    const path: Path = ['indicators', id, 'measures', index]
    if (subject.in !== 'group' || roster?.shape !== 'roster') log.add(path, 'definition/feeds-measure', { name })
    else if (!registryField(roster, 'id') && !registryField(roster, 'name')) log.add(path, 'definition/feeds-nobody', { name, form: subject.form ?? '' })
  }
}

function checkConsequences(definition: Definition, log: MistakeLog): void {
  const used = new Set(Object.values(definition.measures).flatMap((measure) => measure.remedies))
  for (const [id, consequence] of Object.entries(definition.consequences)) {
    if (consequence.trigger.on === 'shortfall' && !used.has(id)) log.add(['consequences', id], 'definition/consequence-unused', { name: id }, { key: true })
    if (consequence.trigger.on === 'last' && consequence.of !== 'unit') log.add(['consequences', id, 'of'], 'definition/last-of-unit', { name: id })
  }
}

function checkPapers(definition: Definition, log: MistakeLog): void {
  for (const [id, paper] of Object.entries(definition.papers)) {
    if (paper.kind === 'consequence' && !Object.hasOwn(definition.consequences, paper.consequence)) log.add(['papers', id, 'consequence'], 'definition/unknown-consequence', suggestion(paper.consequence, Object.keys(definition.consequences)))
    if ((paper.kind === 'bulletin' || paper.kind === 'transfer') && !definition[paper.kind]) log.add(['papers', id, 'kind'], 'definition/paper-needs', { name: id, section: paper.kind })
    if (paper.kind === 'bulletin' && paper.per !== undefined && paper.per !== 'campaign') log.add(['papers', id, 'per'], 'definition/bulletin-per', { name: id })
  }
}

/** A requirement is one thing; a measure among them is one of the unit, or of the group's row for a unit. */
function checkTransfer(definition: Definition, log: MistakeLog): void {
  for (const [id, requirement] of Object.entries(definition.transfer?.requirements ?? {})) {
    const path: Path = ['transfer', 'requirements', id]
    const { measure: name, spotCheck, approval } = requirement
    if ([name, spotCheck, approval].filter((one) => one !== undefined).length !== 1) log.add(path, 'definition/transfer-one', { name: id }, { key: true })
    if (spotCheck && !definition.spotChecks) log.add([...path, 'spotCheck'], 'definition/missing', { name: 'spotChecks' })
    if (name === undefined) continue
    const measure = Object.hasOwn(definition.measures, name) ? definition.measures[name] : undefined
    const subject = measure && measureSubject(definition, measure.of)
    if (!measure) log.add([...path, 'measure'], 'definition/unknown-measure', suggestion(name, Object.keys(definition.measures)))
    else if (subject?.in === 'group' && (subject.form === undefined || definition.forms[subject.form]?.shape !== 'roster')) log.add([...path, 'measure'], 'definition/transfer-measure', { name })
  }
}

/** Every clause is named somewhere, or says where it is dealt with; and every clause named exists. */
function checkClauses(definition: Definition, log: MistakeLog): void {
  const used = new Set<string>()
  const see = (clauses: readonly string[] | string | undefined, path: Path): void => {
    for (const [index, clause] of (typeof clauses === 'string' ? [clauses] : clauses ?? []).entries()) {
      used.add(clause)
      if (!Object.hasOwn(definition.clauses, clause)) log.add(typeof clauses === 'string' ? path : [...path, index], 'definition/unknown-clause', suggestion(clause, Object.keys(definition.clauses)))
    }
  }
  for (const [id, setting] of Object.entries(definition.settings)) see(setting.clause, ['settings', id, 'clause'])
  see(definition.profiles?.clauses, ['profiles', 'clauses'])
  for (const [id, form] of Object.entries(definition.forms)) {
    see(form.clauses, ['forms', id, 'clauses'])
    for (const [name, field] of Object.entries(form.fields)) {
      if (field.type !== 'repeat') see(field.clause, ['forms', id, 'fields', name, 'clause'])
      else for (const [inner, innerField] of Object.entries(field.fields)) see(innerField.clause, ['forms', id, 'fields', name, 'fields', inner, 'clause'])
    }
    for (const [name, constraint] of Object.entries(form.constraints)) see(constraint.clause, ['forms', id, 'constraints', name, 'clause'])
  }
  for (const [id, measure] of Object.entries(definition.measures)) see(measure.clauses, ['measures', id, 'clauses'])
  for (const [id, adjustment] of Object.entries(definition.adjustments)) see(adjustment.clauses, ['adjustments', id, 'clauses'])
  see(definition.ranking.clauses, ['ranking', 'clauses'])
  for (const [id, consequence] of Object.entries(definition.consequences)) see(consequence.clauses, ['consequences', id, 'clauses'])
  see(definition.spotChecks?.clauses, ['spotChecks', 'clauses'])
  see(definition.transfer?.clauses, ['transfer', 'clauses'])
  for (const [id, requirement] of Object.entries(definition.transfer?.requirements ?? {})) see(requirement.clauses, ['transfer', 'requirements', id, 'clauses'])
  see(definition.bulletin?.clauses, ['bulletin', 'clauses'])
  for (const [id, total] of Object.entries(definition.bulletin?.totals ?? {})) see(total.clauses, ['bulletin', 'totals', id, 'clauses'])
  for (const [id, clause] of Object.entries(definition.clauses)) {
    if (!used.has(id) && !clause.elsewhere) log.add(['clauses', id], 'definition/clause-unused', { name: id }, { key: true })
  }
}

function unitKnown(definition: Definition, unit: string | undefined, path: Path, log: MistakeLog): void {
  if (unit !== undefined && !Object.hasOwn(definition.units, unit)) log.add(path, 'definition/unknown-unit', suggestion(unit, Object.keys(definition.units)))
}

/** The form of a cell named `form.field` or `form.repeat.field`; reports when there is no such cell. */
function cellKnown(definition: Definition, at: string, path: Path, log: MistakeLog) {
  const [id = '', ...rest] = at.split('.')
  const form = Object.hasOwn(definition.forms, id) ? definition.forms[id] : undefined
  if (!form) log.add(path, 'definition/unknown-form', suggestion(id, Object.keys(definition.forms)))
  else if (!fieldAt(form, rest.join('.'))) log.add(path, 'definition/unknown-field', suggestion(rest.join('.'), Object.keys(form.fields)))
  return form
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text && text >= '1900-03-01'
}
