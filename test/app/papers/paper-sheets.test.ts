/** Papers as sheets: all that the document says, on pages of its size, in sheets that Excel takes. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paperSheets } from '../../../src/app/papers/paper-sheets'
import { papersFor, type Paper, type PapersOptions } from '../../../src/app/papers/papers-for'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Sheet, Workbook } from '../../../src/workbook/model'
import type { SheetSpec, WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { CASTS, officeState, optionsFor, sayIn } from '../../reports/papers/small-ranking'
import { edited, linesOf } from '../../reports/papers/word-text'
import { convert, describeWith, temporaryFolder } from '../../support/outside-program'
import { shipped, SHIPPED, templatePath, type Shipped } from '../../support/shipped-campaigns'

jest.setTimeout(180_000)

const papersOf = (id: Shipped, more: Partial<PapersOptions> = {}): Paper[] => papersFor({ campaign: shipped(id), state: officeState(shipped(id), CASTS[id]) }, optionsFor(id, more))

interface Made {
  readonly name: string
  readonly about: string
  readonly bytes: Uint8Array
  readonly book: Workbook
  readonly spec: WorkbookSpec
}

async function sheetsOf(id: Shipped, papers: readonly Paper[], by: 'campaign' | 'unit' | 'system' = 'campaign'): Promise<Made[]> {
  const campaign = shipped(id)
  const specs: WorkbookSpec[] = []
  const format = { write: (spec: WorkbookSpec) => (specs.push(spec), writeWorkbook(spec, nodeCompression)) }
  const files = await paperSheets(papers, { by, registry: CASTS[id], week: 4, say: sayIn(campaign.definition.language), campaign, format })
  return files.map((file, i) => ({ ...file, book: readWorkbook(file.bytes, { compression: nodeCompression }), spec: specs[i] as WorkbookSpec }))
}

async function onlySheets(id: Shipped, papers: readonly Paper[]): Promise<Made> {
  const [made, ...others] = await sheetsOf(id, papers)
  expect(others).toEqual([])
  return made as Made
}

/** Breaks in a paragraph are written as strokes by whoever reads the document. */
const dense = (text: string): string => text.replace(/[\s\u3000/]/g, '')
/** What a sheet says, from the left and from the top. */
const textOf = ({ rows }: Sheet): string => dense(rows.flatMap(({ cells }) => cells.map(({ value }) => String(value ?? ''))).join(''))
const documentText = ({ bytes }: Paper): string => dense(linesOf(bytes).join(''))

describe.each(SHIPPED)('%s', (id) => {
  it.each([3, 4])('a sheet for each paper of week %i says all that the document says, in its order', async (week) => {
    const papers = papersOf(id, { week })
    const { book } = await onlySheets(id, papers)
    expect(book.sheets).toHaveLength(papers.length)
    for (const [i, paper] of papers.entries()) expect([paper.name, textOf(book.sheets[i] as Sheet)]).toEqual([paper.name, documentText(paper)])
  })

  it('the same papers give the same bytes', async () => {
    const [first, second] = [await onlySheets(id, papersOf(id)), await onlySheets(id, papersOf(id))]
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
  })

  it('every sheet prints on upright A4, one page wide, from page 1, with the document’s margins', async () => {
    const margins = id === 'learning-mobilization' ? { top: 37, right: 26, bottom: 35, left: 28 } : { top: 25, right: 25, bottom: 25, left: 25, footer: 12 }
    const { spec } = await onlySheets(id, papersOf(id))
    for (const { print, showGridLines } of spec.sheets) {
      expect({ ...print, showGridLines }).toMatchObject({ fitWidth: true, firstPage: 1, margins, showGridLines: false })
      expect(print?.landscape).toBeUndefined()
      expect(print?.footer).toContain('&P')
      expect(print?.header).toBeUndefined()
    }
  })

  it('a draft says so above the letter and on every page', async () => {
    const mark = sayIn(shipped(id).definition.language)('papers/draft-mark')
    const { spec, book } = await onlySheets(id, papersOf(id, { draft: true }))
    spec.sheets.forEach((sheet, i) => {
      expect(sheet.print?.header).toContain(mark)
      expect(sheet.tabColor).toBe('C00000')
      expect(book.sheets[i]?.rows[0]?.cells[0]?.value).toBe(mark)
      // On paper it is in the header: once is enough.
      expect(sheet.print?.area?.top).toBe(2)
    })
  })
})

