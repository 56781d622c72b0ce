/** A changed setting or weight, or another definition, tried on a past week in the pane: what it would change, and where it is put into force. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { overridesIn, type SettingKind, type SettingValue } from '../../../domain/campaign/settings-in-time'
import type { Text } from '../../../domain/text'
import { locateTables, tableRows } from '../../../reports/office/locate-tables'
import { settingKey, weightKey } from '../../../reports/office/tables/settings'
import type { OpenOffice } from '../../consolidate/open-office'
import { rehearse, type Rehearsed } from '../../rehearse'
import { officeNow } from './book'
import { rehearsedWeek, type RehearsedWeek } from './rehearsed'
import { readTried, type TriedDefinition } from './tried-definition'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import type { PickedFile } from '../tools'
import { troubleOf, type Trouble } from '../trouble'

export interface RehearseState {
  /** Settings, then weights, as the settings sheet lists them. */
  readonly lines: readonly SettingLine[]
  /** What is tried, by key; as typed. */
  readonly tried: ReadonlyMap<string, string>
  /** Keys of those that cannot be used as they are typed. */
  readonly unusable: ReadonlySet<string>
  /** What is tried: values beside those in force, or a definition instead of the one in force. */
  readonly what: 'settings' | 'definition'
  readonly definition: TriedDefinition
  readonly isWorking: boolean
  readonly outcome?: RehearsedWeek
  readonly trouble?: Trouble
}

export interface SettingLine {
  /** As in the settings sheet. */
  readonly key: string
  readonly kind: SettingKind
  readonly id: string
  readonly title: Text
  /** In force in the week. */
  readonly value: SettingValue
  /** An entry of the definition's `units`. */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly clauses: readonly string[]
  /** The directive leaves it to the office. */
  readonly ours: boolean
}

export class RehearseDesk {
  readonly store = new Store<RehearseState>({ lines: [], tried: new Map(), unusable: new Set(), what: 'settings', definition: { state: 'none' }, isWorking: false })

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
  ) {}

  /** Lists what can be changed, with the values that hold in that week. What was tried stays. */
  readonly open = (office: OpenOffice, week: number): void => this.store.update({ lines: linesOf(office, week), outcome: undefined, trouble: undefined })

  /** `text`: empty or the value in force: not tried any more. Booleans as `true` and `false`, percentages in percent. */
  readonly try = (key: string, text: string): void => {
    const { lines } = this.store.state
    const line = lines.find((one) => one.key === key)
    if (!line) return
    const tried = new Map(this.store.state.tried)
    if (text.trim() === '' || text === textOf(line)) tried.delete(key)
    else tried.set(key, text)
    const unusable = new Set([...tried].flatMap(([one, said]) => (usable(lines, one, said) === undefined ? [one] : [])))
    this.store.update({ tried, unusable, outcome: undefined, trouble: undefined })
  }

  readonly clear = (): void => this.store.update({ tried: new Map(), unusable: new Set(), outcome: undefined, trouble: undefined })

  readonly turnTo = (what: RehearseState['what']): void => this.store.update({ what, outcome: undefined, trouble: undefined })

  /** Reads a definition, from its file or from a workbook that carries it. A later choice overtakes an earlier one. */
  readonly chooseDefinition = async (file: PickedFile): Promise<void> => {
    const reading: TriedDefinition = { state: 'reading', file: file.name }
    this.store.update({ definition: reading, outcome: undefined, trouble: undefined })
    const definition = await readTried(file, this.campaign.definition, this.session.tools)
    if (this.store.state.definition === reading) this.store.update({ definition })
  }

  /** Whether there is something to try that can be tried. */
  readonly isReady = ({ what, tried, unusable, definition }: RehearseState): boolean => (what === 'settings' ? tried.size > 0 && unusable.size === 0 : definition.state === 'usable')

  /** Works out what the week would be. Writes nothing. */
  readonly rehearse = async (week: number): Promise<void> => {
    const { state } = this.store
    const { definition } = state
    if (state.isWorking || !this.isReady(state)) return
    this.store.update({ isWorking: true, outcome: undefined, trouble: undefined })
    try {
      const [{ open }, { compression }] = await Promise.all([officeNow(this.session, this.campaign, [week]), this.session.tools.format()])
      const another = state.what === 'definition' && definition.state === 'usable' ? definition.campaign.definition : undefined
      const rehearsal = rehearse({ office: open, week, change: another ? { definition: another } : valuesOf(state), compression })
      // Whoever chose something else meanwhile is not shown what this came to.
      if (this.store.state.what === state.what && this.store.state.definition === definition) this.store.update({ outcome: rehearsedWeek(rehearsal, open, another) })
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    } finally {
      this.store.update({ isWorking: false })
    }
  }

  /** Shows the cell of the settings sheet in which the value is put into force. */
  readonly reveal = async (key: string): Promise<void> => {
    const { workbook } = this.session.tools
    try {
      const { book } = await officeNow(this.session, this.campaign)
      const table = locateTables(book).tables.get('settings')
      const row = table && tableRows(table).find((one) => one.key === key)?.row
      if (table && row) await workbook.reveal(table.sheet.name, row.row, table.columns.get('value') ?? table.keyColumn)
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    }
  }
}

