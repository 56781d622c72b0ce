import React, { useCallback, useEffect, useState } from 'react'
import type { Language } from '../domain/text'
import { useStore } from '../taskpane/shell/use-store'
import { WordsProvider } from '../taskpane/shell/words'
import type { PageTools } from './page-tools'
import { useFileDrop } from './shell/use-file-drop'
import { StartView } from './start/StartView'
import { WorkbookView } from './workbook/WorkbookView'

interface Props {
  readonly tools: PageTools
  /** To begin with. */
  readonly language: Language
}

/** The whole page: the start view, or a workbook with the pane beside it. */
export function WorkbenchPage({ tools, language: first }: Props) {
  const { bench } = tools
  const [language, setLanguage] = useState(first)
  const state = useStore(bench.store)
  const say = tools.sayIn(language)
  const isOver = useFileDrop(useCallback((sources) => void bench.openDropped(sources), [bench]))
  useUnsavedWarning(tools)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US'
    document.title = say('workbench/title')
  }, [language, say])

  const onLanguage = (chosen: Language) => {
    tools.settings.set('language', chosen)
    tools.grid.speak(chosen)
    setLanguage(chosen)
    void bench.redraw()
  }
  return (
    <WordsProvider language={language} say={say}>
      {state.page.phase === 'start' ? <StartView tools={tools} state={state} onLanguage={onLanguage} /> : <WorkbookView tools={tools} state={state} page={state.page} onLanguage={onLanguage} />}
      {isOver && (
        <div className="drop-veil">
          <p>{say('workbench/dropping')}</p>
        </div>
      )}
    </WordsProvider>
  )
}

/** Asked by the browser, in its own words, before a page with unsaved work is left; and the draft is written when it is only hidden. */
function useUnsavedWarning({ bench }: PageTools): void {
  useEffect(() => {
    const unsaved = () => {
      const { page } = bench.store.state
      const file = page.phase === 'open' ? page.file : page.phase === 'opening' ? page.before : undefined
      return file && !file.isClosed && file.isUnsaved ? file : undefined
    }
    // What cannot be read out now is in the draft that was written last.
    const keep = () => void unsaved()?.settle().catch(() => {})
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!unsaved()) return
      event.preventDefault()
      keep()
    }
    const onHide = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    window.addEventListener('beforeunload', onLeave)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [bench])
}
