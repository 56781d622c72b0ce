import { competitionRanks, roundScore } from '../../../src/domain/ranking/competition'
import { systemStandings } from '../../../src/domain/ranking/system-standings'
import { ledger, OPTIONS } from './ledger-table'

describe('systems against each other', () => {
  const entries = ledger(`
    | unit | system | w1 | w2 |
    | a    | S      | 90 | 60 |
    | b    | S      | 70 | -  |
    | c    | T      | 80 | 80 |
    | d    | U      | -  | x  |
    | e    | V      | 10 | 70 |`).map((entry) => (entry.unit === 'a' ? { ...entry, headcount: 30 } : entry))
  const rows = systemStandings(entries, OPTIONS)

  it('ranks by mean, ties shared, systems without a valid return after all others', () => {
    expect(rows.filter((row) => row.week === 1).map((row) => [row.system, row.rank, row.mean])).toEqual([['S', 1, 80], ['T', 1, 80], ['V', 3, 10], ['U', 4, undefined]])
  })

  it('gives the mean by members and the share that submitted', () => {
    expect(rows.find((row) => row.system === 'S')).toMatchObject({ weightedMean: 85, submitted: 1, headcount: 40, units: 2, valid: 2 })
    expect(rows.find((row) => row.system === 'S' && row.week === 2)).toMatchObject({ weightedMean: 60, submitted: 0.5, missing: 1, rejected: 0 })
  })

  it('shows movement since the last ranked week', () => {
    expect(rows.filter((row) => row.week === 2).map((row) => [row.system, row.movement])).toEqual([['T', 0], ['V', 1], ['S', -2], ['U', undefined]])
  })

  it('has no weighted mean without members', () => {
    expect(systemStandings(entries.map((entry) => ({ ...entry, headcount: 0 })), OPTIONS)[0]).not.toHaveProperty('weightedMean')
  })
})

describe('rounding and places', () => {
  it.each([[1.005, 2, 1.01], [84.25, 1, 84.3], [84.249, 1, 84.2], [0, 1, 0], [100, 0, 100], [1e-9, 2, 0]])('rounds %d to %d places: %d', (score, digits, expected) => {
    expect(roundScore(score, digits)).toBe(expected)
  })

  it('gives competition places in the order of the input', () => {
    expect(competitionRanks([80, 90, 70, 80])).toEqual([2, 1, 4, 2])
    expect(competitionRanks([])).toEqual([])
  })
})
