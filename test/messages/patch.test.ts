import { patch } from '../../src/messages/patch'
import { PATCH_ERRORS } from '../../src/workbook/patch-error'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1])

describe.each(['zh', 'en'] as const)('messages about changes that a workbook does not take, %s', (language) => {
  it('exist for every refusal, with a remedy, and for nothing else', () => {
    expect(Object.keys(patch[language]).sort()).toEqual(Object.keys(PATCH_ERRORS).flatMap((code) => [code, `${code}.fix`]).sort())
  })

  it.each(Object.entries(PATCH_ERRORS))('%s names all that is known', (code, params) => {
    expect(placeholders(patch[language][code]!).sort()).toEqual([...params].sort())
    expect(placeholders(patch[language][`${code}.fix`]!)).toEqual([])
  })
})
