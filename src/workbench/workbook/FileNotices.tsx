import React, { useState } from 'react'
import type { FileAtWork } from '../../app/workbench/file-at-work'
import { Notice } from '../../taskpane/shell/Notice'
import { TroubleNotice } from '../../taskpane/shell/TroubleNotice'
import { useStore } from '../../taskpane/shell/use-store'
import { useWords } from '../../taskpane/shell/words'

/** What has to be known of the open file: what did not work, that no draft is kept, and what it carries beside its cells. */
export function FileNotices({ file }: { readonly file: FileAtWork }) {
  const { say } = useWords()
  const { trouble, isDraftRefused } = useStore(file.store)
  const [isForeignSeen, setForeignSeen] = useState(false)
  const { foreign } = file.facts
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} onClose={file.dismiss} />}
      {isDraftRefused && <Notice tone="warning" title={say('workbench/no-drafts')} />}
      {foreign.length > 0 && !isForeignSeen && (
        <Notice tone="info" title={foreign.map((one) => say(`file/foreign-${one}`)).join(' ')} onClose={() => setForeignSeen(true)}>
          <p>{say('workbench/foreign-kept')}</p>
        </Notice>
      )}
    </>
  )
}
