/** The filler, loaded when the first paper is wanted: its library is no part of what a page loads to begin with. */
import type { PaperInput } from '../../reports/papers/fields'
import type { PaperWords } from '../../reports/papers/fill'

/** @throws PaperError when the template cannot be filled in */
export type FillPaper = (template: Uint8Array, input: PaperInput, words: PaperWords) => Uint8Array

export async function paperFiller(): Promise<FillPaper> {
  return (await import('../../reports/papers/fill')).fillPaper
}
