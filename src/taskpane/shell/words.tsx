/** Words for every component below: the catalogue in the pane's language. */
import React, { createContext, useContext } from 'react'
import type { Language, Say, Text } from '../../domain/text'

export interface Words {
  readonly language: Language
  readonly say: Say
  /** A text that a definition gives in both languages. */
  readonly pick: (text: Text) => string
}

const WordsContext = createContext<Words | undefined>(undefined)

export function WordsProvider({ language, say, children }: { readonly language: Language; readonly say: Say; readonly children: React.ReactNode }) {
  const words: Words = { language, say, pick: (text) => text[language] }
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no WordsProvider above')
  return words
}
