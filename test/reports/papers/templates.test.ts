/** The templates that ship: one for every paper, nothing in them that nothing fills, nothing missing. */
import { readdirSync } from 'node:fs'
import { checkDefinition } from '../../../src/domain/campaign/check-definition'
import { LANGUAGES } from '../../../src/domain/text'
import { templateTroubles } from '../../../src/reports/papers/fill'
import { fieldNames, knownFields, type Known } from '../../../src/reports/papers/field-names'
import { FIELDS, type PaperKind } from '../../../src/reports/papers/fields'
import { shipped, SHIPPED, templatePath } from '../../support/shipped-campaigns'
import { sayIn, template } from './small-ranking'
import { linesOf } from './word-text'

describe.each(SHIPPED)('%s', (id) => {
  const { definition } = shipped(id)
  const nameOf = fieldNames(definition.terms, definition.language, sayIn(definition.language))
  const papers = Object.entries(definition.papers)

  it('has a template for every paper, and no other', () => {
    expect(readdirSync(templatePath(id, 'papers')).sort()).toEqual([...new Set(papers.map(([, { file }]) => file))].sort())
  })

  it.each(papers)('%s can be filled in', (_, { kind, title, file }) => {
    expect(templateTroubles(template(id)(file) as Uint8Array, { kind, title: title.zh, file }, { nameOf })).toEqual([])
  })

  it.each(papers)('%s bears issuer, addressee and date, and says who else gets it', (_, { file }) => {
    const text = linesOf(template(id)(file) as Uint8Array).join('\n')
    for (const field of ['issuer', 'addressee', 'date', 'copies']) expect(text).toContain(`{${nameOf(field)}}`)
  })

  it('has a paper for every consequence', () => {
    const served = papers.flatMap(([, paper]) => (paper.kind === 'consequence' ? [paper.consequence] : []))
    expect(served.sort()).toEqual(Object.keys(definition.consequences).sort())
  })

  it('is scored as it would be without papers', () => {
    const bare = checkDefinition({ ...definition, papers: {} }).campaign
    expect(bare?.rules).toBe(shipped(id).rules)
  })
})

describe('names of placeholders', () => {
  const twice = (known: Known, kind: PaperKind, fields: object): string[] => (Object.keys(known).length === Object.keys(fields).length ? [] : [`${kind}: ${Object.keys(fields).length} fields, ${Object.keys(known).length} names`])

  it.each(SHIPPED.flatMap((id) => LANGUAGES.map((language) => [id, language] as const)))('no two alike in %s, %s', (id, language) => {
    const { definition } = shipped(id)
    const nameOf = fieldNames(definition.terms, language, sayIn(language))
    const walk = (known: Known, fields: object, kind: PaperKind): string[] => [...twice(known, kind, fields), ...Object.entries(fields).flatMap(([field, rows]) => (typeof rows === 'object' ? walk(known[nameOf(field)] ?? {}, rows as object, kind) : []))]
    expect((Object.keys(FIELDS) as PaperKind[]).flatMap((kind) => walk(knownFields(kind, nameOf), FIELDS[kind], kind))).toEqual([])
  })
})
