/** The office's waivers as it works with them: whom and what one can be given for, what is wrong with one, and how those that were given stand. */
import type { Campaign } from '../domain/campaign/campaign'
import { feedingMeasures } from '../domain/campaign/feeding'
import { plainName, type Waiver } from '../domain/evaluation/waiver'
import { registered, type Registered } from '../domain/ranking/registry'
import { isoOfSerial, serialOf } from '../domain/returns/serial'
import type { IsoDate, Return } from '../domain/returns/return'
import { subjectNamed } from '../reports/office/read-waivers'
import { OfficeError, type WaiverTrouble } from './consolidate/office-error'
import type { OpenOffice } from './consolidate/open-office'

/** A waiver as a person asks for it: texts as typed. */
export interface WaiverAsked {
  /** Name or registry id of a unit or group. */
  readonly unit: string
  /** Blank: the unit as a whole. */
  readonly member: string
  readonly clause: string
  readonly reason: string
  readonly approver: string
  /** ISO date. */
  readonly until: string
}

export interface WaiverMistake {
  readonly part: keyof WaiverAsked
  readonly code: WaiverTrouble
  readonly params: Readonly<Record<string, string>>
}

type Office = Pick<OpenOffice, 'campaign' | 'state'>

/** Whom a waiver is asked for: a unit or group by its id or name, as the sheet takes it. */
export function subjectOf(written: string, { state }: Pick<Office, 'state'>): Registered | undefined {
  return subjectNamed(registered(state.registry), written.trim())
}

/**
 * Clauses by which it is judged, in its own workbook or, a unit, by its group in the group's: in the definition's order.
 * A waiver of any other relieves of nothing.
 */
export function clausesOf(campaign: Campaign, kind: 'unit' | 'group'): string[] {
  const feeding = kind === 'unit' ? feedingMeasures(campaign) : new Set<string>()
  const judged = new Set(campaign.measures.filter((measure) => measure.in === kind || feeding.has(measure.id)).flatMap(({ definition }) => definition.clauses))
  return Object.keys(campaign.definition.clauses).filter((clause) => judged.has(clause))
}

/** Whether single rows of such a workbook (a unit's members) can be relieved of it: it asks something of each of them. What is asked of the unit as a whole is waived for the unit. */
export function isOfRows(campaign: Campaign, kind: Registered['kind'], clause: string): boolean {
  return campaign.measures.some(({ in: of, subject, definition }) => of === kind && subject.kind === 'rows' && definition.clauses.includes(clause))
}

/** Every part that is missing or cannot be used, in the order of the form. A unit that nobody registered may have any clause that is judged. */
export function mistakesIn(asked: WaiverAsked, { campaign, state }: Office): WaiverMistake[] {
  const subject = subjectOf(asked.unit, { state })
  const clauses = subject ? clausesOf(campaign, subject.kind) : [...new Set([...clausesOf(campaign, 'unit'), ...clausesOf(campaign, 'group')])]
  const { start, end } = campaign.calendar
  const mistake = (isWrong: boolean, part: WaiverMistake['part'], params: WaiverMistake['params'] = {}): WaiverMistake[] => {
    const written = asked[part].trim()
    const code = written === '' && (part === 'unit' || part === 'clause' || part === 'until') ? (`office/waive-no-${part}` as const) : (`office/waive-${part}` as const)
    return isWrong ? [{ part, code, params: { written, ...params } }] : []
  }
  return [
    ...mistake(!subject, 'unit'),
    ...mistake(asked.member.trim() !== '' && subject !== undefined && clauses.includes(asked.clause.trim()) && !isOfRows(campaign, subject.kind, asked.clause.trim()), 'member', { clause: asked.clause.trim() }),
    ...mistake(!clauses.includes(asked.clause.trim()), 'clause', { clauses: clauses.join(' ') }),
    ...mistake(asked.reason.trim() === '', 'reason'),
    ...mistake(asked.approver.trim() === '', 'approver'),
    ...mistake(!isDay(asked.until.trim()) || asked.until.trim() < start, 'until', { start, end }),
  ]
}