function linesOf({ campaignIn, state, pending }: OpenOffice, week: number): SettingLine[] {
  const { definition, indicators } = campaignIn(week)
  const held = overridesIn([...state.settings, ...pending], week)
  const settings = Object.entries(definition.settings).map(
    ([id, { title, value, unit, min, max, clause, ours }]): SettingLine => ({
      key: settingKey(id),
      kind: 'setting',
      id,
      title,
      value: held.settings?.[id] ?? value,
      ...(unit !== undefined && { unit }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      clauses: clause === undefined ? [] : [clause],
      ours: ours ?? false,
    }),
  )
  const weights = indicators.flatMap(({ id, weight }): SettingLine[] => {
    const indicator = definition.indicators[id]
    const clauses = [...new Set((indicator?.measures ?? []).flatMap((measure) => definition.measures[measure]?.clauses ?? []))]
    return indicator ? [{ key: weightKey(id), kind: 'weight', id, title: indicator.title, value: weight, min: 0, clauses, ours: true }] : []
  })
  return [...settings, ...weights]
}

function valuesOf({ lines, tried }: RehearseState): Rehearsed {
  const values = (kind: SettingKind) => lines.filter((line) => line.kind === kind && tried.has(line.key)).map((line) => [line.id, usable(lines, line.key, tried.get(line.key) as string) as SettingValue] as const)
  return { settings: Object.fromEntries(values('setting')), weights: Object.fromEntries(values('weight').map(([id, value]) => [id, Number(value)])) }
}

/** A value as it is typed: percentages in percent. */
export function textOf({ value, unit }: Pick<SettingLine, 'value' | 'unit'>): string {
  if (typeof value === 'number' && unit === 'percent') return String(Math.round(value * 1e6) / 1e4)
  return String(value)
}

/** The value that a text says, of the setting's own type; undefined: none, or one outside its limits. */
function usable(lines: readonly SettingLine[], key: string, text: string): SettingValue | undefined {
  const line = lines.find((one) => one.key === key)
  if (!line) return undefined
  const { value, min = -Infinity, max = Infinity, unit } = line
  const said = text.normalize('NFKC').trim()
  if (typeof value === 'boolean') return said === 'true' ? true : said === 'false' ? false : undefined
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) && !/^\d{4}-\d\d-\d\d$/.test(said) ? undefined : said
  const number = said === '' ? NaN : Number(said.replace(/%$/, '')) / (unit === 'percent' ? 100 : 1)
  return Number.isFinite(number) && number >= min && number <= max ? number : undefined
}
