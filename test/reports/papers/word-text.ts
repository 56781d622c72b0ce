/** What a .docx says, read part by part: a line for each paragraph. */
import PizZip from 'pizzip'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function partOf(bytes: Uint8Array, name: string): string {
  const part = new PizZip(bytes).file(name)
  if (!part) throw new Error(`no part ${name}`)
  return part.asText()
}

export function partsOf(bytes: Uint8Array): string[] {
  return Object.keys(new PizZip(bytes).files)
}

/** Lines of a part; breaks within a paragraph are ` / `. */
export function linesOf(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  return [...partOf(bytes, part).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => (text === undefined ? ' / ' : text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?'))).join(''),
  )
}

export const textOfPaper = (bytes: Uint8Array): string => linesOf(bytes).join('\n')

/** The same package with a part changed, as somebody who edits in Word would. */
export function edited(bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const zip = new PizZip(bytes)
  const before = zip.file(part)?.asText()
  if (before === undefined) throw new Error(`no part ${part}`)
  const after = change(before)
  if (after === before) throw new Error('nothing was changed')
  zip.file(part, after)
  return zip.generate({ type: 'uint8array' })
}
