/**
 * Fills in a template. The only file that knows the library (docxtemplater, with pizzip): a program
 * that makes no papers never loads it. See docs/papers.md.
 */
import Docxtemplater, { type DXT } from 'docxtemplater'
import PizZip from 'pizzip'
import { markAsDraft } from './draft-mark'
import { knownFields, requiredFields, type NameOf } from './field-names'
import type { PaperInput, PaperKind } from './fields'
import { PaperError, type PaperErrorCode, type PaperTrouble } from './paper-error'
import { placeholderTroubles, type Placeholder } from './placeholders'

/** Unpacked bytes of a template: letters with a seal and a letterhead in colour stay far below. */
const MOST_BYTES = 40_000_000
/** Zip keeps times from 1980 on; a fixed one, so that equal input gives equal bytes. */
const STAMP = [1980, 0, 1] as const
const WIDE = /｛[^｛｝{}]{1,60}｝/gu

export interface PaperWords {
  /** Of placeholders. */
  readonly nameOf: NameOf
  /** Written in the header of every page of a draft. */
  readonly draftMark: string
}

/** Any values, as the filler looks them up: by the names that placeholders have. */
export interface NamedValues {
  readonly [name: string]: string | readonly NamedValues[]
}

/**
 * The paper as a .docx. Values are texts and nothing else: braces, XML and formulas in them come out
 * as they are. A blank value leaves its place empty. The same template and input give the same bytes.
 *
 * @throws PaperError when the template is not a Word document, has a placeholder that nothing fills, or lacks one that
 *   the paper cannot do without; all of that at once, and nothing is made.
 */
export function fillPaper(template: Uint8Array, input: PaperInput, words: PaperWords): Uint8Array {
  const about = { paper: input.title, file: input.file }
  const document = openTemplate(template, input.kind, about, words)
  document.render(named(input.values as Ids, words.nameOf))
  const zip = document.getZip() as PizZip
  if (input.draft) markAsDraft({ read: (name) => zip.file(name)?.asText(), write: (name, xml) => void zip.file(name, xml), names: Object.keys(zip.files) }, words.draftMark)
  for (const file of Object.values(zip.files)) file.date = new Date(...STAMP)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Reads parts of a paper that was filled in; `undefined`: it has no such part. */
export function partsOfPaper(paper: Uint8Array): (name: string) => string | undefined {
  const zip = new PizZip(paper)
  return (name) => zip.file(name)?.asText()
}

/** All that is wrong with a template, without filling it in: for whoever has restyled one. */
export function templateTroubles(template: Uint8Array, paper: { readonly kind: PaperKind; readonly title: string; readonly file: string }, words: Pick<PaperWords, 'nameOf'>): readonly PaperTrouble[] {
  try {
    openTemplate(template, paper.kind, { paper: paper.title, file: paper.file }, words)
    return []
  } catch (error) {
    if (error instanceof PaperError) return error.troubles
    throw error
  }
}

function openTemplate(template: Uint8Array, kind: PaperKind, about: { readonly paper: string; readonly file: string }, { nameOf }: Pick<PaperWords, 'nameOf'>): Docxtemplater<PizZip> {
  const document = parse(template, about)
  const { compiled } = document as unknown as Compiled
  const texts = Object.keys(compiled).map((file) => document.getFullText(file))
  const wide = [...new Set(texts.flatMap((text) => text.match(WIDE) ?? []))]
  const found = Object.values(compiled).flatMap(({ postparsed }) => placeholdersOf(postparsed))
  const troubles: PaperTrouble[] = placeholderTroubles(found, knownFields(kind, nameOf), requiredFields(kind, nameOf)).map(({ code, names, near }) => ({ code, params: { ...about, names: names.join(' '), ...(near !== undefined && { near }) } }))
  if (wide.length > 0) troubles.unshift({ code: 'paper/wide-braces', params: { ...about, names: wide.join(' ') } })
  const [first, ...others] = troubles
  if (first) throw new PaperError([first, ...others])
  return document
}

function parse(template: Uint8Array, about: { readonly paper: string; readonly file: string }): Docxtemplater<PizZip> {
  const refused = (code: PaperErrorCode, more: Record<string, string> = {}) => new PaperError([{ code, params: { ...about, ...more } }])
  let zip: PizZip
  try {
    zip = new PizZip(template)
  } catch {
    // The library has no codes for what it cannot read; a file that is not a zip is not a Word document.
    throw refused('paper/not-word')
  }
  const bytes = Object.values(zip.files).reduce((sum, file) => sum + unpackedSize(file), 0)
  if (bytes > MOST_BYTES) throw refused('paper/too-large')
  if (!zip.file('word/document.xml')) throw refused('paper/not-word')
  try {
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: lookUp,
      nullGetter: (part: DXT.Part) => {
        throw new Error(`nothing fills ${part.value}`)
      },
    })
  } catch (error) {
    const names = brokenNames(error)
    throw names.length > 0 ? refused('paper/broken-placeholder', { names: names.join(' ') }) : refused('paper/not-word')
  }
}

/** Names are names: no paths, no expressions, nothing that an object has by nature. */
function lookUp(tag: string): DXT.Parser {
  const name = tag.trim()
  return { get: (scope: unknown) => (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name) ? (scope as Record<string, unknown>)[name] : undefined) }
}

/** What the library found in each part of the document; its own type leaves it out. */
interface Compiled {
  readonly compiled: Readonly<Record<string, { readonly postparsed: readonly Part[] }>>
}

interface Part {
  readonly type: string
  readonly module?: string
  readonly value: string
  readonly inverted?: boolean
  readonly subparsed?: readonly Part[]
}

function placeholdersOf(parts: readonly Part[]): Placeholder[] {
  return parts.filter(({ type }) => type === 'placeholder').map(({ module, value, inverted, subparsed }) => ({
    name: value.trim(),
    kind: module === 'loop' ? (inverted ? 'unless' : 'list') : module === undefined || module === '' ? 'text' : 'other',
    inside: placeholdersOf(subparsed ?? []),
  }))
}

/** Placeholders that the library could not make sense of. */
function brokenNames(error: unknown): string[] {
  const { properties } = error as { properties?: { id?: string; xtag?: string; errors?: { properties?: { xtag?: string } }[] } }
  const all = properties?.errors?.map((each) => each.properties?.xtag) ?? (properties?.xtag === undefined ? [] : [properties.xtag])
  return [...new Set(all.map((name) => `{${name ?? ''}`.slice(0, 40)))]
}

function unpackedSize(file: PizZip.ZipObject): number {
  return (file as unknown as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0
}

interface Ids {
  readonly [id: string]: string | readonly Ids[]
}

function named(values: Ids, nameOf: NameOf): NamedValues {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [nameOf(id), typeof value === 'string' ? wellFormed(value) : value.map((row) => named(row, nameOf))]))
}

/** Half a character cannot be written in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD').replace(/\r\n?/g, '\n')
}
