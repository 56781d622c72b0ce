import React, { useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { OversightDesk, OversightState } from '../../app/pane/office/oversight'
import type { OfficeDesk } from '../../app/pane/office/desk'
import type { DeskReady } from '../../app/pane/office/state'
import type { WaiversDesk } from '../../app/pane/office/waivers'
import { Choice } from '../parts/Choice'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { SpotChecks } from './SpotChecks'
import { Transfers } from './Transfers'
import { Waivers } from './Waivers'
import { WorkLine } from './WeekPanel'
import { MakingLine } from './MakingLine'

export interface OversightProps {
  readonly desk: OversightDesk
  readonly office: OfficeDesk
  readonly state: DeskReady
  readonly oversight: OversightState
  /** Of who acts; kept while the pane is open. */
  readonly by: string
  readonly onBy: (name: string) => void
}

export type OversightPage = 'spot-checks' | 'transfer' | 'waivers' | 'slips' | 'year-end'

interface Props extends Pick<OversightProps, 'desk' | 'office' | 'state'> {
  readonly waivers: WaiversDesk
  /** Absent: the first there is. */
  readonly page: OversightPage | undefined
  readonly onPage: (page: OversightPage) => void
}

/** Everything beside the week itself: spot checks, transfers, waivers, slips, and the record at the end. */
export function OversightPanel({ desk, office, state, waivers, page: chosen, onPage }: Props) {
  const { say } = useWords()
  const oversight = useStore(desk.store)
  const { campaign } = state.office
  const pages: OversightPage[] = [...(campaign.spotChecks ? ['spot-checks' as const] : []), ...(campaign.definition.transfer ? ['transfer' as const] : []), 'waivers', 'slips', 'year-end']
  const [by, setBy] = useState('')
  const page = chosen ?? pages[0]
  const props: OversightProps = { desk, office, state, oversight, by, onBy: setBy }
  return (
    <div className="panel">
      <Choice label={say('oversight-pane/which')} value={page as OversightPage} onChange={onPage} options={pages.map((value) => ({ value, text: say(`oversight-pane/${value}`) }))} />
      {state.work && <WorkLine desk={office} state={state} />}
      {state.trouble?.at === 'oversight' && <TroubleNotice trouble={state.trouble.trouble} onClose={office.dismiss} />}
      {oversight.trouble && <TroubleNotice trouble={oversight.trouble} onClose={desk.dismiss} />}
      {page === 'spot-checks' && <SpotChecks {...props} />}
      {page === 'transfer' && <Transfers {...props} />}
      {page === 'waivers' && <Waivers desk={waivers} office={office} state={state} />}
      {page === 'slips' && <Slips {...props} />}
      {page === 'year-end' && <YearEnd {...props} />}
    </div>
  )
}

function Slips({ desk, state: { week, shown }, oversight: { making, saved, isCancelled } }: OversightProps) {
  const { say } = useWords()
  return (
    <>
      <p className="soft small">{say('oversight-pane/slips-about')}</p>
      {!shown.ranking && <p className="soft">{say('office-pane/week-not-done', { week })}</p>}
      <div className="actions">
        <PrimaryButton className="wide" text={say('oversight-pane/make-slips', { week })} iconProps={{ iconName: 'Save' }} disabled={making !== undefined || !shown.ranking} onClick={() => void desk.saveSlips(week)} />
      </div>
      {making?.what === 'slips' && <MakingLine label={say('oversight-pane/making-slips', { done: making.done, total: making.total })} done={making.done} total={making.total} onCancel={desk.cancel} />}
      <div aria-live="polite">{isCancelled && <Notice tone="info" title={say('office-pane/no-file-made')} onClose={desk.dismiss} />}</div>
      <Saved saved={saved?.what === 'slips' ? saved : undefined} onClose={desk.dismiss} />
    </>
  )
}

function YearEnd({ desk, oversight: { making, saved } }: OversightProps) {
  const { say } = useWords()
  const [names, setNames] = useState<'without' | 'with'>('without')
  return (
    <>
      <p className="soft small">{say('oversight-pane/year-end-about')}</p>
      <Choice label={say('oversight-pane/year-end-names')} value={names} onChange={setNames} options={(['without', 'with'] as const).map((value) => ({ value, text: say(`oversight-pane/names-${value}`) }))} />
      {names === 'with' && <p className="small warning-words">{say('oversight-pane/names-warning')}</p>}
      <div className="actions">
        {(['xlsx', 'csv'] as const).map((format) => (
          <DefaultButton key={format} text={say('oversight-pane/year-end-save', { format: format === 'xlsx' ? 'Excel' : 'CSV' })} iconProps={{ iconName: 'Save' }} disabled={making !== undefined} onClick={() => void desk.saveYearEnd(names === 'with', format)} />
        ))}
      </div>
      <Saved saved={saved?.what === 'year-end' ? saved : undefined} onClose={desk.dismiss} />
    </>
  )
}

function Saved({ saved, onClose }: { readonly saved: OversightState['saved']; readonly onClose: () => void }) {
  const { say } = useWords()
  return <div aria-live="polite">{saved && <Notice tone="done" title={say('oversight-pane/saved', { name: saved.name, count: saved.count })} onClose={onClose} />}</div>
}
