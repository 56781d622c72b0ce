/** Another definition tried on a past week: from its file or a workbook, with what differs; and returns that know nothing of it. */
import { readFileSync } from 'node:fs'
import { loadDefinition } from '../../../../src/domain/campaign/load'
import { RehearseDesk } from '../../../../src/app/pane/office/rehearse'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import type { OfficeDesk } from '../../../../src/app/pane/office/desk'
import type { PaneSession } from '../../../../src/app/pane/pane'
import { Office } from '../../office-in-hand'
import { consolidatedOffice, type SessionInMemory } from './session'

const WEEK = 2
const YAML = readFileSync('templates/learning-mobilization/campaign.yaml', 'utf8')
let session: SessionInMemory
let desk: OfficeDesk

beforeAll(async () => void ({ session, desk } = await consolidatedOffice()), 120_000)

function changed(...replaced: readonly (readonly [string | RegExp, string])[]): string {
  return replaced.reduce((text, [from, to]) => {
    const after = text.replace(from, to)
    if (after === text) throw new Error(`nothing to replace: ${String(from)}`)
    return after
  }, YAML)
}

const file = (name: string, content: string | Uint8Array) => ({ name, load: async () => (typeof content === 'string' ? new TextEncoder().encode(content) : content) })

function opened(): RehearseDesk {
  const tools: PaneSession['tools'] = { ...session.tools, loadDefinition: async (source, name) => loadDefinition(source, name) }
  const rehearse = new RehearseDesk({ ...session, tools }, desk.base)
  rehearse.open((desk.store.state as DeskReady).office, WEEK)
  rehearse.turnTo('definition')
  return rehearse
}

async function tried(source: string) {
  const rehearse = opened()
  await rehearse.chooseDefinition(file('campaign.yaml', source))
  await rehearse.rehearse(WEEK)
  const { outcome, trouble, definition } = rehearse.store.state
  if (!outcome) throw new Error(JSON.stringify(trouble ?? definition))
  return { outcome, definition }
}

/** The line of a setting, with another value. */
const HOURS = [/(studyHours: .*?value: )\d+/, '$120'] as const

describe('a definition tried in the pane', () => {
  it('comes to what its one changed setting comes to, and writes nothing', async () => {
    const settings = opened()
    settings.turnTo('settings')
    settings.try('setting|studyHours', '20')
    await settings.rehearse(WEEK)
    const { rows, units, moves } = settings.store.state.outcome ?? {}
    const before = session.workbook.patches.length
    const { outcome, definition } = await tried(changed(HOURS))
    expect(rows).toBeGreaterThan(0)
    expect({ rows: outcome.rows, units: outcome.units, moves: outcome.moves }).toEqual({ rows, units, moves })
    expect(definition).toMatchObject({ state: 'usable', differences: [{ kind: 'setting', id: 'studyHours', change: 'changed' }] })
    expect(session.workbook.patches.length).toBe(before)
  })

  it('that says the same changes nothing', async () => {
    const { outcome, definition } = await tried(YAML)
    expect(outcome).toMatchObject({ rows: 0, moves: [], consequences: [], unknown: [] })
    expect(definition).toMatchObject({ differences: [] })
  })

  it('may ask for what the returns on record do not have: that is blank in them', async () => {
    const field = [/^( {2}study:[\s\S]*?\n {4}fields:\n)/m, '$1      extra: { title: { zh: 另交文章, en: Extra essays }, type: integer, min: 0 }\n'] as const
    const measure = [/^measures:\n/m, 'measures:\n  extra-essays: { title: { zh: 另交文章, en: Extra essays }, of: member, clauses: [S6], value: member.study.extra, target: 1, unit: piece, due: calendar.closedStudy.end, at: study.extra }\n'] as const
    const weighed = [/measures: \[set-texts, study-notes, essays\]/, 'measures: [set-texts, study-notes, essays, extra-essays]'] as const
    const { outcome, definition } = await tried(changed(field, measure, weighed))
    expect(definition).toMatchObject({ differences: [{ kind: 'form', id: 'study' }, { kind: 'measure', id: 'extra-essays', change: 'added' }, { kind: 'indicator', id: 'tasks' }] })
    expect(outcome.rows).toBeGreaterThan(0)
    expect(outcome.moves.length).toBeGreaterThan(0)
    for (const { scoreBefore = 0, scoreAfter = 0 } of outcome.moves) expect(scoreAfter).toBeLessThan(scoreBefore)
  })

  it('may leave out what the returns on record have', async () => {
    const { outcome, definition } = await tried(changed([/^ {2}study-notes:\n[\s\S]*?(?=^ {2}[a-z-]+:)/m, ''], [/measures: \[set-texts, study-notes, essays\]/, 'measures: [set-texts, essays]'], [/, (short|attainment)\(.study-notes.\)/g, '']))
    expect(definition).toMatchObject({ differences: expect.arrayContaining([expect.objectContaining({ kind: 'measure', id: 'study-notes', change: 'removed' })]) as unknown })
    expect(outcome.rows).toBeGreaterThan(0)
  })

  it('is taken from a workbook that carries it', async () => {
    const { campaign: other } = loadDefinition(changed(HOURS), 'campaign.yaml')
    if (!other) throw new Error('not usable')
    const rehearse = opened()
    await rehearse.chooseDefinition(file('office.xlsx', Office.of({ units: [], groups: [] }, other).bytes))
    expect(rehearse.store.state.definition).toMatchObject({ state: 'usable', file: 'office.xlsx', differences: [{ id: 'studyHours' }] })
  })

  it('tells mistakes with their lines, and cannot be tried', async () => {
    const rehearse = opened()
    await rehearse.chooseDefinition(file('campaign.yaml', changed([/^start: .*$|^( {2}start: ).*$/m, '$1sometime'])))
    const { definition } = rehearse.store.state
    expect(definition).toMatchObject({ state: 'mistaken', mistakes: [{ line: expect.any(Number) as number }] })
    expect(definition.state === 'mistaken' && definition.mistakes[0]?.line).toBeGreaterThan(1)
    expect(rehearse.isReady(rehearse.store.state)).toBe(false)
  })

  it.each<[string, () => string | Uint8Array | Promise<Uint8Array>, string, string]>([
    ['of another campaign', () => readFileSync('templates/safety-month/campaign.yaml', 'utf8'), 'campaign.yaml', 'rehearse-pane/other-campaign'],
    ['a workbook of nobody’s', async () => (await session.tools.format()).write({ title: '', author: '', font: { name: 'Calibri', size: 11 }, names: [], sheets: [{ name: 'One', columns: [], rows: [] }] }), 'other.xlsx', 'rehearse-pane/definition-none'],
    ['a file that is no workbook', () => 'nothing', 'broken.xlsx', 'file/not-a-workbook'],
  ])('%s is refused, in words with a remedy', async (_, content, name, code) => {
    const rehearse = opened()
    await rehearse.chooseDefinition(file(name, await content()))
    const { definition } = rehearse.store.state
    const trouble = definition.state === 'none' ? definition.trouble : undefined
    expect(trouble?.code).toBe(code)
    for (const language of ['zh', 'en'] as const) for (const key of [code, `${code}.fix`]) expect(session.sayIn(language)(key, trouble?.params)).not.toMatch(/[{}]/)
  })
})
