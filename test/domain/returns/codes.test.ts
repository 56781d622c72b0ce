import { CODES, kindOf, severityOf, type Code } from '../../../src/domain/returns/codes'
import { catalogueOf } from '../../../src/messages/catalogue'
import { cellFindings } from '../../../src/messages/cell-findings'
import { findings as otherFindings } from '../../../src/messages/findings'

const findings = catalogueOf([cellFindings, otherFindings])

const codes = Object.keys(CODES) as Code[]

describe('codes of a reading', () => {
  it.each(['zh', 'en'] as const)('each have words and a remedy in %s', (language) => {
    const words = findings[language]
    expect(codes.flatMap((code) => [code, `${code}.fix`]).filter((key) => !words[key]?.trim())).toEqual([])
  })

  it('are all there is to say: no words without a code', () => {
    const known = new Set<string>(codes.flatMap((code) => [code, `${code}.fix`]))
    expect(Object.keys(findings.zh).filter((key) => !known.has(key) && !key.startsWith('check/'))).toEqual([])
  })

  it('name their kind', () => {
    expect(kindOf('cell/not-a-date')).toBe('cell')
    expect(severityOf('cell/not-a-date')).toBe('error')
    expect(new Set(codes.map(kindOf))).toEqual(new Set(['structure', 'cell', 'row', 'consistency']))
  })

  it('put a remedy, not the problem again, under .fix', () => expect(codes.filter((code) => findings.zh[code] === findings.zh[`${code}.fix`])).toEqual([]))
})
