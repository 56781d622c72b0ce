/** No text that nobody reads: every key of the catalogue is asked for somewhere in the source. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { messages } from '../../src/messages/messages'

/** What the source asks for: strings, strings put together, and the words that may stand in the gaps of those. */
interface Asked {
  readonly strings: Set<string>
  readonly templates: RegExp[]
  readonly words: Set<string>
}

const asked = askedIn(readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => join('src', path)))

/** A text asked for as a whole (`'office/week'`), or by a template whose gaps are words of the source (`office/outcome-${outcome}`). */
function isAsked(key: string): boolean {
  return asked.strings.has(key) || asked.templates.some((template) => template.exec(key)?.slice(1).every((word) => asked.words.has(word)) ?? false)
}

/** The keys by which a text may be reached. */
function* waysTo(key: string): Generator<string> {
  // `@place` stands in for the same text elsewhere; what is found wrong has its remedy and its short form under the same code.
  const plain = key.replace(/@\w+$/, '')
  yield plain
  const code = plain.replace(/\.(fix|short)$/, '')
  yield code
  // The pane words the troubles of handing up in its own way.
  yield code.replace(/^hand-up-pane\//, 'hand-up/')
}

it('has no text that nobody asks for', () => {
  const keys = Object.keys(messages.zh)
  expect(keys.length).toBeGreaterThan(2000)
  expect(keys.filter((key) => ![...waysTo(key)].some(isAsked))).toEqual([])
})

it('notices a text that nobody asks for', () => {
  expect(isAsked('office/week')).toBe(true)
  expect(isAsked('office/outcome-missing')).toBe(true)
  expect(isAsked('office/outcome-that-is-none')).toBe(false)
  expect(isAsked('office/of-nobody')).toBe(false)
})

function askedIn(paths: readonly string[]): Asked {
  const found: Asked = { strings: new Set(), templates: [], words: new Set() }
  for (const path of paths) {
    if (relative('src/messages', path).startsWith('..')) {
      if (/\.tsx?$/.test(path)) readCode(path, found)
      else if (path.endsWith('.html')) readPage(readFileSync(path, 'utf8'), found)
    }
  }
  return found
}

function readCode(path: string, { strings, templates, words }: Asked): void {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      strings.add(node.text)
      words.add(node.text)
    } else if (ts.isTemplateExpression(node)) templates.push(...templateOf([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]))
    else if ((ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isShorthandPropertyAssignment(node)) && 'text' in node.name) words.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
}

/** The pages that the build fills in: `pages[language]['help/title']`, lists of words, and keys put together from them. */
function readPage(page: string, { strings, templates, words }: Asked): void {
  for (const [, text] of page.matchAll(/'([\w/.-]+)'/g)) {
    strings.add(text as string)
    words.add(text as string)
  }
  for (const [, text] of page.matchAll(/`([^`]*)`/g)) templates.push(...templateOf((text as string).split(/\$\{[^}]*\}/)))
}

/** Only of keys: one that begins with a gap would match anything. */
function templateOf(parts: readonly string[]): RegExp[] {
  return /^[a-z-]+\//.test(parts[0] as string) ? [new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')}$`)] : []
}
