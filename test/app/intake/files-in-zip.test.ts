import { filesInZip } from '../../../src/app/intake/files-in-zip'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { zipOf, type Entry } from '../../support/zip-package'

const filesOf = (entries: readonly Entry[], name = '第4周.zip') => filesInZip(name, zipOf(entries), nodeCompression)
const text = async (file: { load(): Uint8Array | Promise<Uint8Array> } | undefined) => new TextDecoder().decode(await file?.load())

describe('the files of a zip', () => {
  it('come under its name, with their folders and what is in them', async () => {
    const files = filesOf([
      { name: '党群/', data: '' },
      { name: '党群/U001.xlsx', data: 'one' },
      { name: 'U002.xlsx', data: 'two', method: 0 },
    ])
    expect(files.map(({ name }) => name)).toEqual(['第4周.zip/党群/U001.xlsx', '第4周.zip/U002.xlsx'])
    expect(await Promise.all(files.map(text))).toEqual(['one', 'two'])
  })

  // 党群 in each encoding; programs on Windows write the system's code page and say nothing of it.
  it.each([
    ['GBK', [0xb5, 0xb3, 0xc8, 0xba]],
    ['UTF-8', [0xe5, 0x85, 0x9a, 0xe7, 0xbe, 0xa4]],
  ])('have their names also when they are %s and do not say so', (_, bytes) => {
    const stand = 'X'.repeat(bytes.length)
    const zip = zipOf([{ name: `${stand}.xlsx`, data: 'one', flags: 0 }])
    for (let at = zip.indexOf(stand); at >= 0; at = zip.indexOf(stand)) zip.set(bytes, at)
    expect(filesInZip('a.zip', zip, nodeCompression).map(({ name }) => name)).toEqual(['a.zip/党群.xlsx'])
  })

  it('have their own bytes: one may be handed over without the others', () => {
    const [one, two] = filesOf([{ name: 'a.xlsx', data: 'one', method: 0 }, { name: 'b.xlsx', data: 'two', method: 0 }])
    const bytes = one?.load() as Uint8Array
    expect(bytes.buffer.byteLength).toBe(3)
    expect(bytes.buffer).not.toBe((two?.load() as Uint8Array).buffer)
  })

  it.each([
    ['is none', () => new TextEncoder().encode('not a zip at all, only named like one'), 'file/not-a-workbook'],
    ['would leave its folder', () => zipOf([{ name: '../U001.xlsx', data: 'one' }]), 'file/unsafe-name'],
    ['is cut off', () => zipOf([{ name: 'U001.xlsx', data: 'one' }]).subarray(0, 40), 'file/truncated'],
  ])('are refused when the zip %s', (_, bytes, code) => {
    expect(() => filesInZip('a.zip', bytes(), nodeCompression)).toThrow(expect.objectContaining({ code }))
  })

  it('say for themselves what is wrong with one of them', () => {
    const [locked, whole] = filesOf([{ name: 'a.xlsx', data: 'one', flags: 1 | (1 << 11) }, { name: 'b.xlsx', data: 'two' }])
    expect(() => locked?.load()).toThrow(expect.objectContaining({ code: 'file/encrypted-entry' }))
    expect(whole?.load()).toHaveLength(3)
  })
})