/** The waiver that is asked for. Throws OfficeError with the first mistake. */
export function waiverOf(asked: WaiverAsked, open: Office): Waiver {
  const [wrong] = mistakesIn(asked, open)
  const subject = subjectOf(asked.unit, open)
  if (wrong || !subject) throw new OfficeError(wrong?.code ?? 'office/waive-unit', wrong?.params)
  const member = asked.member.trim()
  return { unit: subject.id, ...(member !== '' && { member }), clause: asked.clause.trim(), reason: asked.reason.trim(), approver: asked.approver.trim(), until: asked.until.trim() }
}

/** One that makes another needless: of the same clause, for the whole unit or the same member, and as long. */
export function coveredBy(waivers: readonly Waiver[], { unit, member, clause, until }: Waiver): Waiver | undefined {
  return waivers.find((one) => one.unit === unit && one.clause === clause && one.until >= until && (one.member === undefined || (member !== undefined && plainName(one.member) === plainName(member))))
}

export interface ListedWaiver {
  readonly waiver: Waiver
  /** Of the unit or group. */
  readonly name: string
  /** Its last day is past. */
  readonly isOver: boolean
  /** Weeks were judged without it, or with it as it was before: it tells when they are judged again. */
  readonly isUnsettled: boolean
  /** Last day if it were ended now; absent: nothing is left of it to end. */
  readonly endsOn?: IsoDate
}

/** In the order of the sheet, those that hold before those that are over. `today`: of the clock. */
export function listedWaivers({ campaign, state }: Office, today: IsoDate): ListedWaiver[] {
  const names = new Map(registered(state.registry).map(({ id, name }) => [id, name]))
  const day = dayOf({ campaign, state }, today)
  const listed = state.waivers.map((waiver): ListedWaiver => {
    const endsOn = endOf(waiver, { campaign, state }, today)
    const isUnsettled = state.weeks.length > 0 && !state.recordedWaivers.some((one) => isSame(one, waiver))
    return { waiver, name: names.get(waiver.unit) ?? waiver.unit, isOver: waiver.until < day, isUnsettled, ...(endsOn !== undefined && { endsOn }) }
  })
  return listed.toSorted((a, b) => Number(a.isOver) - Number(b.isOver))
}

/**
 * Last day of a waiver that is ended now: yesterday, while the campaign goes on. Weeks that were judged by a later day keep
 * it; before anything was judged it never holds. Undefined: its own last day is no later.
 */
export function endOf({ until }: Pick<Waiver, 'until'>, { campaign, state }: Office, today: IsoDate): IsoDate | undefined {
  const last = [lastJudged(state) ?? dayBefore(campaign.calendar.start), ...(isOn(campaign, today) ? [dayBefore(today)] : [])].toSorted().at(-1) as IsoDate
  return last < until ? last : undefined
}

export function isSame(one: Waiver, other: Waiver): boolean {
  return one.unit === other.unit && one.member === other.member && one.clause === other.clause && one.reason === other.reason && one.approver === other.approver && one.until === other.until
}

/** Everybody whom the rosters of a return list, as they name them. */
export function rosterNames(campaign: Campaign, { kind, records }: Return): string[] {
  const rosters = campaign.forms[kind].filter((form) => campaign.form(form).shape === 'roster')
  return [...new Set(rosters.flatMap((form) => (records[form] ?? []).map(({ label }) => label)))].filter((label) => label !== '')
}

/** Names compared whatever their widths and spaces. */
export function isNamed(names: readonly string[], member: string): boolean {
  return names.some((name) => plainName(name) === plainName(member))
}

/** Today, while the campaign goes on; at another time the day that was judged last, or its first. */
function dayOf({ campaign, state }: Office, today: IsoDate): IsoDate {
  return isOn(campaign, today) ? today : (lastJudged(state) ?? campaign.calendar.start)
}

function isOn({ calendar }: Campaign, today: IsoDate): boolean {
  return calendar.start <= today && today <= calendar.end
}

function lastJudged({ weeks }: OpenOffice['state']): IsoDate | undefined {
  return weeks.map(({ asOf }) => asOf).toSorted().at(-1)
}

function dayBefore(day: IsoDate): IsoDate {
  return isoOfSerial(serialOf(day) - 1) as IsoDate
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
