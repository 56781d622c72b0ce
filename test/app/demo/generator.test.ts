/** The generator itself: any definition, the same files for the same seed, nothing kept. */
import { demo } from '../../../src/app/demo/demo'
import { tuningFrom } from '../../../src/app/demo/tuning'
import { readRegistry } from '../../../src/app/registry'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { packDefinition } from '../../../src/app/carried-definition'
import { messages } from '../../../src/messages/messages'
import { sayFrom } from '../../../src/messages/catalogue'
import { format, makeUp, shipped } from './made-up'

describe.each(['learning-mobilization', 'safety-month'])('%s', (id) => {
  const { campaign, tuning } = shipped(id)

  it('names only forms, fields and periods in its demo.yaml that there are', () => {
    const { forms } = campaign.definition
    const paths = (form: string) => Object.entries(forms[form]?.fields ?? {}).flatMap(([field, one]) => (one.type === 'repeat' ? Object.keys(one.fields).map((inner) => `${field}.${inner}`) : [field]))
    const unknown = (form: string, names: readonly string[]) => names.map((name) => name.replace(/\[\d+\]/, '')).filter((name) => !name.startsWith('_') && !paths(form).includes(name)).map((name) => `${form}.${name}`)
    const strange = [
      ...Object.entries(tuning.forms).flatMap(([form, { fields, rows = [] }]) => unknown(form, [...Object.keys(fields), ...rows.flatMap(({ set }) => Object.keys(set))])),
      ...Object.values(tuning.faults).flatMap((fault) => ('never' in fault ? [] : unknown(fault.edit.form, Object.keys(fault.edit.set)))),
    ]
    expect(strange).toEqual([])
  })

  it('says of every constraint how it is broken, or why it cannot be', () => {
    const constraints = Object.entries(campaign.definition.forms).flatMap(([form, { constraints }]) => Object.keys(constraints).map((one) => `row/${form}.${one}`))
    expect(constraints.filter((code) => !(code in tuning.faults))).toEqual([])
    const rules = new Set([...constraints, 'row/required', ...Object.keys(campaign.definition.measures).map((one) => `requirement/${one}`)])
    expect(Object.keys(tuning.faults).filter((code) => !rules.has(code))).toEqual([])
  })

  it('is filled without any tuning as well', async () => {
    const files = new Map<string, Uint8Array>()
    await demo(
      { campaign, tuning: tuningFrom(''), units: 3, weeks: 1 },
      { format, say: sayFrom(messages, 'en'), definitionText: packDefinition(campaign.definition, nodeCompression), write: (path, bytes) => void files.set(path, bytes) },
    )
    expect([...files.keys()].filter((file) => file.startsWith('returns/')).length).toBeGreaterThan(0)
  })
})

describe('files', () => {
  const small = { units: 7, weeks: 2 }

  it('are the same for the same seed, to the byte, and others for another', async () => {
    const [one, same, other] = await Promise.all([makeUp('safety-month', { ...small, seed: 4 }), makeUp('safety-month', { ...small, seed: 4 }), makeUp('safety-month', { ...small, seed: 5 })])
    expect([...same.files.keys()]).toEqual([...one.files.keys()])
    for (const [file, bytes] of one.files) expect(Buffer.compare(bytes, same.files.get(file) as Uint8Array)).toBe(0)
    expect(other.key.planted).not.toEqual(one.key.planted)
  })

  it('are each written once', async () => {
    const { campaign, tuning } = shipped('safety-month')
    const written: string[] = []
    await demo({ campaign, tuning, ...small }, { format, say: sayFrom(messages, 'en'), definitionText: '', write: (path) => void written.push(path) })
    expect(new Set(written).size).toBe(written.length)
    expect(written[0]).toBe('registry.xlsx')
    expect(written.at(-1)).toBe('planted.json')
  })

  it('have a registry that reads back without an error', async () => {
    const made = await makeUp('learning-mobilization', { units: 12, weeks: 1 })
    const { registry, members, findings } = readRegistry([{ name: 'registry.xlsx', bytes: made.files.get('registry.xlsx') as Uint8Array }], { definition: made.campaign.definition, language: 'zh', format })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(registry.units).toHaveLength(12)
    expect(registry.groups).toHaveLength(2)
    expect(members).toHaveLength(made.key.members)
  })
})

it('tells a mistake in demo.yaml by its place', () => {
  expect(() => tuningFrom('faults: { row/a.b: { edit: { form: 3 } } }')).toThrow('faults.row/a.b')
})
