import React from 'react'
import type { Tile } from '../../app/roll-call'
import type { Campaign } from '../../domain/campaign/campaign'
import { findingText } from '../../domain/returns/finding-text'
import { Capped } from '../parts/Capped'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'
import { SEVERITY_SIGNS } from '../returns/severity-signs'
import { baseName, reasonFix, reasonText } from './office-words'

/** Cells that are named before the rest is counted. */
const NAMED = 4

/** Why a unit stands as it does: reasons with what to do, the file that counts, and what was found in it. */
export function TileDetail({ tile, campaign }: { readonly tile: Tile; readonly campaign: Campaign }) {
  const { say } = useWords()
  const { name, status, entry, reasons, findings } = tile
  const who = [tile.liaison, tile.phone].filter((text) => text !== '').join(' ')
  return (
    <div className="detail">
      <p className="detail-title">
        <strong>{name}</strong> <span className={`tag status-${status}`}>{say(`office-pane/status-${status}`)}</span>
      </p>
      {entry?.score !== undefined && (
        <p className="number">{say('office-pane/unit-score', { score: entry.score.toFixed(campaign.definition.ranking.digits) })}</p>
      )}
      {entry?.file !== undefined && (
        <p className="soft">
          {say('office-pane/file-counted', { file: baseName(entry.file) })}
          {entry.stamp !== undefined && ` · ${say('office-pane/settled-at', { at: entry.stamp.slice(0, 16).replace('T', ' ') })}`}
        </p>
      )}
      {who !== '' && <p className="soft">{say('office-pane/contact', { who })}</p>}
      {reasons.length > 0 && (
        <ul className="reasons">
          {reasons.map((reason, at) => {
            const fix = reasonFix(reason, say)
            return (
              <li key={at}>
                {reason.file !== '' && <span className="soft file-name">{baseName(reason.file)}</span>}
                <p>{reasonText(reason, say)}</p>
                {fix !== '' && <p className="soft">{say('office-pane/what-to-do', { fix })}</p>}
              </li>
            )
          })}
        </ul>
      )}
      {entry?.outcome === 'valid' && (
        <>
          <h3>{say('office-pane/unit-findings')}</h3>
          {findings.length === 0 ? <p className="soft">{say('office-pane/no-findings')}</p> : <Findings findings={findings} />}
        </>
      )}
    </div>
  )
}

function Findings({ findings }: Pick<Tile, 'findings'>) {
  const { say, language } = useWords()
  return (
    <Capped items={findings} atOnce={6} className="found">
      {({ first, cells, count }, at) => {
        const { message } = findingText(first, say, language)
        const named = cells.slice(0, NAMED).join(' ')
        return (
          <li key={at} className={`finding ${first.severity}`}>
            <Sign name={SEVERITY_SIGNS[first.severity]} />
            <span>
              <span className="hidden-words">{say(`pane/severity-${first.severity}`)}</span>
              {message}{' '}
              {first.sheet !== undefined && <span className="cell soft">{say('office-pane/finding-cells', { sheet: first.sheet, cells: count > NAMED ? say('office-pane/finding-more', { cells: named, count }) : named })}</span>}
            </span>
          </li>
        )
      }}
    </Capped>
  )
}
