import { carriedCampaign, packDefinition } from '../../src/app/carried-definition'
import { HostTrouble } from '../../src/app/open-workbook'
import { checkThisWorkbook, goToNextProblem, type ButtonTools } from '../../src/app/ribbon-buttons'
import { whereOf } from '../../src/domain/returns/finding-text'
import { IDENTITY_KEYS, definitionPairs } from '../../src/domain/returns/identity'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { nodeCompression } from '../../src/workbook/compression/node'
import { cellAt, type Sheet, type Workbook } from '../../src/workbook/model'
import { OpenInMemory } from '../support/open-in-memory'
import { sheetFrom } from '../support/sheet'
import { IDENTITY, study, studyBook, TALKS, type StudySheets } from '../support/study-campaign'

/** The identity sheet with other or further pairs. */
function identity(pairs: Readonly<Record<string, string>>): Sheet {
  const known = IDENTITY.rows.filter(({ cells }) => !(String(cells[0]?.value) in pairs))
  const top = Math.max(...IDENTITY.rows.map(({ row }) => row)) + 1
  const added = Object.entries(pairs).map(([key, value], index) => ({ row: top + index, cells: [{ column: 1, value: key }, { column: 2, value }] }))
  return { ...IDENTITY, rows: [...known, ...added] }
}

const packed = Object.fromEntries(definitionPairs(packDefinition(study.definition, nodeCompression)))

function issued(sheets: StudySheets = {}, pairs: Readonly<Record<string, string>> = packed): Workbook {
  const book = studyBook(sheets)
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === IDENTITY.name ? identity(pairs) : sheet)) }
}

function desk(book: Workbook, today = '2005-03-04'): ButtonTools & { readonly workbook: OpenInMemory } {
  return {
    workbook: new OpenInMemory(book),
    clock: { today: () => today, now: () => `${today}T09:30:00` },
    carried: async (read) => carriedCampaign(read, nodeCompression),
    words: async () => (language) => sayFrom(messages, language),
  }
}

/** Two findings: a date that is none at 党课 B5, and too few hours at 学习考勤 H7. */
const FAULTY = { talks: sheetFrom('党课', TALKS.replace('2005-03-02', '待定')) }
const cell = (book: Workbook, sheet: string, row: number, column: number) => cellAt(book.sheets.find(({ name }) => name === sheet) as Sheet, row, column)?.value
const shown = ({ workbook }: ReturnType<typeof desk>) => workbook.revealed.map((spot) => `${spot.sheet} ${whereOf(spot)}`)

describe('the button Check this workbook', () => {
  it('writes what is wrong into the sheets and shows the summary on the cover', async () => {
    const tools = desk(issued(FAULTY))
    expect(await checkThisWorkbook(tools)).toBeUndefined()
    expect(cell(tools.workbook.book, '党课', 5, 8)).toBe('|2:e|')
    expect(cell(tools.workbook.book, '封面', 6, 2)).toContain('错误2条')
    expect(shown(tools)).toEqual(['封面 B6'])
    expect([tools.workbook.snapshots, tools.workbook.patches.length]).toEqual([1, 1])
  })

  it('speaks the language of the workbook', async () => {
    const tools = desk(issued(FAULTY, { ...packed, [IDENTITY_KEYS.language]: 'en' }))
    await checkThisWorkbook(tools)
    expect(cell(tools.workbook.book, '封面', 6, 2)).toContain('2 errors')
  })

  it('says in words what no sheet can show', async () => {
    const message = await checkThisWorkbook(desk(issued({ talks: null })))
    expect(message).toMatchObject({ language: 'zh', lines: [{ what: expect.stringContaining('党课') }] })
  })

  it('gives the summary in words when the cover has lost its cell', async () => {
    const tools = desk(issued({ ...FAULTY, names: { muster_result_text: undefined } }))
    expect((await checkThisWorkbook(tools))?.lines[0]?.what).toContain('错误2条')
    expect(shown(tools)).toEqual([])
  })

  it.each([
    ['a workbook that nobody issued', { ...studyBook(), sheets: [sheetFrom('Sheet1', '| 1 |')], names: [] }, 'check/not-a-return'],
    ['the office workbook', issued({}, { ...packed, [IDENTITY_KEYS.kind]: 'office' }), 'check/is-office-workbook'],
    ['damaged rules', issued({}, { 'definition.1': '!!' }), 'check/damaged-rules'],
    ['rules with mistakes', issued({}, { 'definition.1': packDefinition({ ...study.definition, units: {} }, nodeCompression) }), 'check/mistaken-rules'],
  ])('checks nothing in %s, and writes nothing', async (_, book, code) => {
    const tools = desk(book)
    await expect(checkThisWorkbook(tools)).rejects.toMatchObject({ code })
    expect(tools.workbook.patches).toEqual([])
  })

  it('passes on what keeps the workbook from being read', async () => {
    const tools = desk(issued())
    tools.workbook.trouble = new HostTrouble('host/editing')
    await expect(checkThisWorkbook(tools)).rejects.toMatchObject({ code: 'host/editing' })
  })
})

