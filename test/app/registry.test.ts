import { encode } from 'iconv-lite'
import { readRegistry } from '../../src/app/registry'
import { WorkbookError } from '../../src/workbook/error'
import { nodeCompression } from '../../src/workbook/compression/node'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'
import { registryWorkbook } from '../../src/reports/issued/registry-workbook'
import { ALL_SHIPPED, shipped, wordsFor } from '../support/shipped-campaigns'

const CSV = '单位编号,单位名称,系统,党员人数,电话\r\n001,市图书馆,文教卫,12,0734-4332211\r\n'
const { definition } = shipped('learning-mobilization')
const format = { read: (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression }) }
const read = (bytes: Uint8Array, name = 'r.csv') => readRegistry([{ name, bytes }], { definition, language: 'zh', format })

describe('a registry in a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(CSV)],
    ['UTF-8 with a byte order mark', encode(CSV, 'utf8', { addBOM: true })],
    ['GB18030', encode(CSV, 'gb18030')],
    ['UTF-16 as Excel saves Unicode text', encode(CSV.replaceAll(',', '\t'), 'utf16le', { addBOM: true })],
  ])('is read in %s', (_, bytes) => {
    const { registry, findings } = read(bytes)
    expect(findings).toEqual([])
    expect(registry.units).toMatchObject([{ id: '001', name: '市图书馆', headcount: 12, phone: '0734-4332211' }])
  })

  it('says when it can be read in no encoding', () => expect(read(new Uint8Array([0x61, 0xff, 0xff, 0x2c])).findings.map(({ code }) => code)).toContain('registry/encoding'))

  it('says where a quote was left open', () => expect(read(new TextEncoder().encode(`${CSV}002,"市教育局,文教卫,8\r\n`)).findings.map(({ code, row }) => `${code} ${row}`)).toContain('registry/unclosed-quote 3'))

  it('takes members from a second file', () => {
    const members = { name: 'm.csv', bytes: encode('单位编号,姓名\r\n001,王芳\r\n', 'gb18030') }
    expect(readRegistry([{ name: 'r.csv', bytes: encode(CSV, 'gb18030') }, members], { definition, language: 'zh', format }).members).toMatchObject([{ unit: '001', values: { name: '王芳' } }])
  })

  it('leaves a broken workbook to the reader', () => expect(() => read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'r.xlsx')).toThrow(WorkbookError))
})

describe.each(ALL_SHIPPED)('the blank registry of %s', (id) => {
  it.each(['zh', 'en'] as const)('in %s has the headings that are read, and nothing else', (language) => {
    const campaign = shipped(id)
    const bytes = writeWorkbook(registryWorkbook(campaign, wordsFor(campaign, language)), nodeCompression)
    const { findings, rows } = readRegistry([{ name: 'registry.xlsx', bytes }], { definition: campaign.definition, language, format })
    expect(findings.map(({ code }) => code)).toEqual(['registry/no-rows'])
    expect(rows.units.read).toBe(0)
  })
})
