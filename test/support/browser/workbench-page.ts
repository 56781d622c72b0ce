/** The workbench in a browser, as a person handles it: one fresh profile, one language, one way of working. */
import type { Browser, Locator, Page } from 'playwright-core'
import type { SampleKind } from '../../../src/app/workbench/samples'
import type { Language, Say } from '../../../src/domain/text'
import { inPlace, sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import { open, type Watched } from './chromium'
import { GridPage } from './grid-page'
import { Hands, type Way } from './hands'
import { until } from './until'

/** A large workbook on a busy machine takes its time; nobody waits this long. */
const PATIENCE = 90_000

export interface Beginning {
  readonly language?: Language
  readonly way?: Way
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** ISO local date and time that the page is told it is, always. */
  readonly now?: string
}

export class WorkbenchPage {
  readonly say: Say
  readonly hands: Hands
  readonly grid: GridPage

  constructor(
    readonly watched: Watched,
    readonly address: string,
    readonly language: Language,
    way: Way,
    readonly page: Page = watched.page,
  ) {
    this.say = sayFrom(inPlace(messages, 'grid'), language)
    this.hands = new Hands(page, way)
    this.grid = new GridPage(this.hands)
    page.setDefaultTimeout(PATIENCE)
  }

  /** The start view, with its samples listed. */
  static async begin(browser: Browser, address: string, { language = 'zh', way = 'mouse', width = 1280, height = 720, dark = false, now }: Beginning = {}): Promise<WorkbenchPage> {
    const watched = await open(browser, address, { locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', permissions: ['clipboard-read', 'clipboard-write'] })
    if (now) await watched.context.addInitScript(setClock, Date.parse(`${now}+08:00`))
    const bench = new WorkbenchPage(watched, address, language, way)
    await bench.visit()
    return bench
  }

  async visit(): Promise<void> {
    await this.page.goto(this.address)
    await this.page.locator('.samples .sample').first().waitFor()
  }

  /** Another tab of the same person. */
  async another(): Promise<WorkbenchPage> {
    const bench = new WorkbenchPage(this.watched, this.address, this.language, this.hands.way, await this.watched.context.newPage())
    await bench.visit()
    return bench
  }

  button(key: string, params: Parameters<Say>[1] = {}): Locator {
    return this.page.getByRole('button', { name: this.say(key, params), exact: true })
  }

  /** A page of the pane. */
  tab(key: string): Locator {
    return this.pane().getByRole('tab', { name: this.say(key), exact: true })
  }

  pane(): Locator {
    return this.page.locator('.pane-side')
  }

  sample(kind: SampleKind, at = 0): Locator {
    return this.page.locator('.samples .campaign').nth(at).locator('.sample', { hasText: this.say(`workbench/sample-${kind}.what`) })
  }

  /** Opens a sample of the campaign in the page's language. */
  async openSample(kind: SampleKind, at = 0): Promise<void> {
    await this.hands.press(this.sample(kind, at))
    await this.opened()
  }

  /** Opens a file, as if it was chosen in the dialog of the browser. */
  async openFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('.start input[type=file]').setInputFiles(file)
    await this.opened()
  }

  /** Resolves when the workbook is drawn and the pane has read it. */
  async opened(): Promise<void> {
    await this.page.locator('.top-bar .save-state').waitFor()
    await this.page.locator('.pane-side h1').waitFor()
    await until(() => this.grid.selected(), (seen) => seen !== '', { what: 'a workbook to be drawn', timeout: 60_000 })
  }

  async check(): Promise<void> {
    await this.hands.press(this.page.locator('button.check'))
    await this.isChecked()
  }

  /** Resolves when the results are those of the workbook as it is. */
  async isChecked(): Promise<void> {
    await this.page.locator('.pane-side .outcome').waitFor()
    await this.button('pane/check').and(this.page.locator(':enabled')).waitFor()
  }

  /** How many of each the pane counts after a check. */
  async counts(): Promise<{ readonly error: number; readonly warning: number; readonly query: number }> {
    const [error = 0, warning = 0, query = 0] = (await this.page.locator('.outcome .counts strong').allTextContents()).map(Number)
    return { error, warning, query }
  }

  async save(): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.hands.way === 'mouse' ? this.button('workbench/save').click() : this.page.keyboard.press('Control+s')])
    const path = await download.path()
    await this.page.locator('.save-state.saved').waitFor()
    return { name: download.suggestedFilename(), path }
  }

  saveState(): Promise<string> {
    return this.page.locator('.save-state').innerText()
  }

  /** What was refused just now, a line each. */
  async refusal(): Promise<string[]> {
    await this.page.locator('.refusal').waitFor()
    return this.page.locator('.refusal p').allInnerTexts()
  }

  async end(): Promise<void> {
    await this.watched.context.close()
  }
}

/**
 * Another day for the page: for `new Date()`, which is how it asks, always this very time. `Date.now()` and the timers go
 * on: a spreadsheet whose clock stands still never draws.
 */
function setClock(now: number): void {
  const Real = Date
  const by = now - Real.now()
  window.Date = new Proxy(Real, {
    construct: (target, args: [number]) => (args.length > 0 ? new target(...args) : new target(now)),
    get: (target, name, receiver) => (name === 'now' ? () => target.now() + by : Reflect.get(target, name, receiver)),
  })
}
