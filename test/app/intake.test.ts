import fc from 'fast-check'
import { intake, type IntakeOptions } from '../../src/app/intake'
import type { LedgerEntry } from '../../src/domain/ranking/ledger'
import type { Finding } from '../../src/domain/returns/finding'
import { file, PORTS, type Brief } from './returns-in-brief'

const unit = (id: string, name: string, system: string) => ({ id, name, system, headcount: 10, liaison: '', phone: '', group: 'g1' })
const registry = { units: [unit('u1', '城北学校', '教育'), unit('u2', '城北学校分校', '教育'), unit('u3', '中医院', '卫生')], groups: [{ id: 'g1', name: '第一督导组' }] }
const NOW = '2005-03-20T12:00:00'
const options = (more: Partial<IntakeOptions> = {}): IntakeOptions => ({ campaign: { id: 'brief', version: '1', rules: 'r1' }, registry, week: 3, ledger: [], now: NOW, ...more })

const take = (briefs: Brief[], more: Partial<IntakeOptions> = {}) => intake(briefs.map(file), PORTS, options(more))
const decisions = async (briefs: Brief[], more: Partial<IntakeOptions> = {}) => (await take(briefs, more)).verdicts.map(({ decision, reasons }) => `${decision} ${reasons.map(({ code }) => code.replace('intake/', '')).join(' ')}`)
const entry = async (briefs: Brief[], id = 'u1', more: Partial<IntakeOptions> = {}) => (await take(briefs, more)).entries.find((one) => one.unit === id)

const good = (brief: Brief): Brief => ({ unit: 'u1', week: 3, score: 80, sealed: '2005-03-14T08:00:00', ...brief })
const structure = (code: string): Finding => ({ code, kind: 'structure', severity: 'error', sheet: '学习考勤' })

describe('what becomes of one file', () => {
  it.each<[string, Brief, string]>([
    ['a return in order', good({}), 'counted counted'],
    ['not a workbook', good({ unreadable: true }), 'unreadable file/truncated'],
    ['the office’s own workbook', good({ kind: 'office' }), 'ignored office-workbook'],
    ['another campaign', good({ campaign: 'other' }), 'ignored other-campaign'],
    ['no identity', { campaign: null }, 'ignored not-a-return'],
    ['a unit nobody registered', good({ unit: 'u9' }), 'rejected unknown-unit'],
    ['a group’s number in a unit’s workbook', good({ unit: 'g1' }), 'rejected unknown-unit'],
    ['a file named after another unit', good({ name: '第3周-中医院.xlsx' }), 'rejected wrong-unit'],
    ['a file named after a longer name that holds its own', good({ name: '城北学校分校.xlsx' }), 'rejected wrong-unit'],
    ['a file named after its unit, whatever the width', good({ name: '回报 城北学校 （３）.xlsx' }), 'counted counted'],
    ['no week on the cover', good({ week: undefined }), 'rejected no-week'],
    ['another week', good({ week: 2 }), 'rejected wrong-week'],
    ['a sheet lost', good({ findings: [structure('structure/sheet-missing')] }), 'rejected broken'],
    ['a sheet lost from an older version', good({ version: '0', findings: [structure('structure/column-missing')] }), 'rejected old-broken'],
    ['a structure error that loses nothing else', good({ findings: [structure('structure/formula-without-result')] }), 'counted counted'],
    ['an older version that still fits', good({ version: '0' }), 'counted counted old-definition'],
    ['edited after its check', good({ sealedContent: 'other' }), 'counted counted edited-after-check'],
    ['never checked', good({ sealed: undefined }), 'counted counted never-checked'],
    ['checked by a clock that runs ahead', good({ sealed: '2031-01-01T00:00:00' }), 'counted counted clock-ahead'],
    ['another name than the registry’s', good({ title: '城北小学' }), 'counted counted name-differs'],
    ['another system than the registry’s', good({ system: '卫生' }), 'counted counted system-differs'],
  ])('%s', async (_, brief, expected) => {
    expect(await decisions([brief])).toEqual([expected])
  })

  it('counts a group’s workbook for the group', async () => {
    expect(await entry([good({ unit: 'g1', kind: 'group' })], 'g1')).toMatchObject({ kind: 'group', outcome: 'valid', system: '' })
  })

  it('says where the structure is broken', async () => {
    const { verdicts } = await take([good({ findings: [structure('structure/sheet-missing'), structure('structure/column-missing')] })])
    expect(verdicts[0]?.reasons[0]?.params).toMatchObject({ count: 2, where: '学习考勤' })
  })

  it('judges lateness only by a deadline that is given', async () => {
    expect(await decisions([good({})], { deadline: '2005-03-13' })).toEqual(['counted counted late'])
    expect(await decisions([good({})], { deadline: '2005-03-14' })).toEqual(['counted counted'])
  })

  it('suspects returns that are alike to the last character', async () => {
    expect(await decisions([good({ content: 'same' }), good({ unit: 'u3', content: 'same' })])).toEqual(['counted counted same-as-another', 'counted counted same-as-another'])
    expect(await decisions([good({ content: 'same', rows: 0 }), good({ unit: 'u3', content: 'same', rows: 0 })])).toEqual(['counted counted', 'counted counted'])
  })
})

