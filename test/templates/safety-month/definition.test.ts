import { readFileSync } from 'node:fs'
import { consequenceRules } from '../../../src/domain/ranking/history'
import { proposals } from '../../../src/domain/ranking/proposals'
import { standings } from '../../../src/domain/ranking/standings'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { campaign } from './safe-site'
import { templatePath } from '../../support/shipped-campaigns'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'

describe('the definition of the safety month', () => {
  it('loads without a mistake', () => {
    expect(loadDefinition(readFileSync(templatePath('safety-month', 'campaign.yaml'), 'utf8'), 'campaign.yaml').mistakes).toEqual([])
  })

  it('is written in English first and has no group forms', () => {
    expect(campaign.definition.language).toBe('en')
    expect(campaign.forms.group).toEqual([])
  })

  it('uses every clause that it quotes', () => {
    const { clauses, ...rest } = campaign.definition
    const used = new Set(JSON.stringify(rest).match(/"[A-Z]\d"/g))
    expect(Object.keys(clauses).filter((id) => !used.has(`"${id}"`))).toEqual([])
  })

  it('has weights that add up to a hundred', () => {
    expect(campaign.indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })
})

describe('R1, R2 ranked within the region; consequences of coming last', () => {
  const entry = (week: number, unit: string, score: number): LedgerEntry => ({ week, kind: 'unit', unit, system: 'North', headcount: 10, outcome: 'valid', score, rules: 'r', indicators: [], adjustments: [], shortfalls: [] })
  const after = (weeks: readonly (readonly number[])[]) => {
    const entries = weeks.flatMap((scores, index) => scores.map((score, at) => entry(index + 1, `S${at + 1}`, score)))
    const places = standings(entries, { comparable: campaign.comparable, digits: campaign.definition.ranking.digits })
    return proposals(entries, places, { rules: consequenceRules(campaign), weekOf: (date) => campaign.calendar.weekIndex(date) }).map(({ consequence, week, unit }) => `${week} ${unit} ${consequence}`)
  }
  it('last once reports to the board', () => expect(after([[90, 80, 70]])).toEqual(['1 S3 report-to-board']))
  it('last twice running brings a visit', () => expect(after([[90, 80, 70], [90, 80, 70]])).toContain('2 S3 site-visit'))
  it('last twice, not running, does not', () => expect(after([[90, 80, 70], [90, 60, 70], [90, 80, 70]]).filter((one) => one.endsWith('site-visit'))).toEqual([]))
  it('two sites are too few for a last place', () => expect(after([[90, 80]])).toEqual([]))
})
