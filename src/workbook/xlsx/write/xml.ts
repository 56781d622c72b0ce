/**
 * Text as it stands in a part. Parts are UTF-8 without a declared encoding other than that,
 * so nothing but markup and what XML cannot carry has to be escaped.
 */

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Characters that XML 1.0 cannot carry, or that a parser would change (CR becomes LF): written as `_xHHHH_`. */
const UNCARRIABLE = '\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff\\p{Cs}'
/**
 * An underscore is escaped too where what follows would otherwise read as an escape. That includes
 * text that ends in `_x0041` before a character that becomes an escape itself.
 */
const TO_ENCODE = new RegExp(`_(?=x[0-9A-Fa-f]{4}[_${UNCARRIABLE}])|[${UNCARRIABLE}]`, 'gu')
const UNCARRIABLE_ONE = new RegExp(`[${UNCARRIABLE}]`, 'gu')
const MARKUP = /[&<>]/g
const MARKUP_IN_ATTRIBUTE = /[&<>"\t\n]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/** Content of an element of type ST_Xstring (ECMA-376 Part 1, 22.9.2.19): any text comes back as it was. */
export function text(value: string): string {
  return xstring(value).replace(MARKUP, entity)
}

/** The same inside a quoted attribute, where a parser would turn a line break into a space. */
function attribute(value: string): string {
  return xstring(value).replace(MARKUP_IN_ATTRIBUTE, entity)
}

/**
 * Content or attribute of the type xsd:string, which knows no escape for what XML cannot carry: such characters are left out.
 * Document properties are of this type.
 */
export function plain(value: string): string {
  return value.replace(UNCARRIABLE_ONE, '').replace(MARKUP_IN_ATTRIBUTE, entity)
}

/** Tells a consumer to keep white space at the ends of an element's text; empty where there is none. */
export function spacePreserved(value: string): string {
  return /^\s|\s$/.test(value) ? ' xml:space="preserve"' : ''
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** ` name="value"` for each; booleans as 1 and 0; undefined is left out. Values are escaped. */
export function attributes(values: Attributes): string {
  let out = ''
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    out += ` ${name}="${typeof value === 'boolean' ? Number(value) : attribute(String(value))}"`
  }
  return out
}

/** An element; self-closing when it has no content. `content` is markup already. */
export function element(name: string, values: Attributes = {}, content = ''): string {
  const open = `<${name}${attributes(values)}`
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`
}

function xstring(value: string): string {
  return value.replace(TO_ENCODE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

function entity(character: string): string {
  return ENTITIES[character] as string
}