describe('which of several files counts', () => {
  const older = good({ score: 70, sealed: '2005-03-14T08:00:00', name: 'a.xlsx' })
  const newer = good({ score: 90, sealed: '2005-03-14T09:00:00', name: 'b.xlsx' })

  it.each<[string, Brief, Brief, string[]]>([
    ['the later check', older, newer, ['superseded superseded', 'counted counted']],
    ['the later check, whatever the file times say', { ...older, modified: '2005-03-19T00:00:00' }, { ...newer, modified: '2005-03-15T00:00:00' }, ['superseded superseded', 'counted counted']],
    ['the later change, when it was edited after its check', { ...older, sealedContent: 'other', modified: '2005-03-15T00:00:00' }, newer, ['counted counted edited-after-check', 'superseded superseded']],
    ['file time against check', { ...older, sealed: undefined, modified: '2005-03-15T00:00:00' }, newer, ['counted counted never-checked', 'superseded superseded']],
    ['any time against none', { ...older, sealed: undefined }, newer, ['superseded superseded never-checked', 'counted counted']],
    ['the believable time', { ...older, sealed: '2031-01-01T00:00:00', modified: '2005-03-13T00:00:00' }, newer, ['superseded superseded clock-ahead', 'counted counted']],
    ['one of two that are the same', older, { ...older, name: 'copy.xlsx' }, ['counted counted', 'duplicate duplicate']],
    ['the fuller of two of the same time', { ...older, rows: 5 }, { ...newer, sealed: older.sealed, rows: 9 }, ['superseded superseded', 'counted counted same-time']],
    ['the valid one, though a newer was rejected', older, { ...newer, findings: [structure('structure/sheet-missing')] }, ['counted counted', 'rejected broken']],
  ])('%s', async (_, first, second, expected) => {
    expect(await decisions([first, second])).toEqual(expected)
    expect((await decisions([second, first])).reverse()).toEqual(expected)
  })
})

describe('what becomes of a unit', () => {
  it.each<[string, Brief[], Partial<LedgerEntry>]>([
    ['nothing came', [], { outcome: 'missing', reason: 'intake/missing' }],
    ['only the wrong week', [good({ week: 2 })], { outcome: 'rejected', reason: 'intake/wrong-week' }],
    ['only a broken file that bears its name', [{ unreadable: true, name: '城北学校.xlsx' }], { outcome: 'rejected', reason: 'file/truncated' }],
    ['a valid return', [good({})], { outcome: 'valid', score: 80, rules: 'r1', system: '教育', file: 'u1-3-80.xlsx' }],
  ])('%s', async (_, briefs, expected) => {
    expect(await entry(briefs)).toMatchObject(expected)
  })

  it('every registered unit and group has an entry', async () => {
    expect((await take([])).entries.map(({ unit: id }) => id)).toEqual(['u1', 'u2', 'u3', 'g1'])
  })

  it('last week’s return lying in the folder is not a return for the wrong week', async () => {
    const ledger = (await take([good({ week: 2 })], { week: 2 })).entries
    expect(await decisions([good({ week: 2 })], { ledger })).toEqual(['ignored of-another-week'])
    expect(await entry([good({ week: 2 })], 'u1', { ledger })).toMatchObject({ outcome: 'missing' })
  })
})

