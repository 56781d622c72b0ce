import axe from 'axe-core'

/** What axe finds wrong, as `rule: selector`. Colours are left out: jsdom draws none; they are held to by look.test.ts. */
export async function barriers(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
