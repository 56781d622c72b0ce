import React from 'react'
import type { Refusal } from '../../app/edited-workbook'
import type { FileAtWork } from '../../app/workbench/file-at-work'
import type { Say } from '../../domain/text'
import { Sign } from '../../taskpane/shell/icons'
import { useStore } from '../../taskpane/shell/use-store'
import { useWords } from '../../taskpane/shell/words'

/** What was refused just now, and why: beside the cells, and read out when there is time. Its place is always there, so that it is. */
export function RefusalLine({ file }: { readonly file: FileAtWork }) {
  const { say } = useWords()
  const { refusal } = useStore(file.store)
  return (
    <div className="refusal-place" aria-live="polite">
      {refusal && (
        <div className="refusal">
          <Sign name="Warning" />
          <div>
            {refusalText(refusal, say).map((line, at) => (
              <p key={at} className={at === 0 ? 'first' : ''}>
                {line}
              </p>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

/** The workbook's own words first, where it has any. */
function refusalText({ code, params }: Refusal, say: Say): string[] {
  const { title, text } = params
  return [title, text, say(code, params)].flatMap((line) => (line === undefined || line === '' ? [] : [String(line)]))
}