describe('a week that is taken in again', () => {
  const first = good({ score: 70, name: 'a.xlsx' })
  const second = good({ score: 90, name: 'b.xlsx', sealed: '2005-03-15T08:00:00' })

  it('keeps what counted when an older file comes', async () => {
    const { entries: ledger } = await take([second])
    expect(await decisions([first], { ledger })).toEqual(['superseded superseded'])
    expect(await entry([first], 'u1', { ledger })).toMatchObject({ score: 90 })
  })

  it('judges the same content anew, by today’s rules', async () => {
    const { entries: ledger } = await take([first])
    const again = await entry([first], 'u1', { ledger, campaign: { id: 'brief', version: '1', rules: 'r2' } })
    expect(again).toMatchObject({ rules: 'r2', file: 'a.xlsx' })
  })

  it('done anew, it forgets a file that was taken away', async () => {
    const { entries: ledger } = await take([second])
    expect(await entry([first], 'u1', { ledger, redo: true })).toMatchObject({ score: 70 })
    expect(await entry([], 'u1', { ledger, redo: true })).toMatchObject({ outcome: 'missing' })
  })

  it('leaves a past week its make-up: systems, units struck off, units registered since', async () => {
    const ledger = [...(await take([good({})])).entries, ...(await take([], { week: 4 })).entries]
    const moved = { units: [unit('u1', '城北学校', '卫生'), unit('u4', '新单位', '教育')], groups: [] }
    const { entries } = await take([second], { ledger, registry: moved })
    expect(entries.map(({ unit: id, system, outcome }) => `${id} ${system} ${outcome}`)).toEqual(['u1 教育 valid', 'u2 教育 missing', 'u3 卫生 missing', 'g1  missing'])
  })
})

describe('for any files', () => {
  const brief = fc.record({
    unit: fc.constantFrom('u1', 'u2', 'u3', 'u9'),
    week: fc.constantFrom(2, 3, 3, 3, 3),
    score: fc.integer({ min: 0, max: 4 }),
    rows: fc.integer({ min: 1, max: 2 }),
    sealed: fc.constantFrom(undefined, '2005-03-14T08:00:00', '2005-03-15T08:00:00'),
    modified: fc.constantFrom(undefined, '2005-03-14T08:00:00', '2005-03-16T08:00:00'),
  })
  const anyFiles = fc.array(brief, { maxLength: 8 }).map((briefs) => briefs.map((each, i): Brief => ({ ...each, name: `f${i}.xlsx` })))

  it('the order makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.nat(), async (briefs, turn) => {
        const at = briefs.length === 0 ? 0 : turn % briefs.length
        const other = [...briefs.slice(at), ...briefs.slice(0, at)].reverse()
        const [one, two] = [await take(briefs), await take(other)]
        expect(two.entries).toEqual(one.entries)
        expect(new Map(two.verdicts.map((verdict) => [verdict.file, verdict]))).toEqual(new Map(one.verdicts.map((verdict) => [verdict.file, verdict])))
      }),
    )
  })

  it('taken in several runs they come to the same as at once, and again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.nat({ max: 8 }), async (briefs, cut) => {
        const whole = (await take(briefs)).entries
        const half = (await take(briefs.slice(0, cut))).entries
        expect((await take(briefs.slice(cut), { ledger: half })).entries).toEqual(whole)
        expect((await take(briefs, { ledger: whole })).entries).toEqual(whole)
      }),
    )
  })

  it('every file has a verdict, and at most one counts for a unit', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (briefs) => {
        const { verdicts, entries } = await take(briefs)
        expect(verdicts.map(({ file: name }) => name)).toEqual(briefs.map(({ name }) => name))
        for (const one of entries) expect(verdicts.filter(({ decision, unit: id }) => decision === 'counted' && id === one.unit)).toHaveLength(one.outcome === 'valid' ? 1 : 0)
      }),
    )
  })
})

describe('many files', () => {
  it('are loaded one at a time, in turn, with progress', async () => {
    const open: string[] = []
    const told: string[] = []
    const files = ['u1', 'u2', 'u3'].map((id) => {
      const one = file(good({ unit: id, name: `${id}.xlsx` }))
      return { ...one, load: async () => { open.push(one.name); return one.load() } }
    })
    await intake(files, PORTS, options({ progress: (done, total, at) => told.push(`${done}/${total} ${at}`) }))
    expect(open).toEqual(['u1.xlsx', 'u2.xlsx', 'u3.xlsx'])
    expect(told).toEqual(['0/3 u1.xlsx', '1/3 u2.xlsx', '2/3 u3.xlsx', '3/3 '])
  })

  it('stop when asked to', async () => {
    const stop = new AbortController()
    const files = [file(good({})), file(good({ unit: 'u2' }))]
    const stopping = intake(files, PORTS, options({ signal: stop.signal, progress: () => stop.abort(new Error('stopped')) }))
    await expect(stopping).rejects.toThrow('stopped')
  })

  it('a broken program is not taken for a broken file', async () => {
    const bad = { ...PORTS, check: () => { throw new TypeError('bug') } }
    await expect(intake([file(good({}))], bad, options())).rejects.toThrow('bug')
  })
})
