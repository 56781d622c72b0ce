import fc from 'fast-check'
import { isChange, overridesIn, recorded, valueIn, type SettingChange, type SettingStatement } from '../../../src/domain/campaign/settings-in-time'

const say = (value: number, fromWeek?: number, id = 'hours'): SettingStatement => ({ kind: 'setting', id, value, original: 40, by: '王主任', ...(fromWeek !== undefined && { fromWeek }) })
/** Statements made one after the other, each recorded when the week given had yet to be consolidated. */
const history = (...said: readonly (readonly [SettingStatement, number])[]): SettingChange[] => said.reduce<SettingChange[]>((changes, [statement, openWeek]) => [...changes, ...recorded([statement], changes, { openWeek, at: 'now' })], [])
const weeks = (changes: readonly SettingChange[], id = 'hours') => [1, 2, 3, 4, 5, 6].map((week) => overridesIn(changes, week).settings?.[id] ?? 40)

describe('a setting over time', () => {
  it.each<[string, SettingChange[], number[]]>([
    ['never changed', history([say(40), 1]), [40, 40, 40, 40, 40, 40]],
    ['from a week on', history([say(30, 3), 1]), [40, 40, 30, 30, 30, 30]],
    ['from no week in particular: from the next one not consolidated', history([say(30), 4]), [40, 40, 40, 30, 30, 30]],
    ['changed twice', history([say(30, 2), 1], [say(20, 5), 1]), [40, 30, 30, 30, 20, 20]],
    ['decided later for an earlier week: it holds for all that follow', history([say(30, 4), 1], [say(20, 2), 1]), [40, 20, 20, 20, 20, 20]],
    ['back to what it was', history([say(30, 2), 1], [say(40, 4), 1]), [40, 30, 30, 40, 40, 40]],
    ['meant to begin later', history([say(30, 2), 1], [say(30, 4), 1]), [40, 40, 40, 30, 30, 30]],
    ['meant to begin later, twice', history([say(30, 2), 1], [say(30, 4), 1], [say(30, 5), 1]), [40, 40, 40, 40, 30, 30]],
    ['meant to begin earlier', history([say(30, 4), 1], [say(30, 2), 1]), [40, 30, 30, 30, 30, 30]],
    ['begins later, after another', history([say(30, 2), 1], [say(20, 3), 1], [say(20, 5), 1]), [40, 30, 30, 30, 20, 20]],
  ])('%s', (_, changes, expected) => expect(weeks(changes)).toEqual(expected))

  it('says what it was before, in its first week', () => {
    expect(history([say(30, 2), 1], [say(20, 4), 1], [say(20, 5), 1]).map(({ old, new: now, fromWeek, isMoved = false }) => [old, now, fromWeek, isMoved])).toEqual([[40, 30, 2, false], [30, 20, 4, false], [30, 20, 5, true]])
    expect(valueIn(history([say(30, 2), 1]), { kind: 'setting', id: 'hours' }, 1)).toBeUndefined()
  })

  it('said again, with its week or without, is no change', () => {
    const changes = history([say(30), 3])
    expect([isChange(say(30), changes), isChange(say(30, 3), changes), isChange(say(30, 4), changes), isChange(say(31), changes), isChange(say(40), [])]).toEqual([false, false, true, true, false])
  })

  it('does not touch another', () => {
    const changes = history([say(30, 2), 1], [say(1, 3, 'days'), 1])
    expect([weeks(changes), weeks(changes, 'days')]).toEqual([[40, 30, 30, 30, 30, 30], [40, 40, 1, 1, 1, 1]])
    expect(overridesIn(changes, 1)).toEqual({})
  })

  it('weights are told apart from settings', () => {
    const [change] = recorded([{ kind: 'weight', id: 'hours', value: 15, original: 20, fromWeek: 2, by: 'x' }], [], { openWeek: 1, at: 'now' }) as [SettingChange]
    expect(overridesIn([change], 2)).toEqual({ weights: { hours: 15 } })
  })

  it('whatever is decided for a week leaves the weeks before it alone, and holds to the end', () => {
    const statement = fc.record({ value: fc.constantFrom(10, 20, 30, 40), fromWeek: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), statement, (before, last) => {
        const changes = history(...before.map(({ value, fromWeek }) => [say(value, fromWeek), 4] as const))
        const after = [...changes, ...recorded([say(last.value, last.fromWeek)], changes, { openWeek: 4, at: 'now' })]
        const [change] = after.slice(changes.length)
        if (!change || change.isMoved) return
        expect(weeks(after).slice(0, change.fromWeek - 1)).toEqual(weeks(changes).slice(0, change.fromWeek - 1))
        expect(new Set(weeks(after).slice(change.fromWeek - 1))).toEqual(new Set([last.value]))
      }),
    )
  })
})
