import { parseRegistry } from '../../../src/domain/registry/parse-registry'
import { REGISTRY_CODES } from '../../../src/domain/registry/registry-report'
import { messages } from '../../../src/messages/messages'
import { shipped } from '../../support/shipped-campaigns'
import { sheetFrom } from '../../support/sheet'

const { definition } = shipped('learning-mobilization')

function parse(units: string, members?: string) {
  return parseRegistry([sheetFrom('单位名册', units), ...(members ? [sheetFrom('党员名单', members)] : [])], definition, 'zh')
}

/** `code severity row:column` */
const said = (reading: ReturnType<typeof parse>): string[] => reading.findings.map(({ code, severity, row, column }) => [code, severity, row && `${row}:${column}`].filter(Boolean).join(' '))

describe('a registry', () => {
  it('is read by its headings, wherever they stand', () => {
    const reading = parse(`
      | 全市参学单位名册 |            |              |          |          |        |              |
      | 党员 人数        | 单位名称   | 单位编号     | 所属系统 | 联络员   | 电话   | 督导组       |
      | 12               | 市图书馆   | '001         | 文教卫   | 周敏     | '0734  | 第三督导组   |
      | '３４人          | 市教育局   | '002         | 文教卫   |          |        | 第三督导组   |
    `)
    expect(said(reading)).toEqual([])
    expect(reading.registry.units).toEqual([
      { id: '001', name: '市图书馆', system: '文教卫', headcount: 12, liaison: '周敏', phone: '0734', group: '第三督导组' },
      { id: '002', name: '市教育局', system: '文教卫', headcount: 34, liaison: '', phone: '', group: '第三督导组' },
    ])
    expect(reading.registry.groups).toEqual([{ id: '第三督导组', name: '第三督导组' }])
  })

  it('is read in English, and in the terms of another campaign', () => {
    const sheet = sheetFrom('Sites', `
      | Site id | Site name | Region | Headcount | Contact | Phone |
      | N-1     | Harbour   | North  | 120       | Kim     | '007  |
    `)
    const { registry, findings } = parseRegistry([sheet], shipped('safety-month').definition, 'en')
    expect(findings).toEqual([])
    expect(registry.units).toEqual([{ id: 'N-1', name: 'Harbour', system: 'North', headcount: 120, liaison: 'Kim', phone: '007', group: '' }])
  })

  it.each([
    ["| '1 | 甲 |  | 5 |", 'registry/blank error 2:3'],
    ["| '1 |  | 文教 | 5 |", 'registry/blank error 2:2'],
    ['|  | 甲 | 文教 | 5 |', 'registry/blank error 2:1'],
    ["| '1 | 甲 | 文教 |  |", 'registry/blank error 2:4'],
    ["| '1 | 甲 | 文教 | 0 |", 'registry/headcount error 2:4'],
    ["| '1 | 甲 | 文教 | 3.5 |", 'registry/headcount error 2:4'],
    ["| '1 | 甲 | 文教 | 若干 |", 'registry/headcount error 2:4'],
    ["| '1 | #N/A | 文教 | 5 |", 'registry/error-value error 2:2'],
    ["| '1 | '=HYPERLINK(1) | 文教 | 5 |", 'registry/formula-text warning 2:2'],
    ["| '1 | '@甲 | 文教 | 5 |", 'registry/formula-text warning 2:2'],
  ])('%s: %s', (row, finding) => {
    const reading = parse(`| 单位编号 | 单位名称 | 系统 | 党员人数 |\n${row}`)
    expect(said(reading)).toEqual([finding])
    expect(reading.registry.units).toHaveLength(finding.includes('error') ? 0 : 1)
  })

  it('takes a plus sign before a phone number for what it is', () =>
    expect(said(parse("| 单位编号 | 单位名称 | 系统 | 党员人数 | 电话 |\n| '1 | 甲 | 文教 | 5 | '+86 734 433 |"))).toEqual([]))

  it('has each unit once', () => {
    const reading = parse(`
      | 单位编号 | 单位名称 | 系统 | 党员人数 |
      | '1       | 甲局     | 文教 | 5        |
      | '1       | 乙局     | 文教 | 6        |
      | '2       | 甲 局    | 农林 | 7        |
    `)
    expect(said(reading)).toEqual(['registry/duplicate-id error 3:1', 'registry/duplicate-name warning 4:2'])
    expect(reading.registry.units.map(({ id, name }) => `${id} ${name}`)).toEqual(['1 甲局', '2 甲 局'])
  })

  it('accounts for every row', () => {
    const { rows } = parse(`
      | 单位编号 | 单位名称 | 系统 | 党员人数 | 备注 |
      | '1       | 甲局     | 文教 | 5        |      |
      |          |          |      |          | 空行 |
      |          | 乙局     | 文教 | 6        |      |
    `)
    expect(rows.units).toEqual({ read: 3, accepted: 1, rejected: 1, blank: 1 })
  })

  it('says which columns it does not use and which occur twice', () =>
    expect(said(parse("| 单位编号 | 单位名称 | 系统 | 党员人数 | 备注 | 电话 | 联系电话 |\n| '1 | 甲 | 文教 | 5 | | | |"))).toEqual(['registry/column-unused query 1:5', 'registry/column-duplicated warning 1:7']))

  it.each([
    ['| 甲 | 乙 |', 'registry/no-units'],
    ['| 单位编号 | 单位名称 | 党员人数 |', 'registry/column-missing'],
    ['| 单位编号 | 单位名称 | 系统 | 党员人数 |', 'registry/no-rows'],
  ])('%s: %s', (table, code) => {
    const reading = parse(table)
    expect(reading.findings.map((finding) => finding.code)).toEqual([code])
    expect(reading.registry.units).toEqual([])
  })

  it('knows the systems where the definition lists them', () => {
    const systems = { title: { zh: '系统', en: 'Systems' }, items: { culture: { zh: '文教', en: 'Culture' } } }
    const sheet = sheetFrom('单位', "| 单位编号 | 单位名称 | 系统 | 党员人数 |\n| '1 | 甲 | 文教 | 5 |\n| '2 | 乙 | 文叫 | 5 |")
    const { findings } = parseRegistry([sheet], { ...definition, lists: { ...definition.lists, systems } }, 'zh')
    expect(findings.map(({ code, row }) => `${code} ${row}`)).toEqual(['registry/unknown-system 3'])
  })
})

