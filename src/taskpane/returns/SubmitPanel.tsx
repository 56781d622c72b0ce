import React, { useState } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { MeasureLine } from '../../app/pane/return/measure-lines'
import type { Preparation } from '../../app/pane/return/preparation'
import { shortDate, weekdayName } from '../../domain/returns/headings'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import type { ReturnProps } from './ReadyReturn'

interface Props extends ReturnProps {
  readonly copyText: (text: string) => Promise<void>
}

/** Preparing for submission: the week, then what is short, the seal, the file's name and where it goes. */
export function SubmitPanel({ pane, state, copyText }: Props) {
  const { say, language } = useWords()
  const { campaign, week, work, preparation, trouble } = state
  const { calendar } = campaign
  const weeks = Array.from({ length: calendar.weeks }, (_, index) => index + 1)
  return (
    <div className="panel">
      <p>{say('pane/prepare-lead')}</p>
      <label className="week-choice">
        <span>{say('pane/prepare-week')}</span>
        <select value={week} onChange={(event) => pane.choose(Number(event.target.value))}>
          {weeks.map((one) => (
            <option key={one} value={one}>
              {say('pane/week', { week: one })} {say('pane/week-dates', { from: shortDate(calendar.weekStart(one), language), to: shortDate(calendar.weekEnd(one), language) })}
            </option>
          ))}
        </select>
      </label>
      {week !== pane.weekOfToday && <p className="warning-words">{say('pane/week-today', { today: pane.weekOfToday })}</p>}
      <DefaultButton text={say(work === 'prepare' ? 'pane/preparing' : 'pane/prepare')} iconProps={{ iconName: 'Send' }} disabled={work !== 'nothing'} onClick={() => void pane.prepare()} />
      {trouble?.during === 'prepare' && <TroubleNotice trouble={trouble.trouble} onClose={() => pane.dismiss('trouble')} />}
      {preparation && <Prepared preparation={preparation} state={state} copyText={copyText} />}
    </div>
  )
}

function Prepared({ preparation, state, copyText }: Pick<Props, 'state' | 'copyText'> & { readonly preparation: Preparation }) {
  const { say, pick, language } = useWords()
  const { week, weekEnd, expectedName, nameFits, sealedAt, fingerprint } = preparation
  const { issuer, version } = state.campaign.definition
  const stale = state.checked?.stale ?? false
  return (
    <>
      {!stale && week !== undefined && <Notice tone="done" title={say('pane/prepared', { week })} />}
      {week === undefined && (
        <Notice tone="warning" title={say('pane/prepared-no-week')}>
          <p>{say('pane/prepared-no-week.fix')}</p>
        </Notice>
      )}
      <StillShort preparation={preparation} />
      <h2>{say('pane/what-to-do')}</h2>
      <ol className="steps">
        <li>{say('pane/do-save')}</li>
        <li>
          {say('pane/do-name')}
          <CopyLine text={expectedName} copyText={copyText} />
          {!nameFits && <p className="warning-words">{say('pane/do-name-differs', { name: state.openName })}</p>}
        </li>
        <li>
          {weekEnd === undefined
            ? say('pane/do-send-undated', { issuer: pick(issuer) })
            : say('pane/do-send', { issuer: pick(issuer), date: say('pane/day', { date: shortDate(weekEnd, language), weekday: weekdayName(weekEnd, language) }) })}
        </li>
      </ol>
      <h2>{say('pane/seal')}</h2>
      <p className="seal">{say('pane/seal-facts', { at: sealedAt.replace('T', ' ').slice(0, 16), fingerprint, rules: version })}</p>
      <p className="soft">{say('pane/seal-meaning')}</p>
    </>
  )
}

function StillShort({ preparation: { counts, overdue, open } }: { readonly preparation: Preparation }) {
  const { say, pick } = useWords()
  const titles = (lines: readonly MeasureLine[]) => lines.map(({ definition }) => pick(definition.title)).join(say('sheet/comma'))
  const none = counts.errors === 0 && overdue.length === 0
  return (
    <>
      <h2>{say('pane/still-short')}</h2>
      <ul className="plain-list">
        {none && <li>{say('pane/nothing-short')}</li>}
        {counts.errors + counts.warnings + counts.queries > 0 && <li>{say('pane/short-counts', { ...counts })}</li>}
        {overdue.length > 0 && <li>{say('pane/short-overdue', { n: overdue.length, titles: titles(overdue) })}</li>}
        {open.length > 0 && <li>{say('pane/short-open', { n: open.length, titles: titles(open) })}</li>}
      </ul>
    </>
  )
}

/** A text to take along: copied with a click, or selected and copied where the host does not let a page copy. */
function CopyLine({ text, copyText }: { readonly text: string } & Pick<Props, 'copyText'>) {
  const { say } = useWords()
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () => copyText(text).then(() => setCopied('yes'), () => setCopied('failed'))
  return (
    <>
      <span className="copy-line">
        <code>{text}</code>
        <DefaultButton text={say(copied === 'yes' ? 'pane/copied' : 'pane/copy')} iconProps={{ iconName: copied === 'yes' ? 'Check' : 'Copy' }} onClick={() => void copy()} />
      </span>
      {copied === 'failed' && <span className="soft">{say('pane/copy-failed')}</span>}
    </>
  )
}
