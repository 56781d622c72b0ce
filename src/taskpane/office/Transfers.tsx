import React, { useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import { TextField } from 'office-ui-fabric-react/lib/TextField'
import type { TransferLine, TransferView } from '../../app/pane/office/transfers'
import type { Campaign } from '../../domain/campaign/campaign'
import { Capped } from '../parts/Capped'
import { Choice } from '../parts/Choice'
import { Fold } from '../parts/Fold'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import type { OversightProps } from './OversightPanel'

/** All units on their way to the next stage: who can move on, what the others lack, and the office's approval. */
export function Transfers(props: OversightProps) {
  const { desk, state, oversight } = props
  const { say } = useWords()
  const { week, shown } = state
  const { board, making } = oversight
  return (
    <>
      <p className="soft small">{say('oversight-pane/transfer-about')}</p>
      {!shown.ranking && <p className="soft">{say('office-pane/week-not-done', { week })}</p>}
      <div className="actions">
        <PrimaryButton className="wide" text={say('oversight-pane/look', { week })} disabled={making !== undefined || !shown.ranking} onClick={() => void desk.lookAtTransfers(week)} />
      </div>
      {making?.what === 'board' && <Spinner label={say('oversight-pane/looking')} />}
      {board && board.week === week && <Board key={week} {...props} board={board} />}
    </>
  )
}

type Filter = 'all' | TransferLine['state']
const STATES = ['ready', 'approvable', 'lacking'] as const

function Board({ board, desk, office, state, by, onBy }: OversightProps & { readonly board: TransferView }) {
  const { say } = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [note, setNote] = useState('')
  const of = (wanted: TransferLine['state']) => board.units.filter((one) => one.state === wanted)
  const counts = { ready: of('ready').length, approvable: of('approvable').length, lacking: of('lacking').length }
  const choose = (units: readonly string[], on: boolean) => setSelected(new Set(on ? [...selected, ...units] : [...selected].filter((one) => !units.includes(one))))
  const approvable = of('approvable').map(({ unit }) => unit)
  const incomplete = of('lacking').filter(({ unit }) => selected.has(unit)).length
  const isBusy = state.work !== undefined
  const approve = (approved: boolean | undefined) => void desk.approve(board.week, [...selected], approved, { by, note }).then(() => by.trim() !== '' && setSelected(new Set()))
  return (
    <>
      <p>{say('oversight-pane/board', { week: board.week, asOf: board.asOf, ...counts })}</p>
      {counts.ready > 0 && <p className="soft small">{say('oversight-pane/confirm-papers')}</p>}
      <Choice
        label={say('oversight-pane/filter')}
        value={filter}
        onChange={setFilter}
        options={[{ value: 'all' as Filter, text: say('oversight-pane/state-all') }, ...STATES.filter((one) => counts[one] > 0).map((value) => ({ value: value as Filter, text: say('pane/count', { name: say(`oversight-pane/state-${value}`), n: counts[value] }) }))]}
      />
      {approvable.length > 1 && (
        <label className="check-line">
          <input type="checkbox" checked={approvable.every((unit) => selected.has(unit))} onChange={({ target }) => choose(approvable, target.checked)} />
          <span>{say('oversight-pane/select-all', { count: approvable.length })}</span>
        </label>
      )}
      <Capped key={filter} items={board.units.filter((one) => filter === 'all' || one.state === filter)} atOnce={15} className="proposals">
        {(line) => <Line key={line.unit} line={line} campaign={state.office.campaign} isSelected={selected.has(line.unit)} onSelect={(on) => choose([line.unit], on)} />}
      </Capped>
      {selected.size > 0 && (
        <div className="decision" role="group" aria-label={say('oversight-pane/selected', { count: selected.size })}>
          <p>
            <strong>{say('oversight-pane/selected', { count: selected.size })}</strong>
          </p>
          <div className="decision-fields">
            <TextField label={say('office-pane/your-name')} value={by} onChange={(_, value) => onBy(value ?? '')} />
            <TextField label={say('oversight-pane/note')} value={note} onChange={(_, value) => setNote(value ?? '')} />
          </div>
          {incomplete > 0 && <p className="small warning-words">{say('oversight-pane/still-lacking', { count: incomplete })}</p>}
          {state.trouble?.at === 'oversight' && <TroubleNotice trouble={state.trouble.trouble} onClose={office.dismiss} />}
          <div className="actions">
            <PrimaryButton text={say('oversight-pane/approve')} disabled={isBusy} onClick={() => approve(true)} />
            <DefaultButton text={say('oversight-pane/refuse')} disabled={isBusy} onClick={() => approve(false)} />
            <DefaultButton text={say('oversight-pane/take-back')} disabled={isBusy} onClick={() => approve(undefined)} />
          </div>
        </div>
      )}
    </>
  )
}

function Line({ line: { name, system, state, requirements, missing }, campaign, isSelected, onSelect }: { readonly line: TransferLine; readonly campaign: Campaign; readonly isSelected: boolean; readonly onSelect: (on: boolean) => void }) {
  const { say, pick } = useWords()
  const titleOf = (id: string) => pick(campaign.definition.transfer?.requirements[id]?.title ?? { zh: id, en: id })
  return (
    <li className="proposal">
      <input type="checkbox" aria-label={say('oversight-pane/select', { name })} checked={isSelected} onChange={({ target }) => onSelect(target.checked)} />
      <Fold
        head={
          <>
            <span className="sum-line">
              <span>
                {name} <span className="soft small">{system}</span>
              </span>
              <span className={`small ${state === 'ready' ? 'decided' : state === 'approvable' ? 'warning-words' : 'soft'}`}>{say(`oversight-pane/state-${state}`)}</span>
            </span>
            {missing.length > 0 && <span className="soft small">{say('oversight-pane/missing', { what: missing.map(titleOf).join(say('office/comma')) })}</span>}
          </>
        }
      >
        <ul className="requirements">
          {requirements.map(({ requirement, met, words }) => (
            <li key={requirement} className="sum-line">
              <span>
                <span aria-hidden="true">{met ? '✓ ' : '✕ '}</span>
                {titleOf(requirement)}
              </span>
              <span className={`small ${met ? 'soft' : 'error-words'}`}>{words === '' ? say('oversight-pane/requirement-met') : words}</span>
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  )
}
