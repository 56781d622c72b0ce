import React, { useEffect, useState } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot'
import type { OfficeDesk } from '../../app/pane/office/desk'
import type { DeskPorts } from '../../app/pane/office/desk-work'
import { BulletinDesk } from '../../app/pane/office/bulletin-desk'
import { ExplainDesk } from '../../app/pane/office/explain'
import { HandUpDesk } from '../../app/pane/office/hand-up'
import { saveReminders } from '../../app/pane/office/reminder-files'
import { hasUnsettled } from '../../app/pane/office/shown'
import { IssueDesk } from '../../app/pane/office/issue'
import { OversightDesk } from '../../app/pane/office/oversight'
import { PapersDesk } from '../../app/pane/office/papers'
import { RehearseDesk } from '../../app/pane/office/rehearse'
import { WaiversDesk } from '../../app/pane/office/waivers'
import type { DeskReady } from '../../app/pane/office/state'
import type { PaneSession } from '../../app/pane/pane'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import { IssuePanel } from './IssuePanel'
import { ListsPanel } from './ListsPanel'
import { OversightPanel, type OversightPage } from './OversightPanel'
import { PapersPanel } from './PapersPanel'
import type { OnWaive } from './ProposalItem'
import { RankingPanel } from './RankingPanel'
import { RehearsePanel } from './RehearsePanel'
import { RollCallPanel } from './RollCallPanel'
import { WeekChoice } from './WeekChoice'
import { WeekPanel, WorkLine } from './WeekPanel'

export interface OfficeProps {
  readonly desk: OfficeDesk
  readonly state: DeskReady
}

export type OfficeTab = 'week' | 'roll-call' | 'ranking' | 'lists' | 'papers' | 'rehearse' | 'oversight' | 'issue'

interface Props extends OfficeProps, Pick<DeskPorts, 'startWorker' | 'pause'> {
  readonly session: PaneSession
}

const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number

