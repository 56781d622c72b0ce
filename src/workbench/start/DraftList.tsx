import React, { useState } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { DraftSummary } from '../../app/workbench/drafts'
import type { Workbench } from '../../app/workbench/workbench'
import { useWords } from '../../taskpane/shell/words'

/** Work that was not saved: to go on with, or to discard after a second question. */
export function DraftList({ bench, drafts }: { readonly bench: Workbench; readonly drafts: readonly DraftSummary[] }) {
  const { say } = useWords()
  if (drafts.length === 0) return null
  return (
    <section className="drafts">
      <h2>{say('workbench/drafts')}</h2>
      <ul>
        {drafts.map((draft) => (
          <DraftItem key={draft.id} bench={bench} draft={draft} />
        ))}
      </ul>
    </section>
  )
}

function DraftItem({ bench, draft: { id, name, at, count } }: { readonly bench: Workbench; readonly draft: DraftSummary }) {
  const { say } = useWords()
  const [isAsking, setAsking] = useState(false)
  return (
    <li>
      <p className="file-name">{name}</p>
      <p className="soft">{say('workbench/draft', { at: at.slice(0, 16).replace('T', ' '), count })}</p>
      {isAsking ? (
        <div role="group" aria-label={say('workbench/discard-name', { name })}>
          <p role="alert">{say('workbench/discard-sure', { name, count })}</p>
          <div className="actions">
            <DefaultButton text={say('workbench/discard')} onClick={() => void bench.discardDraft(id)} />
            <DefaultButton text={say('workbench/discard-no')} autoFocus onClick={() => setAsking(false)} />
          </div>
        </div>
      ) : (
        <div className="actions">
          <DefaultButton text={say('workbench/continue')} ariaLabel={say('workbench/continue-name', { name })} onClick={() => void bench.openDraft(id)} />
          <DefaultButton text={say('workbench/discard')} ariaLabel={say('workbench/discard-name', { name })} onClick={() => setAsking(true)} />
        </div>
      )}
    </li>
  )
}
