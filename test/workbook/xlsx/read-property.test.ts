import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { webCompression } from '../../../src/workbook/compression/web'
import { WorkbookError } from '../../../src/workbook/error'
import type { Workbook } from '../../../src/workbook/model'
import { parseNumber } from '../../../src/workbook/xlsx/read/numbers'
import { decodeUtf8 } from '../../../src/workbook/xlsx/read/xml-text'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

/** The workbook, or the error that it is refused with; anything else is a fault of the program. */
function outcome(bytes: Uint8Array, compression = nodeCompression): Workbook | WorkbookError {
  try {
    return readWorkbook(bytes, { compression })
  } catch (error) {
    if (error instanceof WorkbookError) return error
    throw error
  }
}

const FIXTURE = readFileSync(join(__dirname, '../../fixtures/libreoffice.xlsx'))
const WHOLE = readWorkbook(FIXTURE, { compression: nodeCompression })

describe.each([
  ['node', nodeCompression],
  ['web', webCompression],
])('a file that was damaged (%s)', (_name, compression) => {
  const flips = fc.array(fc.tuple(fc.nat(FIXTURE.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })

  it('is refused, or reads as it was: never as something else', () => {
    fc.assert(
      fc.property(flips, (changes) => {
        const bytes = Buffer.from(FIXTURE)
        for (const [at, mask] of changes) bytes[at]! ^= mask
        const result = outcome(bytes, compression)
        // What it carries beside its cells may look different: a part that is not read can be damaged unnoticed.
        return result instanceof WorkbookError || isDeepStrictEqual({ ...result, foreign: [] }, { ...WHOLE, foreign: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('is refused when it was cut short', () => {
    fc.assert(fc.property(fc.nat(FIXTURE.length - 1), (length) => outcome(FIXTURE.subarray(0, length), compression) instanceof WorkbookError), { numRuns: 100 })
  })
})

describe('a part that was damaged before it was packed', () => {
  const parts = partsOf({
    sheets: { A: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1+1</f><v>2</v></c><c r="C1" t="inlineStr"><is><t>丙 &amp;</t></is></c></row>' },
    strings: '<si><r><t>甲</t></r><r><t>乙</t></r></si>',
    styles: '<numFmts><numFmt numFmtId="200" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
    properties: '<property name="a"><lpwstr>b</lpwstr></property>',
  })
  const part = fc.constantFrom(...Object.keys(parts).filter((name) => name !== '[Content_Types].xml'))
  const changed = (name: string, change: (bytes: Buffer) => Uint8Array) => outcome(zipOf(entriesOf({ ...parts, [name]: change(Buffer.from(parts[name]!)) })))

  it('is refused when it was cut short', () => {
    fc.assert(
      fc.property(part, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (name, share) => changed(name, (bytes) => bytes.subarray(0, Math.floor(bytes.length * share))) instanceof WorkbookError),
      { numRuns: 200 },
    )
  })

  it('never breaks the reader', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(12), put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('<', '>', '/>', '</v>', '<v>', '&', '"', '<![CDATA[', '<!--', ']]>', '\ufeff', '<c>', '<row>', 'r="A1"')) })
    fc.assert(
      fc.property(part, fc.array(edit, { minLength: 1, maxLength: 3 }), (name, edits) => {
        changed(name, (bytes) =>
          edits.reduce((text, { at, drop, put }) => {
            const from = Math.floor(at * text.length)
            return Buffer.concat([text.subarray(0, from), Buffer.from(put), text.subarray(from + drop)])
          }, bytes),
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('any bytes', () => {
  it('are refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => outcome(bytes) instanceof WorkbookError))
  })

  it('are text exactly when they are UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const expected = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes)
      } catch {
        return undefined
      }
    }
    // Bytes that are likely to begin or go on with a character of several bytes, beside any.
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0x9f, 0xa0, 0xef, 0xf0, 0xf4, 0x8f, 0x90))
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 130 }), (list) => {
        const bytes = Uint8Array.from(list)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(expected(bytes))
      }),
      { numRuns: 1000 },
    )
  })

  it('keep any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = new TextEncoder().encode(text)
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})

describe('any number', () => {
  const parse = (text: string) => parseNumber(new TextEncoder().encode(text), 0, text.length)

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e307, max: 1e307, noNaN: true }), (value) => {
        for (const text of [String(value), value.toPrecision(15), value.toPrecision(17), value.toExponential()]) {
          // Minus zero is zero: a sheet has only one.
          expect(parse(text)).toBe(Number(text) + 0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('with few digits is rounded correctly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat(18), (digits, point) => {
        const text = String(digits).padStart(point + 1, '0')
        const written = point === 0 ? text : `${text.slice(0, -point)}.${text.slice(-point)}`
        expect(parse(written)).toBe(Number(written))
      }),
      { numRuns: 1000 },
    )
  })
})
