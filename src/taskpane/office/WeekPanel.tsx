import React from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator'
import type { Done } from '../../app/pane/office/state'
import type { SampleReturns } from '../../app/pane/tools'
import { Fold } from '../parts/Fold'
import { LongWait } from '../shell/LongWait'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import { DropZone } from './DropZone'
import { IncomingList } from './IncomingList'
import { baseName } from './office-words'
import type { OfficeProps, OfficeTab } from './ReadyOffice'

interface WeekProps extends OfficeProps {
  /** Returns to try it with; absent: none. */
  readonly samples?: SampleReturns
  readonly onGo: (tab: OfficeTab) => void
}

/** Returns are put in, read as they come, and consolidated with one button. */
export function WeekPanel({ desk, state, samples, onGo }: WeekProps) {
  const { say } = useWords()
  const { work, trouble, incoming } = state
  return (
    <div className="panel">
      <WeekFigures state={state} onGo={onGo} />
      <DropZone isDisabled={work !== undefined} onFiles={(files) => void desk.addFiles(files)} />
      {samples && incoming.length === 0 && (
        <div className="actions">
          <DefaultButton text={say('office-pane/use-samples', { count: samples.count, week: samples.week })} iconProps={{ iconName: 'Folder' }} disabled={work !== undefined} onClick={() => void desk.addSamples(samples)} />
        </div>
      )}
      {work && <WorkLine desk={desk} state={state} />}
      <div className="actions">
        <PrimaryButton className="wide" text={say('office-pane/consolidate')} disabled={work !== undefined} onClick={() => void desk.consolidate()} />
      </div>
      {incoming.length === 0 && <p className="soft small">{say('office-pane/consolidate-none')}</p>}
      <div aria-live="polite">{state.done?.at === 'week' && <Outcome desk={desk} state={state} done={state.done} onGo={onGo} />}</div>
      {trouble?.at === 'week' && <TroubleNotice trouble={trouble.trouble} onClose={desk.dismiss} />}
      <Options desk={desk} state={state} />
      <IncomingList desk={desk} state={state} />
    </div>
  )
}

/** The week in numbers; each leads to the page that has the names. */
function WeekFigures({ state: { shown }, onGo }: Pick<OfficeProps, 'state'> & { readonly onGo: (tab: OfficeTab) => void }) {
  const { say } = useWords()
  if (!shown.ranking) return null
  const units = shown.sections.flatMap(({ tiles }) => tiles.filter(({ kind }) => kind === 'unit'))
  const count = (outcome: string) => units.filter(({ entry }) => entry?.outcome === outcome).length
  const figures = [
    { key: 'valid', value: count('valid'), tab: 'ranking' },
    { key: 'missing', value: count('missing'), tab: 'roll-call' },
    { key: 'rejected', value: count('rejected'), tab: 'roll-call' },
    { key: 'waiting', value: shown.lists.reduce((sum, { waiting }) => sum + waiting, 0), tab: 'lists' },
  ] as const
  return (
    <div className="figures">
      {figures.map(({ key, value, tab }) => (
        <button key={key} type="button" className={value > 0 ? `figure-${key}` : ''} onClick={() => onGo(tab)}>
          <strong>{value}</strong>
          <span>{say(`office-pane/figure-${key}`)}</span>
        </button>
      ))}
    </div>
  )
}

/** What is going on, how far it is, and how to stop it. Writing cannot be stopped half-way. */
export function WorkLine({ desk, state: { work } }: OfficeProps) {
  const { say } = useWords()
  if (!work) return null
  const isReading = work.kind === 'reading' && work.total > 0
  return (
    <div className="work">
      <ProgressIndicator label={say(`office-pane/work-${work.kind}`, { done: work.done, total: work.total })} description={isReading ? baseName(work.at) : undefined} percentComplete={isReading ? work.done / work.total : undefined} />
      {work.kind !== 'reading' && <LongWait />}
      {(work.kind === 'reading' || work.kind === 'consolidating' || work.kind === 'recomputing') && <DefaultButton text={say('office-pane/cancel')} onClick={desk.cancel} />}
    </div>
  )
}

function Options({ desk, state: { deadline, redo, work } }: OfficeProps) {
  const { say } = useWords()
  return (
    <Fold head={say('office-pane/options')} className="options">
      <label className="stacked">
        <span>{say('office-pane/deadline')}</span>
        <input type="date" value={deadline ?? ''} disabled={work !== undefined} onChange={({ target }) => void desk.setDeadline(target.value === '' ? undefined : target.value)} />
      </label>
      <label className="check-line">
        <input type="checkbox" checked={redo} disabled={work !== undefined} onChange={({ target }) => desk.setRedo(target.checked)} />
        <span>{say('office-pane/redo')}</span>
      </label>
    </Fold>
  )
}

function Outcome({ desk, state: { undoable, work }, done, onGo }: OfficeProps & { readonly done: Done; readonly onGo: (tab: OfficeTab) => void }) {
  const { say } = useWords()
  const undo = undoable?.kind === 'consolidated' && !work ? [{ text: say('office-pane/undo-consolidated'), onClick: () => void desk.undo() }] : []
  if (done.kind === 'cancelled') return <Notice tone="info" title={say('office-pane/cancelled')} onClose={desk.dismiss} />
  if (done.kind !== 'consolidated') return null
  const { week, asOf, changed, rollCall, changes } = done.result
  const count = (outcome: string) => rollCall.filter((entry) => entry.kind === 'unit' && entry.outcome === outcome).length
  const go = [
    { text: say('office-pane/see-roll-call'), onClick: () => onGo('roll-call') },
    { text: say('office-pane/see-ranking'), onClick: () => onGo('ranking') },
  ]
  return (
    <Notice tone="done" title={say(changed ? 'office-pane/consolidated' : 'office-pane/consolidated-same', { week })} actions={[...go, ...undo]} onClose={desk.dismiss}>
      <p>{say('office-pane/consolidated-detail', { valid: count('valid'), missing: count('missing'), rejected: count('rejected'), asOf })}</p>
      {changes.length > 0 && <p>{say('office-pane/consolidated-history', { count: changes.length })}</p>}
    </Notice>
  )
}
