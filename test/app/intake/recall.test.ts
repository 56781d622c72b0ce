/** Files that were looked at before are not opened again, and it makes no difference to what comes out. */
import fc from 'fast-check'
import { countedElsewhere, intake, type IntakeOptions } from '../../../src/app/intake'
import { intakeContext, type Bases } from '../../../src/app/intake/basis'
import type { IncomingFile, IntakeResult } from '../../../src/app/intake/incoming'
import { recallFrom } from '../../../src/app/intake/recall'
import { registered } from '../../../src/domain/ranking/registry'
import { file, PORTS, readBrief, type Brief } from '../returns-in-brief'
import { sha256 } from '../../../src/domain/returns/sha256'

const unit = (id: string, name: string, system = '教育') => ({ id, name, system, headcount: 10, liaison: '', phone: '', group: 'g1' })
const registry = { units: [unit('u1', '城北学校'), unit('u2', '城南学校'), unit('u3', '中医院', '卫生')], groups: [] }
const basesFor = (rules: string): Bases => ({ entry: ({ id, headcount }) => `${rules} ${id} ${headcount}`, file: (one) => `${rules} ${one?.id ?? ''} ${one?.headcount ?? ''}` })

interface Run {
  readonly result: IntakeResult
  /** Names of the files that were opened. */
  readonly opened: readonly string[]
}

async function take(files: readonly IncomingFile[], before?: IntakeResult, more: Partial<IntakeOptions> & { readonly isKept?: () => boolean; readonly recalls?: boolean } = {}): Promise<Run> {
  const opened: string[] = []
  const ports = {
    ...PORTS,
    load: async (one: IncomingFile) => {
      const bytes = await one.load()
      return { hash: sha256(bytes), open: () => (opened.push(one.name), readBrief(bytes)) }
    },
  }
  const { isKept = () => true, recalls = true, ...options } = more
  const all = { campaign: { id: 'brief', version: '1', rules: 'r1' }, registry, week: 3, ledger: before?.entries ?? [], now: '2005-03-20T12:00:00', bases: basesFor('r1'), ...options }
  const everybody = registered(all.registry)
  const recall = recallFrom({ verdicts: before?.verdicts ?? [], entries: all.ledger.filter(({ week }) => week === 3), everybody, context: intakeContext(3, everybody, all.deadline), basisOf: all.bases.file, isKept, countedElsewhere: countedElsewhere(all.ledger, 3) })
  return { result: await intake(files, ports, { ...all, ...(recalls && { recall }) }), opened }
}

const good = (brief: Brief): Brief => ({ unit: 'u1', week: 3, score: 80, sealed: '2005-03-14T08:00:00', ...brief })
const FILES = [good({}), good({ unit: 'u2', sealed: undefined, modified: '2005-03-14T08:00:00' }), good({ unit: 'u2', score: 70, sealed: '2005-03-13T08:00:00' }), good({ unit: 'u3', week: 2 }), good({ unit: 'u9' }), { unreadable: true, name: 'x.xlsx' }].map(file)

it('opens none of the files that it knows, and comes to the same', async () => {
  const first = await take(FILES)
  expect(first.opened).toHaveLength(FILES.length)
  const again = await take(FILES, first.result)
  expect(again.opened).toEqual([])
  expect([again.result.entries, again.result.verdicts]).toEqual([first.result.entries, first.result.verdicts])
})

it.each<[string, (first: IntakeResult) => Promise<Run>, readonly number[]]>([
  ['bytes', (first) => take(FILES.map((one, i) => (i === 0 ? file(good({ score: 81, name: one.name })) : one)), first), [0]],
  ['name', (first) => take(FILES.map((one, i) => (i === 0 ? { ...one, name: 'renamed.xlsx' } : one)), first), [0]],
  ['time of change', (first) => take(FILES.map((one, i) => (i === 1 ? { ...one, modified: '2005-03-15T08:00:00' } : one)), first), [1]],
  ['rules', (first) => take(FILES, first, { bases: basesFor('r2') }), [0, 1, 2, 3, 4, 5]],
  ['deadline', (first) => take(FILES, first, { deadline: '2005-03-14' }), [0, 1, 2, 3, 4, 5]],
  ['headcount of a unit', (first) => take(FILES, first, { registry: { ...registry, units: registry.units.map((one) => (one.id === 'u2' ? { ...one, headcount: 11 } : one)) } }), [1, 2]],
  ['name of a unit', (first) => take(FILES, first, { registry: { ...registry, units: registry.units.map((one) => (one.id === 'u2' ? { ...one, name: '城南中学' } : one)) } }), [0, 1, 2, 3, 4, 5]],
  ['week in which another week’s return counts', (first) => take(FILES, { ...first, entries: [...first.entries, { ...(first.entries[0] as (typeof first.entries)[number]), unit: 'u3', week: 2, content: 'u3/2/80/' }] }), [3]],
  ['kept return: there is none', (first) => take(FILES, first, { isKept: () => false }), [0, 1, 2]],
  ['verdict: there is none', (first) => take(FILES, { ...first, verdicts: first.verdicts.slice(2) }), [0, 1]],
  ['entry: it is not there', (first) => take(FILES, { ...first, entries: first.entries.slice(1) }), [0]],
])('opens what may have changed: another %s', async (_, run, expected) => {
  const { result } = await take(FILES)
  const { opened } = await run(result)
  const names = FILES.map(({ name }) => name)
  expect(opened.map((name) => (name === 'renamed.xlsx' ? 0 : names.indexOf(name)))).toEqual(expected)
})

it('a seal from the future is looked at again: the clock may have caught up', async () => {
  const ahead = [file(good({ sealed: '2005-04-01T08:00:00', modified: '2005-03-14T08:00:00' }))]
  const { result } = await take(ahead)
  expect((await take(ahead, result)).opened).toHaveLength(1)
})

it('a copy sent in by another unit later is suspected on both sides, known or not', async () => {
  const [one, two] = [file(good({ content: 'same' })), file(good({ unit: 'u2', content: 'same' }))]
  const { result } = await take([one])
  const { result: both, opened } = await take([one, two], result)
  expect(opened).toEqual([two.name])
  expect(both.verdicts.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([['intake/counted', 'intake/same-as-another'], ['intake/counted', 'intake/same-as-another']])
})

it('for any files, in two runs, memory changes nothing but the work', async () => {
  const brief = fc.record({
    unit: fc.constantFrom('u1', 'u2', 'u9'),
    week: fc.constantFrom(2, 3, 3, 3),
    score: fc.integer({ min: 0, max: 2 }),
    sealed: fc.constantFrom(undefined, '2005-03-14T08:00:00', '2005-03-15T08:00:00', '2005-05-01T08:00:00'),
    modified: fc.constantFrom(undefined, '2005-03-14T08:00:00'),
    unreadable: fc.constantFrom(false, false, false, true),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(brief, { maxLength: 7 }), fc.nat({ max: 7 }), async (briefs, cut) => {
      const files = briefs.map((each, i) => file({ ...each, name: `f${i}.xlsx` }))
      const { result: half } = await take(files.slice(0, cut))
      const plain = await take(files, half, { recalls: false })
      const recalling = await take(files, half)
      expect(recalling.result.entries).toEqual(plain.result.entries)
      expect(recalling.result.verdicts).toEqual(plain.result.verdicts)
      expect(plain.opened).toHaveLength(files.length)
    }),
  )
})
