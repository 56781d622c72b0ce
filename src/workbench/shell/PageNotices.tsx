import React from 'react'
import { troubleText } from '../../app/pane/trouble'
import type { Workbench, WorkbenchState } from '../../app/workbench/workbench'
import { Notice } from '../../taskpane/shell/Notice'
import { useWords } from '../../taskpane/shell/words'

/** What became of a file that was to be opened, and of the one before it. */
export function PageNotices({ bench, state: { failure, kept } }: { readonly bench: Workbench; readonly state: WorkbenchState }) {
  const { say } = useWords()
  if (!failure && kept === undefined) return null
  const { what = '', fix = '' } = failure ? troubleText(failure.trouble, say) : {}
  return (
    <div className="page-notices">
      {failure && (
        <Notice tone="error" title={say(`workbench/failed-${failure.at}`, { name: failure.name })} onClose={bench.dismiss}>
          <p>
            {what} {fix}
          </p>
        </Notice>
      )}
      {kept !== undefined && <Notice tone="info" title={say('workbench/kept', { name: kept })} onClose={bench.dismiss} />}
    </div>
  )
}
