import React from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner'
import { filterCounts, type SeverityFilter } from '../../app/pane/return/finding-list'
import type { Checked } from '../../app/pane/return/return-state'
import { shortDate } from '../../domain/returns/headings'
import { Sign } from '../shell/icons'
import { LongWait } from '../shell/LongWait'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import type { ReturnProps } from './ReadyReturn'
import { SEVERITY_SIGNS } from './severity-signs'

const SEVERITIES = ['error', 'warning', 'query'] as const

/** Whose workbook, which week, and what can be done with it. */
export function ReturnHead({ pane, state, onFilter }: ReturnProps & { readonly onFilter: (filter: SeverityFilter) => void }) {
  const { say } = useWords()
  const { checked, work, undoable, undone, trouble } = state
  const idle = work === 'nothing'
  const problems = checked?.result.findings.some(({ sheet }) => sheet !== undefined) ?? false
  return (
    <header>
      <Facts state={state} />
      <div className="actions head-actions">
        <PrimaryButton className="check" disabled={!idle} onClick={() => void pane.check()} iconProps={work === 'check' ? undefined : { iconName: 'Check' }}>
          {work === 'check' && <Spinner size={SpinnerSize.xSmall} />}
          {say(work === 'check' ? 'pane/checking' : 'pane/check')}
        </PrimaryButton>
        <DefaultButton text={say('pane/next')} title={say('pane/next.hint')} iconProps={{ iconName: 'Next' }} disabled={!problems} onClick={() => void pane.next()} />
        <DefaultButton
          text={say('pane/undo')}
          title={undoable ? say(`pane/undo-${undoable.action}`, { n: undoable.changes.length }) : undefined}
          iconProps={{ iconName: 'Undo' }}
          disabled={!undoable || !idle}
          onClick={() => void pane.undo()}
        />
      </div>
      <div aria-live="polite">
        {checked && <Outcome checked={checked} lacks={pane.lacks} onFilter={onFilter} />}
        {!checked && <BeforeCheck state={state} />}
      </div>
      {!idle && <LongWait />}
      {trouble && trouble.during !== 'prepare' && <TroubleNotice trouble={trouble.trouble} onClose={() => pane.dismiss('trouble')} />}
      {checked && !checked.written && idle && <p className="soft">{say('pane/not-written')}</p>}
      {checked?.stale && <Notice tone="warning" title={say('pane/stale')} actions={[{ text: say('pane/check-again'), onClick: () => void pane.check() }]} />}
      {undone && (
        <Notice tone="done" title={undone.restored > 0 ? say('pane/undone', { restored: undone.restored }) : say('pane/undone-nothing')} onClose={() => pane.dismiss('undone')}>
          {undone.left > 0 && undone.restored > 0 && <p>{say('pane/undone-left', { left: undone.left })}</p>}
        </Notice>
      )}
    </header>
  )
}

function Facts({ state: { facts, campaign } }: Pick<ReturnProps, 'state'>) {
  const { say, language } = useWords()
  const { subject, week, version } = facts
  const { calendar, definition } = campaign
  const dates = week !== undefined && week <= calendar.weeks ? say('pane/week-dates', { from: shortDate(calendar.weekStart(week), language), to: shortDate(calendar.weekEnd(week), language) }) : undefined
  return (
    <>
      <h1>{[...new Set([subject.id, subject.name])].filter(Boolean).join(' ') || say('pane/no-subject')}</h1>
      <p className="facts">
        <strong className={week === undefined ? 'error' : undefined}>{week === undefined ? say('pane/week-none') : say('pane/week', { week })}</strong>
        {dates && <span>{dates}</span>}
        <span className="soft">{say('pane/version', { version: definition.version })}</span>
      </p>
      {version !== undefined && version !== definition.version && <p className="soft">{say('pane/other-version', { version, used: definition.version })}</p>}
    </>
  )
}

function BeforeCheck({ state: { facts } }: Pick<ReturnProps, 'state'>) {
  const { say } = useWords()
  const { seal } = facts
  return (
    <div className="before-check">
      <p>{say('pane/not-checked')}</p>
      {seal && <p className="soft">{say('pane/last-check', { at: seal.at.replace('T', ' ').slice(0, 16), errors: seal.errors, warnings: seal.warnings, queries: seal.queries })}</p>}
    </div>
  )
}

/** How many of each, each a click to them, and the score. */
function Outcome({ checked, lacks, onFilter }: { readonly checked: Checked; readonly lacks: readonly string[]; readonly onFilter: (filter: SeverityFilter) => void }) {
  const { say, language } = useWords()
  const { result } = checked
  const counts = filterCounts(result.findings)
  return (
    <div className="outcome">
      {counts.all === 0 ? (
        <p className="clean">
          <Sign name="Done" /> {say('pane/clean')}
        </p>
      ) : (
        <div className="counts">
          {SEVERITIES.map((severity) => (
            <button key={severity} type="button" className={counts[severity] > 0 ? severity : 'none'} onClick={() => onFilter(severity)}>
              <Sign name={SEVERITY_SIGNS[severity]} />
              <strong>{counts[severity]}</strong> <span>{say(`pane/severity-${severity}`)}</span>
            </button>
          ))}
        </div>
      )}
      {lacks.map((lack) => (
        <p key={lack} className="soft">
          {say(lack)} {say(`${lack}.fix`)}
        </p>
      ))}
      <p className="soft">{say('pane/checked', { time: result.at.slice(11, 16), asOf: shortDate(result.asOf, language) })}</p>
    </div>
  )
}
