import React from 'react'
import { describeMistake, pointAt, type Mistake } from '../../domain/campaign/mistake'
import { useWords } from '../shell/words'
import { Capped } from './Capped'

/** Mistakes of a definition: where, what, what to do, and the expression with a caret under the place. */
export function MistakeList({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  const { say } = useWords()
  return (
    <Capped items={mistakes} atOnce={20} className="mistakes">
      {(mistake, index) => {
        const { what, fix } = describeMistake(mistake, say)
        const pointed = pointAt(mistake)
        return (
          <li key={index}>
            <p className="place">
              {mistake.line > 0 && <strong>{say('pane/mistake-at', { line: mistake.line, column: mistake.column })}</strong>} <code>{mistake.path}</code>
            </p>
            <p>{what}</p>
            {pointed !== undefined && (
              <pre tabIndex={0} aria-label={mistake.path}>
                {pointed}
              </pre>
            )}
            <p className="soft">{fix}</p>
          </li>
        )
      }}
    </Capped>
  )
}