describe('the button Next problem', () => {
  it('goes from one to the next and round again', async () => {
    const tools = desk(issued(FAULTY))
    for (let press = 0; press < 3; press++) expect(await goToNextProblem(tools)).toBeUndefined()
    expect(shown(tools)).toEqual(['学习考勤 H7', '党课 B5', '学习考勤 H7'])
  })

  it('writes results when they are not up to date, and only then', async () => {
    const tools = desk(issued(FAULTY))
    await goToNextProblem(tools)
    await goToNextProblem(tools)
    expect(tools.workbook.patches).toHaveLength(1)
    tools.workbook.edit('党课', { row: 5, column: 2, value: '2005-03-02' })
    await goToNextProblem(tools)
    expect(tools.workbook.patches).toHaveLength(2)
    expect(cell(tools.workbook.book, '党课', 5, 8)).toBeUndefined()
  })

  it('judges anew on another day', async () => {
    const book = issued(FAULTY)
    const tools = desk(book)
    await goToNextProblem(tools)
    const later = desk(tools.workbook.book, '2005-03-05')
    await goToNextProblem(later)
    expect(later.workbook.patches).toHaveLength(1)
  })

  it('shows the cover when all is well', async () => {
    const attendance = sheetFrom('学习考勤', studyTableWithAllHours())
    const tools = desk(issued({ attendance }))
    expect(await goToNextProblem(tools)).toBeUndefined()
    expect(shown(tools)).toEqual(['封面 B6'])
    expect(cell(tools.workbook.book, '封面', 6, 2)).toBe('校验通过，未发现问题。')
  })

  it('says what is wrong where no row can: at a heading', async () => {
    const tools = desk(issued({ talks: sheetFrom('党课', TALKS.replace('| 人数 |', '| 到场 |')) }))
    const messages = [await goToNextProblem(tools), await goToNextProblem(tools)]
    const told = messages.flatMap((message) => message?.lines.map(({ what }) => what) ?? [])
    expect(told.some((line) => line.includes('人数'))).toBe(true)
  })
})

/** The register with nobody short of hours. */
function studyTableWithAllHours(): string {
  return `
  | 学习考勤   |         |             |      |             |      |          |      |          |          |
  | 每日填写。 |         |             |      |             |      |          |      |          |          |
  | 合计       |         | =16         |      | =16         |      | =        | =32  |          |          |
  |            |         | 2月21日 周一 | ~    | 2月22日 周二 | ~    |          |      |          |          |
  | 序号       | 姓名    | 学时        | 迟到 | 学时        | 迟到 | 补课学时 | 合计 | 校验结果 | 校验标记 |
  | 1          | =王芳   | 8           | 否   | 8           | 否   |          | =16  |          |          |
  | 2          | =李建国 | 8           |      | 8           |      |          | =16  |          |          |
`
}
