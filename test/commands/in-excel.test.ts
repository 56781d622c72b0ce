/** The ribbon's buttons on the blank workbook that ships, through the genuine Office.js client. */
import { readFileSync } from 'node:fs'
import { carriedCampaign } from '../../src/app/carried-definition'
import { pressed } from '../../src/commands/buttons'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { nodeCompression } from '../../src/workbook/compression/node'
import { cellAt } from '../../src/workbook/model'
import { benchOf } from '../support/excel/bench'
import { ExcelInMemory } from '../support/excel/excel-in-memory'
import { templatePath } from '../support/shipped-campaigns'

function open(file: string) {
  const bench = benchOf(ExcelInMemory.ofFile(readFileSync(templatePath('learning-mobilization', file))))
  const tools = {
    workbook: bench.workbook,
    clock: { today: () => '2005-03-18', now: () => '2005-03-18T09:30:00' },
    carried: async (book: Parameters<typeof carriedCampaign>[0]) => carriedCampaign(book, nodeCompression),
    words: async () => (language: 'zh' | 'en') => sayFrom(messages, language),
  }
  return { ...bench, press: (name: Parameters<typeof pressed>[0]) => pressed(name, tools, 'en') }
}

describe('the button Check this workbook, in Excel', () => {
  it('takes five round trips: two to read, one to write, two to show', async () => {
    const { press, executor } = open('unit.xlsx')
    await press('checkThisWorkbook')
    expect(executor.roundTrips.map(({ error }) => error)).toEqual(Array(5).fill(undefined))
  })

  it('shows the summary on the cover, where it was written', async () => {
    const { press, excel, shown } = open('unit.xlsx')
    await press('checkThisWorkbook')
    const { sheet, row, column } = shown()
    expect(sheet).toBe('首页')
    const cover = excel.model().sheets.find(({ name }) => name === sheet)
    expect(cover && cellAt(cover, row, column)?.value).toMatch(/^错误\d+条/)
  })

  it('leaves the office workbook as it is, and says why', async () => {
    const { press, excel } = open('office.xlsx')
    const before = excel.model()
    expect(await press('checkThisWorkbook')).toEqual({ language: 'zh', lines: [{ what: messages.zh['check/is-office-workbook'], fix: messages.zh['check/is-office-workbook.fix'] }] })
    expect(excel.model()).toEqual(before)
  })

  it('waits until the cell that is being edited is finished', async () => {
    const { press, person, settled, executor } = open('unit.xlsx')
    let done = false
    person.beginsEditing?.()
    const checking = press('checkThisWorkbook').then(() => (done = true))
    await settled()
    expect(done).toBe(false)
    person.finishesEditing?.()
    await checking
    expect(executor.roundTrips).toHaveLength(5)
  })
})

describe('the button Next problem, in Excel', () => {
  it('goes from place to place and comes back to the first', async () => {
    const { press, shown } = open('unit.xlsx')
    const been: string[] = []
    for (let presses = 0; presses < 40; presses++) {
      await press('nextProblem')
      const { sheet, row, column } = shown()
      const here = `${sheet} ${row} ${column}`
      if (been[0] === here) break
      been.push(here)
    }
    expect(been.length).toBeGreaterThan(1)
    expect(been.length).toBeLessThan(40)
    expect(new Set(been).size).toBe(been.length)
  })

  it('writes once, and then only reads and shows', async () => {
    const { press, executor } = open('unit.xlsx')
    await press('nextProblem')
    const first = executor.roundTrips.length
    await press('nextProblem')
    expect([first, executor.roundTrips.length - first]).toEqual([6, 5])
  })
})
