import React, { useEffect } from 'react'
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { BulletinLine, BulletinSection, BulletinView } from '../../app/pane/office/bulletin'
import type { BulletinDesk } from '../../app/pane/office/bulletin-desk'
import { bulletinPaper } from '../../app/pane/office/bulletin'
import type { PapersDesk } from '../../app/pane/office/papers'
import type { DeskReady } from '../../app/pane/office/state'
import { shortDate } from '../../domain/returns/headings'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { MakingLine } from './MakingLine'
import { PaperTemplates, TemplateTroubles } from './PaperTemplates'

interface Props {
  readonly desk: BulletinDesk
  /** Keeps the templates. */
  readonly papers: PapersDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
  readonly hasOwn: boolean
}

/** The half-monthly bulletin, read before it is saved: of which period, what it says, what it cannot say. */
export function BulletinPage({ desk, papers, state: { office, week }, hasOwn }: Props) {
  const { say, language } = useWords()
  const state = useStore(desk.store)
  useEffect(() => void desk.open(office, week), [desk, office, week])
  const { choices, view, work, draft, canSave } = state
  if (choices.length === 0) return <p className="soft">{say('bulletin-pane/none')}</p>
  const paper = bulletinPaper(office.campaign)
  const file = paper === undefined ? undefined : office.campaign.definition.papers[paper]?.file
  const isMaking = work === 'making'
  return (
    <>
      <p className="soft small">{say('bulletin-pane/about')}</p>
      <label className="week-choice">
        <span>{say('bulletin-pane/to-week')}</span>
        <select value={state.week} disabled={isMaking} onChange={({ target }) => void desk.choose(Number(target.value))}>
          {choices.map((one) => (
            <option key={one.week} value={one.week}>
              {say('bulletin-pane/choice', { week: one.week, from: shortDate(one.from, language), to: shortDate(one.to, language) })}
            </option>
          ))}
        </select>
      </label>
      <label className="check-line">
        <input type="checkbox" checked={draft} disabled={isMaking} onChange={({ target }) => desk.setDraft(target.checked)} />
        <span>{say('bulletin-pane/draft')}</span>
      </label>
      <div className="actions">
        <PrimaryButton text={say('bulletin-pane/save')} iconProps={{ iconName: 'Save' }} disabled={!view || !canSave || work !== undefined} allowDisabledFocus onClick={() => void desk.save()} />
        <DefaultButton text={say(state.copied === 'yes' ? 'pane/copied' : 'bulletin-pane/copy')} iconProps={{ iconName: state.copied === 'yes' ? 'Check' : 'Copy' }} disabled={!view} onClick={() => void desk.copy()} />
      </div>
      {!canSave && <p className="soft small">{say('bulletin-pane/no-template')}</p>}
      {work && <MakingLine label={say(`bulletin-pane/${work}`)} done={0} total={0} onCancel={desk.cancel} />}
      <div aria-live="polite">
        {state.saved !== undefined && <Notice tone="done" title={say('bulletin-pane/saved', { name: state.saved })} onClose={desk.dismiss} />}
        {state.copied === 'failed' && <p className="small warning-words">{say('pane/copy-failed')}</p>}
      </div>
      {state.copied === 'failed' && <textarea className="copy-text" readOnly rows={8} aria-label={say('bulletin-pane/text')} value={desk.text} onFocus={({ target }) => target.select()} />}
      <TemplateTroubles troubles={state.templateTroubles} />
      {state.trouble && <TroubleNotice trouble={state.trouble} onClose={desk.dismiss} />}
      {view && state.isPartial && !work && (
        <p className="small warning-words">
          {say('bulletin-pane/partial')} <ActionButton className="more" text={say('bulletin-pane/read')} onClick={() => void desk.read()} />
        </p>
      )}
      {view && <Bulletin view={view} />}
      {canSave && file !== undefined && <PaperTemplates desk={papers} hasOwn={hasOwn} files={[file]} />}
    </>
  )
}

function Bulletin({ view: { title, period, open, sections } }: { readonly view: BulletinView }) {
  const { say } = useWords()
  return (
    <article className="bulletin" aria-label={title}>
      <h2>{title}</h2>
      <p className="soft small">{period}</p>
      {open.length > 0 && <p className="small warning-words">{say('bulletin-pane/weeks-open', { weeks: open.join(say('office/comma')) })}</p>}
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </article>
  )
}

function Section({ section: { id, title, lines, note } }: { readonly section: BulletinSection }) {
  return (
    <section className={`bulletin-${id}`}>
      <h3>{title}</h3>
      {lines.length > 0 && (
        <ul className="facts-lines">
          {lines.map((one, at) => (
            <Line key={at} line={one} />
          ))}
        </ul>
      )}
      {note !== '' && <p className="soft small">{note}</p>}
    </section>
  )
}

function Line({ line: { label, value, detail } }: { readonly line: BulletinLine }) {
  return (
    <li>
      <span className="sum-line">
        <span>{label}</span>
        {value !== '' && <span className="number">{value}</span>}
      </span>
      {detail !== '' && <span className="soft small">{detail}</span>}
    </li>
  )
}
