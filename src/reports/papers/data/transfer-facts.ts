/** The board of stage transfers → what a paper says of each unit. */
import type { Assessment, SignOff } from '../../../domain/oversight/sign-off'
import type { Approval, RequirementState, TransferState } from '../../../domain/oversight/transfer'
import type { PaperSource, TransferFacts } from './source'
import { amount, dateText, textIn } from './words'

/** What is known of a unit besides which requirements are met. */
export interface TransferEvidence {
  /** The office's decision. */
  readonly approval?: Approval
  readonly assessment?: Assessment
  readonly signOff?: SignOff
}

type Words = Pick<PaperSource, 'campaign' | 'language' | 'say'>

/**
 * In the board's order. A requirement says what is missing in words; of a measure that falls short, also how far; of one that
 * is met, the result of the assessment, who signed or approved and when, as far as it is known.
 *
 * @param evidenceOf by registry id
 */
export function transferFacts(board: readonly TransferState[], evidenceOf: (unit: string) => TransferEvidence, words: Words): TransferFacts[] {
  const requirements = words.campaign.definition.transfer?.requirements ?? {}
  return board.map(({ unit, requirements: states }): TransferFacts => {
    const { approval, assessment, signOff } = evidenceOf(unit)
    return {
      unit,
      ...(assessment && { assessment: assessment.value, passMark: assessment.passMark }),
      ...(signOff?.on !== undefined && { signedOn: signOff.on }),
      ...(signOff?.by !== undefined && { signedBy: signOff.by }),
      ...(approval?.approved && { approvedOn: approval.on, approvedBy: approval.by }),
      conditions: states.map((state) => ({ title: textIn(words, requirements[state.requirement]?.title), met: state.met, state: requirementText(state, words) || metBy(state, { approval, assessment, signOff }, words) })),
    }
  })
}

/** By what a requirement is met; blank: there is no more to say. */
function metBy({ requirement, met, notAsked }: RequirementState, { approval, assessment, signOff }: TransferEvidence, words: Words): string {
  if (!met || notAsked) return ''
  const { definition } = words.campaign
  const asked = definition.transfer?.requirements[requirement]
  const signed = (by = '', on = '') => [by, dateText(on, words)].filter((part) => part !== '').join(words.say('office/comma'))
  const unit = asked?.measure === undefined ? undefined : definition.measures[asked.measure]?.unit
  const how =
    assessment?.requirement === requirement
      ? words.say('papers/assessed', { value: amount(assessment.value, unit, words), target: amount(assessment.passMark, unit, words) })
      : signOff?.requirement === requirement
        ? signed(signOff.by, signOff.on)
        : asked?.approval && approval?.approved
          ? signed(approval.by, approval.on)
          : ''
  return how === '' ? '' : words.say('papers/met-by', { how })
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
