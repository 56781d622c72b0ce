/** The sample files of the workbench, made by the program as it is installed (npm run prepare), of a campaign of few units. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkWorkbook } from '../../src/app/check'
import { consolidate } from '../../src/app/consolidate'
import { openOffice } from '../../src/app/consolidate/open-office'
import { filesInZip } from '../../src/app/intake/files-in-zip'
import { SAMPLE_KINDS, type SampleCampaign } from '../../src/app/workbench/samples'
import { messages } from '../../src/messages/messages'
import { sayFrom } from '../../src/messages/catalogue'
import { nodeCompression } from '../../src/workbook/compression/node'
import { format, shipped } from '../app/demo/made-up'
import { temporaryFolder } from '../support/outside-program'

const folder = temporaryFolder()
const UNITS = 6
const sayIn = (language: 'zh' | 'en') => sayFrom(messages, language)

function make(out: string, ...campaigns: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build/samples.mjs', '--out', out, '--units', String(UNITS), ...campaigns.flatMap((id) => ['--campaign', id])], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const out = join(folder.path, 'samples')
/** Paths are relative to the page, which has the folder beside it. */
const bytesAt = (path: string) => readFileSync(join(folder.path, path))
const listed = () => JSON.parse(bytesAt('samples/samples.json').toString()) as SampleCampaign[]

beforeAll(() => {
  expect(make(out)).toMatchObject({ status: 0, stderr: '' })
}, 240_000)

it('are listed with what a reader is told of them', () => {
  expect(listed().map(({ id, language, week, title, files }) => ({ id, language, week, titles: Object.keys(title).sort(), kinds: files.map(({ kind }) => kind) }))).toEqual([
    { id: 'learning-mobilization', language: 'zh', week: 4, titles: ['en', 'zh'], kinds: SAMPLE_KINDS },
    { id: 'safety-month', language: 'en', week: 4, titles: ['en', 'zh'], kinds: ['unit-with-faults', 'unit-clean', 'office', 'returns'] },
  ])
  expect(listed().map(({ files }) => files.at(-1)?.name)).toEqual(['第4周报送.zip', 'Returns of week 4.zip'])
  for (const { id, files } of listed()) {
    for (const { kind, path, name, bytes } of files) {
      expect(path).toMatch(new RegExp(`^samples/${id}/${kind}\\.(xlsx|zip)$`))
      expect(bytesAt(path)).toHaveLength(bytes)
      expect(name.split('.').at(-1)).toBe(path.split('.').at(-1))
    }
  }
})

describe.each(['learning-mobilization', 'safety-month'])('%s', (id) => {
  const { campaign } = shipped(id)
  const sampleOf = (kind: string) => listed().find((one) => one.id === id)!.files.find((file) => file.kind === kind)!
  const book = (kind: string) => format.read(bytesAt(sampleOf(kind).path))
  const errorsIn = (kind: string) => new Set(checkWorkbook(book(kind), { campaign, today: campaign.calendar.weekEnd(4) }).findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))

  it('has a return with faults, one without, and both are of registered units', () => {
    expect(errorsIn('unit-with-faults').size).toBeGreaterThanOrEqual(4)
    expect([...errorsIn('unit-clean')]).toEqual([])
    const { units } = openOffice(book('office'), campaign, sayIn).state.registry
    for (const kind of ['unit-with-faults', 'unit-clean']) expect(units.map((unit) => `${unit.id} ${unit.name}.xlsx`)).toContain(sampleOf(kind).name)
  })

  it('has an office with the weeks before behind it, that takes the returns of the fourth', async () => {
    const { state } = openOffice(book('office'), campaign, sayIn)
    expect(new Set(state.entries.map(({ week }) => week))).toEqual(new Set([1, 2, 3]))
    const { path, name, count } = sampleOf('returns')
    const files = filesInZip(name, bytesAt(path), nodeCompression)
    expect(files).toHaveLength(count!)
    expect(files.map((file) => file.modified)).toEqual(files.map(() => `${campaign.calendar.weekEnd(4)}T17:00:00`))
    const end = campaign.calendar.weekEnd(4)
    const result = await consolidate({ campaign, office: book('office'), files, week: 4, today: end, now: `${end}T20:00:00`, read: format.read, compression: nodeCompression, sayIn })
    expect(result.rollCall.filter(({ kind }) => kind === 'unit')).toHaveLength(UNITS)
    expect(result.rollCall.filter(({ outcome }) => outcome === 'valid').length).toBeGreaterThan(0)
    expect(result.standings).toHaveLength(UNITS)
    const after = openOffice(format.read(format.patch(bytesAt(sampleOf('office').path), result.patch)), campaign, sayIn)
    expect(new Set(after.state.entries.map(({ week }) => week))).toEqual(new Set([1, 2, 3, 4]))
  })
})

describe('making them', () => {
  const times = () => (readdirSync(out, { recursive: true }) as string[]).map((name) => [name, statSync(join(out, name)).mtimeMs])

  it('again changes nothing', () => {
    const before = times()
    expect(make(out)).toMatchObject({ status: 0, stdout: expect.stringContaining('up to date') })
    expect(times()).toEqual(before)
  })

  it('elsewhere gives the same bytes, in the place of whatever is there', () => {
    const other = join(folder.path, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'left-over.txt'), 'of a run that nobody remembers')
    expect(make(other, 'safety-month')).toMatchObject({ status: 0, stdout: expect.stringContaining('wrote 4 files') })
    expect(readdirSync(other).sort()).toEqual(['.stamp', 'safety-month', 'samples.json'])
    for (const name of readdirSync(join(other, 'safety-month'))) expect(readFileSync(join(other, 'safety-month', name)).equals(readFileSync(join(out, 'safety-month', name)))).toBe(true)
  }, 120_000)

  it('in vain leaves what was there, and nothing else', () => {
    const before = times()
    const { status, stderr, stdout } = make(out, 'no-such-campaign')
    expect(status).toBe(1)
    expect(stderr + stdout).toContain('no-such-campaign')
    expect(times()).toEqual(before)
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
