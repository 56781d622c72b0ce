import { countStates } from '../../src/domain/oversight/findings-over-time'
import { yearEnd } from '../../src/domain/oversight/year-end'
import { yearEndTable } from '../../src/domain/oversight/year-end-table'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { shipped } from '../support/shipped-campaigns'

const say = sayFrom(messages, 'en')

it('every column of the year-end record has a heading', () => {
  const campaign = shipped('learning-mobilization')
  const records = yearEnd({ campaign, units: [{ id: 'a', name: 'A', system: 'S' }], standings: [], proposals: [], decisions: new Map(), transferred: new Set() })
  const headings = yearEndTable(campaign, records, { names: true }).columns.map(({ key, title }) => say(`year-end/${key}`, title ? { title: title.en } : {}))
  expect(headings).toContain('Key management (not confirmed, or undetermined)')
  expect(new Set(headings).size).toBe(headings.length)
})

it('every state of a finding has words', () => {
  expect(Object.keys(countStates([])).map((state) => say(`findings-over-time/${state}`))).toEqual(['new', 'still open', 'came back', 'put right'])
})

it.each([
  ['undetermined/too-few', { valid: 1, needed: 2 }, 'Undetermined: 1 valid return; at least 2 are needed to compare.'],
  ['undetermined/all-tied', { valid: 3, score: 70.5 }, 'Undetermined: all 3 units that can be compared have the same score (70.5); nobody is last.'],
  ['spot-check/all-drawn', { system: 'North', units: 1 }, 'North: 1 unit in all; it was drawn.'],
  ['spot-check/fewer', { system: 'North', asked: 4, drawn: 3 }, 'North: fewer than 4 had not been drawn in the round before; 3 were drawn.'],
])('%s', (key, params, text) => expect(say(key, params)).toBe(text))
