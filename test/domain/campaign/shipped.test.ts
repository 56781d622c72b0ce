/** Every campaign that ships loads without a mistake. Run it alone to check a definition while writing it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { describeMistake, pointAt } from '../../../src/domain/campaign/mistake'
import { catalogueOf, sayFrom } from '../../../src/messages/catalogue'
import { definition } from '../../../src/messages/definition'
import { definitionReferences } from '../../../src/messages/definition-references'
import { expression } from '../../../src/messages/expression'

const templates = join(__dirname, '../../../templates')
const say = sayFrom(catalogueOf([definition, definitionReferences, expression]), 'en')
const files = readdirSync(templates).map((folder) => join(templates, folder, 'campaign.yaml')).filter(existsSync)

it('there are campaigns', () => expect(files.length).toBeGreaterThan(0))

it.each(files)('%s has no mistakes', (file) => {
  const { campaign, mistakes } = loadDefinition(readFileSync(file, 'utf8'), file)
  const told = mistakes.map((mistake) => {
    const { what, fix } = describeMistake(mistake, say)
    return [`${mistake.file}:${mistake.line}:${mistake.column} ${mistake.path}`, what, fix, pointAt(mistake)].filter(Boolean).join('\n  ')
  })
  expect(told.join('\n')).toBe('')
  expect(campaign).toBeDefined()
})
