import React from 'react'
import { LANGUAGES, type Language } from '../../domain/text'
import { useWords } from '../../taskpane/shell/words'

/** Each in its own words, which is how one finds them. */
const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }

interface Props {
  /** While a file is being opened it cannot be drawn anew. */
  readonly isDisabled?: boolean
  readonly onChoose: (language: Language) => void
}

export function LanguageChoice({ isDisabled = false, onChoose }: Props) {
  const { say, language } = useWords()
  return (
    <div className="choice language-choice" role="group" aria-label={say('workbench/language')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one === 'zh' ? 'zh-CN' : 'en'} aria-pressed={one === language} disabled={isDisabled} onClick={() => one !== language && onChoose(one)}>
          {NAMES[one]}
        </button>
      ))}
    </div>
  )
}
