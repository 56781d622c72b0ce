import type { OpenPackage } from './package'
import { type XmlScanner, xmlName } from './xml-scanner'
import { MAY_BE_ESCAPED, decodeText, unescape } from './xml-text'

const ITEM = xmlName('si')
const TEXT = xmlName('t')
const RUN = xmlName('r')

/** Texts that cells share, by index. */
export interface SharedStrings {
  /** The text; undefined when there is none with this index. */
  at(index: number): string | undefined
}

const NONE: SharedStrings = { at: () => undefined }

/**
 * The shared strings of a workbook (ECMA-376 part 1, 18.4.9). The part is scanned to its end; a text is decoded when a
 * cell first asks for it, and once.
 */
export function readSharedStrings(parcel: OpenPackage, part: string | undefined): SharedStrings {
  if (part === undefined) return NONE
  const x = parcel.open(part)
  /** A text, or where it lies: an index into `ranges`. */
  const texts: (string | number)[] = []
  const ranges: number[] = []
  while (x.child()) {
    if (!x.is(ITEM)) {
      x.skip()
      continue
    }
    const text = readText(x, ranges)
    texts.push(text)
  }
  return {
    at(index) {
      const text = texts[index]
      if (typeof text !== 'number') return text
      return (texts[index] = decode(x, ranges[text]!, ranges[text + 1]!, ranges[text + 2]!))
    },
  }
}

function decode(x: XmlScanner, start: number, end: number, flags: number): string {
  const text = decodeText(x.bytes, start, end, flags) ?? x.fail(start)
  return flags & MAY_BE_ESCAPED ? unescape(text) : text
}

/** A text of one piece is only located; anything else is put together at once. */
function readText(x: XmlScanner, ranges: number[]): string | number {
  let found: string | number | undefined
  while (x.child()) {
    if (x.is(TEXT)) {
      x.leaf()
      if (found === undefined && x.whole) {
        found = ranges.length
        ranges.push(x.textStart, x.textEnd, x.textFlags)
        continue
      }
      found = written(x, found, ranges) + unescape(x.text())
    } else if (x.is(RUN)) found = written(x, found, ranges) + readRun(x)
    else x.skip()
  }
  return found ?? ''
}

function written(x: XmlScanner, found: string | number | undefined, ranges: number[]): string {
  if (typeof found !== 'number') return found ?? ''
  const [start, end, flags] = ranges.splice(found, 3) as [number, number, number]
  return decode(x, start, end, flags)
}

function readRun(x: XmlScanner): string {
  let text = ''
  while (x.child()) {
    if (x.is(TEXT)) {
      x.leaf()
      text += unescape(x.text())
    } else x.skip()
  }
  return text
}

/**
 * The text of an item or of an inline string (`si`, `is`; CT_Rst, 18.4.8), with all its runs; phonetic guides (`rPh`) are left out.
 * Leaves the element.
 */
export function readRichText(x: XmlScanner): string {
  let text = ''
  while (x.child()) {
    if (x.is(TEXT)) {
      x.leaf()
      text += unescape(x.text())
    } else if (x.is(RUN)) text += readRun(x)
    else x.skip()
  }
  return text
}
