import React, { useState } from 'react'
import type { ConsequenceList } from '../../app/pane/office-lists'
import { isWaiting } from '../../app/pane/office-lists'
import { Capped } from '../parts/Capped'
import { Clauses } from '../parts/Clauses'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { DecisionForm } from './DecisionForm'
import { ProposalItem } from './ProposalItem'
import type { OfficeProps } from './ReadyOffice'

interface Props extends OfficeProps {
  readonly list: ConsequenceList
  readonly by: string
  readonly onBy: (name: string) => void
}

/** One list: what it asks and why, its proposals to select, and the decision on those selected. */
export function ConsequenceSection({ desk, state, list, by, onBy }: Props) {
  const { say, pick } = useWords()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { campaign } = state.office
  const definition = campaign.definition.consequences[list.consequence]
  const waiting = list.units.flatMap(({ proposals }) => proposals.filter(isWaiting).map(({ key }) => key))
  const choose = (keys: readonly string[], on: boolean) => setSelected(new Set(on ? [...selected, ...keys] : [...selected].filter((key) => !keys.includes(key))))
  const areAll = waiting.length > 0 && waiting.every((key) => selected.has(key))
  return (
    <>
      {definition && <p className="small">{say('office-pane/asks', { asks: pick(definition.asks) })}</p>}
      {definition && definition.clauses.length > 0 && (
        <Fold className="clause-fold" head={say('office/clause')}>
          <Clauses campaign={campaign} ids={definition.clauses} />
        </Fold>
      )}
      {waiting.length > 1 && (
        <label className="check-line">
          <input type="checkbox" checked={areAll} onChange={({ target }) => choose(waiting, target.checked)} />
          <span>{say('office-pane/select-all', { count: waiting.length })}</span>
        </label>
      )}
      <Capped items={list.units} atOnce={12} className="proposals">
        {({ unit, name, system, proposals }) => (
          <li key={unit}>
            <p className="proposal-unit">
              <strong>{name}</strong> <span className="soft small">{system}</span>
              {proposals.length > 1 && <span className="tag">{say(proposals.some(({ member }) => member !== undefined) ? 'office-pane/members' : 'office-pane/times', { count: proposals.length })}</span>}
            </p>
            <Capped items={proposals} atOnce={5} className="proposal-items">
              {(proposal) => <ProposalItem key={proposal.key} proposal={proposal} name={name} campaign={campaign} isSelected={selected.has(proposal.key)} onSelect={(on) => choose([proposal.key], on)} />}
            </Capped>
          </li>
        )}
      </Capped>
      {selected.size > 0 && <DecisionForm count={selected.size} by={by} onBy={onBy} isBusy={state.work !== undefined} hasDecided={[...selected].some((key) => !waiting.includes(key))} onDecide={(answer, note) => void desk.decide([...selected], answer, by, note)} />}
    </>
  )
}
