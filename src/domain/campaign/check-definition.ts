/** All checks of a definition, one after the other: size and shape, references, expressions. */
import { checkStructure } from './structure'
import { checkForms } from './check-forms'
import { checkReferences } from './check-references'
import { checkRollUp } from './check-roll-up'
import { compileCampaign } from './compile'
import { MAX_SOURCE } from './limits'
import { MistakeLog } from './mistake'
import type { Campaign, Overrides } from './campaign'
import type { Definition } from './schema'
import type { Mistake, RawMistake } from './mistake'

export interface Checked {
  /** Absent when there is any mistake. */
  readonly campaign?: Campaign
  readonly mistakes: readonly Mistake[]
}

/** Checks a definition that came as data (JSON). Its mistakes have paths but no lines. */
export function checkDefinition(source: unknown, overrides: Overrides = {}, file = ''): Checked {
  const log = new MistakeLog()
  const campaign = tooLarge(source) ? (log.add([], 'definition/too-large', { most: MAX_SOURCE }), undefined) : checkSource(source, overrides, log)
  return { campaign, mistakes: log.found.map((mistake) => placed(mistake, file, { line: 0, column: 0 })) }
}

/** Other settings and weights for a definition that has been checked: only they can be wrong. The definition stays the same object. */
export function withOverrides(definition: Definition, overrides: Overrides): Checked {
  const log = new MistakeLog()
  const campaign = compileCampaign(definition, overrides, log)
  return log.found.length === 0 ? { campaign, mistakes: [] } : { mistakes: log.found.map((mistake) => placed(mistake, '', { line: 0, column: 0 })) }
}

/** The same for the loader, which knows where things stand. Undefined when there is any mistake. */
export function checkSource(source: unknown, overrides: Overrides, log: MistakeLog): Campaign | undefined {
  const { definition, leftOut } = checkStructure(source, log)
  if (!definition) return undefined
  const rest = new MistakeLog()
  checkForms(definition, rest)
  checkReferences(definition, rest)
  checkRollUp(definition, rest)
  const campaign = compileCampaign(definition, overrides, rest)
  // What refers to an entry that was left out because it is malformed is not another mistake.
  for (const mistake of rest.found) if (!concerns(mistake, leftOut)) log.found.push(mistake)
  return log.found.length === 0 ? campaign : undefined
}

/** A mistake with its place in the file, 1-based. */
export function placed(mistake: RawMistake, file: string, position: { line: number; column: number }): Mistake {
  const { path, code, params, expression, caret } = mistake
  return { file, ...position, path: path.join('.'), code, params, ...(expression === undefined ? {} : { expression, caret: caret ?? 0 }) }
}

/** Mistakes that something is absent: they prove nothing when something was left out. */
const ABSENCES: ReadonlySet<string> = new Set(['definition/weights', 'definition/clause-unused', 'definition/consequence-unused', 'definition/profile-items', 'definition/roll-up-without-figure'])

function concerns({ code, params }: RawMistake, leftOut: ReadonlySet<string>): boolean {
  if (leftOut.size === 0) return false
  // Without regard to case: an entry may have been left out because of the case of its name.
  const name = String(params.name).toLowerCase()
  return ABSENCES.has(code) || [...leftOut].some((entry) => entry.toLowerCase() === name)
}

/** Characters of the JSON, counted only as far as needed: the source may be hostile. */
function tooLarge(source: unknown): boolean {
  let left = MAX_SOURCE
  const count = (value: unknown, depth: number): boolean => {
    if (depth > 20) return true
    if (typeof value === 'string') left -= value.length
    else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        left -= key.length + 1
        if (left < 0 || count((value as Record<string, unknown>)[key], depth + 1)) return true
      }
    } else left -= 4
    return left < 0
  }
  return count(source, 0)
}
