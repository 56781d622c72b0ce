import { readFileSync } from 'node:fs'
import { packDefinition } from '../../../src/app/carried-definition'
import { nextStep, OtherPane } from '../../../src/app/pane/other-pane'
import { kindOf } from '../../../src/app/pane/opened'
import { registryFacts } from '../../../src/app/pane/registry-facts'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { templatePath } from '../../support/shipped-campaigns'
import { format } from '../demo/made-up'
import { WorkerInProcess } from '../worker-in-process'
import { inMemory } from './study-session'

const YAML = readFileSync(templatePath('safety-month', 'campaign.yaml'), 'utf8')

/** As an office writes it: the headings of the blank registry, in its language. */
const registry = (rows: readonly string[]) => [{ name: 'registry.csv', bytes: new TextEncoder().encode(['Id,Unit,System,Headcount', ...rows].join('\n')) }]

async function begun() {
  const saved = new Map<string, Uint8Array>()
  const { session } = inMemory({
    kind: 'other',
    language: 'en',
    tools: { loadDefinition: async (source, file) => loadDefinition(source, file), pack: async (definition) => packDefinition(definition, nodeCompression), format: async () => format, saveFile: (name, bytes) => void saved.set(name, bytes) },
  })
  const pane = new OtherPane(session, { startWorker: () => new WorkerInProcess(), pause: () => Promise.resolve() })
  await pane.read({ name: 'campaign.yaml', text: async () => YAML })
  const { definition } = pane.store.state
  if (definition.state !== 'usable') throw new Error(definition.state)
  return { issue: definition.issue, saved }
}

describe('setting up a campaign', () => {
  it('goes from definition to registry, stays at the check while there are errors, and issues', async () => {
    const { issue, saved } = await begun()
    expect([nextStep(undefined), nextStep(issue.store.state)]).toEqual(['definition', 'registry'])
    await issue.chooseFiles(registry(['B01,Foundry,Works,12', 'B01,Workshop,Works,8']))
    expect(nextStep(issue.store.state)).toBe('check')
    await issue.issue()
    await issue.saveOffice()
    expect([...saved.keys()]).toEqual([])

    await issue.chooseFiles(registry(['B01,Foundry,Works,12', 'B02,Workshop,Works,8']))
    expect(nextStep(issue.store.state)).toBe('issue')
    await issue.saveOffice()
    await issue.issue()
    const [office, zip] = [...saved]
    expect(kindOf(format.read(office?.[1] as Uint8Array))).toBe('office')
    expect(issue.store.state).toMatchObject({ savedOffice: office?.[0], saved: { name: zip?.[0], count: 2 } })
    expect(issue.store.state.work).toBeUndefined()
  }, 30_000)
})

describe('what was read of a registry', () => {
  const unit = (id: string, system: string, more = {}) => ({ id, name: `${id} school`, system, headcount: 10, liaison: 'Wu', phone: '', group: 'G1', ...more })
  const units = [unit('1', 'north'), unit('2', 'south', { group: '', headcount: 5 }), unit('3', 'north', { liaison: '' })]

  it('is counted by system, in the registry’s order', () => {
    const members = [{ unit: '3', row: 2, values: {} }, { unit: '3', row: 3, values: {} }]
    expect(registryFacts({ units, groups: [{ id: 'G1', name: 'One' }] }, members)).toEqual({
      systems: [
        { system: 'north', units: 2, headcount: 20, members: 2 },
        { system: 'south', units: 1, headcount: 5, members: 0 },
      ],
      units: 3,
      groups: 1,
      headcount: 25,
      members: 2,
      withoutGroup: ['2 school'],
      withoutContact: ['3 school'],
    })
  })

  it('asks for no group where there are none', () => expect(registryFacts({ units, groups: [] }, []).withoutGroup).toEqual([]))
})
