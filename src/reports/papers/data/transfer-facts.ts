/** The board of stage transfers → what a paper says of each unit. */
import type { Approval, RequirementState, TransferState } from '../../../domain/oversight/transfer'
import type { PaperSource, TransferFacts } from './source'
import { amount, textIn } from './words'

/**
 * In the board's order. A requirement says what is missing in words; of a measure that falls short, also how far.
 *
 * @param approvalOf the office's decision on a unit, by registry id
 */
export function transferFacts(board: readonly TransferState[], approvalOf: (unit: string) => Approval | undefined, words: Pick<PaperSource, 'campaign' | 'language' | 'say'>): TransferFacts[] {
  const requirements = words.campaign.definition.transfer?.requirements ?? {}
  return board.map(({ unit, requirements: states }) => {
    const approval = approvalOf(unit)
    return {
      unit,
      ...(approval?.approved && { approvedOn: approval.on, approvedBy: approval.by }),
      conditions: states.map((state) => ({ title: textIn(words, requirements[state.requirement]?.title), met: state.met, state: requirementText(state, words) })),
    }
  })
}

/** How a requirement stands, in a few words; blank: it is met, and nothing more is to be said. */
export function requirementText({ met, missing, notAsked, rows }: RequirementState, words: Pick<PaperSource, 'campaign' | 'language' | 'say'>): string {
  const { say, campaign } = words
  if (met) return notAsked ? say('papers/not-asked') : ''
  const lacks = say(`papers/lacking-${missing ?? 'short'}`)
  const [row] = rows
  if (missing !== 'short' || rows.length !== 1 || !row) return lacks
  const unit = campaign.definition.measures[row.measure]?.unit
  return say('papers/lacking-by', { lacks, value: amount(row.value, unit, words), target: amount(row.target, unit, words) })
}
