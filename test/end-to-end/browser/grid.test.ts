/** What people do in the cells of an issued workbook, each thing by mouse and by keyboard. */
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { WorkbookSpec } from '../../../src/workbook/spec'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import type { At } from '../../support/browser/grid-page'
import { WAYS, type Way } from '../../support/browser/hands'
import { until } from '../../support/browser/until'
import { withWorkbench } from '../../support/browser/with-workbench'
import type { WorkbenchPage } from '../../support/browser/workbench-page'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(180_000)

/** Places in the unit's workbook of the learning campaign. */
const MEMBERS = '党员名册'
const LECTURES = '两课两会'
const at = (sheet: string, row: number, column: number): At => ({ sheet, row, column })
/** The tenth lecture: the first row that nobody filled in. */
const FREE_ROW = 14
/** The first and the last lecture, by date. */
const [FIRST_ROW, LAST_ROW] = [5, 13]
const COLUMNS = { number: 1, kind: 2, date: 3, topic: 4, guest: 6, attended: 7, result: 8 }

describeWith('chromium', 'in the cells of an issued workbook', () => {
  const workbench = withWorkbench()

  describe.each(WAYS)('by %s', (way) => {
    it('a choice is taken from the list of a cell, and anything else is refused in the words of the workbook', async () => {
      const bench = await returnBy(way)
      const category = at(MEMBERS, 4, 3)
      await bench.grid.goTo(category)
      await chooseInList(bench, category, '体弱')
      const chosen = (await bench.grid.cell(category)).value
      expect(chosen).toContain('体弱')
      expect(await bench.saveState()).toBe(bench.say('workbench/save-unsaved'))

      await bench.grid.goTo(category)
      await bench.grid.type('董事长')
      expect((await bench.refusal()).join(' ')).toContain('这一项只能从下拉列表中选择：点单元格右侧的箭头。')
      await bench.grid.holds(category, chosen)
    })

    it('a locked cell stays as it is, and a message says so', async () => {
      const bench = await returnBy(way)
      const number = at(MEMBERS, 4, 1)
      await bench.grid.goTo(number)
      await bench.grid.type('9')
      expect(await bench.refusal()).toEqual([bench.say('grid/locked', { cell: 'A4' })])
      await bench.grid.holds(number, 1)
      expect(await bench.saveState()).toBe(bench.say('workbench/save-unchanged'))
    })

    it('numbers and dates beyond the limits of a cell are refused in the words of the workbook', async () => {
      const bench = await workbench.begin({ way })
      await bench.openFile({ name: 'limits.xlsx', mimeType: '', buffer: Buffer.from(writeWorkbook(LIMITS, nodeCompression)) })
      for (const [row, wrong, right] of [[1, '24.5', '24'], [2, '2005-06-31', '2005-06-30']] as const) {
        const cell = at('Limits', row, 2)
        await bench.grid.goTo(cell)
        await bench.grid.type(wrong)
        expect(await bench.refusal()).toEqual([`Title ${row}`, `Text ${row}`, bench.say('grid/not-allowed', { cell: `B${row}` })])
        await bench.grid.holds(cell, null)
        await bench.grid.goTo(cell)
        await bench.grid.type(right)
        await bench.grid.holds(cell, row === 1 ? 24 : 38533)
      }
    })

    it('text in a text cell stays as it was typed, and can be undone and done again', async () => {
      const bench = await returnBy(way)
      const remark = at(MEMBERS, 4, 6)
      await bench.grid.goTo(remark)
      await bench.grid.type('007')
      await bench.grid.holds(remark, '007')
      expect((await bench.grid.cell(remark)).type).toBe(1)
      await step(bench, 'undo')
      await bench.grid.holds(remark, null)
      await step(bench, 'redo')
      await bench.grid.holds(remark, '007')
    })

    it('a dirty block from the clipboard fills the open cells it covers, leaves the locked ones, and says so; the check takes it as it is meant', async () => {
      const bench = await returnBy(way)
      await bench.check()
      const before = await bench.counts()
      await bench.grid.goTo(at(LECTURES, FREE_ROW, COLUMNS.number))
      await paste(bench, '99\t党课 \t2005年3月16日\t保持共产党员先进性\t\t 党校讲师\t１２０\r\n100\t辅导课\t2005/3/17\t坚持立党为公，执政为民\t\t党校讲师\t 1,080 \r\n')
      expect(await bench.refusal()).toEqual([bench.say('grid/pasted-partly', { written: 10, left: 2 })])
      await bench.grid.holds(at(LECTURES, FREE_ROW, COLUMNS.number), 10)
      await bench.grid.holds(at(LECTURES, FREE_ROW, COLUMNS.date), 38427)
      await bench.grid.holds(at(LECTURES, FREE_ROW + 1, COLUMNS.date), 38428)
      await bench.grid.holds(at(LECTURES, FREE_ROW + 1, COLUMNS.attended), 1080)
      await bench.check()
      expect((await bench.counts()).error).toBe(before.error)
    })

    it('totals follow what is typed', async () => {
      const bench = await returnBy(way)
      const total = at(LECTURES, 3, COLUMNS.attended)
      const before = Number((await bench.grid.cell(total)).value)
      await bench.grid.goTo(at(LECTURES, FREE_ROW, COLUMNS.attended))
      await bench.grid.type('1000')
      await bench.grid.holds(total, before + 1000)
    })

    it('after a check, sorted rows take their marks and results along; running numbers stay', async () => {
      const bench = await returnBy(way)
      await bench.check()
      const result = (row: number) => bench.grid.cell(at(LECTURES, row, COLUMNS.result)).then(({ value }) => value)
      const [first, last] = [await result(FIRST_ROW), await result(LAST_ROW)]
      expect(last).toMatch(/到会人数/)
      expect(first).not.toBe(last)
      const before = await bench.counts()

      await bench.grid.goTo(at(LECTURES, FIRST_ROW, COLUMNS.date))
      await bench.hands.press(bench.button('workbench/sort-descending'))
      await bench.grid.holds(at(LECTURES, FIRST_ROW, COLUMNS.attended), 88.5)
      expect(await result(FIRST_ROW)).toBe(last)
      expect(await result(LAST_ROW)).toBe(first)
      await bench.grid.holds(at(LECTURES, FIRST_ROW, COLUMNS.number), 1)
      await bench.check()
      expect(await bench.counts()).toEqual(before)
      expect(await result(FIRST_ROW)).toBe(last)
    })
  })

  it('rows of a fixed order are not sorted, and a message says why', async () => {
    const bench = await returnBy('mouse')
    await bench.grid.goTo(at(MEMBERS, 5, 2))
    await bench.hands.press(bench.button('workbench/sort-ascending'))
    expect(await bench.refusal()).toEqual([bench.say('grid/no-sort', { sheet: MEMBERS })])
  })

  it('a name is found by Ctrl+F, on the sheet where it is', async () => {
    const bench = await returnBy('keyboard')
    await bench.grid.goTo(at(MEMBERS, 4, 3))
    const wanted = String((await bench.grid.cell(at(MEMBERS, 12, 2))).value)
    const field = bench.page.getByPlaceholder('输入查找内容')
    // The spreadsheet makes its search a few seconds after the workbook is there.
    await until(async () => {
      await bench.page.keyboard.press('Control+f')
      return field.evaluateAll((fields) => fields.some((one) => one === document.activeElement))
    }, (isThere) => isThere)
    await bench.page.keyboard.type(wanted)
    // A hidden column holds the name too.
    const pager = bench.page.locator('[data-u-comp=pager] span')
    await pager.waitFor()
    while ((await pager.innerText()) !== '1/2') {
      const before = await pager.innerText()
      await bench.page.keyboard.press('Enter')
      await until(() => pager.innerText(), (now) => now !== before)
    }
    await bench.page.keyboard.press('Escape')
    await bench.grid.isAt(at(MEMBERS, 12, 2))
  })

  async function returnBy(way: Way): Promise<WorkbenchPage> {
    const bench = await workbench.begin({ way, now: '2005-03-20T10:00:00' })
    await bench.openSample('unit-with-faults')
    return bench
  }
})

