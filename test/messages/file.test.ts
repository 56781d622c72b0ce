import { file } from '../../src/messages/file'
import { WORKBOOK_ERRORS } from '../../src/workbook/error'
import type { ForeignContent } from '../../src/workbook/model'

const foreign: Record<ForeignContent, true> = { macros: true, 'external-links': true, 'embedded-objects': true, connections: true, 'encrypted-parts': true }

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1])

describe.each(['zh', 'en'] as const)('messages about files, %s', (language) => {
  it('exist for every error and every kind of foreign content, with a remedy, and for nothing else', () => {
    const codes = [...Object.keys(WORKBOOK_ERRORS), ...Object.keys(foreign).map((content) => `file/foreign-${content}`)]
    expect(Object.keys(file[language]).sort()).toEqual(codes.flatMap((code) => [code, `${code}.fix`]).sort())
  })

  it.each(Object.entries(WORKBOOK_ERRORS))('%s names all that is known', (code, params) => {
    expect(placeholders(file[language][code]!).sort()).toEqual([...params].sort())
    expect(placeholders(file[language][`${code}.fix`]!)).toEqual([])
  })
})
