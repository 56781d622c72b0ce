/** docs/clauses.md says of every clause where it lives. It is compared with the definition, and nothing lives nowhere. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Definition } from '../../../src/domain/campaign/schema'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { clauseTable, homeOf } from './clause-table'

const root = join(__dirname, '../../..')
const page = join(root, 'docs/clauses.md')
const source = readFileSync(join(root, 'templates/learning-mobilization/campaign.yaml'), 'utf8')
const definition = loadDefinition(source, 'campaign.yaml').campaign?.definition as Definition

it('agrees with the definition', () => {
  const table = clauseTable(definition)
  if (process.env.WRITE_DOCS) writeFileSync(page, table)
  expect(readFileSync(page, 'utf8')).toBe(table)
})

it.each(Object.keys(definition.clauses))('%s is checked, measured, ranked or followed by a consequence, or says where else it lives', (clause) => {
  const { constraints, measures, adjustments, consequences, rules } = homeOf(definition, clause)
  const acted = [...constraints, ...measures, ...adjustments, ...consequences, ...rules]
  expect(acted.length > 0 || definition.clauses[clause]?.elsewhere !== undefined).toBe(true)
})

it.each(Object.keys(definition.clauses))('%s has a test of what it does', (clause) => {
  const tests = readdirSync(__dirname).filter((name) => /^clauses-(?!page).*\.test\.ts$/.test(name)).map((name) => readFileSync(join(__dirname, name), 'utf8'))
  expect(tests.filter((test) => test.includes(`describe('${clause} `))).toHaveLength(1)
})

it('asks every column for a reason: a clause, or a constraint, measure or sum that uses it', () => {
  const rules = JSON.stringify([Object.values(definition.forms).map(({ constraints }) => constraints), definition.measures, definition.adjustments])
  const idle = Object.entries((parse(source) as Definition).forms).flatMap(([form, { fields, record }]) =>
    Object.entries(fields).filter(([id, field]) => field.type !== 'repeat' && field.type !== 'total' && !field.clause && !('sum' in field && field.sum) && !field.required && !field.given && !rules.includes(`.${id}`)).map(([id]) => `${form}.${id} of ${record}`),
  )
  expect(idle).toEqual([])
})
