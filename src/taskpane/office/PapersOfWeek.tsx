import React, { useEffect } from 'react'
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { offered, type PapersDesk } from '../../app/pane/office/papers'
import type { DeskReady } from '../../app/pane/office/state'
import { Choice } from '../parts/Choice'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { PaperKindRow } from './PaperKindRow'
import { PaperTemplates, TemplateTroubles } from './PaperTemplates'
import { MakingLine } from './MakingLine'
import type { OfficeTab } from './ReadyOffice'

interface Props {
  readonly desk: PapersDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
  readonly hasOwn: boolean
  readonly onGo: (tab: OfficeTab) => void
}

/** Which papers the week calls for, one by one; those that are ticked are saved together. */
export function PapersOfWeek({ desk, state: { office, week }, hasOwn, onGo }: Props) {
  const { say } = useWords()
  const state = useStore(desk.store)
  useEffect(() => desk.count(office, week), [desk, office, week])
  const { rows, unticked, draft, bundling, output, work, saved } = state
  const count = rows.flatMap((row) => offered(row, draft)).filter(({ id }) => !unticked.has(id)).length
  if (rows.length === 0) return <p className="soft">{say('papers-pane/none-defined')}</p>
  const extension = output === 'sheets' && (count === 1 || bundling === 'campaign') ? '.xlsx' : count === 1 ? '.docx' : '.zip'
  const nothing = <Notice tone="info" title={say('papers-pane/made-none')} actions={[{ text: say('papers-pane/go-decide'), onClick: () => onGo('lists') }]} />
  return (
    <>
      <p className="soft small">{say('papers-pane/about')}</p>
      <h2>{say('papers-pane/which', { week })}</h2>
      <ul className="paper-rows">
        {rows.map((row) => (
          <PaperKindRow key={row.paper} row={row} draft={draft} unticked={unticked} isBusy={work !== undefined} onTick={desk.tick} onRead={() => void desk.readTransfers()} />
        ))}
      </ul>
      <label className="check-line">
        <input type="checkbox" checked={draft} disabled={work !== undefined} onChange={({ target }) => desk.setDraft(target.checked)} />
        <span>{say('papers-pane/draft')}</span>
      </label>
      <Choice label={say('papers-pane/output')} value={output} onChange={desk.setOutput} options={(['word', 'sheets'] as const).map((value) => ({ value, text: say(`papers-pane/output-${value}`) }))} />
      {count > 1 && <Choice label={say('papers-pane/bundling')} value={bundling} onChange={desk.setBundling} options={(['campaign', 'system', 'unit'] as const).map((value) => ({ value, text: say(`papers-pane/bundling-${value}`) }))} />}
      <div className="actions">
        <PrimaryButton className="wide" text={say('papers-pane/make', { count, extension })} iconProps={{ iconName: 'Save' }} disabled={work !== undefined || count === 0} allowDisabledFocus onClick={() => void desk.make()} />
      </div>
      {work && <MakingLine label={say(`papers-pane/${work.kind}`, { done: work.done, total: work.total })} done={work.done} total={work.total} onCancel={desk.cancel} />}
      <div aria-live="polite">
        {saved && (saved.count > 0 ? <Notice tone="done" title={say(saved.count === 1 ? 'papers-pane/made-one' : 'papers-pane/made', { ...saved })} onClose={desk.dismiss} /> : nothing)}
        {state.isCancelled && <Notice tone="info" title={say('office-pane/no-file-made')} onClose={desk.dismiss} />}
      </div>
      <TemplateTroubles troubles={state.templateTroubles} />
      {state.trouble && <TroubleNotice trouble={state.trouble} onClose={desk.dismiss} />}
      <PaperTemplates desk={desk} hasOwn={hasOwn} files={rows.map(({ file }) => file)} />
    </>
  )
}
