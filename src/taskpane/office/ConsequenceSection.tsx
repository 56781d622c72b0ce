import React, { useState } from 'react'
import { isClear, isWaiting, type ConsequenceList, type ListedUnit } from '../../app/pane/office/lists'
import type { PapersDesk } from '../../app/pane/office/papers'
import type { Campaign } from '../../domain/campaign/campaign'
import { Capped } from '../parts/Capped'
import { Clauses } from '../parts/Clauses'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { DecisionForm } from './DecisionForm'
import { ProposalItem, type OnWaive } from './ProposalItem'
import { ProposalPaper } from './ProposalPaper'
import type { OfficeProps } from './ReadyOffice'

interface Props extends OfficeProps {
  readonly list: ConsequenceList
  readonly papers: PapersDesk
  readonly by: string
  readonly onBy: (name: string) => void
  readonly onWaive: OnWaive
}

/** One list: what it asks and why, its proposals to select, and the decision on those selected. */
export function ConsequenceSection({ desk, state, list, papers, by, onBy, onWaive }: Props) {
  const { say, pick } = useWords()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { campaign } = state.office
  const definition = campaign.definition.consequences[list.consequence]
  const all = list.units.flatMap(({ proposals }) => proposals)
  const waiting = all.filter(isWaiting).map(({ key }) => key)
  const clear = all.filter(isClear).map(({ key }) => key)
  const choose = (keys: readonly string[], on: boolean) => setSelected(new Set(on ? [...selected, ...keys] : [...selected].filter((key) => !keys.includes(key))))
  const areAll = clear.length > 0 && clear.every((key) => selected.has(key))
  return (
    <>
      {definition && <p className="small">{say('office-pane/asks', { asks: pick(definition.asks) })}</p>}
      {definition && definition.clauses.length > 0 && (
        <Fold className="clause-fold" head={say('office/clause')}>
          <Clauses campaign={campaign} ids={definition.clauses} />
        </Fold>
      )}
      {clear.length > 1 && (
        <label className="check-line">
          <input type="checkbox" checked={areAll} onChange={({ target }) => choose(clear, target.checked)} />
          <span>{say('office-pane/select-all', { count: clear.length })}</span>
        </label>
      )}
      <Capped items={list.units} atOnce={12} className="proposals">
        {(listed) => <UnitItem key={listed.unit} listed={listed} campaign={campaign} papers={papers} week={state.week} selected={selected} onChoose={choose} onWaive={onWaive} />}
      </Capped>
      {selected.size > 0 && <DecisionForm count={selected.size} by={by} onBy={onBy} isBusy={state.work !== undefined} trouble={state.trouble?.at === 'lists' ? state.trouble.trouble : undefined} onDismiss={desk.dismiss} hasDecided={[...selected].some((key) => !waiting.includes(key))} onDecide={(answer, note) => void desk.decide([...selected], answer, by, note)} />}
    </>
  )
}

interface UnitProps {
  readonly listed: ListedUnit
  readonly campaign: Campaign
  readonly papers: PapersDesk
  readonly week: number
  readonly selected: ReadonlySet<string>
  readonly onChoose: (keys: readonly string[], on: boolean) => void
  readonly onWaive: OnWaive
}

/** A unit with what is proposed for it or its members; all that waits and is not in doubt can be selected at once. */
function UnitItem({ listed: { name, system, proposals }, campaign, papers, week, selected, onChoose, onWaive }: UnitProps) {
  const { say } = useWords()
  const [only] = proposals
  if (!only || (proposals.length === 1 && only.member === undefined)) {
    return only ? (
      <ProposalItem proposal={only} name={name} system={system} campaign={campaign} isSelected={selected.has(only.key)} onSelect={(on) => onChoose([only.key], on)} onWaive={onWaive}>
        <ProposalPaper desk={papers} campaign={campaign} week={week} proposals={[only]} who={name} />
      </ProposalItem>
    ) : null
  }
  const waiting = proposals.filter(isWaiting)
  const clear = proposals.filter(isClear).map(({ key }) => key)
  return (
    <li className="proposal">
      <input type="checkbox" disabled={clear.length === 0} aria-label={say('office-pane/select-unit', { name, count: clear.length })} checked={clear.length > 0 && clear.every((key) => selected.has(key))} onChange={({ target }) => onChoose(clear, target.checked)} />
      <Fold
        head={
          <span className="list-head">
            <span>
              {name} <span className="soft small">{system}</span>
            </span>
            <span className="soft small number">{say('office-pane/unit-counts', { waiting: waiting.length, count: proposals.length })}</span>
          </span>
        }
      >
        <ProposalPaper desk={papers} campaign={campaign} week={week} proposals={proposals} who={name} />
        <Capped items={proposals} atOnce={8} className="proposal-items">
          {(proposal) => (
            <ProposalItem key={proposal.key} proposal={proposal} name={name} campaign={campaign} isSelected={selected.has(proposal.key)} onSelect={(on) => onChoose([proposal.key], on)} onWaive={onWaive}>
              <ProposalPaper desk={papers} campaign={campaign} week={week} proposals={[proposal]} who={`${name} ${proposal.member ?? ''}`.trim()} />
            </ProposalItem>
          )}
        </Capped>
      </Fold>
    </li>
  )
}
