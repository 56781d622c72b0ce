import type { OpenPackage } from './package'
import { xmlName } from './xml-scanner'
import { unescape } from './xml-text'

const PROPERTY = xmlName('property')
const NAME = xmlName('name')

/** Custom document properties as text, as they are written, whatever their type (ECMA-376 part 1, 22.3): a truth value is `true` or `1`. */
export function readCustomProperties(parcel: OpenPackage, part: string | undefined): Record<string, string> {
  if (part === undefined) return {}
  const x = parcel.open(part)
  const properties = new Map<string, string>()
  while (x.child()) {
    const name = x.is(PROPERTY) ? x.attribute(NAME) : undefined
    if (name === undefined) {
      x.skip()
      continue
    }
    let value = ''
    while (x.child()) {
      x.leaf()
      value += unescape(x.text())
    }
    properties.set(name, value)
  }
  // Not by assignment: a property may be called `__proto__`.
  return Object.fromEntries(properties)
}
