/** The roll of a week: by system and day, who is late, who is missing. */
import { lateIn, rollOf } from '../../../src/domain/ranking/arrivals'
import type { LedgerEntry, Outcome } from '../../../src/domain/ranking/ledger'
import type { FileVerdict } from '../../../src/domain/ranking/verdict'

const entry = (unit: string, system: string, outcome: Outcome, stamp?: string): LedgerEntry => ({ week: 1, kind: system === '' ? 'group' : 'unit', unit, system, headcount: 1, outcome, rules: 'r', indicators: [], adjustments: [], shortfalls: [], ...(stamp !== undefined && { stamp }) })
const verdict = (unit: string, decision: FileVerdict['decision'], ...codes: string[]): FileVerdict => ({ file: `${unit}.xlsx`, unit, decision, reasons: codes.map((code) => ({ code, severity: 'info' })) })

const ENTRIES = [entry('a', 'X', 'valid', '2005-02-27T08:00:00'), entry('g', '', 'missing'), entry('b', 'Y', 'rejected'), entry('c', 'X', 'valid', '2005-02-26T23:59:59'), entry('d', 'X', 'missing'), entry('e', 'X', 'valid', '2005-02-27T20:00:00'), entry('f', 'Y', 'valid')]
const VERDICTS = [verdict('e', 'counted', 'intake/counted', 'intake/late'), verdict('a', 'superseded', 'intake/superseded', 'intake/late'), verdict('b', 'rejected', 'intake/broken')]

it('only what counts is late', () => expect([...lateIn(VERDICTS)]).toEqual(['e']))

it('adds up, system by system, groups last', () => {
  const roll = rollOf(ENTRIES, VERDICTS)
  expect(roll.map(({ system, expected, received, valid, late, rejected, missing, missingUnits }) => [system, expected, received, valid, late, rejected, missing, missingUnits.join()])).toEqual([
    ['X', 4, 3, 3, 1, 0, 1, 'd'],
    ['Y', 2, 2, 1, 0, 1, 0, ''],
    ['', 1, 0, 0, 0, 0, 1, 'g'],
  ])
  for (const { expected, received, missing } of roll) expect(received + missing).toBe(expected)
})

it('who came on which day, by the stamp of the return that counts', () => {
  expect(rollOf(ENTRIES, VERDICTS).map(({ days }) => days.map(({ day, units, late }) => `${day}: ${units.join()} late ${late.join()}`))).toEqual([['2005-02-26: c late ', '2005-02-27: a,e late e'], [': f late '], []])
})
