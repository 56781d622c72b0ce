import React from 'react'
import type { Campaign } from '../../domain/campaign/campaign'
import { useWords } from '../shell/words'

/** The directive's own words for clauses, and what they ask for in plain ones. */
export function Clauses({ campaign, ids }: { readonly campaign: Campaign; readonly ids: readonly string[] }) {
  const { say, pick } = useWords()
  return (
    <ul className="clauses">
      {ids.map((id) => {
        const clause = campaign.definition.clauses[id]
        if (!clause) return null
        return (
          <li key={id}>
            {clause.quote !== undefined && <blockquote lang="zh-CN">{clause.quote}</blockquote>}
            <p className="soft">
              {id} {pick(clause.says)}
              {clause.ours ? say('pane/clause-ours') : ''}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
