/** A part of a Word document as a tree: as much of XML as such parts have. */

export interface Element {
  /** With its prefix, as Word and its kin write it: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The root; an element that says nothing when there is none. Of a damaged part as much as can be read: the filler has read it before. */
export function parseMarkup(xml: string): Element {
  const root: Building = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [, cdata, closed, begun, attributes = '', selfClosing, text] of xml.matchAll(TOKEN)) {
    const at = open[open.length - 1] as Building
    if (begun !== undefined) {
      const element: Building = { name: begun, attributes: attributesOf(attributes), children: [] }
      at.children.push(element)
      if (selfClosing === '') open.push(element)
    } else if (closed !== undefined) {
      if (open.length > 1 && at.name === closed) open.pop()
    } else if (cdata !== undefined) at.children.push(cdata)
    else if (text !== undefined) at.children.push(decoded(text))
  }
  return elements(root)[0] ?? root
}

interface Building extends Element {
  readonly children: (Building | string)[]
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]))
}

function decoded(text: string): string {
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? (decimal === undefined ? undefined : Number(decimal)) : parseInt(hex, 16)
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return NAMED[name ?? ''] ?? whole
  })
}

/** Children that are elements; of one name. */
export function elements(of: Element | undefined, name?: string): Element[] {
  return (of?.children ?? []).filter((child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name))
}

/** The element that one comes to by these names, each a child of the one before. */
export function within(of: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => elements(at, name)[0], of)
}

/** `w:val`, or another attribute of that prefix. */
export function value(of: Element | undefined, name = 'val'): string | undefined {
  return of?.attributes[`w:${name}`]
}

export function textIn(of: Element): string {
  return of.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
