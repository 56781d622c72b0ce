/** Faults that axe-core finds on the page as it is shown. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What Univer floats over the page, at its end: popups lie in no landmark, and are reached from the cell that they belong to. */
const FLOATING = 'data-u-comp="rect-popup"'

/** Faults, a line each; none: empty. */
export async function faultsOf(page: Page): Promise<string[]> {
  // By the debugger: the page's own policy lets no script in.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const violations = await page.evaluate(async (): Promise<Violation[]> => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
  return violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => id !== 'region' || !html.includes(FLOATING)).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
