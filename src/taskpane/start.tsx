/** Draws the pane into a page. main.tsx does so in Excel; the workbench and the tests with other hosts. */
import React from 'react'
import ReactDOM from 'react-dom'
import { Pane } from '../app/pane/pane'
import type { PaneTools } from '../app/pane/tools'
import type { Language, Say } from '../domain/text'
import { registerPaneIcons } from './shell/icons'
import { Shell } from './shell/Shell'

export interface Start {
  readonly tools: PaneTools
  readonly language: Language
  /** The pane's own words: areas `pane` and `host` at least. */
  readonly say: Say
  readonly element: HTMLElement
}

export function startPane({ tools, language, say, element }: Start): Pane {
  registerPaneIcons()
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US'
  const pane = new Pane(tools, language)
  ReactDOM.render(<Shell pane={pane} say={say} />, element)
  void pane.open()
  return pane
}

/** Language of the pane for the host's display language: Chinese for any Chinese, English otherwise. */
export function paneLanguage(displayLanguage: string | undefined): Language {
  return /^zh\b/i.test(displayLanguage ?? '') ? 'zh' : 'en'
}
