/** Everything a unit has to know when it submits: what is still short, the seal, the file's name, where it goes. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { countFindings, type FindingCounts } from '../../../domain/returns/group-findings'
import { coverWeek } from '../../../domain/returns/read-identity'
import type { IsoDate, SubjectFacts } from '../../../domain/returns/return'
import type { Workbook } from '../../../workbook/model'
import type { WorkbookPatch } from '../../../workbook/patch'
import type { CheckResult } from '../../check'
import { fileName } from '../../file-name'
import { namedInFile } from '../../intake/named-in-file'
import { measureLines, type MeasureLine } from './measure-lines'

export interface Preparation {
  /** Campaign week on the cover; absent: its cell is gone, and the week could not be stamped. */
  readonly week?: number
  /** Last day of that week. */
  readonly weekEnd?: IsoDate
  readonly counts: FindingCounts
  /** Past their due date, and still open. */
  readonly overdue: readonly MeasureLine[]
  readonly open: readonly MeasureLine[]
  /** First digits of the hash that the seal keeps. */
  readonly fingerprint: string
  readonly sealedAt: string
  /** Name of the file as it was issued, which is what the office looks for. */
  readonly expectedName: string
  /** Whether the file as it is named now says whose it is. */
  readonly nameFits: boolean
}

/** Nothing is refused: what is short is said. `openName`: file name as the host shows it. */
export function preparationOf(result: CheckResult, campaign: Campaign, openName: string): Preparation {
  const { ret, evaluation } = result
  const { week } = ret.identity
  const lines = measureLines(evaluation, campaign)
  return {
    ...(week !== undefined && { week, weekEnd: campaign.calendar.weekEnd(week) }),
    counts: countFindings(result.findings),
    overdue: lines.filter(({ status }) => status === 'shortfall'),
    open: lines.filter(({ status }) => status === 'in-progress'),
    fingerprint: ret.contentHash.slice(0, 8),
    sealedAt: result.at,
    expectedName: expectedName(ret.subject, openName),
    nameFits: namedInFile(openName, [{ ...ret.subject, kind: ret.kind }]).length > 0,
  }
}

/** The name it was issued under: id and name. A workbook that names nobody keeps its own. */
function expectedName({ id, name }: SubjectFacts, openName: string): string {
  const wanted = name === id ? name : `${id} ${name}`.trim()
  return wanted === '' ? openName : fileName(wanted, '.xlsx')
}

/** The week written on the cover, where its cell is and says something else; otherwise nothing. */
export function weekPatch(book: Workbook, week: number): WorkbookPatch {
  const cover = coverWeek(book)
  if (!cover.cell || cover.week === week) return { sheets: [] }
  const { sheet, row, column } = cover.cell
  return { sheets: [{ sheet, cells: [{ row, column, value: week }] }] }
}

/** The week a person most likely means: the one on the cover, else that of today. */
export function likelyWeek(book: Workbook, { calendar }: Pick<Campaign, 'calendar'>, today: IsoDate): number {
  const { week } = coverWeek(book)
  return week !== undefined && week <= calendar.weeks ? week : calendar.weekOf(today)
}
