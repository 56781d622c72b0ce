/**
 * Everything that can be filled in, by kind of paper: one table for the data, for checking a
 * restyled template, and for docs/papers.md. An entry is a text, or a list whose rows have entries
 * of their own. Names for people are in `field-names.ts`.
 */
import type { PaperDefinition } from '../../domain/campaign/schema'

export type PaperKind = PaperDefinition['kind']

/** Marks an entry that is a text. */
const TEXT = 'text'

export interface Fields {
  readonly [id: string]: typeof TEXT | Fields
}

/** The values of fields: texts as people read them (blank: empty), lists as rows. */
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Fields ? readonly Values<F[K]>[] : string }

/** A requirement that is not met: wanted, had, lacking, by when, by which clause, and all of that in one line. */
const ITEM = { n: TEXT, requirement: TEXT, subject: TEXT, target: TEXT, value: TEXT, gap: TEXT, due: TEXT, clause: TEXT, line: TEXT } as const
const MEMBER = { n: TEXT, name: TEXT, owes: TEXT, items: ITEM } as const
/** A week in last place. */
const PLACE = { n: TEXT, week: TEXT, weekFrom: TEXT, weekTo: TEXT, rank: TEXT, ranked: TEXT, score: TEXT } as const

const COMMON = {
  title: TEXT, campaign: TEXT, source: TEXT, issuer: TEXT, office: TEXT, leadership: TEXT,
  addressee: TEXT, copies: TEXT, date: TEXT, due: TEXT, days: TEXT,
  week: TEXT, weekFrom: TEXT, weekTo: TEXT, asOf: TEXT,
} as const

/** What is said of one unit. */
const CASE = {
  unit: TEXT, system: TEXT, group: TEXT, weeks: TEXT, weekCount: TEXT, score: TEXT, rank: TEXT, ranked: TEXT,
  memberCount: TEXT, itemCount: TEXT, owes: TEXT, reservation: TEXT, items: ITEM, members: MEMBER, places: PLACE,
} as const

const NAMED = { n: TEXT, unit: TEXT, system: TEXT, score: TEXT, gain: TEXT } as const

export const FIELDS = {
  consequence: { ...COMMON, consequence: TEXT, asks: TEXT, unitCount: TEXT, clauses: { n: TEXT, clause: TEXT, quote: TEXT, says: TEXT }, ...CASE, units: { n: TEXT, ...CASE } },
  transfer: { ...COMMON, unit: TEXT, system: TEXT, group: TEXT, assessment: TEXT, passMark: TEXT, signedOn: TEXT, signedBy: TEXT, approvedOn: TEXT, approvedBy: TEXT, lacking: TEXT, conditions: { n: TEXT, condition: TEXT, state: TEXT } },
  bulletin: {
    ...COMMON, expected: TEXT, valid: TEXT, missingCount: TEXT, share: TEXT, mean: TEXT, meanChange: TEXT, highest: TEXT, lowest: TEXT, systemCount: TEXT, enrolled: TEXT, lateCount: TEXT, lateNames: TEXT,
    systems: { n: TEXT, rank: TEXT, system: TEXT, expected: TEXT, valid: TEXT, mean: TEXT, movement: TEXT, first: TEXT, last: TEXT },
    exemplary: NAMED,
    improved: NAMED,
    lagging: { n: TEXT, unit: TEXT, system: TEXT, score: TEXT, ranked: TEXT, weeks: TEXT, weekCount: TEXT, requirements: TEXT },
    unreturned: { n: TEXT, unit: TEXT, system: TEXT, reason: TEXT },
    pending: { n: TEXT, system: TEXT, reason: TEXT },
    late: { n: TEXT, unit: TEXT, system: TEXT, lateWeeks: TEXT },
    shortfalls: { n: TEXT, requirement: TEXT, unitCount: TEXT, caseCount: TEXT },
    totals: { n: TEXT, item: TEXT, amount: TEXT },
    groups: { n: TEXT, group: TEXT, state: TEXT, owes: TEXT },
    supervision: { n: TEXT, requirement: TEXT, share: TEXT, names: TEXT },
    measures: { n: TEXT, consequence: TEXT, count: TEXT, names: TEXT },
  },
  reminder: {
    ...COMMON, group: TEXT, system: TEXT, missingCount: TEXT, rejectedCount: TEXT, unitCount: TEXT,
    missing: { n: TEXT, unit: TEXT, system: TEXT, contact: TEXT },
    rejected: { n: TEXT, unit: TEXT, system: TEXT, contact: TEXT, reason: TEXT },
  },
} as const satisfies Record<PaperKind, Fields>

/** Of each row at least one has to occur, wherever: without it the paper would say nothing. */
export const REQUIRED: Readonly<Record<PaperKind, readonly (readonly string[])[]>> = {
  consequence: [['addressee'], ['date'], ['items', 'members', 'places', 'owes', 'weeks', 'score', 'units']],
  transfer: [['addressee'], ['date']],
  bulletin: [['date'], ['exemplary'], ['lagging']],
  reminder: [['addressee'], ['date'], ['missing'], ['rejected']],
}

/** What a paper is made of, once everything has been looked up and put into words. */
export type PaperInput = { readonly [K in PaperKind]: PaperFacts & { readonly kind: K; readonly values: Values<(typeof FIELDS)[K]> } }[PaperKind]

export interface PaperFacts {
  /** Id in the definition. */
  readonly paper: string
  /** Title of the paper, as the definition has it. */
  readonly title: string
  /** Template, as the definition names it. */
  readonly file: string
  /** Whom it is about, as the file is named after it: a unit, system, group; empty: the campaign. */
  readonly about: string
  /** Registry id, when it is about one unit. */
  readonly unit?: string
  /** When all it is about belongs to one system. */
  readonly system?: string
  /** Campaign week it was drawn up for. */
  readonly week: number
  /** True: nobody has confirmed it; the paper says so on every page. */
  readonly draft: boolean
}
