import React, { useState } from 'react'
import { textOf, type SettingLine } from '../../app/pane/office/rehearse'
import { amountText } from '../../domain/campaign/amount'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Say } from '../../domain/text'
import { Clauses } from '../parts/Clauses'
import { useWords } from '../shell/words'

interface Props {
  readonly line: SettingLine
  readonly campaign: Campaign
  /** As typed; absent: not changed. */
  readonly text: string | undefined
  readonly isUnusable: boolean
  readonly isDisabled: boolean
  readonly onTry: (text: string) => void
}

/** One setting or weight: what holds, where it is from, and another value to try. */
export function SettingTrial({ line, campaign, text, isUnusable, isDisabled, onTry }: Props) {
  const { say, pick, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { title, value, unit, clauses, ours, kind } = line
  const held = typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : typeof value === 'number' ? amountText(campaign.definition, value, unit, language) : value
  const label = say('rehearse-pane/new-value', { title: pick(title) })
  return (
    <li className={text === undefined ? '' : 'changed'}>
      <div className="trial-line">
        <span>
          {pick(title)}
          <span className="soft small">{` ${say('rehearse-pane/in-force', { value: held })}`}</span>
        </span>
        {typeof value === 'boolean' ? (
          <select aria-label={label} value={text ?? ''} disabled={isDisabled} onChange={({ target }) => onTry(target.value)}>
            <option value="">{say('rehearse-pane/keep', { value: held })}</option>
            <option value={String(!value)}>{say(value ? 'office/no' : 'office/yes')}</option>
          </select>
        ) : (
          <input type="text" inputMode={typeof value === 'number' ? 'decimal' : undefined} aria-label={label} aria-invalid={isUnusable} placeholder={textOf(line)} value={text ?? ''} disabled={isDisabled} onChange={({ target }) => onTry(target.value)} />
        )}
      </div>
      {isUnusable && <p className="small error-words">{say('rehearse-pane/unusable', { range: rangeText(line, say) })}</p>}
      {clauses.length > 0 && (
        <button type="button" className="clause-toggle small soft" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {`${say(ours ? 'rehearse-pane/ours' : 'rehearse-pane/directive')} · ${clauses.join(' ')}`}
        </button>
      )}
      {clauses.length === 0 && kind === 'setting' && <p className="small soft">{say(ours ? 'rehearse-pane/ours' : 'rehearse-pane/directive')}</p>}
      {isOpen && <Clauses campaign={campaign} ids={clauses} />}
    </li>
  )
}

function rangeText({ value, min, max, unit }: SettingLine, say: Say): string {
  if (typeof value !== 'number') return say('rehearse-pane/range-date')
  const shown = (limit: number) => textOf({ value: limit, unit })
  if (min !== undefined && max !== undefined) return say('rehearse-pane/range-between', { min: shown(min), max: shown(max) })
  if (min !== undefined) return say('rehearse-pane/range-from', { min: shown(min) })
  return max === undefined ? say('rehearse-pane/range-number') : say('rehearse-pane/range-to', { max: shown(max) })
}
