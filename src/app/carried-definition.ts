/**
 * The definition that travels in every workbook, so that one program checks the workbooks of any
 * campaign, also of one written after it was installed. As JSON, deflated, base64.
 * What comes back out of a workbook is untrusted: bounded while it inflates, then checked like a file.
 */
import type { Campaign } from '../domain/campaign/campaign'
import { checkDefinition } from '../domain/campaign/check-definition'
import { MAX_SOURCE } from '../domain/campaign/limits'
import type { Mistake } from '../domain/campaign/mistake'
import type { Definition } from '../domain/campaign/schema'
import type { GridBook } from '../domain/returns/grid'
import { embeddedDefinition } from '../domain/returns/read-identity'
import type { Compression } from '../workbook/compression'

/** The definition as the `_muster` sheet carries it. */
export function packDefinition(definition: Definition, compression: Compression): string {
  const bytes = compression.deflateRaw(new TextEncoder().encode(JSON.stringify(definition)))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** `none`: the workbook carries none. `damaged`: it cannot be unpacked. Otherwise the campaign, or its mistakes. */
export type Carried =
  | { readonly state: 'none' }
  | { readonly state: 'damaged' }
  | { readonly state: 'mistaken'; readonly mistakes: readonly Mistake[] }
  | { readonly state: 'usable'; readonly campaign: Campaign; /** As it was carried: equal texts are equal definitions. */ readonly text: string }

/** The campaign a workbook brings with it. Never throws for what a workbook may contain. */
export function carriedCampaign(book: GridBook, compression: Compression): Carried {
  const text = embeddedDefinition(book)
  if (text === undefined) return { state: 'none' }
  const definition = unpack(text, compression)
  if (definition === undefined) return { state: 'damaged' }
  const { campaign, mistakes } = checkDefinition(definition)
  return campaign ? { state: 'usable', campaign, text } : { state: 'mistaken', mistakes }
}

function unpack(text: string, compression: Compression): unknown {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(compression.inflateRaw(bytes, MAX_SOURCE * 4)))
  } catch {
    // Whatever is wrong with it (base64, deflate stream, size, UTF-8, JSON), it is not a definition.
    return undefined
  }
}
