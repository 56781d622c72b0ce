import React, { useEffect, useRef } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { HandedUpFinding, HandedUpForm, HandedUpView } from '../../app/pane/office/handed-up'
import type { HandUpDesk } from '../../app/pane/office/hand-up'
import type { DeskReady } from '../../app/pane/office/state'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { MakingLine } from './MakingLine'
import { pickedFiles } from './picked-files'

interface Props {
  readonly desk: HandUpDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
}

/** The week's figures in the workbook that the level above issued: chosen, read, saved. */
export function HandUpPage({ desk, state: { office, week } }: Props) {
  const { say, pick } = useWords()
  const { file, isWorking, view, saved, isCancelled, trouble } = useStore(desk.store)
  const input = useRef<HTMLInputElement>(null)
  const outcome = useRef<HTMLHeadingElement>(null)
  useEffect(() => void desk.open(office, week), [desk, office, week])
  // What a person chose a file for is read next: the keyboard follows.
  const isChosen = useRef(false)
  useEffect(() => {
    if (view && isChosen.current) outcome.current?.focus()
    if (view) isChosen.current = false
  }, [view])
  const { terms } = office.campaign.definition
  const onChosen = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const [picked] = pickedFiles(target.files)
    isChosen.current = true
    if (picked) void desk.choose(picked)
    // So that the same file can be chosen again.
    target.value = ''
  }
  return (
    <>
      <p className="soft small">{say('hand-up-pane/about', { week, system: pick(terms.system), unit: pick(terms.unit) })}</p>
      {file !== undefined && <p className="break">{say('hand-up-pane/chosen', { file })}</p>}
      <div className="actions">
        <DefaultButton text={say(file === undefined ? 'hand-up-pane/choose' : 'hand-up-pane/choose-other')} iconProps={{ iconName: 'File' }} disabled={isWorking} allowDisabledFocus onClick={() => input.current?.click()} />
      </div>
      <input ref={input} type="file" accept=".xlsx,.xlsm" className="hidden-words" tabIndex={-1} aria-hidden data-kind="issued-above" onChange={onChosen} />
      {isWorking && <MakingLine label={say('hand-up-pane/filling')} done={0} total={0} onCancel={desk.cancel} />}
      <div aria-live="polite">{isCancelled && <Notice tone="info" title={say('office-pane/no-file-made')} actions={[{ text: say('hand-up-pane/again'), onClick: () => void desk.again() }]} onClose={desk.dismiss} />}</div>
      {trouble && <TroubleNotice trouble={trouble} onClose={desk.dismiss} />}
      {view && <Filled view={view} week={week} heading={outcome} onSave={desk.save} />}
      <div aria-live="polite">{saved !== undefined && <Notice tone="done" title={say('hand-up-pane/saved', { name: saved })} onClose={desk.dismiss} />}</div>
    </>
  )
}

function Filled({ view, week, heading, onSave }: { readonly view: HandedUpView; readonly week: number; readonly heading: React.Ref<HTMLHeadingElement>; readonly onSave: () => void }) {
  const { say } = useWords()
  const { sender, issuer, title, upperWeek, figures, score, findings, shortfalls, forms } = view
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="explain-name">
        {say('hand-up-pane/filled', { sender, week, issuer, title, upperWeek, figures })}
      </h2>
      <p className="soft small">{say('hand-up-pane/score', { score })}</p>
      {findings.length === 0 ? <Notice tone="done" title={say('hand-up-pane/agrees')} /> : <Found tone="warning" title={say('hand-up-pane/disagrees', { count: findings.length })} findings={findings} />}
      {shortfalls.length > 0 && <Found tone="info" title={say('hand-up-pane/short', { count: shortfalls.length })} findings={shortfalls} />}
      <div className="actions">
        <PrimaryButton className="wide" text={say('hand-up-pane/save')} iconProps={{ iconName: 'Save' }} onClick={onSave} />
      </div>
      <h3>{say('hand-up-pane/figures')}</h3>
      {forms.map((form, at) => (
        <Form key={form.form} form={form} isOpen={at === 0} />
      ))}
    </>
  )
}

function Found({ tone, title, findings }: { readonly tone: 'warning' | 'info'; readonly title: string; readonly findings: readonly HandedUpFinding[] }) {
  return (
    <Notice tone={tone} title={title}>
      <Capped items={findings} atOnce={4} className="plain-list small">
        {({ message, fix, place }, at) => (
          <li key={at}>
            {place !== '' && <span className="cell">{`${place} `}</span>}
            {message} <span className="soft">{fix}</span>
          </li>
        )}
      </Capped>
    </Notice>
  )
}

/** The figures of one form: a line each; where each system has its own, the systems open. */
function Form({ form: { title, rows }, isOpen }: { readonly form: HandedUpForm; readonly isOpen: boolean }) {
  const { say } = useWords()
  const all = rows.flatMap(({ figures }) => figures)
  const known = all.filter(({ text }) => text !== '').length
  return (
    <Fold
      open={isOpen}
      head={
        <>
          {say('hand-up-pane/form', { title, count: known })} {known < all.length && <span className="warning-words small">{say('hand-up-pane/blanks', { count: all.length - known })}</span>}
        </>
      }
    >
      {rows.map(({ name, figures }, at) => (
        <section key={at}>
          {name !== '' && <h3>{name}</h3>}
          <ul className="facts-lines">
            {figures.map(({ field, title: label, text }) => (
              <li key={field} className="sum-line">
                <span>{label}</span>
                <span className={text === '' ? 'soft small' : 'number'}>{text === '' ? say('hand-up-pane/blank') : text}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Fold>
  )
}
