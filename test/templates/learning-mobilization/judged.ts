/**
 * What the shipped campaign says about a diligent unit or group after one change.
 *
 *     unit({ 'attendance.丁一凡.days.0.together': 0 }, '2005-03-07').measure('study-hours', '丁一凡').status
 *
 * The return is as it could have been on that day; then the change is made. A change names a place in
 * the draft; its value replaces what is there (null blanks it), a function gets the old value.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign, Overrides } from '../../../src/domain/campaign/campaign'
import { loadDefinition } from '../../../src/domain/campaign/load'
import type { WorkbookKind } from '../../../src/domain/campaign/schema'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import type { Evaluation, MeasureResult } from '../../../src/domain/evaluation/evaluation'
import type { IsoDate, SubjectFacts } from '../../../src/domain/returns/return'
import { diligentGroup, GROUP } from './diligent-group'
import { diligentUnit, UNIT } from './diligent-unit'
import { draftReturn } from './draft-return'
import type { Draft } from './draft-return'
import { campaignOf } from '../../support/campaign-of'

export const FILE = join(__dirname, '../../../templates/learning-mobilization/campaign.yaml')

export const campaign: Campaign = (() => {
  const loaded = loadDefinition(readFileSync(FILE, 'utf8'), 'campaign.yaml')
  if (!loaded.campaign) throw new Error(JSON.stringify(loaded.mistakes, null, 2))
  return loaded.campaign
})()

/** Last day of the stage. */
export const END: IsoDate = campaign.calendar.end

export type Changes = { readonly [path: string]: unknown }

export interface Judged {
  readonly evaluation: Evaluation
  /** The one result of a measure, of a subject where there are several. Throws when there is not exactly one. */
  measure(id: string, subject?: string): MeasureResult
  /** Subjects of a measure that are short. */
  short(id: string): readonly string[]
  applies(id: string, subject: string): boolean
  /** Codes of all findings but shortfalls, each once, without the kind: `attendance.day-too-long`. */
  readonly codes: readonly string[]
  readonly score: number
}

export interface JudgeOptions {
  readonly overrides?: Overrides
  readonly facts?: Partial<SubjectFacts>
}

export const unit = (changes: Changes = {}, asOf: IsoDate = END, options: JudgeOptions = {}): Judged => judge('unit', UNIT, diligentUnit(asOf), changes, asOf, options)
export const group = (changes: Changes = {}, asOf: IsoDate = END, options: JudgeOptions = {}): Judged => judge('group', GROUP, diligentGroup(asOf), changes, asOf, options)

function judge(kind: WorkbookKind, facts: SubjectFacts, draft: Draft, changes: Changes, asOf: IsoDate, options: JudgeOptions): Judged {
  const judging = options.overrides ? campaignOf(campaign.definition, options.overrides) : campaign
  for (const [path, value] of Object.entries(changes)) change(draft, path.split('.'), value)
  const evaluation = evaluate(judging, draftReturn(judging, kind, { ...facts, ...options.facts }, draft), asOf)
  const of = (id: string, subject?: string) => {
    if (!judging.definition.measures[id]) throw new Error(`no measure ${id}`)
    return evaluation.measures.filter((result) => result.measure === id && (subject === undefined || result.subject === subject))
  }
  return {
    evaluation,
    measure(id, subject) {
      const found = of(id, subject)
      if (found.length !== 1) throw new Error(`${id}${subject ? ` of ${subject}` : ''}: ${found.length} results (${found.map((one) => one.subject).join(' ')})`)
      return found[0] as MeasureResult
    },
    short: (id) => of(id).filter((result) => result.status === 'shortfall').map((result) => result.subject),
    applies: (id, subject) => of(id, subject).length > 0,
    codes: [...new Set(evaluation.findings.filter(({ kind }) => kind !== 'requirement').map(({ code }) => code.slice(code.indexOf('/') + 1)))].sort(),
    score: evaluation.score.total,
  }
}

type Tree = Record<string, unknown>

function change(tree: unknown, [step, ...rest]: readonly string[], value: unknown): void {
  if (typeof tree !== 'object' || tree === null || step === undefined) throw new Error(`nowhere to change ${String(step)}`)
  const node = tree as Tree
  if (rest.length > 0) return change((node[step] ??= {}), rest, value)
  node[step] = typeof value === 'function' ? (value as (old: unknown) => unknown)(node[step]) : value
}

/** For changes: rows added at the end. */
export const plus = (...rows: object[]) => (old: unknown) => [...((old ?? []) as object[]), ...rows]
/** For changes: rows that do not fit the description are left. */
export const without = (description: Readonly<Record<string, unknown>>) => (old: unknown) =>
  (old as Tree[]).filter((row) => !Object.entries(description).every(([key, value]) => row[key] === value))