/** A notice about sixty members: its list goes over several pages. */
function longNotice(): Paper {
  const campaign = shipped('learning-mobilization')
  const state = officeState(campaign, CASTS['learning-mobilization'])
  const entries = state.entries.map((entry) => (entry.week === 4 && entry.unit === 'u3' ? { ...entry, shortfalls: Array.from({ length: 60 }, (_, n) => ({ ...(entry.shortfalls.find(({ measure }) => measure === 'study-notes') as (typeof entry.shortfalls)[number]), subject: `党员${n + 1}` })) } : entry))
  const [paper] = papersFor({ campaign, state: { ...state, entries } }, optionsFor('learning-mobilization', { papers: ['remedial-notice'], draft: true }))
  return paper as Paper
}

describe('a notice of the learning campaign', () => {
  const notice = async (more: Partial<PapersOptions> = {}): Promise<SheetSpec> => (await onlySheets('learning-mobilization', papersOf('learning-mobilization', { papers: ['remedial-notice'], ...more }))).spec.sheets[0] as SheetSpec
  const rowWith = (sheet: SheetSpec, text: string) => {
    const row = sheet.rows.find(({ cells }) => cells.some(({ value }) => String(value ?? '').includes(text)))
    if (!row) throw new Error(`no ${text}`)
    return { ...row, cell: row.cells.find(({ value }) => String(value ?? '').includes(text)) as (typeof row.cells)[number] }
  }

  it('is laid out as an official document', async () => {
    const sheet = await notice()
    const title = rowWith(sheet, '关于组织党员补课的通知')
    expect(title.cell.style).toMatchObject({ font: { size: 22, name: '方正小标宋简体' }, align: { horizontal: 'center' } })
    const addressee = rowWith(sheet, '老干部服务中心：')
    expect([addressee.cell.column, addressee.cell.value, addressee.cell.style?.align?.horizontal]).toEqual([1, '老干部服务中心：', 'left'])
    const body = rowWith(sheet, '经汇总核查')
    expect(body.cell.value).toMatch(/^\u3000\u3000经汇总核查/)
    expect([body.height, body.cell.style?.font?.size]).toEqual([28, 16])
    expect(rowWith(sheet, '2005年3月20日').cell.style?.align?.horizontal).toBe('right')
    expect(sheet.rows.some(({ height, cells }) => height === 2.25 && cells.every(({ style }) => style?.fill === 'C8102E') && cells.length > 0)).toBe(true)
  })

  it('no line is longer than the page is wide, nor begins with a stop', async () => {
    for (const { cells } of (await notice()).rows) {
      for (const { value = '', style } of cells) {
        if (style?.align?.shrink && style.font?.size === 16) expect([...String(value)].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.5 : 1), 0)).toBeLessThanOrEqual(27)
        expect(String(value)).not.toMatch(/^[，。、；：”）》]/)
      }
    }
  })

  it('the annex begins a page, and its heading is on every page of the list', async () => {
    const sheet = (await onlySheets('learning-mobilization', [longNotice()])).spec.sheets[0] as SheetSpec
    const annex = sheet.rows.findLast(({ cells }) => cells.some(({ value }) => value === '附件'))
    const heading = rowWith(sheet, '应补内容')
    expect(sheet.print?.breakBeforeRows).toContain(annex?.row)
    expect(sheet.rows.filter(({ cells }) => cells.some(({ value }) => value === '序号')).map(({ row }) => [row, row])).toContainEqual(sheet.print?.repeatRows)
    expect(heading.height).toBeGreaterThan(15)
  })

  it('what the office wrote into the template is in the sheet', async () => {
    const options = optionsFor('learning-mobilization')
    const template = (file: string) => edited(options.template(file) as Uint8Array, (xml) => xml.replace('不得以抄代学、以会代学', '重在学懂弄通').replace('<w:pgMar w:top="2098"', '<w:pgMar w:top="1134"'))
    const sheet = await notice({ template })
    expect(dense(sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value ?? ''))).join(''))).toContain('请对照名单逐人安排，重在学懂弄通。')
    expect(sheet.print?.margins?.top).toBe(20)
  })
})

