import React from 'react'
import type { DeskReady } from '../../app/pane/office/state'
import { shortDate } from '../../domain/returns/headings'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'

const COLUMNS = ['expected', 'valid', 'late', 'rejected', 'missing'] as const

/** The week in figures, system by system, and what came on which day. */
export function RollTable({ state: { shown, office } }: { readonly state: DeskReady }) {
  const { say, pick, language } = useWords()
  const { roll } = shown
  if (roll.length === 0) return null
  const nameOf = (system: string) => (system === '' ? pick(office.campaign.definition.terms.group) : system)
  const days = [...new Set(roll.flatMap((one) => one.days.map(({ day }) => day)))].sort()
  const ofDay = (wanted: string) => roll.flatMap((one) => one.days.filter(({ day }) => day === wanted))
  return (
    <Fold className="options" head={say('office-pane/roll-table')}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{say('office-pane/roll-system')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="number">
                {say(`office-pane/roll-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roll.map((one) => (
            <tr key={one.system}>
              <th scope="row">{nameOf(one.system)}</th>
              {COLUMNS.map((column) => (
                <td key={column} className={`number ${one[column] > 0 && (column === 'missing' || column === 'rejected') ? 'error' : ''}`}>
                  {one[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        {`${say('office-pane/roll-days')}${say('office/colon')}`}
        {days
          .map((day) => {
            const late = ofDay(day).reduce((sum, one) => sum + one.late.length, 0)
            const count = ofDay(day).reduce((sum, { units }) => sum + units.length, 0)
            return say('office-pane/roll-day', { day: day === '' ? say('office-pane/roll-day-unknown') : shortDate(day, language), count }) + (late > 0 ? say('office-pane/roll-day-late', { count: late }) : '')
          })
          .join(say('office/comma'))}
      </p>
    </Fold>
  )
}