describe('the members of a registry', () => {
  const UNITS = `
    | 单位编号 | 单位名称 | 系统 | 党员人数 |
    | '001     | 甲局     | 文教 | 2        |
    | '002     | 乙局     | 文教 | 2        |
  `

  it('come from another sheet, by the headings of the roster', () => {
    const reading = parse(UNITS, `
      | 单位编号 | 姓名 | 党员类别 | 中途转入日期 |
      | '001     | 王芳 | 在岗     | 2005-03-01   |
      | '001     | 李明 |          | '2005.3.1    |
    `)
    expect(said(reading)).toEqual([])
    expect(reading.members.map(({ unit, row, values }) => [unit, row, values['name']])).toEqual([['001', 2, '王芳'], ['001', 3, '李明']])
    // A date typed as text comes out as the date it is.
    expect(new Set(reading.members.map(({ values }) => Object.values(values).find((value) => typeof value === 'number')))).toEqual(new Set([38412]))
  })

  it('belong to a unit that is registered, have a name, and are as many as its headcount', () => {
    const reading = parse(UNITS, `
      | 单位编号 | 姓名 |
      | '009     | 王芳 |
      | '001     | 李明 |
      | '001     | 李明 |
      | '002     |      |
      |          |      |
      | '002     | 张伟 |
    `)
    expect(said(reading)).toEqual(['registry/unknown-unit error 2:1', 'registry/duplicate-member query 4:2', 'registry/member-without-name error 5:2', 'registry/member-count query'])
    expect(reading.rows.members).toEqual({ read: 5, accepted: 3, rejected: 2, blank: 0 })
  })
})

describe('what is wrong with a registry', () => {
  it('has words and a remedy for every code', () => {
    const keys = Object.keys(REGISTRY_CODES).flatMap((code) => [code, `${code}.fix`])
    expect(keys.filter((key) => !(key in messages.zh) || !(key in messages.en))).toEqual([])
  })
})
