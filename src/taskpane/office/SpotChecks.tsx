import React, { useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { TextField } from 'office-ui-fabric-react/lib/TextField'
import { roundsOf } from '../../app/pane/office/oversight'
import type { SpotCheckRound } from '../../domain/oversight/spot-checks'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import type { OversightProps } from './OversightPanel'

/** Draws rounds, and takes the result of every unit that was drawn. */
export function SpotChecks(props: OversightProps) {
  const { desk, state, oversight, by, onBy } = props
  const { say } = useWords()
  const { spotChecks } = state.office.campaign
  const [per, setPer] = useState<number>()
  const [reason, setReason] = useState('')
  if (!spotChecks) return <p className="soft">{say('oversight-pane/none')}</p>
  const { fewest, most } = spotChecks
  const rounds = roundsOf(state.office)
  const [latest] = rounds
  const isBusy = state.work !== undefined
  return (
    <>
      <p className="soft small">{say('oversight-pane/draw-about', { fewest, most })}</p>
      <div className="decision-fields">
        <TextField label={say('oversight-pane/your-name')} value={by} onChange={(_, value) => onBy(value ?? '')} />
        <TextField label={say('oversight-pane/seed')} value={String(oversight.seed)} onChange={(_, value) => desk.setSeed(Number((value ?? '').replace(/\D/g, '')))} />
      </div>
      <label className="week-choice">
        <span>{say('oversight-pane/per-system')}</span>
        <select value={per ?? fewest} onChange={({ target }) => setPer(Number(target.value))}>
          {Array.from({ length: most - fewest + 1 }, (_, at) => fewest + at).map((n) => (
            <option key={n} value={n}>
              {n}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <PrimaryButton className="wide" text={say('oversight-pane/draw', { round: (latest?.stands.round ?? 0) + 1 })} disabled={isBusy} onClick={() => void desk.draw(by, per ?? fewest)} />
      </div>
      {oversight.refused && <TroubleRefused props={props} />}
      {oversight.notes.length > 0 && (
        <Notice tone="info" title={oversight.notes.map(({ note, params }) => say(`spot-check/${note}`, params)).join(' ')} onClose={desk.dismiss} />
      )}
      {latest && (
        <Fold className="options" head={say('oversight-pane/again', { round: latest.stands.round })}>
          <p className="soft small">{say('oversight-pane/again-about')}</p>
          <TextField label={say('oversight-pane/again-reason')} value={reason} onChange={(_, value) => setReason(value ?? '')} />
          <div className="actions">
            <DefaultButton text={say('oversight-pane/again', { round: latest.stands.round })} disabled={isBusy} onClick={() => void desk.draw(by, per ?? fewest, reason).then(() => setReason(''))} />
          </div>
        </Fold>
      )}
      {rounds.length === 0 && <p className="soft">{say('oversight-pane/none-drawn')}</p>}
      {rounds.map(({ stands, replaced }, at) => (
        <Round key={stands.round} {...props} round={stands} replaced={replaced} isLatest={at === 0} />
      ))}
    </>
  )
}

function TroubleRefused({ props: { oversight, desk } }: { readonly props: OversightProps }) {
  const { say } = useWords()
  const { refused } = oversight
  return refused ? <Notice tone="error" title={say(refused.code, refused.params)} onClose={desk.dismiss} /> : null
}

interface RoundProps extends OversightProps {
  readonly round: SpotCheckRound
  /** Draws of the round that no longer stand. */
  readonly replaced: readonly SpotCheckRound[]
  readonly isLatest: boolean
}

function Round(props: RoundProps) {
  const { round, replaced, isLatest, state } = props
  const { say } = useWords()
  const names = new Map(state.office.state.registry.units.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const time = (at: string) => at.slice(0, 16).replace('T', ' ')
  const systems = [...new Set(round.units.map(({ system }) => system))]
  return (
    <Fold open={isLatest} className="list-fold" head={<strong>{say('oversight-pane/round', { round: round.round, units: round.units.length, checked: round.units.filter(({ result }) => result).length })}</strong>}>
      <p className="soft small">{say('oversight-pane/round-drawn', { by: round.drawnBy, at: time(round.drawnAt), seed: round.seed, per: round.perSystem })}</p>
      {round.reason !== undefined && <p className="soft small">{say('oversight-pane/round-again', { reason: round.reason })}</p>}
      {replaced.map((one) => (
        <p key={one.drawnAt} className="soft small">
          {say('oversight-pane/round-replaced', { at: time(one.drawnAt), seed: one.seed, names: one.units.map(({ unit }) => nameOf(unit)).join(say('office/comma')) })}
        </p>
      ))}
      {systems.map((system) => (
        <section key={system}>
          <h2>{system}</h2>
          <ul className="checked-units">
            {round.units
              .filter((one) => one.system === system)
              .map((one) => (
                <li key={one.unit}>
                  <CheckedUnit {...props} unit={one} name={nameOf(one.unit)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Fold>
  )
}

/** A unit that was drawn: its result, or, in the latest round, where to enter it. */
function CheckedUnit({ unit: { unit, result }, name, isLatest, desk, office, state, by, onBy }: RoundProps & { readonly unit: SpotCheckRound['units'][number]; readonly name: string }) {
  const { say } = useWords()
  const [note, setNote] = useState('')
  const head = (
    <span className="sum-line">
      <span>{name}</span>
      <span className={`small ${result ? (result.outcome === 'passed' ? 'decided' : 'error-words') : 'soft'}`}>{result ? say(`spot-check/${result.outcome}`) : say('oversight-pane/unchecked')}</span>
    </span>
  )
  const told = result && <p className="soft small">{[say('oversight-pane/checked', { by: result.by, on: result.on }), result.note].filter(Boolean).join(' · ')}</p>
  if (!isLatest) return <div className="checked-unit">{head}{told}</div>
  const enter = (outcome: 'passed' | 'failed' | undefined) => void desk.enterResult(unit, outcome, { by, note })
  const isBusy = state.work !== undefined
  return (
    <Fold head={head}>
      {told}
      <div role="group" aria-label={say('oversight-pane/enter-result', { name })}>
        <div className="decision-fields">
          <TextField label={say('spot-check/checked-by')} value={by} onChange={(_, value) => onBy(value ?? '')} />
          <TextField label={say('oversight-pane/note')} value={note} onChange={(_, value) => setNote(value ?? '')} />
        </div>
        {state.trouble?.at === 'oversight' && <TroubleNotice trouble={state.trouble.trouble} onClose={office.dismiss} />}
        <div className="actions">
          <DefaultButton text={say('spot-check/passed')} disabled={isBusy} onClick={() => enter('passed')} />
          <DefaultButton text={say('spot-check/failed')} disabled={isBusy} onClick={() => enter('failed')} />
          {result && <DefaultButton text={say('oversight-pane/take-back')} disabled={isBusy} onClick={() => enter(undefined)} />}
        </div>
      </div>
    </Fold>
  )
}
