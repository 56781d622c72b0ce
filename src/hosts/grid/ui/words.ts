/** What Univer says on the screen, from its packages, one language at a time. */
import type { ILocales } from '@univerjs/core'

export async function wordsOf(language: 'zh' | 'en'): Promise<ILocales[string]> {
  const { words } = language === 'zh' ? await import(/* webpackChunkName: "grid-words-zh" */ './words-zh') : await import(/* webpackChunkName: "grid-words-en" */ './words-en')
  return words
}
