import fc from 'fast-check'
import { drawSpotChecks, standingRounds, withResult, type DrawOptions, type SpotCheckRound } from '../../../src/domain/oversight/spot-checks'

/** `S:3 T:5`: systems and how many units each has; ids `S1`, `S2` … */
const units = (systems: string) =>
  systems.split(' ').flatMap((one) => {
    const [system = '', count] = one.split(':')
    return Array.from({ length: Number(count) }, (_, i) => ({ id: `${system}${i + 1}`, system }))
  })
const OPTIONS: DrawOptions = { fewest: 2, most: 4, seed: 7, drawnAt: '2005-03-28T09:00:00', drawnBy: '周敏' }
const draw = (systems: string, past: SpotCheckRound[] = [], options: Partial<DrawOptions> = {}) => drawSpotChecks(units(systems), past, { ...OPTIONS, ...options })
const drawn = (...parameters: Parameters<typeof draw>) => {
  const result = draw(...parameters)
  if ('refused' in result) throw new Error(result.refused)
  return result
}
const ids = (round: SpotCheckRound) => round.units.map(({ unit }) => unit)
const past = (round: number, list: string, more: Partial<SpotCheckRound> = {}): SpotCheckRound => ({ round, seed: 1, perSystem: 2, drawnAt: `2005-03-2${round}T08:00:00`, drawnBy: '周敏', units: list.split(' ').map((unit) => ({ unit, system: unit.slice(0, 1) })), ...more })

it.each([
  ['two of each', 'S:11 T:3', [], {}, 4, []],
  ['as many as asked', 'S:11 T:5', [], { perSystem: 4 }, 8, []],
  ['a system with fewer than the fewest draws all', 'S:1 T:2 U:9', [], {}, 5, ['all-drawn S', 'all-drawn T']],
  ['no more units than asked', 'S:3', [], { perSystem: 4 }, 3, ['all-drawn S']],
  ['fewer than asked rather than twice running', 'S:5', [past(1, 'S1 S2')], { perSystem: 4 }, 3, ['fewer S']],
  ['too few remain', 'S:3', [past(1, 'S1 S2')], {}, 2, ['repeated S']],
])('%s', (_, systems, rounds, options, count, said) => {
  const { drawn: round, notes } = drawn(systems, rounds, options)
  expect(round.units).toHaveLength(count)
  expect(new Set(ids(round)).size).toBe(count)
  expect(notes.map(({ note, params }) => `${note} ${params.system}`)).toEqual(said)
})

it('records what it was drawn from', () => {
  expect(drawn('S:4').drawn).toMatchObject({ round: 1, seed: 7, perSystem: 2, drawnAt: '2005-03-28T09:00:00', drawnBy: '周敏' })
  expect(drawn('S:4').drawn).not.toHaveProperty('reason')
  expect(drawn('S:3', [past(1, 'S1 S2')]).notes).toEqual([{ note: 'repeated', params: { system: 'S', units: 3, drawn: 2, asked: 2 } }])
})

it.each([
  ['without a name', [], { drawnBy: ' ' }, 'name-needed'],
  ['without a seed', [], { seed: -1 }, 'seed'],
  ['fewer than the fewest', [], { perSystem: 1 }, 'out-of-range'],
  ['more than the most', [], { perSystem: 5 }, 'out-of-range'],
  ['again, and nothing was drawn', [], { again: '系统单位有变动' }, 'nothing-to-redraw'],
  ['again without a reason', [past(1, 'S1 S2')], { again: '  ' }, 'reason-needed'],
  ['again, and somebody was checked', [past(1, 'S1', { units: [{ unit: 'S1', system: 'S', result: { outcome: 'passed', by: '李红', on: '2005-03-29', note: '' } }] })], { again: '重抽' }, 'checks-recorded'],
])('nothing is drawn %s', (_, rounds, options, refused) => {
  expect(draw('S:5', rounds, options)).toEqual({ refused })
})

it('a round is drawn again with a reason; then the round before keeps units out, and the later draw stands', () => {
  const rounds = [past(1, 'S1 S2'), past(2, 'S3 S4')]
  const { drawn: again } = drawn('S:6', rounds, { again: ' S3 撤并 ', seed: 9 })
  expect(again).toMatchObject({ round: 2, reason: 'S3 撤并', seed: 9 })
  expect(ids(again).some((id) => id === 'S1' || id === 'S2')).toBe(false)
  expect(standingRounds([again, ...rounds]).map((one) => [one.round, one.reason])).toEqual([[1, undefined], [2, 'S3 撤并']])
  expect(drawn('S:6', [again, ...rounds]).drawn.round).toBe(3)
})

it('a result is entered in the draw that stands', () => {
  const rounds = [past(1, 'S1 S2'), past(1, 'S3 S4', { reason: '重抽', drawnAt: '2005-03-22T08:00:00' })]
  const result = { outcome: 'failed', by: '李红', on: '2005-03-29', note: '笔记不全' } as const
  expect(withResult(rounds, 1, 'S3', result)[1]?.units[0]).toEqual({ unit: 'S3', system: 'S', result })
  expect(withResult(withResult(rounds, 1, 'S3', result), 1, 'S3', undefined)).toEqual(rounds)
  expect(() => withResult(rounds, 1, 'S1', result)).toThrow('not drawn')
})

it('draws the same for the same seed, whatever the order of the registry; never twice running while enough remain; always as many as it has to', () => {
  const systems = fc.uniqueArray(fc.constantFrom('S', 'T', 'U', 'V'), { minLength: 1 }).chain((names) => fc.tuple(...names.map((name) => fc.integer({ min: 1, max: 12 }).map((count) => `${name}:${count}`))))
  fc.assert(
    fc.property(systems, fc.nat(), fc.integer({ min: 2, max: 4 }), fc.nat(), (made, seed, perSystem, turn) => {
      const registry = units(made.join(' '))
      const turned = [...registry.slice(turn % registry.length), ...registry.slice(0, turn % registry.length)].reverse()
      const rounds: SpotCheckRound[] = []
      for (let i = 0; i < 4; i++) {
        const options = { ...OPTIONS, seed: (seed + i) >>> 0, perSystem }
        const result = drawSpotChecks(registry, rounds, options)
        expect(drawSpotChecks(turned, [...rounds].reverse(), options)).toEqual(result)
        if ('refused' in result) throw new Error(result.refused)
        const before = new Set(rounds.at(-1)?.units.map(({ unit }) => unit))
        for (const system of new Set(registry.map((one) => one.system))) {
          const all = registry.filter((one) => one.system === system)
          const own = result.drawn.units.filter((one) => one.system === system)
          const note = result.notes.find(({ params }) => params.system === system)?.note
          expect(own.length).toBeGreaterThanOrEqual(Math.min(2, all.length))
          expect(own.length).toBeLessThanOrEqual(perSystem)
          if (own.some(({ unit }) => before.has(unit))) expect(['all-drawn', 'repeated']).toContain(note)
          if (own.length < perSystem) expect(note).toBeDefined()
        }
        rounds.push(result.drawn)
      }
    }),
  )
})

it('every unit has its chance', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++) for (const id of ids(drawn('S:10', [], { seed }).drawn)) counts.set(id, (counts.get(id) ?? 0) + 1)
  // Two of ten in 2,000 draws: 400 each, give or take five standard deviations.
  expect([...counts.values()].every((count) => Math.abs(count - 400) < 90)).toBe(true)
  expect(counts.size).toBe(10)
})
