/** The spreadsheet on the page, as a person handles it. Rows and columns are 1-based. */
import type { Page } from 'playwright-core'
import { address } from '../../../src/domain/returns/address'
import { activeSheet, cellInside, placeOf, type CellInside, type Place } from './grid-inside'
import type { Hands } from './hands'
import { until } from './until'

export interface At {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

export class GridPage {
  private readonly page: Page

  constructor(private readonly hands: Hands) {
    this.page = hands.page
  }

  /** What the box at the left of the formula bar says is selected. */
  selected(): Promise<string> {
    return this.page.locator('[data-u-comp=defined-name] input').inputValue()
  }

  sheet(): Promise<string> {
    return activeSheet(this.page)
  }

  async cell({ sheet, row, column }: At): Promise<CellInside> {
    const cell = await cellInside(this.page, sheet, row, column)
    if (!cell) throw new Error(`no sheet ${sheet}`)
    return cell
  }

  /** Resolves when the cell holds this. */
  async holds(at: At, value: CellInside['value']): Promise<void> {
    await until(async () => (await this.cell(at)).value, (seen) => seen === value, { what: `${JSON.stringify(value)} in ${at.sheet} ${address(at.row, at.column)}` })
  }

  /** Resolves when this cell is selected; a merged one goes by its first cell. */
  async isAt({ sheet, row, column }: At): Promise<void> {
    await until(async () => [await this.sheet(), (await this.selected()).split(':')[0]].join(' '), (seen) => seen === `${sheet} ${address(row, column)}`, { what: `${sheet} ${address(row, column)} to be selected` })
  }

  /** Selects a cell, wherever it is. */
  async goTo(at: At): Promise<void> {
    await this.toSheet(at.sheet)
    if (this.hands.way === 'mouse') await this.click(at.row, at.column)
    else await this.walkTo(at.row, at.column)
    await this.isAt(at)
  }

  async toSheet(name: string): Promise<void> {
    const { page, hands } = this
    if ((await this.sheet()) === name) return
    if (hands.way === 'mouse') {
      await page.locator('[data-u-comp=slide-tab-item]', { hasText: new RegExp(`^\\s*${escaped(name)}\\s*$`) }).click()
      return void (await until(() => this.sheet(), (seen) => seen === name))
    }
    await hands.toPart('grid')
    for (const key of ['Control+Alt+PageDown', 'Control+Alt+PageUp']) {
      for (let before = ''; before !== (await this.sheet()); ) {
        before = await this.sheet()
        if (before === name) return
        await page.keyboard.press(key)
        // The last sheet stays: then it is the other way.
        await until(() => this.sheet(), (seen) => seen !== before, { timeout: 1000 }).catch(() => {})
      }
    }
    throw new Error(`no key leads to sheet ${name}`)
  }

  /** Types into the selected cell, and leaves it by Enter. */
  async type(text: string): Promise<void> {
    if (this.hands.way === 'keyboard') await this.hands.toPart('grid')
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  /** Clicks a cell of the sheet that is shown, after scrolling to it. */
  async click(row: number, column: number, button: 'left' | 'right' = 'left'): Promise<void> {
    const { x, y, width, height } = await this.seen(row, column)
    await this.page.mouse.click(x + Math.min(width / 2, 30), y + height / 2, { button })
  }

  /** Clicks the arrow of a cell with a list, at its right. */
  async clickArrow(row: number, column: number): Promise<void> {
    const { x, y, width, height } = await this.seen(row, column)
    await this.page.mouse.click(x + width - 10, y + height / 2)
  }

  /** Where a cell is, after scrolling by the wheel until it is seen. */
  private async seen(row: number, column: number): Promise<Place> {
    const { page } = this
    const canvas = await page.locator('canvas[id^=univer-sheet-main-canvas]').boundingBox()
    if (!canvas) throw new Error('the spreadsheet is not drawn')
    for (let turn = 0; turn < 60; turn++) {
      const place = await placeOf(page, row, column)
      const past = (from: number, length: number, start: number, room: number) => (from < start ? from - start : from + Math.min(length, room) > start + room ? from + Math.min(length, room) - start - room : 0)
      // Headings take the first pixels, scroll bars the last.
      const right = past(place.x, place.width, canvas.x + 46, canvas.width - 60)
      const down = past(place.y, place.height, canvas.y + 20, canvas.height - 40)
      if (right === 0 && down === 0) return place
      await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height - 60)
      await page.mouse.wheel(right, down)
      await until(() => placeOf(page, row, column), (now) => now.x !== place.x || now.y !== place.y, { timeout: 2000 }).catch(() => {})
    }
    throw new Error(`${address(row, column)} cannot be scrolled to`)
  }

  /** By the arrow keys, from wherever the selection is. */
  private async walkTo(row: number, column: number): Promise<void> {
    await this.hands.toPart('grid')
    for (let step = 0; step < 400; step++) {
      const now = await this.selected()
      const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)/.exec(now) ?? []
      const [right, down] = [column - [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row - Number(digits)]
      if (right === 0 && down === 0) return
      await this.page.keyboard.press(down > 0 ? 'ArrowDown' : down < 0 ? 'ArrowUp' : right > 0 ? 'ArrowRight' : 'ArrowLeft')
      await until(() => this.selected(), (seen) => seen !== now, { timeout: 2000 })
    }
    throw new Error(`no way to ${address(row, column)} by arrow keys`)
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
