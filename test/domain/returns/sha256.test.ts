import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sha256 } from '../../../src/domain/returns/sha256'

describe('sha256', () => {
  it('gives the example of FIPS 180-4', () => expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))

  it('agrees with the platform, also around the block size', () => {
    for (let length = 0; length < 200; length++) expect(sha256('中'.repeat(length))).toBe(createHash('sha256').update('中'.repeat(length)).digest('hex'))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))))
  })
})
