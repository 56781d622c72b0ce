/** A real browser for a test, which minds what a person would not see: errors on the console, requests to elsewhere. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

/** Where screenshots of the main views go; looked at by people, not compared by tests. */
export const SCREENSHOTS = path.resolve(__dirname, '../../../out/screenshots')

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-US'],
  })
}

export interface Watched {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors and warnings on the console, uncaught errors, requests to another origin. Empty, or the test fails. */
  readonly complaints: string[]
}

/** A fresh profile with one page. `origin`: the only one that may be asked for anything. */
export async function open(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, acceptDownloads: true, ...options })
  const complaints: string[] = []
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  }
  context.on('page', watch)
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && asked !== new URL(origin).origin) complaints.push(`foreign request: ${request.url()}`)
  })
  const page = await context.newPage()
  return { context, page, complaints }
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
}
