import React from 'react'
import { SETUP_STEPS, type SetupStep } from '../../app/pane/other-pane'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'

interface Props {
  /** From 1. */
  readonly n: number
  readonly step: SetupStep
  /** The step that comes next. */
  readonly now: SetupStep
  /** What is done in it; drawn once it has been reached. */
  readonly children?: React.ReactNode
}

/** One step of setting up, with how far it is; those ahead show only what they will be. */
export function Step({ n, step, now, children }: Props) {
  const { say } = useWords()
  const [at, reached] = [SETUP_STEPS.indexOf(step), SETUP_STEPS.indexOf(now)]
  const state = at < reached ? 'done' : at === reached ? 'now' : 'later'
  return (
    <li className={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <h3>
        <span className="step-mark" aria-hidden="true">
          {state === 'done' ? <Sign name="Check" /> : n}
        </span>
        <span className="hidden-words">{say('setup/number', { n })}</span>
        <span>{say(`setup/step-${step}`)}</span>
        <span className="soft small">{say(`setup/${state}`)}</span>
      </h3>
      {state !== 'later' && children}
    </li>
  )
}
