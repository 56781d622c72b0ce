/**
 * What is wrong with a paper's template. Codes are stable; the text for people is in the message
 * catalogue under the same key, what to do under `.fix`. Every code lists what its `params` hold.
 */
export const PAPER_ERRORS = {
  /** There is no template of that name beside the definition. */
  'paper/no-template': ['paper', 'file'],
  /** The file is not a Word document, is damaged, or is locked with a password. */
  'paper/not-word': ['paper', 'file'],
  /** Unpacked it is larger than a letter can be. */
  'paper/too-large': ['paper', 'file'],
  /** A brace is not closed, or a list does not end where it should. */
  'paper/broken-placeholder': ['paper', 'file', 'names'],
  /** Nothing of that name can be filled in there. */
  'paper/unknown-placeholder': ['paper', 'file', 'names'],
  /** The same of a single one, of which another is close by name. */
  'paper/misspelt-placeholder': ['paper', 'file', 'names', 'near'],
  /** Something that the paper cannot do without is in no place of it. */
  'paper/missing-placeholder': ['paper', 'file', 'names'],
  /** Typed with the braces of a Chinese keyboard. */
  'paper/wide-braces': ['paper', 'file', 'names'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PaperErrorCode = keyof typeof PAPER_ERRORS

export interface PaperTrouble {
  readonly code: PaperErrorCode
  /** `paper`: its title · `file`: of the template · `names`: placeholders as written, with their braces · `near`: what may be meant. */
  readonly params: Readonly<Record<string, string>>
}

/** A template that cannot be filled in: nothing was made of it. */
export class PaperError extends Error {
  override readonly name = 'PaperError'

  /** @param troubles all that is wrong with it, at least one */
  constructor(readonly troubles: readonly [PaperTrouble, ...PaperTrouble[]]) {
    super(troubles.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('\n'))
  }

  /** The first trouble's code and params: where there is room for one only. */
  get code(): PaperErrorCode {
    return this.troubles[0].code
  }

  get params(): Readonly<Record<string, string>> {
    return this.troubles[0].params
  }
}
