/** docs/definition.md is complete: every key, every function, every reserved name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { FUNCTIONS } from '../../../src/domain/campaign/functions'
import { definitionSchema } from '../../../src/domain/campaign/schema'

const page = readFileSync(join(__dirname, '../../../docs/definition.md'), 'utf8')

/** Every property name that the schema knows, however deep. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> }
  return [...Object.keys(properties), ...Object.values(properties).flatMap(keysOf), ...Object.values(rest).flatMap(keysOf)]
}

const keys = [...new Set(keysOf(toJsonSchema(definitionSchema, { typeMode: 'input' })))].filter((key) => key !== 'zh' && key !== 'en')

it.each(keys)('the key %s', (key) => expect(page).toMatch(new RegExp(`[\`.{ ]${key}[\`:. ]`)))

it.each([...FUNCTIONS])('the function %s', (name) => expect(page).toMatch(new RegExp(`[\`.]${name}\\(`)))
