/** The office's week from the command line: explain, slips, papers, bulletin, spot checks, transfer, year-end record. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { format } from '../app/demo/made-up'
import { realOffice } from '../app/oversight/real-office'
import { muster, officeAt, SEED, temporaryFolder } from './in-process'

const inFolder = temporaryFolder()
const office = inFolder('office.xlsx')
let units: readonly { readonly id: string; readonly name: string }[]

beforeAll(async () => {
  const real = await realOffice('learning-mobilization')
  units = real.registry.units
  writeFileSync(office, real.office.bytes)
}, 120_000)

it('explains a unit on the screen, as data, and as its slip; the office’s workbook stays as it is', async () => {
  const before = readFileSync(office)
  const [one] = units as [{ id: string; name: string }]
  expect(await muster('explain', office, '--unit', one.id)).toMatchObject({ code: 0, out: expect.stringContaining(`${one.name} 第2周回执单`) })
  const data = JSON.parse((await muster('explain', office, '--unit', one.id, '--week', '1', '--json')).out) as { week: number; unit: string; indicators: unknown[] }
  expect(data).toMatchObject({ week: 1, unit: one.id, indicators: expect.any(Array) })
  expect((await muster('explain', office, '--unit', one.id, '--out', inFolder('slip.xlsx'))).code).toBe(0)
  expect(format.read(readFileSync(inFolder('slip.xlsx'))).sheets[0]?.name).toBe('回执单')
  expect(await muster('explain', office, '--unit', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('nobody') })
  expect(readFileSync(office).equals(before)).toBe(true)
})

it('calls the roll by system and day, and writes a reminder for every group that has somebody to remind', async () => {
  const { week, systems } = JSON.parse((await muster('roll-call', office, '--json')).out) as { week: number; systems: { expected: number; valid: number; rejected: number; missing: number; missingUnits: string[]; days: { units: string[] }[] }[] }
  for (const one of systems) expect([one.valid + one.rejected + one.missing, one.days.flatMap((day) => day.units).length, one.missingUnits.length]).toEqual([one.expected, one.valid, one.missing])
  const { code, out } = await muster('roll-call', office, '--remind', inFolder('reminders'), '--deadline', '2005-03-22')
  expect([code, out.includes('应报')]).toEqual([0, true])
  const texts = readdirSync(inFolder('reminders')).map((name) => readFileSync(inFolder(`reminders/${name}`), 'utf8'))
  expect(texts.every((text) => text.startsWith('\uFEFF【') && text.includes('于 2005-03-22 前'))).toBe(true)
  const absent = officeAt(office).state.entries.filter((entry) => entry.week === week && entry.outcome !== 'valid').map(({ unit }) => units.find(({ id }) => id === unit)?.name as string)
  expect(absent.length).toBeGreaterThan(1)
  for (const name of absent) expect(texts.filter((text) => text.includes(name))).toHaveLength(1)
  // The same again is no obstacle; a week that was not consolidated has no roll.
  expect((await muster('roll-call', office, '--remind', inFolder('reminders'), '--deadline', '2005-03-22')).code).toBe(0)
  expect(await muster('roll-call', office, '--week', '6')).toMatchObject({ code: 2 })
})

it('writes the slips of all units into folders or a zip, over nothing', async () => {
  expect((await muster('slips', office, '--out', inFolder('slips'))).code).toBe(0)
  expect(readdirSync(inFolder('slips'), { recursive: true }).filter((path) => String(path).endsWith('.xlsx'))).toHaveLength(units.length)
  expect((await muster('slips', office, '--out', inFolder('slips.zip'))).code).toBe(0)
  // The same again is no obstacle; another file of that name is.
  expect((await muster('slips', office, '--out', inFolder('slips.zip'))).code).toBe(0)
  writeFileSync(inFolder('slips.zip'), 'somebody\'s own')
  expect(await muster('slips', office, '--out', inFolder('slips.zip'))).toMatchObject({ code: 2, err: expect.stringContaining('已存在') })
})

it('writes nothing that nobody has confirmed, and drafts marked as such', async () => {
  expect(JSON.parse((await muster('papers', office, '--out', inFolder('papers'), '--paper', 'remedial-notice', '--json')).out)).toMatchObject({ papers: [] })
  expect(existsSync(inFolder('papers'))).toBe(false)
  const { papers } = JSON.parse((await muster('papers', office, '--out', inFolder('drafts'), '--draft', '--json')).out) as { papers: { name: string; draft: boolean }[] }
  expect(papers.length).toBeGreaterThan(0)
  expect(papers.every(({ name, draft }) => draft && name.includes('草稿'))).toBe(true)
  expect(readdirSync(inFolder('drafts'))).toHaveLength(papers.length)
  expect((await muster('papers', office, '--out', inFolder('by-system'), '--draft', '--by', 'system')).code).toBe(0)
  expect(readdirSync(inFolder('by-system')).every((name) => name.endsWith('.zip'))).toBe(true)
  expect((await muster('papers', office, '--out', inFolder('x.zip'), '--by', 'unit')).code).toBe(2)
  expect((await muster('papers', office, '--out', inFolder('y'), '--paper', 'no')).err).toContain('no')
})

it('says every template that is missing', async () => {
  const { code, err } = await muster('papers', office, '--out', inFolder('z'), '--draft', '--templates', inFolder('none'))
  expect(code).toBe(2)
  expect(err.split('→').length).toBeGreaterThan(2)
})

it('writes the bulletin', async () => {
  expect((await muster('bulletin', office, '--to-week', '2', '--out', inFolder('bulletin.docx'))).code).toBe(0)
  expect(readFileSync(inFolder('bulletin.docx')).subarray(0, 2).toString()).toBe('PK')
  expect((await muster('bulletin', office, '--to-week', '2', '--out', inFolder('bulletin.xlsx'))).code).toBe(0)
  expect(format.read(readFileSync(inFolder('bulletin.xlsx'))).sheets.map(({ name }) => name)).toEqual(['调度通报'])
})

it('writes papers as sheets: all in one workbook, or a workbook for each system', async () => {
  const { papers, as } = JSON.parse((await muster('papers', office, '--out', inFolder('drafts.xlsx'), '--draft', '--json')).out) as { papers: unknown[]; as: string }
  expect(as).toBe('sheets')
  expect(format.read(readFileSync(inFolder('drafts.xlsx'))).sheets).toHaveLength(papers.length)
  expect((await muster('papers', office, '--out', inFolder('sheets'), '--as', 'sheets', '--draft')).code).toBe(0)
  expect(readdirSync(inFolder('sheets'))).toEqual(['文书 第2周.xlsx'])
  expect((await muster('papers', office, '--out', inFolder('sheets-of'), '--as', 'sheets', '--draft', '--by', 'system')).code).toBe(0)
  expect(readdirSync(inFolder('sheets-of')).length).toBeGreaterThan(1)
})

it.each([[['--out', 'a.zip', '--as', 'sheets'], 'a.zip'], [['--out', 'a.xlsx', '--as', 'docx'], 'a.xlsx'], [['--out', 'a', '--as', 'pdf'], '--as']])('refuses %j', async (args, told) => {
  expect(await muster('papers', office, ...args.map((one) => (one.startsWith('a') ? inFolder(one) : one)))).toMatchObject({ code: 2, err: expect.stringContaining(told) })
})

it('draws by a seed that it makes and records, again only with a reason, and enters a result', async () => {
  const drawn = JSON.parse((await muster('spot-check', office, '--by', '王主任', '--json')).out) as { seed: number; units: { unit: string }[] }
  expect(drawn.seed).toBe(SEED)
  expect((await muster('spot-check', office, '--by', '王主任', '--again')).err).toContain('原因')
  expect((await muster('spot-check', office, '--by', '王主任', '--again', '--reason', '换一批', '--seed', '5')).out).toContain('种子 5')
  const again = JSON.parse((await muster('spot-check', office, '--by', '王主任', '--seed', '6', '--json')).out) as typeof drawn & { round: number }
  expect(again.round).toBe(2)
  const [first] = again.units as [{ unit: string }]
  expect((await muster('spot-check', office, '--by', '李四', '--unit', first.unit, '--result', 'passed')).code).toBe(0)
  expect((await muster('spot-check', office, '--by', '李四', '--unit', first.unit, '--result', 'fine')).code).toBe(2)
  expect((await muster('spot-check', office, '--by', '李四', '--seed', '-1')).code).toBe(2)
})

it('looks at transfers and brings the sheet up to date, once', async () => {
  const first = JSON.parse((await muster('transfer', office, '--json')).out) as { changed: boolean; units: unknown[] }
  expect(first).toMatchObject({ changed: true, week: 2 })
  expect(first.units).toHaveLength(units.length)
  expect((await muster('transfer', office)).out).toContain('没有变化')
})

it('enters the office’s approval of a transfer, and takes it back', async () => {
  const [one] = units as [{ id: string; name: string }]
  const asked = async () => (JSON.parse((await muster('transfer', office, '--json')).out) as { changed: boolean; units: { unit: string; missing: string[] }[] })
  const approval = officeAt(office).campaign.definition.transfer?.requirements ?? {}
  const [id] = Object.entries(approval).find(([, requirement]) => requirement.approval) as [string, unknown]
  const misses = async () => (await asked()).units.find(({ unit }) => unit === one.id)?.missing.includes(id)
  expect(await misses()).toBe(true)
  expect((await muster('transfer', office, '--unit', one.id, '--approve', 'yes', '--by', '王主任', '--note', '材料齐全')).out).toContain(`${one.name}：已批准转段`)
  expect(officeAt(office).state.approvals.get(one.id)).toEqual({ approved: true, by: '王主任', on: '2005-03-21', note: '材料齐全' })
  expect(officeAt(office).state.log[0]?.detail).toContain('王主任')
  expect(await asked()).toMatchObject({ changed: false })
  expect(await misses()).toBe(false)
  expect((await muster('transfer', office, '--unit', one.id, '--approve', 'none', '--by', '王主任')).code).toBe(0)
  expect(await misses()).toBe(true)
  const before = readFileSync(office)
  for (const [words, said] of [
    [['--unit', one.id, '--approve', 'yes'], '--by'],
    [['--approve', 'yes', '--by', '王主任'], '--unit'],
    [['--unit', one.id, '--approve', 'maybe', '--by', '王主任'], 'maybe'],
    [['--unit', one.id, '--approve', 'yes', '--by', ' '], '决定人'],
    [['--unit', 'nobody', '--approve', 'yes', '--by', '王主任'], 'nobody'],
  ] as const) expect(await muster('transfer', office, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  expect(readFileSync(office).equals(before)).toBe(true)
})

it('writes the year-end record as a sheet or a CSV file', async () => {
  expect((await muster('year-end', office, '--out', inFolder('record.xlsx'))).code).toBe(0)
  expect((await muster('year-end', office, '--out', inFolder('record.csv'), '--without-names')).code).toBe(0)
  expect(readFileSync(inFolder('record.csv'), 'utf8').startsWith('\ufeff编号,单位,系统')).toBe(true)
  expect((await muster('year-end', office, '--out', inFolder('record.txt'))).code).toBe(2)
})
