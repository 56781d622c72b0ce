import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { packDefinition } from '../../src/app/carried-definition'
import { fileName } from '../../src/app/file-name'
import { blankWorkbooks, issue, issueCount, type Issued } from '../../src/app/issue'
import { embeddedDefinition } from '../../src/domain/returns/read-identity'
import { nodeCompression } from '../../src/workbook/compression/node'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'
import { partNames, partText } from '../support/package-parts'
import { ALL_SHIPPED, UNITS, shipped, templatePath, wordsFor } from '../support/shipped-campaigns'

const campaign = shipped('learning-mobilization')
const GROUPS = [{ id: '第三督导组', name: '第三督导组' }]
const job = { campaign, registry: { units: UNITS, groups: GROUPS }, words: wordsFor(campaign, 'zh') }
const pathsOf = (issued: Iterable<Issued>): string[] => [...issued].map(({ path }) => path)

describe('issuing', () => {
  it('gives the office, every unit and every group a workbook of their own', () => {
    const issued = [...issue(job)]
    expect(issued.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['office ', 'unit 001', 'unit 002', 'unit 003', 'group 第三督导组'])
    expect(issued).toHaveLength(issueCount(job))
    expect(issued.slice(1).map(({ path }) => path)).toEqual(['单位/001 市图书馆.xlsx', '单位/002 =市教育局.xlsx', '单位/003 卫生局 A_B_ “分局”.xlsx', '督导组/第三督导组.xlsx'])
  })

  it('leaves groups out where the definition has no forms for them', () => {
    const safety = shipped('safety-month')
    const issued = pathsOf(issue({ ...job, campaign: safety, words: wordsFor(safety, 'en') }))
    expect(issued.slice(1)).toEqual(['site/001 市图书馆.xlsx', 'site/002 =市教育局.xlsx', 'site/003 卫生局 A_B_ “分局”.xlsx'])
    expect(issueCount({ campaign: safety, registry: job.registry })).toBe(4)
  })

  it('makes a workbook when it is asked for, not before', () => {
    let asked = 0
    const units = UNITS.map((unit) => ({ ...unit, get liaison() { asked++; return unit.liaison } }))
    const issued = issue({ ...job, registry: { units, groups: [] } })
    issued.next()
    const before = asked
    issued.next()
    expect(asked).toBeGreaterThan(before)
    const afterOne = asked
    issued.next()
    expect(asked).toBeGreaterThan(afterOne)
  })

  it('fills the roster of a unit with its own members', () => {
    const members = [{ unit: '001', row: 2, values: { name: '王芳' } }, { unit: '002', row: 3, values: { name: '李明' } }]
    const texts = [...issue({ ...job, members })].map(({ spec }) => JSON.stringify(spec.sheets))
    expect(texts.slice(1).map((text) => [text.includes('"王芳"'), text.includes('"李明"')])).toEqual([[true, false], [false, true], [false, false], [false, false]])
  })

  it('gives two units whose names are one to Windows two files', () => {
    const units = [{ ...UNITS[0]!, id: 'a1', name: 'Dock' }, { ...UNITS[0]!, id: 'A1', name: 'dock' }, { ...UNITS[0]!, id: 'a1 ', name: 'dock?' }]
    const paths = pathsOf(issue({ ...job, registry: { units, groups: [] } })).slice(1)
    expect(paths).toEqual(['单位/a1 Dock.xlsx', '单位/A1 dock (2).xlsx', '单位/a1 dock_.xlsx'])
  })
})

describe('a file name', () => {
  it.each([
    ['017 市图书馆', '017 市图书馆.xlsx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.xlsx'],
    ['../../etc/passwd', '.._.._etc_passwd.xlsx'],
    ['CON', '_CON.xlsx'],
    ['com1.unit', '_com1.unit.xlsx'],
    ['name. . ', 'name.xlsx'],
    ['', '_.xlsx'],
  ])('%j becomes %j', (wanted, name) => expect(fileName(wanted, '.xlsx')).toBe(name))

  it('is legal everywhere whatever is wanted', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (wanted) => {
        const name = fileName(wanted, '.xlsx')
        // eslint-disable-next-line no-control-regex -- these must not be there
        expect(name).toMatch(/^[^<>:"/\\|?*\u0000-\u001f]+\.xlsx$/)
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[. ]\.xlsx$/)
      }),
    ))
})

describe.each(ALL_SHIPPED)('the blank workbooks shipped with %s', (id) => {
  const shippedCampaign = shipped(id)
  const { language } = shippedCampaign.definition
  const blanks = [...blankWorkbooks(shippedCampaign, wordsFor(shippedCampaign, language))].map(({ path }) => path)

  it.each(blanks)('%s is there and matches the definition (else: npm run templates)', (path) => {
    expect(existsSync(templatePath(id, path))).toBe(true)
    const committed = new Uint8Array(readFileSync(templatePath(id, path)))
    const carried = embeddedDefinition(readWorkbook(committed, { compression: nodeCompression }))
    // Deflate may give other bytes on another platform: the definition is compared as what it says, the rest byte for byte.
    if (carried !== undefined) expect(unpacked(carried)).toEqual(unpacked(packDefinition(shippedCampaign.definition, nodeCompression)))
    const words = { ...wordsFor(shippedCampaign, language), ...(carried !== undefined && { definitionText: carried }) }
    const spec = [...blankWorkbooks(shippedCampaign, words)].find((one) => one.path === path)!.spec
    const made = writeWorkbook(spec, nodeCompression)
    expect(partNames(committed)).toEqual(partNames(made))
    expect(partNames(made).filter((part) => partText(committed, part) !== partText(made, part))).toEqual([])
  })
})

function unpacked(text: string): unknown {
  return JSON.parse(Buffer.from(nodeCompression.inflateRaw(new Uint8Array(Buffer.from(text, 'base64')), 4_000_000)).toString('utf8'))
}
