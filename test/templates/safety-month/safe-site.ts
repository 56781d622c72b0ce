/** A site of ten that did everything asked of it, and what a change of it amounts to. */
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import { draftReturn } from '../learning-mobilization/draft-return'
import { shipped } from '../../support/shipped-campaigns'
import type { Draft } from '../learning-mobilization/draft-return'
import type { Evaluation, MeasureResult } from '../../../src/domain/evaluation/evaluation'
import type { IsoDate, SubjectFacts } from '../../../src/domain/returns/return'

export const campaign = shipped('safety-month')
export const END: IsoDate = campaign.calendar.end

export const SITE: SubjectFacts = { id: 'S01', name: 'Example Works', system: 'North', headcount: 10, group: '' }
export const OPERATOR = 'Orla Stroud'
export const CLERK = 'Ellin Marsh'
export const CONTRACTOR = 'Corwen Pell'
const OTHERS = Array.from({ length: 7 }, (_, index) => `Operator ${index + 1}`)

const passed = { hours: 2, passed: true }

/** As it stood on the last day. A fresh copy each time. */
function safeSite(): Draft {
  const operators = [OPERATOR, ...OTHERS]
  const person = (name: string, role: string, index: number) => ({ name, badge: String(100_001 + index), role, shift: role === 'office' ? 'day' : 'early' })
  return {
    site: { manager: 'Holric Vane', lead: 'Selby Rowe', phone: '020 555 0100', planOn: '2026-05-20', drillOn: '2026-06-11', drillMinutes: 6 },
    employees: [...operators.map((name, index) => person(name, 'operator', index)), person(CLERK, 'office', 8), person(CONTRACTOR, 'contractor', 9)],
    training: {
      ...Object.fromEntries(operators.map((name) => [name, { modules: [passed, passed, passed, passed], trainedOn: '2026-06-09' }])),
      [CLERK]: { modules: [passed, {}, {}, passed], trainedOn: '2026-06-09' },
      [CONTRACTOR]: { modules: [passed, passed, {}, passed], trainedOn: '2026-06-09' },
    },
    talks: ['02', '04', '09', '11', '16', '18', '23', '25'].map((day) => ({ heldOn: `2026-06-${day}`, topic: 'machines', shift: 'early', leader: OPERATOR, onShift: 8, present: 8 })),
    hazards: [{ foundOn: '2026-06-03', area: 'production', what: 'Guard missing', grade: 'serious', owner: OPERATOR, deadline: '2026-06-05', fixedOn: '2026-06-04', fix: 'Guard fitted' }],
    nearMisses: [{ on: '2026-06-10', area: 'yard', what: 'Fork-lift reversed without looking', harm: 'struck' }],
    incidents: [],
    equipment: ['03', '10', '17', '24'].map((day) => ({ on: `2026-06-${day}`, area: 'production', checked: 20, wearing: 20 })),
  }
}

export interface Judged {
  readonly evaluation: Evaluation
  measure(id: string, subject?: string): MeasureResult
  /** Codes of findings other than shortfalls, each once. */
  readonly codes: readonly string[]
  readonly score: number
}

export function site(change: (draft: Draft) => void = () => undefined, asOf: IsoDate = END): Judged {
  const draft = safeSite()
  change(draft)
  const evaluation = evaluate(campaign, draftReturn(campaign, 'unit', SITE, draft), asOf)
  return {
    evaluation,
    measure(id, subject) {
      const found = evaluation.measures.filter((result) => result.measure === id && (subject === undefined || result.subject === subject))
      if (found.length !== 1) throw new Error(`${id}: ${found.length} results`)
      return found[0] as MeasureResult
    },
    codes: [...new Set(evaluation.findings.filter(({ kind }) => kind !== 'requirement').map(({ code }) => code))].sort(),
    score: evaluation.score.total,
  }
}
