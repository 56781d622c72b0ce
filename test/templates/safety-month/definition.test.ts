import { readFileSync } from 'node:fs'
import { loadDefinition } from '../../../src/domain/campaign/load'

const FILE = 'templates/safety-month/campaign.yaml'

describe('the safety month', () => {
  it('loads without a mistake', () => {
    expect(loadDefinition(readFileSync(FILE, 'utf8'), FILE).mistakes).toEqual([])
  })
})
