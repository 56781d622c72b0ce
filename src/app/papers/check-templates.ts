/** The templates of a campaign's papers, looked at without making a paper: for whoever has restyled one. */
import type { Definition } from '../../domain/campaign/schema'
import type { Language, Say } from '../../domain/text'
import { fieldNames } from '../../reports/papers/field-names'
import type { PaperTrouble } from '../../reports/papers/paper-error'

/**
 * All that keeps papers from being made, in order of the definition; codes of `PAPER_ERRORS`. `template`: the bytes of a
 * template by the name that the definition gives it; undefined: there is none.
 */
export async function checkTemplates(definition: Definition, template: (file: string) => Uint8Array | undefined, sayIn: (language: Language) => Say): Promise<readonly PaperTrouble[]> {
  const { templateTroubles } = await import('../../reports/papers/fill')
  const { language, terms } = definition
  const nameOf = fieldNames(terms, language, sayIn(language))
  return Object.values(definition.papers).flatMap(({ kind, title, file }): readonly PaperTrouble[] => {
    const bytes = template(file)
    const about = { paper: title[language], file }
    return bytes ? templateTroubles(bytes, { kind, title: about.paper, file }, { nameOf }) : [{ code: 'paper/no-template', params: about }]
  })
}
