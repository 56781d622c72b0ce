/** A return filled in by another program checks the same as one filled in by the demo. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkWorkbook } from '../../src/app/check'
import type { Workbook } from '../../src/workbook/model'
import { cellAt } from '../../src/workbook/model'
import { nodeCompression } from '../../src/workbook/compression/node'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { makeUp, type MadeUp } from '../app/demo/made-up'
import { convert, describeWith, temporaryFolder } from '../support/outside-program'

const folder = temporaryFolder()
const campaigns = ['learning-mobilization', 'safety-month'] as const
const made = new Map<string, MadeUp>()
beforeAll(async () => {
  for (const id of campaigns) made.set(id, await makeUp(id, { units: 4, weeks: 1 }))
}, 120_000)

const open = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression })

/** Returns of week 1 that can be read at all, with the workbook each was filled into. */
function returnsOf(id: string): { readonly name: string; readonly bytes: Uint8Array; readonly issued: Uint8Array }[] {
  const { files } = made.get(id) as MadeUp
  return [...files].flatMap(([path, bytes]) => {
    const name = path.split('/').at(-1) as string
    const unit = /^\S+/.exec(name)?.[0]
    const issued = [...files].find(([other]) => other.startsWith('issued/') && other.split('/').at(-1)?.startsWith(`${unit} `))?.[1]
    return path.startsWith('returns/week-1/') && issued && readable(bytes) && sameSheets(open(bytes), open(issued)) ? [{ name, bytes, issued }] : []
  })
}

function readable(bytes: Uint8Array): boolean {
  try {
    return open(bytes).sheets.length > 0
  } catch {
    return false
  }
}

/** A fault that removed, renamed or rearranged sheets cannot be typed in by another program. */
const sameSheets = (a: Workbook, b: Workbook) => a.sheets.map(({ name }) => name).join() === b.sheets.map(({ name }) => name).join() && a.sheets.every((sheet, at) => sheet.merges.length === b.sheets[at]?.merges.length)

/** The typed cells of a return: those that differ from the workbook as issued. */
function typed(filled: Workbook, issued: Workbook) {
  return filled.sheets.flatMap((sheet, at) =>
    sheet.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value, formula, date }) => {
        const before = cellAt(issued.sheets[at]!, row, column)
        return value === undefined || formula !== undefined || typeof value === 'object' || before?.value === value ? [] : [[sheet.name, row, column, value, date === true && typeof value === 'number']]
      }),
    ),
  )
}

/** All that a check says, without what depends on the moment. */
function verdict(id: string, bytes: Uint8Array) {
  const { campaign } = made.get(id) as MadeUp
  const { ret, evaluation, findings } = checkWorkbook(open(bytes), { campaign, today: campaign.calendar.weekEnd(1) })
  return {
    findings: findings.map(({ code, severity, sheet, row, column, value, subject }) => ({ code, severity, sheet, row, column, value, subject })),
    measures: evaluation.measures,
    score: evaluation.score,
    rows: ret.rows,
    content: ret.contentHash,
  }
}

describeWith('openpyxl', 'filled in by openpyxl', () => {
  it.each(campaigns)('%s: same findings, measures, score and content', (id) => {
    const returns = returnsOf(id).slice(0, 4)
    expect(returns.length).toBeGreaterThan(1)
    for (const { name, bytes, issued } of returns) {
      const [from, cells, to] = ['issued.xlsx', 'cells.json', 'filled.xlsx'].map((file) => join(folder.path, file)) as [string, string, string]
      writeFileSync(from, issued)
      writeFileSync(cells, JSON.stringify(typed(open(bytes), open(issued))))
      const { status, stderr } = spawnSync('/usr/bin/python3', ['-W', 'ignore', join(__dirname, 'fill_in.py'), from, cells, to], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
      expect({ name, ...verdict(id, readFileSync(to)) }).toEqual({ name, ...verdict(id, bytes) })
    }
  }, 120_000)
})

describeWith('libreoffice', 'opened and saved by LibreOffice', () => {
  it.each(campaigns)('%s: same findings, measures, score and content', (id) => {
    const [first] = returnsOf(id)
    const { name, bytes } = first!
    const from = join(folder.path, `${id}.xlsx`)
    writeFileSync(from, bytes)
    const saved = readFileSync(convert(from, 'xlsx:Calc MS Excel 2007 XML', join(folder.path, id)))
    expect({ name, ...verdict(id, saved) }).toEqual({ name, ...verdict(id, bytes) })
  }, 180_000)
})
