import React from 'react'
import { isWaiting } from '../../app/pane/office-lists'
import type { DecidedProposal } from '../../app/rank'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Say } from '../../domain/text'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { evidencePlace, evidenceText } from './office-words'

interface Props {
  readonly proposal: DecidedProposal
  /** The unit's or group's. */
  readonly name: string
  /** Given where the proposal stands by itself: then it is headed by the unit's name. */
  readonly system?: string
  readonly campaign: Campaign
  readonly isSelected: boolean
  readonly onSelect: (on: boolean) => void
  /** What can be done with it besides. */
  readonly children?: React.ReactNode
}

/** A proposal: whom it is about, how it stands, and the evidence down to the cell. */
export function ProposalItem({ proposal, name, system, campaign, isSelected, onSelect, children }: Props) {
  const { say, language } = useWords()
  const { member, week, evidence } = proposal
  const when = say('office-pane/week-short', { week })
  const who = system !== undefined ? name : (member ?? when)
  return (
    <li className="proposal">
      <input type="checkbox" aria-label={say('office-pane/select', { who: [name, member, when].filter(Boolean).join(' ') })} checked={isSelected} onChange={({ target }) => onSelect(target.checked)} />
      <Fold
        head={
          <>
            <span>{who}</span> {system !== undefined && <span className="soft small">{`${system} ${when} `}</span>}
            <span className={`small ${isWaiting(proposal) ? (proposal.state === 'proposed' ? 'soft' : 'warning-words') : 'decided'}`}>{stateText(proposal, say)}</span>
          </>
        }
      >
        <Capped items={evidence} atOnce={8} className="evidence">
          {(item, at) => (
            <li key={at}>
              <p>{evidenceText(item, campaign, say, language)}</p>
              <p className="soft small">{evidencePlace(item, say)}</p>
            </li>
          )}
        </Capped>
        {proposal.decision?.note && <p className="soft small">{proposal.decision.note}</p>}
        {children}
      </Fold>
    </li>
  )
}

function stateText({ state, doubts, decision }: DecidedProposal, say: Say): string {
  if (decision?.answer) return say('office-pane/decided', { answer: say(`office/answer-${decision.answer}`), by: decision.by, on: decision.on })
  if (decision && decision.text !== '') return say('office-pane/decided-otherwise', { text: decision.text })
  if (state === 'proposed') return say('office-pane/proposal')
  return say('office-pane/proposal-doubtful', { doubts: doubts.map(({ reason, week }) => say(`office/doubt-${reason}`, { week })).join(say('office/semicolon')) })
}
