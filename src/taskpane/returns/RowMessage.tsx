import React from 'react'
import { findingsAt } from '../../app/pane/return/finding-list'
import { findingText } from '../../domain/returns/finding-text'
import { Capped } from '../parts/Capped'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'
import type { ReturnProps } from './ReadyReturn'
import { SEVERITY_SIGNS } from './severity-signs'

/** What is wrong in the row where the person is, the cell itself first. Nothing before a check. */
export function RowMessage({ state: { checked, selected } }: Pick<ReturnProps, 'state'>) {
  const { say, language } = useWords()
  if (!checked || !selected) return null
  const here = findingsAt(checked.result.findings, selected)
  return (
    <section className="row-message" aria-live="polite">
      <h2>{say('pane/this-row', { sheet: selected.sheet, row: selected.row })}</h2>
      {here.length === 0 && <p className="soft">{say('pane/this-row-clean')}</p>}
      <Capped key={`${selected.sheet} ${selected.row}`} items={here} atOnce={4}>
        {(finding, index) => {
          const { message, fix } = findingText(finding, say, language)
          return (
            <li key={index} className={`finding ${finding.severity}`}>
              <Sign name={SEVERITY_SIGNS[finding.severity]} />
              <div>
                <span className="hidden-words">{say(`pane/severity-${finding.severity}`)}</span>
                <p className={finding.column === selected.column ? 'this-cell' : undefined}>{message}</p>
                <p className="soft">{fix}</p>
              </div>
            </li>
          )
        }}
      </Capped>
    </section>
  )
}