/** The office at work: the week in the head, and a page for each thing that is done with it. */
export function ReadyOffice({ desk, state, session, startWorker, pause }: Props) {
  const { say, pick } = useWords()
  const [tab, setTab] = useState<OfficeTab>('week')
  const { office, work } = state
  const [issue] = useState(() => new IssueDesk({ session, campaign: desk.base, language: office.language, startWorker, pause }, office.state.registry))
  const [explain] = useState(() => new ExplainDesk(session, desk.base))
  const [papers] = useState(() => new PapersDesk(session, desk.base, pause))
  const [bulletin] = useState(() => new BulletinDesk(session, desk.base, papers.maker, pause))
  const [handUp] = useState(() => new HandUpDesk(session, desk.base, pause))
  const [rehearse] = useState(() => new RehearseDesk(session, desk.base))
  const [oversight] = useState(() => new OversightDesk({ session, desk, newSeed, pause }))
  const [waivers] = useState(() => new WaiversDesk(session, desk))
  const [page, setPage] = useState<OversightPage>()
  const onWaive: OnWaive = (what) => {
    waivers.begin(office, what)
    setPage('waivers')
    setTab('oversight')
  }
  useEffect(() => issue.renewOwn(office.state.registry), [issue, office])
  const remindersOf = () => saveReminders(session, office, { week: state.week, today: session.tools.clock.today(), ...(state.deadline !== undefined && { deadline: state.deadline }) })
  const notConsolidated = (
    <div className="panel">
      <p className="soft">{say('office-pane/week-not-done', { week: state.week })}</p>
      <div className="actions">
        <DefaultButton text={say('office-pane/go-consolidate')} onClick={() => setTab('week')} />
      </div>
    </div>
  )
  return (
    <>
      <header>
        <h1>{pick(office.campaign.definition.title)}</h1>
        <WeekChoice desk={desk} state={state} />
        {state.isStale && !work && <Notice tone="info" title={say('office-pane/stale')} actions={[{ text: say('office-pane/refresh'), onClick: () => void desk.refresh() }]} />}
        {!state.isStale && !work && hasUnsettled(office) && (
          <Notice tone="warning" title={say('office-pane/unsettled')} actions={[{ text: say('office-pane/recompute'), onClick: () => void desk.recompute() }]}>
            <p>{say('office-pane/unsettled-about')}</p>
          </Notice>
        )}
        {work?.kind === 'recomputing' && <WorkLine desk={desk} state={state} />}
        <HeadOutcome desk={desk} state={state} />
        <OfficeTroubles state={state} />
      </header>
      <Pivot className="tabs office-tabs" aria-label={say('office-pane/tabs')} selectedKey={tab} onLinkClick={(item) => setTab((item?.props.itemKey as OfficeTab | undefined) ?? 'week')}>
        <PivotItem itemKey="week" headerText={say('office-pane/tab-week')}>
          <WeekPanel desk={desk} state={state} samples={session.tools.sampleReturns} onGo={setTab} />
        </PivotItem>
        <PivotItem itemKey="roll-call" headerText={say('office-pane/tab-roll-call')}>
          <RollCallPanel key={state.week} state={state} today={session.tools.clock.today()} copyText={session.tools.copyText} {...(office.state.registry.groups.length > 0 && { onSaveReminders: remindersOf })} />
        </PivotItem>
        <PivotItem itemKey="ranking" headerText={say('office-pane/tab-ranking')}>
          {state.shown.ranking ? <RankingPanel state={state} ranking={state.shown.ranking} explain={explain} oversight={oversight} /> : notConsolidated}
        </PivotItem>
        <PivotItem itemKey="lists" headerText={say('office-pane/tab-lists')}>
          {state.shown.ranking ? <ListsPanel desk={desk} state={state} papers={papers} onWaive={onWaive} onGo={setTab} /> : notConsolidated}
        </PivotItem>
        <PivotItem itemKey="papers" headerText={say('office-pane/tab-papers')}>
          {state.shown.ranking ? <PapersPanel desk={papers} bulletin={bulletin} handUp={handUp} state={state} hasOwn={session.tools.paperTemplate !== undefined} onGo={setTab} /> : notConsolidated}
        </PivotItem>
        <PivotItem itemKey="rehearse" headerText={say('office-pane/tab-rehearse')}>
          {state.shown.ranking ? <RehearsePanel desk={rehearse} state={state} /> : notConsolidated}
        </PivotItem>
        <PivotItem itemKey="oversight" headerText={say('office-pane/tab-oversight')}>
          <OversightPanel desk={oversight} office={desk} state={state} waivers={waivers} page={page} onPage={setPage} />
        </PivotItem>
        <PivotItem itemKey="issue" headerText={say('office-pane/tab-issue')}>
          <IssuePanel desk={issue} />
        </PivotItem>
      </Pivot>
      <footer className="soft">{say('pane/private')}</footer>
    </>
  )
}

/** What came of refreshing and undoing, which can be asked for on every page. */
function HeadOutcome({ desk, state: { done, trouble } }: OfficeProps) {
  const { say } = useWords()
  return (
    <>
      <div aria-live="polite">{done?.kind === 'undone' && <Notice tone="done" title={done.left > 0 ? say('office-pane/undone-left', { left: done.left }) : say('office-pane/undone')} onClose={desk.dismiss} />}</div>
      <div aria-live="polite">{done?.kind === 'recomputed' && <Notice tone="done" title={say('office-pane/recomputed', { changes: done.changes })} onClose={desk.dismiss} />}</div>
      {trouble?.at === 'head' && <TroubleNotice trouble={trouble.trouble} onClose={desk.dismiss} />}
    </>
  )
}

/** What has to be put right in the office's own workbook. */
function OfficeTroubles({ state: { office } }: { readonly state: DeskReady }) {
  const { say } = useWords()
  const { troubles } = office
  if (troubles.length === 0) return null
  return (
    <Notice tone="warning" title={say('office-pane/troubles', { count: troubles.length })}>
      <Fold head={say('office-pane/troubles-open')}>
        <ul className="plain-list">
          {troubles.map(({ code, sheet, cell, params }, at) => (
            <li key={at}>
              {sheet !== '' && <span className="cell">{`${sheet} ${cell} `}</span>}
              {say(code, params)} <span className="soft">{say(`${code}.fix`, params)}</span>
            </li>
          ))}
        </ul>
      </Fold>
    </Notice>
  )
}
