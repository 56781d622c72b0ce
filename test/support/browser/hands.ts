/**
 * The two ways in which people work on the page. A journey is written once and gone by both: by mouse, and by keyboard
 * alone, where every control has to be reached as its reader reaches it.
 */
import type { Locator, Page } from 'playwright-core'

export const WAYS = ['mouse', 'keyboard'] as const
export type Way = (typeof WAYS)[number]

/** More presses of Tab than any view has controls. */
const FAR = 250

export class Hands {
  constructor(
    readonly page: Page,
    readonly way: Way,
  ) {}

  /** Presses a button, a link, a tab or a box to tick. */
  async press(control: Locator): Promise<void> {
    await control.waitFor({ state: 'visible' })
    if (this.way === 'mouse') return control.click()
    await this.reach(control)
    const isBox = await control.evaluate((element) => element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type))
    await this.page.keyboard.press(isBox ? 'Space' : 'Enter')
  }

  /** Chooses in a list of the page (`<select>`), by the words of an option. */
  async choose(control: Locator, option: string): Promise<void> {
    if (this.way === 'keyboard') await this.reach(control)
    await control.selectOption({ label: option })
  }

  /** Puts the keyboard on a control: F6 to its part of the page, then Tab; inside a list of tabs, the arrow. */
  async reach(control: Locator): Promise<void> {
    const { keyboard } = this.page
    const part = await control.evaluate((element) => element.closest('[data-part]')?.getAttribute('data-part') ?? null)
    if (part !== null) await this.toPart(part)
    for (let press = 0; press < FAR; press++) {
      const at = await control.evaluate((element) => {
        if (element === document.activeElement) return 'there'
        const list = element.closest('[role=tablist]')
        const other = document.activeElement
        if (!other || !list?.contains(other) || other.getAttribute('role') !== 'tab') return 'elsewhere'
        return other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before it' : 'after it'
      })
      if (at === 'there') return
      await keyboard.press(at === 'before it' ? 'ArrowRight' : at === 'after it' ? 'ArrowLeft' : 'Tab')
    }
    throw new Error(`no key leads to ${String(control)}`)
  }

  /** Between the parts of the workbook's view goes F6; in the start view there is one. */
  async toPart(part: string): Promise<void> {
    for (let press = 0; press < 8; press++) {
      const isThere = await this.page.evaluate((name) => {
        const parts = [...document.querySelectorAll('[data-part]')]
        return parts.length === 1 || document.activeElement?.closest('[data-part]')?.getAttribute('data-part') === name
      }, part)
      if (isThere) return
      await this.page.keyboard.press('F6')
    }
    throw new Error(`F6 does not lead to ${part}`)
  }
}
