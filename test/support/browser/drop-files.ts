import type { Locator, Page } from 'playwright-core'

/** Drops files on a place of the page. A browser has them from a field that was filled in for it; what follows is the real event. */
export async function dropFiles(page: Page, target: Locator, files: readonly string[]): Promise<void> {
  const field = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file', multiple: true }))
  await field.setInputFiles([...files])
  const data = await page.evaluateHandle((input) => {
    const transfer = new DataTransfer()
    for (const file of (input as HTMLInputElement).files ?? []) transfer.items.add(file)
    return transfer
  }, field)
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer: data })
}