async function chooseInList(bench: WorkbenchPage, { row, column }: At, words: string): Promise<void> {
  const option = bench.page.locator('.muster-choice [role=option]', { hasText: words }).first()
  if (bench.hands.way === 'mouse') {
    await bench.grid.clickArrow(row, column)
    await option.click()
  } else {
    await bench.page.keyboard.press('Alt+ArrowDown')
    await option.waitFor()
    await bench.page.keyboard.type(words)
    await bench.page.keyboard.press('Enter')
  }
  await option.waitFor({ state: 'detached' })
}

async function step(bench: WorkbenchPage, which: 'undo' | 'redo'): Promise<void> {
  if (bench.hands.way === 'mouse') await bench.button(`workbench/${which}`).first().click()
  else await bench.page.keyboard.press(which === 'undo' ? 'Control+z' : 'Control+y')
}

/** From the real clipboard, at the selected cell. */
async function paste(bench: WorkbenchPage, text: string): Promise<void> {
  await bench.page.evaluate((block) => navigator.clipboard.writeText(block), text)
  await until(() => bench.page.evaluate(() => navigator.clipboard.readText()), (held) => held.startsWith(text.slice(0, 5)))
  if (bench.hands.way === 'keyboard') return bench.page.keyboard.press('Control+v')
  const [, row = '1'] = /(\d+)/.exec(await bench.grid.selected()) ?? []
  await bench.grid.click(Number(row), 1, 'right')
  await bench.page.locator('.univer-popup').getByRole('button', { name: '粘贴' }).click()
}

const LIMITS: WorkbookSpec = {
  title: 'Limits',
  author: '',
  font: { name: 'Calibri', size: 11 },
  names: [],
  sheets: [
    {
      name: 'Limits',
      columns: [{ width: 20 }, { width: 20 }],
      rows: [
        { row: 1, cells: [{ column: 1, value: 'Hours' }] },
        { row: 2, cells: [{ column: 1, value: 'Day' }, { column: 2, style: { format: 'yyyy-mm-dd' } }] },
      ],
      validations: [
        { area: { top: 1, bottom: 1, left: 2, right: 2 }, rule: { kind: 'whole', min: 0, max: 24 }, error: { title: 'Title 1', text: 'Text 1' } },
        { area: { top: 2, bottom: 2, left: 2, right: 2 }, rule: { kind: 'date', min: 38353, max: 38717 }, error: { title: 'Title 2', text: 'Text 2' } },
      ],
    },
  ],
}
