import { duties } from '../../../domain/campaign/feeding'
import { fedUnits } from '../../../domain/supervision/feed'
import { unitTables, type UnitTables } from '../../../domain/supervision/unit-tables'
import type { LedgerEntry } from '../../../domain/ranking/ledger'
import type { Duty, SupervisedUnit } from '../../../domain/supervision/supervision'
import type { FieldValue } from '../../../domain/returns/return'
import type { Table, TableColumn, TableRow, TableValue } from '../keyed-table'
import { MARKS_OF_ROWS } from '../office-look'
import { outcomeWord, type OfficeView } from '../view'
import { systemColumn, unitColumn } from './subject-columns'

/** What the groups do of what is asked of them: a row for each group, done and owed of each measure up to the day of the week. */
export function supervisionGroupsTable(view: OfficeView): Table {
  const { say, text, campaign } = view
  const owed = duties(campaign)
  // Of what is done again and again the sum tells; of what is done once for each unit, how many units.
  const repeated = new Set(unitTables(campaign)?.events.map(({ form }) => form))
  const isOfRows = (measure: string) => campaign.measures.some(({ id, subject }) => id === measure && subject.kind === 'rows' && campaign.form(subject.form).shape === 'roster')
  const groups = view.everybody.filter(({ kind }) => kind === 'group')
  return {
    design: {
      id: 'supervision-groups',
      section: text(campaign.definition.terms.group),
      prepared: groups.length + 5,
      columns: [
        systemColumn(view, 16),
        { id: 'group', heading: text(campaign.definition.terms.group), width: 26, look: 'name', whenStale: 'keep' },
        { id: 'outcome', heading: say('office/outcome'), width: 14, look: 'center', whenStale: { value: say('office/no-longer-registered') } },
        { id: 'short', heading: say('supervision/short'), width: 9, look: 'count' },
        { id: 'errors', heading: say('office/errors'), width: 9, look: 'count' },
        ...owed.flatMap((id): TableColumn[] => {
          const title = text(campaign.definition.measures[id]?.title ?? { zh: id, en: id })
          const done: TableColumn = { id: `done-${id}`, heading: say('supervision/done-of', { title }), width: 13, look: 'center' }
          const met: TableColumn = { id: `met-${id}`, heading: say('supervision/met-of', { title, unit: text(campaign.definition.terms.unit) }), width: 13, look: 'center' }
          if (!isOfRows(id)) return [done]
          return repeated.has(campaign.definition.measures[id]?.at.split('.')[0] ?? '') ? [done, met] : [met]
        }),
      ],
      conditions: ({ area, cell }) => [
        { kind: 'formula', area: area('short'), formula: `N(${cell('short')})>0`, format: MARKS_OF_ROWS.doubt },
        { kind: 'formula', area: area('outcome'), formula: `AND(${cell('outcome')}<>"",${cell('outcome')}<>"${outcomeWord(say, 'valid')}")`, format: MARKS_OF_ROWS.absent },
      ],
    },
    rows: groups.map(({ id, name }): TableRow => {
      const entry = view.week && view.entry(view.week.week, id)
      const done = new Map((entry?.outcome === 'valid' ? (entry.supervision?.duties ?? []) : []).map((duty) => [duty.measure, duty]))
      const systems = new Set(view.state.registry.units.filter(({ group }) => group === id).map(({ system }) => system))
      return {
        key: id,
        values: {
          system: [...systems].join(say('office/comma')),
          group: name,
          outcome: entry ? outcomeWord(say, entry.outcome) : null,
          short: done.size === 0 ? null : [...done.values()].reduce((sum, { short }) => sum + short, 0),
          errors: entry?.counts?.errors ?? null,
          ...Object.fromEntries(owed.flatMap((measure) => dutyCells(done.get(measure)))),
        },
      }
    }),
  }
}

