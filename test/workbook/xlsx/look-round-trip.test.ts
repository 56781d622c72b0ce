/** What was described is what is read: of every workbook that a shipped campaign issues, in both languages. */
import { issue } from '../../../src/app/issue'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { webCompression } from '../../../src/workbook/compression/web'
import type { WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { ALL_SHIPPED, UNITS, shipped, wordsFor } from '../../support/shipped-campaigns'
import { everything } from './everything'
import { lookOf } from './look-of-spec'

const written = (spec: WorkbookSpec) => writeWorkbook(spec, nodeCompression)
const look = (bytes: Uint8Array) => readLook(bytes, { compression: nodeCompression })

const members = ['王建国', '李秀英', '=张伟'].map((name, n) => ({ unit: '002', row: n + 2, values: { name } }))
const groups = [{ id: '第三督导组', name: '第三督导组' }]

const ISSUED = ALL_SHIPPED.flatMap((id) =>
  (['zh', 'en'] as const).flatMap((language) => {
    const campaign = shipped(id)
    const made = issue({ campaign, registry: { units: UNITS, groups }, members, week: 2, words: wordsFor(campaign, language) })
    return [...made].map(({ path, spec }) => [`${id} ${language} ${path}`, spec] as const)
  }),
)

describe('the look of a workbook as issued', () => {
  it('covers office, units and groups', () => expect(ISSUED.length).toBeGreaterThanOrEqual(2 * 2 * 4))

  it.each(ISSUED)('%s', (_path, spec) => {
    const bytes = written(spec)
    const found = look(bytes)
    const wanted = lookOf(spec)
    expect(found.sheets.map(({ name }) => name)).toEqual(readWorkbook(bytes, { compression: nodeCompression }).sheets.map(({ name }) => name))
    // Sheet by sheet, so that what differs can be read.
    found.sheets.forEach((sheet, n) => expect(sheet).toEqual(wanted.sheets[n]))
    expect({ ...found, sheets: found.sheets.length }).toEqual({ ...wanted, sheets: wanted.sheets.length })
    expect(JSON.stringify(found)).not.toMatch(/"value"|王建国/)
  }, 60_000)
})

describe('a description that uses everything', () => {
  it('comes back', () => expect(look(written(everything))).toEqual(lookOf(everything)))

  it('comes back where a browser inflates', () => expect(readLook(written(everything), { compression: webCompression })).toEqual(lookOf(everything)))

  it('is the same again when it is written from what was read', () => {
    const once = look(written(everything))
    expect(look(written(once))).toEqual(once)
  })

  it('shares a style between the cells that have it', () => {
    const [sheet] = look(written(everything)).sheets
    const head = sheet!.rows.find(({ row }) => row === 3)!.cells
    expect(new Set(head.map(({ style }) => style)).size).toBe(1)
  })

  it('leaves out sheets that are not wanted', () => {
    const { sheets } = readLook(written(everything), { compression: nodeCompression, sheets: (name) => name === '空表' })
    expect(sheets.map(({ name }) => name)).toEqual(['空表'])
  })
})
