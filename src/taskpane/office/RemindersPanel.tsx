import React, { useMemo, useState } from 'react'
import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { reminders, type Reminder } from '../../app/reminder-text'
import type { DeskReady } from '../../app/pane/office/state'
import { troubleOf, type Trouble } from '../../app/pane/trouble'
import { Choice } from '../parts/Choice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'

interface Props {
  readonly state: DeskReady
  readonly today: string
  readonly copyText: (text: string) => Promise<void>
  /** Hands over a file for each group; absent where there are no groups. */
  readonly onSave?: () => Promise<unknown>
  readonly onBack: () => void
}

/** A text for every system or group in which somebody owes a return, ready to copy. */
export function RemindersPanel({ state: { office, shown, week, deadline }, today, copyText, onSave, onBack }: Props) {
  const { say } = useWords()
  const [by, setBy] = useState<'system' | 'group'>('system')
  const [trouble, setTrouble] = useState<Trouble>()
  const texts = useMemo(() => reminders(office, shown.sections, by, { week, today, ...(deadline !== undefined && { deadline }) }), [office, shown, by, week, today, deadline])
  return (
    <div className="panel">
      <ActionButton className="more" iconProps={{ iconName: 'Undo' }} text={say('office-pane/back-to-roll-call')} onClick={onBack} />
      <h2>{say('office-pane/remind-title')}</h2>
      {office.state.registry.groups.length > 0 && <Choice label={say('office-pane/remind-by')} value={by} onChange={setBy} options={[{ value: 'system', text: say('office-pane/remind-by-system') }, { value: 'group', text: say('office-pane/remind-by-group') }]} />}
      {by === 'group' && onSave && texts.length > 0 && (
        <div className="actions">
          <DefaultButton text={say('office-pane/remind-save')} iconProps={{ iconName: 'Save' }} onClick={() => void onSave().catch((error: unknown) => setTrouble(troubleOf(error)))} />
        </div>
      )}
      {trouble && <TroubleNotice trouble={trouble} onClose={() => setTrouble(undefined)} />}
      {texts.length === 0 && <p className="soft">{say('office-pane/remind-none')}</p>}
      {texts.map((reminder) => (
        <ReminderText key={`${by} ${reminder.to}`} reminder={reminder} to={reminder.to === '' ? office.campaign.definition.terms.group[office.language] : reminder.to} copyText={copyText} />
      ))}
    </div>
  )
}

function ReminderText({ reminder: { text, missing, rejected }, to, copyText }: { readonly reminder: Reminder; readonly to: string; readonly copyText: Props['copyText'] }) {
  const { say } = useWords()
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () => copyText(text).then(() => setCopied('yes'), () => setCopied('failed'))
  return (
    <section className="reminder">
      <div className="line-between">
        <h3>{say('office-pane/remind-count', { to, missing: missing.length, rejected: rejected.length })}</h3>
        <DefaultButton text={say(copied === 'yes' ? 'pane/copied' : 'pane/copy')} ariaLabel={`${say(copied === 'yes' ? 'pane/copied' : 'pane/copy')} ${to}`} iconProps={{ iconName: copied === 'yes' ? 'Check' : 'Copy' }} onClick={() => void copy()} />
      </div>
      <textarea className="copy-text" readOnly aria-label={say('office-pane/remind-text', { to })} rows={Math.min(9, text.split('\n').length + 1)} value={text} onFocus={({ target }) => target.select()} />
      {copied === 'failed' && <span className="soft">{say('pane/copy-failed')}</span>}
    </section>
  )
}
