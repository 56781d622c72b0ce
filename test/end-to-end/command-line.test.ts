/** The program as it is installed: bin/muster.js, built by `npm run prepare`, on files of a folder. */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { temporaryFolder } from '../support/outside-program'

const folder = temporaryFolder()
const at = (...parts: string[]) => join(folder.path, ...parts)

function muster(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/muster.js', ...words], { encoding: 'utf8', env: { ...process.env, LANG: 'en_US.UTF-8' }, maxBuffer: 1 << 28 })
  return { status, stdout, stderr, data: () => JSON.parse(stdout) }
}

const REGISTRY = `单位编号,单位名称,所属系统,党员人数,联络员,电话,督导组
001,市图书馆,文教系统,3,张小河,07341234567,第一督导组
002,市体育馆,文教系统,4,李春田,0734-1234568,第一督导组
`

beforeAll(() => {
  writeFileSync(at('registry.csv'), encode(REGISTRY, 'gb18030'))
  const issued = muster('issue', '--campaign', 'learning-mobilization', '--registry', at('registry.csv'), '--out', at('issued'), '--week', '2')
  expect(issued).toMatchObject({ status: 0, stderr: '' })
}, 60_000)

const unitFiles = () => readdirSync(at('issued', '单位')).map((name) => at('issued', '单位', name))
const officeFile = () => at('issued', readdirSync(at('issued')).find((name) => name.endsWith('.xlsx')) as string)

