/**
 * templates/campaign.schema.json, with which editors complete and underline a campaign.yaml, is made of the
 * loader's own schema. When this fails: `UPDATE_SCHEMA=1 npx jest editor-schema`, and commit the file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { definitionSchema } from '../../../src/domain/campaign/schema'
import { text } from '../../../src/domain/campaign/schema-values'

const templates = join(__dirname, '../../../templates')
const file = join(templates, 'campaign.schema.json')

const made = `${JSON.stringify({ title: 'Muster campaign definition', ...toJsonSchema(definitionSchema, { typeMode: 'input', errorMode: 'throw', definitions: { text } }) }, null, 2)}\n`

it('is up to date', () => {
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, made)
  expect(readFileSync(file, 'utf8')).toBe(made)
})

it('knows the keys of a definition, and no others', () => {
  const schema = JSON.parse(made) as { properties: Record<string, unknown>; required: string[]; additionalProperties: boolean }
  expect(Object.keys(schema.properties)).toEqual(Object.keys(definitionSchema.entries))
  expect(schema.required).toEqual(expect.arrayContaining(['calendar', 'forms', 'measures']))
  expect(schema.required).not.toContain('settings')
  expect(schema.additionalProperties).toBe(false)
})

it('is what every campaign tells its editor to use', () => {
  const campaigns = readdirSync(templates, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(templates, name, 'campaign.yaml'))
  for (const campaign of campaigns) expect(readFileSync(campaign, 'utf8').split('\n')[0]).toBe('# yaml-language-server: $schema=../campaign.schema.json')
})