/** Nothing where nothing counts yet. */
function dutyCells(duty: Duty | undefined): [string, string][] {
  if (!duty || duty.subjects === 0) return []
  const { measure, done, owed, met, subjects } = duty
  return [[`done-${measure}`, `${rounded(done)} / ${rounded(owed)}`], [`met-${measure}`, `${met} / ${subjects}`]]
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** What the groups say of every unit; rows that name no unit the registry has come last. Absent: the definition has no roster of units. */
export function supervisionUnitsTable(view: OfficeView): Table | undefined {
  const { say, text, campaign, week } = view
  const tables = unitTables(campaign)
  if (!tables) return undefined
  const feeding = campaign.indicators.filter(({ definition }) => definition.feeds)
  const fed = week ? fedUnits(view.state.entries, week.week, (unit) => view.state.registry.units.find(({ id }) => id === unit)?.group) : new Map<string, never>()
  const said = week ? view.everybody.flatMap(({ id, kind }) => (kind === 'group' ? unitsSaid(view.entry(week.week, id)) : [])) : []
  const rowOf = (unit: string) => said.find((one) => one.of.unit === unit && (one.group === fed.get(unit)?.group || said.filter(({ of }) => of.unit === unit).length === 1))
  const place = new Map(view.systemOrder.map((system, i) => [system, i]))
  const units = [...view.state.registry.units].sort((a, b) => (place.get(a.system) ?? 0) - (place.get(b.system) ?? 0))
  return {
    design: {
      id: 'supervision-units',
      section: say('supervision/units', { unit: text(campaign.definition.terms.unit) }),
      prepared: units.length + 20,
      columns: [
        systemColumn(view, 16),
        unitColumn(view, 26),
        { id: 'group', heading: text(campaign.definition.terms.group), width: 14, look: 'text' },
        ...feeding.map(({ id, definition: { title } }): TableColumn => ({ id: `fed-${id}`, heading: say('supervision/fed', { title: text(title) }), width: 9, look: 'percent' })),
        ...factColumns(view, tables),
        ...tables.events.flatMap(({ form }) => eventColumns(view, form)),
        { id: 'remark', heading: say('office/remark'), width: 40, look: 'long' },
      ],
    },
    rows: [
      ...units.map(({ id, name, system, group }): TableRow => {
        const one = rowOf(id)
        const entry = week && view.entry(week.week, id)
        const attained = feeding.map(({ id: indicator }) => [`fed-${indicator}`, entry?.indicators.find((score) => score.indicator === indicator)?.attainment ?? null] as const)
        return { key: id, values: { system, unit: name, group: view.nameOf(one?.group ?? group), ...Object.fromEntries(attained), ...(one && saidCells(view, one.of, tables)), remark: week ? remarkOf(view, id, group, one) : null } }
      }),
      ...said.filter(({ of }) => of.unit === undefined).map(({ group, of }, i): TableRow => ({ key: `?${group}|${i}`, values: { unit: of.label, group: view.nameOf(group), ...saidCells(view, of, tables), remark: say('supervision/nobody') } })),
    ],
  }
}

interface Said {
  readonly group: string
  readonly of: SupervisedUnit
}

function unitsSaid(entry: LedgerEntry | undefined): Said[] {
  return entry?.outcome === 'valid' ? (entry.supervision?.units ?? []).map((of) => ({ group: entry.unit, of })) : []
}

/** Why nothing of it is in the score, in a few words. */
function remarkOf(view: OfficeView, unit: string, group: string, said: Said | undefined): string {
  const { say, week } = view
  if (!week) return ''
  const own = view.entry(week.week, unit)
  if (said && own?.outcome !== 'valid') return own ? say('supervision/unit-absent', { outcome: outcomeWord(say, own.outcome) }) : ''
  if (said) {
    const isOut = (entry: Pick<LedgerEntry, 'indicators'> | undefined) => view.campaign.indicators.some(({ id, definition }) => definition.feeds && entry?.indicators.some(({ indicator, attainment }) => indicator === id && attainment === undefined))
    return isOut(own) ? say(own?.unwaived && !isOut(own.unwaived) ? 'explain/waived' : 'supervision/not-yet') : ''
  }
  if (view.everybody.some(({ id, kind }) => kind === 'group' && unitsSaid(view.entry(week.week, id)).some(({ of }) => of.unit === unit))) return say('supervision/several')
  if (group === '') return say('supervision/no-group')
  const entry = view.entry(week.week, group)
  return say(entry?.outcome === 'valid' ? 'supervision/not-listed' : 'supervision/no-return', { group: view.nameOf(group) })
}

function factColumns({ campaign, text }: OfficeView, { facts }: UnitTables): TableColumn[] {
  return facts.map(({ form, field }) => {
    const of = campaign.form(form).fields[field]
    const title = of && of.type !== 'repeat' ? text(of.title) : field
    const look = of?.type === 'total' || of?.type === 'number' ? 'mark' : of?.type === 'integer' ? 'count' : of?.type === 'percent' ? 'percent' : 'center'
    return { id: `fact-${form}.${field}`, heading: title, width: 12, look }
  })
}

function eventColumns({ campaign, say, text }: OfficeView, form: string): TableColumn[] {
  const title = text(campaign.form(form).title)
  return [
    { id: `last-${form}`, heading: say('supervision/last', { title }), width: 12, look: 'center' },
    ...Array.from({ length: campaign.calendar.weeks }, (_, i): TableColumn => ({ id: `w${i + 1}-${form}`, heading: say('supervision/days-in-week', { title, week: i + 1 }), width: 9, look: 'count' })),
  ]
}

/** Weeks that have not begun on the week's day stay blank. */
function saidCells(view: OfficeView, { days, facts }: SupervisedUnit, tables: UnitTables): Record<string, TableValue> {
  const begun = view.week ? view.campaign.calendar.weekOf(view.week.asOf) : 0
  return Object.fromEntries([
    ...tables.facts.map(({ form, field }) => [`fact-${form}.${field}`, factText(view, form, field, facts[`${form}.${field}`])] as const),
    ...tables.events.flatMap(({ form }) => [[`last-${form}`, days[form]?.last ?? null] as const, ...(days[form]?.weeks ?? []).map((count, i) => [`w${i + 1}-${form}`, i < begun ? count : null] as const)]),
  ])
}

function factText({ campaign, say, text }: OfficeView, form: string, field: string, value: FieldValue | undefined): TableValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return say(value ? 'office/yes' : 'office/no')
  const of = campaign.form(form).fields[field]
  if (of?.type === 'choice') return text(campaign.definition.lists[of.list]?.items[String(value)] ?? { zh: String(value), en: String(value) })
  return value
}