describe('issue', () => {
  it('makes a workbook for each unit and group and one for the office, from GB18030 text', () => {
    expect(readdirSync(at('issued', '单位')).sort()).toEqual(['001 市图书馆.xlsx', '002 市体育馆.xlsx'])
    expect(readdirSync(at('issued', '督导组'))).toEqual(['第一督导组.xlsx'])
  })

  it('overwrites nothing', () => {
    const [file] = unitFiles() as [string]
    const issued = readFileSync(file)
    writeFileSync(file, 'what somebody has filled in')
    const again = muster('issue', '--campaign', 'learning-mobilization', '--registry', at('registry.csv'), '--out', at('issued'), '--week', '2')
    expect(again.status).toBe(2)
    expect(again.stderr).toContain('was not overwritten')
    expect(readFileSync(file, 'utf8')).toBe('what somebody has filled in')
    writeFileSync(file, issued)
  })

  it('goes on where it was stopped: the same files again are no obstacle', () => {
    const [file] = unitFiles() as [string]
    const issued = readFileSync(file)
    rmSync(file)
    expect(muster('issue', '--campaign', 'learning-mobilization', '--registry', at('registry.csv'), '--out', at('issued'), '--week', '2')).toMatchObject({ status: 0, stderr: '' })
    expect(Buffer.compare(readFileSync(file), issued)).toBe(0)
  })

  it('makes nothing from a registry that is wrong, and says where', () => {
    writeFileSync(at('twice.csv'), REGISTRY.replace('002', '001'))
    const issued = muster('issue', '--campaign', 'learning-mobilization', '--registry', at('twice.csv'), '--out', at('none'), '--json')
    expect(issued.status).toBe(1)
    expect(issued.data()).toMatchObject({ issued: [], findings: [expect.objectContaining({ code: expect.stringMatching(/^registry\//), cell: expect.stringMatching(/3/) })] })
    expect(existsSync(at('none'))).toBe(false)
  })
})

describe('check', () => {
  const BAD: readonly [string, Uint8Array, string][] = [
    ['empty.xlsx', new Uint8Array(), 'file/empty'],
    ['text.xlsx', Buffer.from('name,value\n1,2\n'), 'file/not-a-workbook'],
    ['page.xlsx', Buffer.from('<html><body><table></table></body></html>'), 'file/html'],
    ['old.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]), 'file/old-xls'],
    ['locked.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]), 'file/password'],
  ]

  it('names what is wrong with each bad file, and goes on with the rest', () => {
    mkdirSync(at('mixed'), { recursive: true })
    for (const [name, bytes] of BAD) writeFileSync(at('mixed', name), bytes)
    const good = readFileSync(unitFiles()[0] as string)
    writeFileSync(at('mixed', 'cut.xlsx'), good.subarray(0, good.length / 2))
    writeFileSync(at('mixed', 'z-good.xlsx'), good)
    const checked = muster('check', at('mixed'), '--as-of', '2005-03-06', '--json')
    expect(checked.status).toBe(1)
    const codes = Object.fromEntries(checked.data().map((one: { file: string; code?: string; unit?: { id: string } }) => [one.file.split('/').at(-1), one.code ?? one.unit?.id]))
    expect(codes).toEqual({ ...Object.fromEntries(BAD.map(([name, , code]) => [name, code])), 'cut.xlsx': 'file/truncated', 'z-good.xlsx': '001' })
    for (const { code, message, fix } of checked.data()) if (code) expect([message, fix].every((text) => typeof text === 'string' && text.length > 10)).toBe(true)
  })

  it('gives what the documentation says', () => {
    const [one] = muster('check', unitFiles()[0] as string, '--as-of', '2005-03-06', '--json').data()
    expect(one).toMatchObject({ unit: { id: '001', name: '市图书馆', headcount: 3 }, week: 2, asOf: '2005-03-06', counts: { errors: expect.any(Number) } })
    expect(one.rows.every((rows: { read: number; accepted: number; rejected: number; blank: number }) => rows.read === rows.accepted + rows.rejected + rows.blank)).toBe(true)
    expect(one.measures[0]).toMatchObject({ measure: expect.any(String), value: expect.any(Number), target: expect.any(Number), unit: expect.any(String), due: expect.stringMatching(/^\d{4}-/), status: expect.any(String) })
    expect(one.score.indicators[0]).toMatchObject({ indicator: expect.any(String), weight: expect.any(Number), title: expect.any(String) })
  })

  it('leaves the original as it was, and puts results into a copy', () => {
    const original = unitFiles()[0] as string
    const before = readFileSync(original)
    expect(muster('check', original, '--as-of', '2005-03-06', '--out', at('checked')).status).toBe(1)
    expect(readFileSync(original).equals(before)).toBe(true)
    expect(readFileSync(at('checked', '001 市图书馆.xlsx')).equals(before)).toBe(false)
    expect(muster('check', original, '--out', at('issued', '单位'))).toMatchObject({ status: 2, stderr: expect.stringContaining('--in-place') })
    expect(readFileSync(original).equals(before)).toBe(true)
  })

  it('needs a definition', () => {
    copyFileSync('test/fixtures/' + (readdirSync('test/fixtures').find((name) => name.endsWith('.xlsx')) as string), at('other.xlsx'))
    expect(muster('check', at('other.xlsx'), '--json').data()).toEqual([expect.objectContaining({ code: 'check/no-definition' })])
  })
})

describe('consolidate', () => {
  const week = (...words: string[]) => ['consolidate', '--office', at('office.xlsx'), '--week', '2', at('issued', '单位'), ...words]
  beforeEach(() => copyFileSync(officeFile(), at('office.xlsx')))

  it('updates the office workbook once; the same again changes not a byte', () => {
    expect(muster(...week())).toMatchObject({ status: 0, stderr: '' })
    const once = readFileSync(at('office.xlsx'))
    expect(once.equals(readFileSync(officeFile()))).toBe(false)
    expect(muster(...week('--json')).data()).toMatchObject({ changed: false, rollCall: expect.arrayContaining([expect.objectContaining({ unit: '001', outcome: 'valid' })]) })
    expect(readFileSync(at('office.xlsx')).equals(once)).toBe(true)
  })

  it('writes another file when asked, and leaves the original', () => {
    expect(muster(...week('--out', at('elsewhere.xlsx'))).status).toBe(0)
    expect(readFileSync(at('office.xlsx')).equals(readFileSync(officeFile()))).toBe(true)
    expect(muster('rank', '--office', at('elsewhere.xlsx'), '--json').data()).toMatchObject({ week: 2, systems: [{ system: '文教系统', units: [expect.objectContaining({ rank: 1, score: expect.any(Number) }), expect.anything()] }] })
  })

  it('killed while it writes, it leaves the old workbook or the new one, and can be repeated', async () => {
    const old = readFileSync(at('office.xlsx'))
    const child = spawn(process.execPath, ['bin/muster.js', ...week()], { stdio: 'ignore' })
    // The file beside the workbook appears: this is the moment at which a machine may stop.
    const watcher = watch(folder.path, (_, name) => name?.endsWith('.tmp') && child.kill('SIGKILL'))
    await new Promise((resolve) => child.once('exit', resolve))
    watcher.close()
    const now = readFileSync(at('office.xlsx'))
    expect(now.equals(old) || muster('rank', '--office', at('office.xlsx'), '--json').data().week === 2).toBe(true)
    expect(muster(...week()).status).toBe(0)
    expect(muster('rank', '--office', at('office.xlsx'), '--json').data().week).toBe(2)
  })

  it('hears Ctrl+C between two files, and leaves the workbook as it was', async () => {
    const old = readFileSync(at('office.xlsx'))
    mkdirSync(at('many'), { recursive: true })
    for (let n = 0; n < 60; n++) copyFileSync(unitFiles()[0] as string, at('many', `${String(n).padStart(2, '0')} 市图书馆.xlsx`))
    const child = spawn(process.execPath, ['bin/muster.js', 'check', at('many'), '--as-of', '2005-03-06', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.on('data', (data) => (said += data))
    child.stdout.once('data', () => child.kill('SIGINT'))
    const status = await new Promise((resolve) => child.once('exit', resolve))
    expect([status, said]).toEqual([2, expect.stringContaining('Cancelled')])
    expect(readFileSync(at('office.xlsx')).equals(old)).toBe(true)
  })

  it.each([
    [['--week', '99'], 'office/no-such-week'],
    [['--week', '2'], 'office/not-office'],
  ])('%j on a workbook that cannot be used says why and changes nothing', (words, code) => {
    const office = code === 'office/not-office' ? (unitFiles()[1] as string) : at('office.xlsx')
    const before = readFileSync(office)
    const result = muster('consolidate', '--office', office, ...words, at('issued', '单位'))
    expect(result.status).toBe(2)
    expect(result.stderr).toContain('→')
    expect(readFileSync(office).equals(before)).toBe(true)
  })
})
