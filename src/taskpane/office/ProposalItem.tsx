import React from 'react'
import { ActionButton } from 'office-ui-fabric-react/lib/Button'
import { isWaiting } from '../../app/pane/office/lists'
import type { DecidedProposal } from '../../app/rank'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Say } from '../../domain/text'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { evidencePlace, evidenceText } from './office-words'
import { doubtTexts } from '../../domain/ranking/doubt-texts'

interface Props {
  readonly proposal: DecidedProposal
  /** The unit's or group's. */
  readonly name: string
  /** Given where the proposal stands by itself: then it is headed by the unit's name. */
  readonly system?: string
  readonly campaign: Campaign
  readonly isSelected: boolean
  readonly onSelect: (on: boolean) => void
  readonly onWaive: OnWaive
  /** What can be done with it besides. */
  readonly children?: React.ReactNode
}

/** A waiver is begun for a unit or group (by id), or a member of it. */
export type OnWaive = (what: { readonly unit: string; readonly member?: string; readonly clause: string }) => void

/** A proposal: whom it is about, how it stands, and the evidence down to the cell. */
export function ProposalItem({ proposal, name, system, campaign, isSelected, onSelect, onWaive, children }: Props) {
  const { say, language } = useWords()
  const { member, week, evidence } = proposal
  const when = say('office-pane/week-short', { week })
  const clause = clauseOf(proposal, campaign)
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
        {clause !== undefined && <ActionButton className="more" text={say('waiver-pane/from-proposal')} ariaLabel={say('waiver-pane/from-proposal-named', { who: [name, member].filter(Boolean).join(' '), clause })} onClick={() => onWaive({ unit: proposal.unit, clause, ...(member !== undefined && { member }) })} />}
        {proposal.decision?.note && <p className="soft small">{proposal.decision.note}</p>}
        {children}
      </Fold>
    </li>
  )
}

/** What a waiver would relieve of: the clause of the first thing that fell short; none for a place in the ranking. */
function clauseOf({ evidence }: DecidedProposal, { definition }: Campaign): string | undefined {
  return evidence.flatMap((item) => (item.kind === 'shortfall' ? (definition.measures[item.result.measure]?.clauses ?? []) : []))[0]
}

function stateText({ state, doubts, decision }: DecidedProposal, say: Say): string {
  if (decision?.answer) return say('office-pane/decided', { answer: say(`office/answer-${decision.answer}`), by: decision.by, on: decision.on })
  if (decision && decision.text !== '') return say('office-pane/decided-otherwise', { text: decision.text })
  if (state === 'proposed') return say('office-pane/proposal')
  return say('office-pane/proposal-doubtful', { doubts: doubtTexts(doubts, say).join(say('office/semicolon')) })
}
