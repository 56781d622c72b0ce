import React, { useMemo } from 'react'
import type { Spot } from '../../app/pane/next-problem'
import { spotOf } from '../../app/pane/next-problem'
import { filterCounts, findingList, type SeverityFilter } from '../../app/pane/return/finding-list'
import type { Finding } from '../../domain/returns/finding'
import { findingText, whereOf } from '../../domain/returns/finding-text'
import type { FindingGroup } from '../../domain/returns/group-findings'
import { Capped } from '../parts/Capped'
import { Choice } from '../parts/Choice'
import { Fold } from '../parts/Fold'
import { PlaceButton } from '../parts/PlaceButton'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'
import { SEVERITY_SIGNS } from './severity-signs'

interface Props {
  readonly findings: readonly Finding[]
  readonly filter: SeverityFilter
  readonly onFilter: (filter: SeverityFilter) => void
  readonly onReveal: (spot: Spot) => void
}

const FILTERS = ['all', 'error', 'warning', 'query'] as const

/** Everything that was found, by sheet; the same thing on many rows is one line. */
export function FindingsPanel({ findings, filter, onFilter, onReveal }: Props) {
  const { say } = useWords()
  const counts = useMemo(() => filterCounts(findings), [findings])
  const sheets = useMemo(() => findingList(findings, filter), [findings, filter])
  return (
    <div className="panel">
      <Choice label={say('pane/filter')} value={filter} onChange={onFilter} options={FILTERS.filter((value) => value === 'all' || value === filter || counts[value] > 0).map((value) => ({ value, tone: value, text: say('pane/count', { name: say(`pane/severity-${value}`), n: counts[value] }) }))} />
      {sheets.length === 0 && (
        <p className="clean">
          <Sign name="Done" /> {say(filter === 'all' ? 'pane/clean' : 'pane/nothing-here')}
        </p>
      )}
      {sheets.map(({ sheet, count, kinds }) => (
        <section key={sheet ?? ''} className="sheet">
          <h2>
            {sheet ?? say('pane/whole-workbook')} <span className="soft">{say('pane/places', { n: count })}</span>
          </h2>
          {kinds.map(({ kind, groups }) => (
            <React.Fragment key={kind}>
              {kinds.length > 1 && <h3>{say(`pane/kind-${kind}`)}</h3>}
              {groups.map((group, index) => (
                <Group key={`${filter} ${index}`} group={group} onReveal={onReveal} />
              ))}
            </React.Fragment>
          ))}
        </section>
      ))}
    </div>
  )
}

function Group({ group, onReveal }: { readonly group: FindingGroup; readonly onReveal: Props['onReveal'] }) {
  const { say, pick, language } = useWords()
  const { findings, severity } = group
  const [first] = findings
  if (!first) return null
  const { message, fix } = findingText(first, say, language)
  const spot = spotOf(first)
  // What is short differs from row to row: the first row's numbers would be taken for everybody's.
  const title = findings.length > 1 && first.kind === 'requirement' ? first.texts?.title : undefined
  const head = (
    <>
      <Sign name={SEVERITY_SIGNS[severity]} />
      <span>
        <span className="hidden-words">{say(`pane/severity-${severity}`)}</span>
        {title ? say('pane/title-short', { title: pick(title) }) : message}
      </span>
    </>
  )
  if (findings.length === 1) {
    return (
      <div className={`finding ${severity}`}>
        {spot ? (
          <PlaceButton onClick={() => onReveal(spot)} label={say('pane/go-to', { place: whereOf(first) || (first.sheet ?? '') })}>
            {head}
            <span className="cell">{whereOf(first)}</span>
          </PlaceButton>
        ) : (
          <p className="place-button">{head}</p>
        )}
        <p className="soft fix">{fix}</p>
      </div>
    )
  }
  return (
    <div className={`finding ${severity}`}>
      <Fold
        head={
          <>
            {head}
            <span className="tag plain">{say('pane/places', { n: findings.length })}</span>
          </>
        }
      >
        <p className="soft fix">{fix}</p>
        <Capped items={findings} atOnce={10} className="places">
          {(finding, index) => {
            const at = spotOf(finding)
            return (
              <li key={index}>
                {at && (
                  <PlaceButton onClick={() => onReveal(at)}>
                    <span className="cell">{whereOf(finding) || say('pane/row', { row: at.row })}</span>
                    <span className="soft">{[finding.subject, briefly(finding)].filter(Boolean).join(' ')}</span>
                  </PlaceButton>
                )}
              </li>
            )
          }}
        </Capped>
      </Fold>
    </div>
  )
}

/** What tells one place of a group from the others: what the cell holds, or what it is and should be. */
function briefly({ kind, value, expected }: Finding): string {
  if (value === undefined) return ''
  return kind === 'requirement' && expected !== undefined ? `${value} / ${expected}` : `“${value}”`
}
