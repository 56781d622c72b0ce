/** An office and its week as the command line runs them: real workbooks in, the office's workbook through its bytes each time. */
import { readFileSync } from 'node:fs'
import { consolidate, type Consolidation } from '../../src/app/consolidate'
import { openOffice, type OpenOffice } from '../../src/app/consolidate/open-office'
import { decide, type Answer } from '../../src/app/decide'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { paperFacts } from '../../src/app/oversight/paper-facts'
import { paperFiller } from '../../src/app/papers/filler'
import { papersFor, type Paper } from '../../src/app/papers/papers-for'
import { rank, rankingIn, type Ranking } from '../../src/app/rank'
import { recompute } from '../../src/app/recompute'
import type { Change } from '../../src/domain/ranking/changes'
import type { Registry } from '../../src/domain/ranking/registry'
import type { WorkbookPatch } from '../../src/workbook/patch'
import { format } from '../app/demo/made-up'
import { Office, sayIn } from '../app/office-in-hand'
import { Issuing, type Filled } from '../support/filled-returns'
import { templatePath } from '../support/shipped-campaigns'
import { weekly } from '../support/weekly-campaign'

/** What a unit's return says: work done, and the hours of its two members. */
export interface Work {
  readonly work: number
  readonly hours?: readonly [number, number]
}

/** Two members of every unit, in every week. */
export const MEMBERS = ['王芳', '李建国'] as const

export class OfficeOverWeeks {
  /** The workbook, as a person and a program see it. */
  readonly hand: Office
  /** How many files were opened so far. */
  opened = 0
  private readonly issuing: Issuing

  constructor(readonly registry: Registry) {
    this.issuing = new Issuing(weekly, registry)
    this.hand = Office.of(registry, weekly)
    this.hand.bytes = this.issuing.office
  }

  /** A unit's return of a week; checked in the evening of the week's last day unless `at` says otherwise. */
  unit(id: string, week: number, { work, hours = [12, 12] }: Work, at = evening(week)): IncomingFile {
    return this.file(id, week, { tally: [{ work }], members: MEMBERS.map((name, i) => ({ name, hours: hours[i] as number })) }, at)
  }

  /** A group's return: assessments in the order of its units. */
  group(id: string, week: number, scores: readonly number[], at = evening(week)): IncomingFile {
    return this.file(id, week, { assessment: scores.map((score) => ({ score })) }, at)
  }

  /** `muster consolidate`: the patch is applied to the bytes. The office looks at it the day after the week, before noon, unless `now` says otherwise. */
  async take(week: number, files: readonly IncomingFile[], now = `${weekly.calendar.weekStart(week + 1)}T09:00:00`): Promise<Consolidation> {
    const read = (bytes: Uint8Array) => (this.opened++, format.read(bytes))
    return this.apply(await consolidate({ campaign: weekly, office: this.hand.book(), week, files, deadline: weekly.calendar.weekEnd(week), today: now.slice(0, 10), now, read, compression: format.compression, sayIn }))
  }

  /** What was typed into the office's sheets takes effect. */
  async recompute(now: string): Promise<Consolidation> {
    return this.apply(await recompute({ campaign: weekly, office: this.hand.book(), today: now.slice(0, 10), now, compression: format.compression, sayIn }))
  }

  decide(answer: Answer, keys: readonly string[], by = '王主任', now = '2005-03-14T10:00:00'): void {
    this.patch(decide({ campaign: weekly, office: this.hand.book(), keys, answer, by, note: '', today: now.slice(0, 10), now, sayIn }))
  }

  open(): OpenOffice {
    return openOffice(this.hand.book(), weekly, sayIn)
  }

  patch(patch: WorkbookPatch): void {
    this.hand.bytes = format.patch(this.hand.bytes, patch)
  }

  ranking(week: number, waivers = true): Ranking {
    return waivers ? rank({ campaign: weekly, office: this.hand.book(), week, sayIn }) : rankingIn(this.open(), week, { waivers })
  }

  /** `rank name score status`, with `xN` for a streak and `reason@week` for what it cannot assert; by system. */
  places(week: number, waivers = true): Record<string, string[]> {
    return Object.fromEntries(
      this.ranking(week, waivers).systems.map(({ system, unitsByRank }) => [
        system,
        unitsByRank.map(({ rank: place, name, score, status, undetermined, streak, doubts }) => [place, name, score ?? '-', status, undetermined && status !== 'missing' ? `(${undetermined.reason})` : '', streak ? `x${streak}` : '', ...doubts.map(({ reason, week: at }) => `${reason}@${at}`)].filter((part) => part !== '').join(' ')),
      ]),
    )
  }

  /** Of units and groups, by id. */
  scores(week: number): Map<string, number | undefined> {
    return new Map(this.open().state.entries.flatMap((entry) => (entry.week === week ? [[entry.unit, entry.score] as const] : [])))
  }

  /** What is open as of a week: `key state`, with what was decided. */
  proposals(week: number): string[] {
    const { systems, groups } = this.ranking(week)
    return [...systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap(({ proposals }) => proposals)), ...groups].map(({ key, state, decision }) => [key, state, decision?.answer].filter(Boolean).join(' ')).sort()
  }

  /** What `muster papers` writes for a week: `paper unit`. */
  async papers(week: number, draft = false): Promise<Paper[]> {
    const open = this.open()
    return papersFor(open, {
      week, draft, date: '2005-03-22', sayIn, fill: await paperFiller(),
      template: (file) => readFileSync(templatePath('learning-mobilization', `papers/${file}`)),
      ...paperFacts(open, { week, compression: format.compression }, sayIn),
    })
  }

  log(kind: string): string[] {
    return this.hand.table('log', ['kind', 'week', 'unit', 'detail']).filter((line) => line.startsWith(`${kind} |`))
  }

  private apply(result: Consolidation): Consolidation {
    this.patch(result.patch)
    return result
  }

  private file(id: string, week: number, filled: Filled, at: string): IncomingFile {
    const bytes = this.issuing.returned(id, { week, at, filled })
    return { name: `${id} 第${week}周 ${at.slice(0, 10)}.xlsx`, load: () => bytes }
  }
}

const evening = (week: number) => `${weekly.calendar.weekEnd(week)}T18:00:00`

/** Changes as one line each. */
export const told = (changes: readonly Change[]): string[] => changes.map((change) => ('key' in change ? `${change.kind} ${change.key}${change.decision === undefined ? '' : ` ${change.decision}`}` : `w${change.week} ${change.unit} ${change.kind} ${change.before ?? '-'} → ${change.after ?? '-'}`))
