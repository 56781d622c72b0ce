/** Why one unit stands where it stands: opened from the ranking, read from the returns that the workbook keeps. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { countStates, type FindingState } from '../../../domain/oversight/findings-over-time'
import type { ExplainedMeasure, ExplainedRow } from '../../../domain/ranking/explained-measures'
import type { ExplainedIndicator, Explanation } from '../../../domain/ranking/explanation'
import { registered } from '../../../domain/ranking/registry'
import { address } from '../../../domain/returns/address'
import type { IsoDate } from '../../../domain/returns/return'
import { OfficeError } from '../../consolidate/office-error'
import type { OpenOffice } from '../../consolidate/open-office'
import { explainWeek, type UnitExplained, type WeekExplained } from '../../oversight/explain'
import { officeNow } from './book'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf, type Trouble } from '../trouble'

export interface ExplainState {
  /** Registry id of the unit that is shown or being read; absent: none. */
  readonly unit?: string
  readonly isReading: boolean
  readonly view?: ExplainedPlace
  readonly trouble?: Trouble
}

export interface ExplainedPlace {
  readonly name: string
  readonly week: number
  readonly asOf: IsoDate
  /** In force in that week. */
  readonly campaign: Campaign
  readonly explanation: Explanation
  /** What cost most first; what does not count comes last. */
  readonly indicators: readonly IndicatorLine[]
  /** Adjustments that gave or took something. */
  readonly adjustments: Explanation['adjustments']
  /** Names of those who hold the place above. */
  readonly above: readonly string[]
  /** The return is not kept: there are points and no rows. */
  readonly kept: boolean
  /** File of the return. */
  readonly file: string
  /** What became of findings since the week before; absent without a valid return. */
  readonly findings?: Readonly<Record<FindingState, number>>
}

export interface IndicatorLine extends Omit<ExplainedIndicator, 'measures'> {
  /** Points that it gives in full. */
  readonly most: number
  /** What cost points first. */
  readonly measures: readonly MeasureLine[]
}

export interface MeasureLine extends Omit<ExplainedMeasure, 'rows'> {
  readonly rows: readonly RowLine[]
}

export interface RowLine extends ExplainedRow {
  /** `学习考勤!N9`; only the sheet when the row is missing; empty when the form is. */
  readonly place: string
}

export class ExplainDesk {
  readonly store = new Store<ExplainState>({ isReading: false })
  /** The last week that was worked out: asking for the next unit of it costs nothing. */
  private last: { readonly office: OpenOffice; readonly week: number; readonly explained: WeekExplained } | undefined

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
  ) {}

  /** `office`: as the pane shows it; when the pane reads it again, weeks are worked out anew. */
  readonly explain = async (office: OpenOffice, week: number, unit: string): Promise<void> => {
    this.store.set({ unit, isReading: true })
    try {
      const explained = await this.weekOf(office, week)
      const one = explained.of(unit)
      if (!one) throw new OfficeError('office/no-such-unit', { unit, week })
      if (this.store.state.unit === unit) this.store.set({ unit, isReading: false, view: viewOf(one, explained, office) })
    } catch (error) {
      if (this.store.state.unit === unit) this.store.set({ unit, isReading: false, trouble: troubleOf(error) })
    }
  }

  readonly close = (): void => this.store.set({ isReading: false })

  private async weekOf(office: OpenOffice, week: number): Promise<WeekExplained> {
    if (this.last?.office === office && this.last.week === week) return this.last.explained
    const [{ open }, { compression }] = await Promise.all([officeNow(this.session, this.campaign, [week]), this.session.tools.format()])
    const explained = explainWeek(open, { week, compression })
    this.last = { office, week, explained }
    return explained
  }
}

function viewOf({ explanation, entry, kept, findings }: UnitExplained, { campaign, week, asOf }: WeekExplained, { state }: OpenOffice): ExplainedPlace {
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  return {
    name: nameOf(entry.unit),
    week,
    asOf,
    campaign,
    explanation,
    indicators: explanation.indicators.map(indicatorLine).toSorted((a, b) => Number(a.attainment === undefined) - Number(b.attainment === undefined) || b.lost - a.lost),
    adjustments: explanation.adjustments.filter(({ points }) => points !== 0),
    above: explanation.next?.units.map(nameOf) ?? [],
    kept,
    file: entry.file ?? '',
    ...(findings && { findings: countStates(findings) }),
  }
}

function indicatorLine(one: ExplainedIndicator): IndicatorLine {
  return {
    ...one,
    most: one.points + one.lost,
    measures: one.measures.map((measure) => ({ ...measure, rows: measure.rows.map((row) => ({ ...row, place: placeOf(row) })) })).toSorted((a, b) => b.lost - a.lost),
  }
}

function placeOf({ sheet, row, column }: ExplainedRow): string {
  if (sheet === undefined) return ''
  return row === undefined || column === undefined ? sheet : `${sheet}!${address(row, column)}`
}
