import React, { useRef } from 'react'
import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { PapersDesk, PapersState } from '../../app/pane/office/papers'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { pickedFiles } from './picked-files'

/** Every mistake with its paper and file, in the words of the templates' checks. */
export function TemplateTroubles({ troubles }: { readonly troubles: PapersState['templateTroubles'] }) {
  const { say } = useWords()
  if (troubles.length === 0) return null
  return (
    <Notice tone="error" title={say('papers-pane/template-troubles', { count: troubles.length })}>
      <Capped items={troubles} atOnce={6} className="plain-list">
        {({ code, params }, at) => (
          <li key={at}>
            {say(code, params)} <span className="soft">{say(`${code}.fix`, params)}</span>
          </li>
        )}
      </Capped>
    </Notice>
  )
}

/** Which templates are used, and others instead of them. `files`: the names that templates have to have. */
export function PaperTemplates({ desk, hasOwn, files }: { readonly desk: PapersDesk; readonly hasOwn: boolean; readonly files: readonly string[] }) {
  const { say } = useWords()
  const templates = useStore(desk.maker.templates)
  const { work } = useStore(desk.store)
  const input = useRef<HTMLInputElement>(null)
  const comma = say('office/comma')
  return (
    <Fold className="options" head={say('papers-pane/templates')}>
      <p className="small">{templates.length > 0 ? say('papers-pane/templates-chosen', { files: templates.join(comma) }) : say(hasOwn ? 'papers-pane/templates-own' : 'papers-pane/templates-none')}</p>
      <p className="soft small break">{say('papers-pane/templates-hint', { files: [...new Set(files)].join(comma) })}</p>
      <div className="actions">
        <DefaultButton text={say('papers-pane/templates-choose')} iconProps={{ iconName: 'File' }} disabled={work !== undefined} onClick={() => input.current?.click()} />
        {templates.length > 0 && <ActionButton className="more" text={say('papers-pane/templates-reset')} disabled={work !== undefined} onClick={desk.useOwnTemplates} />}
      </div>
      <input ref={input} type="file" multiple accept=".docx" className="hidden-words" tabIndex={-1} aria-hidden data-kind="templates" onChange={({ target }) => (void desk.useTemplates(pickedFiles(target.files)), void (target.value = ''))} />
    </Fold>
  )
}
