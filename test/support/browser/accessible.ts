/** Faults that axe-core finds on the page as it is shown. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/**
 * Faults, a line each; none: empty.
 *
 * @param leaveOut selectors of what is not ours to put right; say why where it is called
 */
export async function faultsOf(page: Page, leaveOut: readonly string[] = []): Promise<string[]> {
  // By the debugger: the page's own policy lets no script in.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const violations = await page.evaluate(async (exclude): Promise<Violation[]> => {
    const { axe } = window as unknown as { axe: { run(context: object): Promise<{ violations: Violation[] }> } }
    return (await axe.run({ include: [['html']], exclude: exclude.map((one) => [one]) })).violations
  }, [...leaveOut])
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
