/** Returns in brief: a file is a few facts, and checking it gives what the facts say. The use cases cannot tell. */
import type { Evaluation, MeasureResult } from '../../src/domain/evaluation/evaluation'
import type { Finding } from '../../src/domain/returns/finding'
import { IDENTITY_KEYS, IDENTITY_SHEET } from '../../src/domain/returns/identity'
import { readIdentity, readSubject } from '../../src/domain/returns/read-identity'
import { sha256 } from '../../src/domain/returns/sha256'
import type { Return } from '../../src/domain/returns/return'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { WorkbookError } from '../../src/workbook/error'
import type { Workbook } from '../../src/workbook/model'

export interface Brief {
  readonly unit?: string
  readonly week?: number
  readonly score?: number
  /** Default: from unit, week and score. */
  readonly content?: string
  /** Time of the last check. */
  readonly sealed?: string
  /** Content the seal speaks of; default: the content. */
  readonly sealedContent?: string
  readonly modified?: string
  readonly name?: string
  readonly campaign?: string | null
  readonly version?: string
  readonly kind?: string
  readonly title?: string
  readonly system?: string
  readonly rows?: number
  readonly shortfalls?: readonly MeasureResult[]
  readonly findings?: readonly Finding[]
  readonly unreadable?: boolean
}

export const CAMPAIGN = 'brief'
export const VERSION = '1'

export function file(brief: Brief): IncomingFile {
  return {
    name: brief.name ?? `${brief.unit ?? 'x'}-${brief.week ?? ''}-${brief.score ?? ''}.xlsx`,
    ...(brief.modified !== undefined && { modified: brief.modified }),
    load: () => new TextEncoder().encode(JSON.stringify(brief)),
  }
}

export function readBrief(bytes: Uint8Array): Workbook {
  const brief = JSON.parse(new TextDecoder().decode(bytes)) as Brief
  if (brief.unreadable) throw new WorkbookError('file/truncated', {} as never)
  const pairs: [string, string | undefined][] = [
    [IDENTITY_KEYS.campaign, brief.campaign === null ? undefined : (brief.campaign ?? CAMPAIGN)],
    [IDENTITY_KEYS.version, brief.version ?? VERSION],
    [IDENTITY_KEYS.kind, brief.kind ?? 'unit'],
    [IDENTITY_KEYS.subject, brief.unit],
    [IDENTITY_KEYS.name, brief.title],
    [IDENTITY_KEYS.system, brief.system],
    [IDENTITY_KEYS.week, brief.week === undefined ? undefined : String(brief.week)],
    [IDENTITY_KEYS.sealAt, brief.sealed],
    [IDENTITY_KEYS.sealContent, brief.sealedContent ?? contentOf(brief)],
    [IDENTITY_KEYS.sealRules, VERSION],
    ['brief', JSON.stringify(brief)],
  ]
  const rows = pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])).map(([key, value], i) => ({ row: i + 1, cells: [{ column: 1, value: key }, { column: 2, value }] }))
  return { sheets: [{ name: IDENTITY_SHEET, visibility: 'veryHidden', protected: false, merges: [], rows }], names: [], properties: {}, foreign: [] }
}

export function checkBrief(book: Workbook): { ret: Return; evaluation: Evaluation; findings: readonly Finding[] } {
  const brief = JSON.parse(String(book.sheets[0]?.rows.find(({ cells }) => cells[0]?.value === 'brief')?.cells[1]?.value)) as Brief
  const total = brief.score ?? 0
  const ret: Return = {
    identity: readIdentity(book),
    kind: 'unit',
    subject: readSubject(book),
    located: {},
    records: {},
    rows: { members: { read: 20, accepted: brief.rows ?? 10, rejected: 0, blank: 20 - (brief.rows ?? 10) } },
    findings: [],
    contentHash: contentOf(brief),
  }
  const score = { total, indicators: [{ indicator: 'hours', weight: 100, attainment: total / 100, points: total }], adjustments: [] }
  return { ret, evaluation: { asOf: '2005-03-07', week: brief.week ?? 1, measures: brief.shortfalls ?? [], score, findings: [] }, findings: brief.findings ?? [] }
}

function contentOf(brief: Brief): string {
  return brief.content ?? `${brief.unit}/${brief.week}/${brief.score}/${brief.rows ?? ''}`
}

export const PORTS = {
  load: async (incoming: IncomingFile) => {
    const bytes = await incoming.load()
    return { hash: sha256(bytes), open: () => readBrief(bytes) }
  },
  identify: readIdentity, check: checkBrief,
}
