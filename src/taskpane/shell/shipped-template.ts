/** Templates of papers that ship beside the page. */
import { TemplateNotFetched } from '../../app/pane/template-not-fetched'

/** Relative to the page, from its own origin; a service worker may keep what was fetched. Undefined: it does not ship. */
export async function shippedTemplate(campaign: string, file: string): Promise<Uint8Array | undefined> {
  const response = await fetch(`templates/${encodeURIComponent(campaign)}/papers/${encodeURIComponent(file)}`).catch(() => undefined)
  if (response?.status === 404) return undefined
  if (!response?.ok) throw new TemplateNotFetched(file)
  return new Uint8Array(await response.arrayBuffer())
}
