import React from 'react'
import { IconButton } from 'office-ui-fabric-react/lib/Button'
import { shortDate } from '../../domain/returns/headings'
import { useWords } from '../shell/words'
import type { OfficeProps } from './ReadyOffice'

/** The week that everything below is about; those that were consolidated say with how many returns. */
export function WeekChoice({ desk, state: { office, week, work, undoable } }: OfficeProps) {
  const { say, language } = useWords()
  const { calendar } = office.campaign
  const text = (n: number): string => {
    if (!office.state.weeks.some((record) => record.week === n)) return say('office-pane/week-open', { week: n, from: shortDate(calendar.weekStart(n), language), end: shortDate(calendar.weekEnd(n), language) })
    const units = office.state.entries.filter((entry) => entry.week === n && entry.kind === 'unit')
    return say('office-pane/week-done', { week: n, valid: units.filter(({ outcome }) => outcome === 'valid').length, expected: units.length })
  }
  return (
    <div className="office-week">
      <label className="week-choice">
        <span>{say('office-pane/week')}</span>
        <select value={week} disabled={work !== undefined} onChange={({ target }) => void desk.chooseWeek(Number(target.value))}>
          {Array.from({ length: calendar.weeks }, (_, at) => at + 1).map((n) => (
            <option key={n} value={n}>
              {text(n)}
            </option>
          ))}
        </select>
      </label>
      {undoable && <IconButton iconProps={{ iconName: 'Undo' }} ariaLabel={say(`office-pane/undo-${undoable.kind}`)} title={say(`office-pane/undo-${undoable.kind}`)} disabled={work !== undefined} onClick={() => void desk.undo()} />}
    </div>
  )
}