describe('what people typed', () => {
  const campaign = shipped('learning-mobilization')
  const state = officeState(campaign, CASTS['learning-mobilization'])
  const named = async (name: string): Promise<Made> => {
    const odd = { ...state, registry: { ...state.registry, units: state.registry.units.map((unit) => (unit.id === 'u3' ? { ...unit, name } : unit)) } }
    return onlySheets('learning-mobilization', papersFor({ campaign, state: odd }, optionsFor('learning-mobilization', { papers: ['report-back', 'key-management'] })))
  }

  it('is text, whatever it begins with', async () => {
    const { book } = await named('=HYPERLINK("http://x","老干部处")')
    const cells = book.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    expect(cells.some(({ value }) => String(value).startsWith('=HYPERLINK'))).toBe(true)
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([])
  })

  it('makes names that Excel takes, whatever units are called', async () => {
    const { book } = await named("'一/二[三]:*?四'老干部服务中心老干部服务中心老干部服务中心老干部服务中心")
    const names = book.sheets.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name))).toEqual([])
    expect(names.filter((name) => name.startsWith('一 二 三'))).toHaveLength(2)
  })
})

it('a workbook for each unit, or for each system', async () => {
  const papers = papersOf('learning-mobilization')
  expect((await sheetsOf('learning-mobilization', papers, 'unit')).map(({ name, book }) => [name, book.sheets.length])).toEqual([['文书 老干部服务中心 第4周.xlsx', 6], ['文书 水利工程处 第4周.xlsx', 3], ['文书 第4周.xlsx', 3], ['文书 组织工作处 第4周.xlsx', 1]])
  expect((await sheetsOf('learning-mobilization', papers, 'system')).map(({ about }) => about)).toEqual(['党群系统', '农林水系统', ''])
})

describeWith('libreoffice', 'printed by LibreOffice', () => {
  const folder = temporaryFolder()

  it.each(SHIPPED)('%s: every page is numbered from 1 in each letter, and the draft’s mark is on all of them', async (id) => {
    const papers = [...papersOf(id, { draft: true }), ...(id === 'learning-mobilization' ? [longNotice()] : [])]
    const { bytes, spec } = await onlySheets(id, papers)
    const file = join(folder.path, `${id}.xlsx`)
    writeFileSync(file, bytes)
    const { stdout } = spawnSync('pdftotext', ['-raw', convert(file, 'pdf', folder.path), '-'], { encoding: 'utf8' })
    const pages = stdout.split('\f').filter((page) => page.trim() !== '').map(dense)
    const mark = dense(sayIn(shipped(id).definition.language)('papers/draft-mark'))
    expect(pages.filter((page) => !page.includes(mark))).toEqual([])
    const first = id === 'learning-mobilization' ? '—1—' : 'Page1of'
    expect(pages.filter((page) => page.includes(first))).toHaveLength(papers.length)
    // Pages end where the sheets say, and nowhere else.
    expect(pages).toHaveLength(spec.sheets.reduce((sum, { print }) => sum + 1 + (print?.breakBeforeRows?.length ?? 0), 0))
    expect(pages.filter((page) => page.includes('序号姓名应补内容')).length).toBeGreaterThanOrEqual(id === 'learning-mobilization' ? 5 : 0)
    const shown = pages.join('')
    const cells = spec.sheets.flatMap(({ rows }) => rows.slice(1).flatMap((row) => row.cells.map(({ value }) => dense(String(value ?? ''))))).filter((text) => text !== '' && text.length < 30)
    expect(cells.length).toBeGreaterThan(100)
    expect(cells.filter((text) => !shown.includes(text))).toEqual([])
  })
})

describeWith('writer', 'set from templates that a word processor has saved', () => {
  const folder = temporaryFolder()

  it.each(SHIPPED)('%s: the same words, on pages of the same size, in the same looks', async (id) => {
    const saved = join(folder.path, id)
    const files = readdirSync(templatePath(id, 'papers')).map((file) => templatePath(id, `papers/${file}`))
    expect(spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${join(folder.path, 'profile')}`, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, ...files], { timeout: 150_000 }).status).toBe(0)
    const own = await onlySheets(id, papersOf(id))
    const theirs = await onlySheets(id, papersOf(id, { template: (file) => new Uint8Array(readFileSync(join(saved, file))) }))
    expect(theirs.book.sheets.map(textOf)).toEqual(own.book.sheets.map(textOf))
    const looks = ({ spec }: Made) => spec.sheets.map(({ print, rows }) => ({
      // The bottom one is what that program takes for its footer.
      margins: [print?.margins?.top, print?.margins?.left, print?.margins?.right].map((mm = 0) => Math.round(mm)),
      title: rows.flatMap(({ cells }) => cells).filter(({ value }) => value !== undefined).slice(0, 6).map(({ style }) => [style?.font?.size, style?.font?.color, style?.align?.horizontal]),
    }))
    expect(looks(theirs)).toEqual(looks(own))
  })
})
