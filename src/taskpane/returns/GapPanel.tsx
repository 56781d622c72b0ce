import React, { useMemo, useState } from 'react'
import type { CheckResult } from '../../app/check'
import type { Spot } from '../../app/pane/next-problem'
import { atWeekEnd, measureLines, measuresBySubject, subjectLines } from '../../app/pane/return/measure-lines'
import type { Campaign } from '../../domain/campaign/campaign'
import type { WorkbookKind } from '../../domain/campaign/schema'
import { shortDate } from '../../domain/returns/headings'
import { Choice } from '../parts/Choice'
import { Fold } from '../parts/Fold'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'
import { MeasureItem } from './MeasureItem'
import { SubjectList } from './SubjectList'

export interface GapProps {
  readonly campaign: Campaign
  readonly kind: WorkbookKind
  readonly result: CheckResult
  readonly onReveal: (spot: Spot) => void
}

/** How far it is from the standard: measure by measure in the directive's order, or by who it is about. */
export function GapPanel(props: GapProps) {
  const { say, pick, language } = useWords()
  const { campaign, kind, result } = props
  const lines = useMemo(() => measureLines(result.evaluation, campaign), [result, campaign])
  // A supervision group plans its week: what has to be there when it ends.
  const ahead = useMemo(() => (kind === 'group' ? atWeekEnd(result, campaign) : result.evaluation), [kind, result, campaign])
  const subjects = useMemo(() => subjectLines(ahead, campaign), [ahead, campaign])
  const ofSubjects = useMemo(() => measuresBySubject(campaign), [campaign])
  const [by, setBy] = useState<'measure' | 'subject'>(kind === 'group' ? 'subject' : 'measure')
  const { terms } = campaign.definition
  const open = lines.filter(({ status }) => status === 'shortfall' || status === 'in-progress')
  const others = useMemo(() => measureLines(ahead, campaign).filter(({ id, short }) => short.length > 0 && !ofSubjects.has(id)), [ahead, campaign, ofSubjects])
  const met = lines.filter(({ status }) => status === 'met')
  const other = lines.filter(({ status }) => status === 'not-started' || status === 'undetermined')
  const item = (line: (typeof lines)[number]) => <MeasureItem key={line.id} line={line} {...props} />
  return (
    <div className="panel">
      {subjects.length > 0 && (
        <Choice
          label={say('pane/view-by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'measure', text: say('pane/by-measure') },
            { value: 'subject', text: say('pane/by-subject', { who: pick(kind === 'unit' ? terms.member : terms.unit) }) },
          ]}
        />
      )}
      {by === 'subject' && subjects.length > 0 ? (
        <>
          {kind === 'group' && <p className="soft">{say('pane/by-week-end', { date: shortDate(ahead.asOf, language) })}</p>}
          <SubjectList subjects={subjects} {...props} />
          {others.length > 0 && <h2>{say('pane/not-by-subject')}</h2>}
          <div className="measures">{others.map(item)}</div>
        </>
      ) : (
        <>
          {open.length === 0 && (
            <p className="clean">
              <Sign name="Done" /> {say('pane/all-met')}
            </p>
          )}
          <div className="measures">{open.map(item)}</div>
          {met.length > 0 && <Fold head={say('pane/met-measures', { n: met.length })}>{met.map(item)}</Fold>}
          {other.length > 0 && <Fold head={say('pane/other-measures', { n: other.length })}>{other.map(item)}</Fold>}
        </>
      )}
    </div>
  )
}
