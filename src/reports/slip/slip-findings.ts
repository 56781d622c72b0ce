/** What became of the findings since the week before: what came back and what is new first. */
import { countStates, type FindingState, type TrackedFinding } from '../../domain/oversight/findings-over-time'
import { findingText } from '../../domain/returns/finding-text'
import { SLIP_STYLES as LOOK } from './slip-look'
import type { SlipPage } from './slip-page'
import type { Slip, SlipWords } from './slip'

const ORDER: readonly FindingState[] = ['came-back', 'new', 'still-open', 'put-right']
/** Findings that are listed; of the others there is a number. */
const LISTED = 40
/** Cells of one finding. */
const CELLS = 6

export function findingLines(page: SlipPage, { findings = [] }: Slip, words: SlipWords): void {
  const { say } = words
  page.section(say('slip/findings'))
  if (findings.length === 0) return page.text(say('slip/no-findings'))
  const counts = countStates(findings)
  page.text(ORDER.map((state) => say('slip/count', { state: say(`findings-over-time/${state}`), count: counts[state] })).join(say('office/semicolon')), LOOK.strong)
  page.line([
    { value: say('office/state'), span: 1, style: LOOK.heading },
    { value: say('office/subjects'), span: 1, style: LOOK.heading },
    { value: say('slip/what-and-fix'), span: 4, style: LOOK.heading },
    { value: say('office/where'), span: 2, style: LOOK.heading },
  ])
  const sorted = ORDER.flatMap((state) => alike(findings.filter((one) => one.state === state)))
  for (const one of sorted.slice(0, LISTED)) findingLine(page, one, words)
  if (sorted.length > LISTED) page.text(say('slip/more-findings', { count: sorted.length - LISTED }), LOOK.muted)
}

/** The same finding of several subjects: one line. */
interface Alike {
  readonly one: TrackedFinding
  readonly subjects: readonly string[]
}

function alike(findings: readonly TrackedFinding[]): Alike[] {
  const groups = new Map<TrackedFinding['found'], string[]>()
  for (const { found, subject } of findings) groups.set(found, [...(groups.get(found) ?? []), ...(subject === undefined ? [] : [subject])])
  return [...groups].map(([found, subjects]) => ({ one: findings.find((each) => each.found === found) as TrackedFinding, subjects }))
}

function findingLine(page: SlipPage, { one, subjects }: Alike, { say, language }: SlipWords): void {
  const { first, cells } = one.found
  const { message, fix } = findingText(first, say, language)
  const where = first.sheet === undefined ? '' : [first.sheet, shortened(cells, CELLS, say)].filter((part) => part !== '').join('!')
  const since = one.weeks[0] === undefined || one.weeks.length < 2 ? '' : `\n${say('slip/since-week', { week: one.weeks[0] })}`
  page.line([
    { value: say(`findings-over-time/${one.state}`) + since, span: 1, style: LOOK[one.state] },
    { value: shortened(subjects, CELLS, say), span: 1, style: LOOK.value },
    { value: one.state === 'put-right' ? message : `${message}\n${say('slip/fix', { fix })}`, span: 4, style: LOOK.value },
    { value: where, span: 2, style: LOOK.value },
  ])
}

function shortened(items: readonly string[], most: number, say: SlipWords['say']): string {
  const shown = items.slice(0, most).join(say('office/comma'))
  return items.length > most ? say('office/and-more', { shown, more: items.length - most }) : shown
}
