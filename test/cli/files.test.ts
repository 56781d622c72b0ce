import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileTrouble, givenFiles, localTime, readBytes, writeInPlace } from '../../src/cli/files'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'muster-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('writeInPlace', () => {
  it('replaces a file as a whole and leaves nothing beside it', () => {
    const path = join(folder, 'office.xlsx')
    writeFileSync(path, 'old')
    writeInPlace(path, new TextEncoder().encode('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['office.xlsx'])
  })

  it('makes missing folders', () => {
    writeInPlace(join(folder, 'a/b/c.txt'), new Uint8Array([1]))
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  it('keeps the old file and cleans up when the new one cannot be put in place', () => {
    mkdirSync(join(folder, 'taken/inside'), { recursive: true })
    expect(() => writeInPlace(join(folder, 'taken'), new Uint8Array([1]))).toThrow(FileTrouble)
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})

describe('givenFiles', () => {
  it('lists folders in name order and passes over lock and hidden files', () => {
    for (const name of ['b.xlsx', 'a.xlsx', '~$a.xlsx', '.DS_Store']) writeFileSync(join(folder, name), '')
    expect(givenFiles([folder]).map((file) => file.name)).toEqual(['a.xlsx', 'b.xlsx'])
  })

  it('tells files of one name apart by their folders', () => {
    for (const unit of ['001', '002']) {
      mkdirSync(join(folder, unit))
      writeFileSync(join(folder, unit, 'return.xlsx'), '')
    }
    expect(givenFiles([folder]).map(({ name }) => name)).toEqual([join('001', 'return.xlsx'), join('002', 'return.xlsx')])
    expect(givenFiles([join(folder, '001', 'return.xlsx')]).map(({ name }) => name)).toEqual(['return.xlsx'])
  })

  it.each([() => givenFiles(['no/such/file']), () => readBytes('no/such/file')])('names a missing file', (attempt) => {
    expect(attempt).toThrow(expect.objectContaining({ code: 'cli/no-such-file', params: { path: 'no/such/file' } }))
  })
})

it('writes local time without a zone', () => expect(localTime(new Date(2005, 1, 3, 4, 5, 6))).toBe('2005-02-03T04:05:06'))
