/** The engine with a screen: Univer in an element of the page, reduced to what people need who fill in forms. */
import { LocaleType, LogLevel, Univer, type ILocales } from '@univerjs/core'
import { FUniver } from '@univerjs/core/facade'
import { defaultTheme } from '@univerjs/themes'
import type { GridEngine } from '../engine'
import { registerModel } from '../model-plugins'
import { behaveAsForm } from './form-behaviour'
import { nameControls, type GridNames } from './names'
import { registerKeys } from './keys'
import { wordsOf } from './words'
import { registerScreen } from './screen-plugins'
import { screenOf, type PageScreen } from './screen'
import { linkStyles } from './styles'

export interface Mounting {
  readonly language: 'zh' | 'en'
  readonly dark: boolean
  /** In the same language; absent: Univer's controls stay as it draws them. */
  readonly names?: GridNames
}

export interface MountedEngine extends GridEngine {
  readonly screen: PageScreen
}

/** Resolves when a workbook can be created in it. The element gives the size, which may change. */
export async function mountEngine(element: HTMLElement, { language, dark, names }: Mounting): Promise<MountedEngine> {
  const locale = language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US
  const [words] = await Promise.all([wordsOf(language), linkStyles()])
  const univer = new Univer({ theme: defaultTheme, darkMode: dark, locale, locales: { [locale]: names ? withProgress(words, names.calculating) : words }, logLevel: LogLevel.WARN })
  registerModel(univer)
  registerScreen(univer, element)
  const api = FUniver.newAPI(univer)
  const injector = univer.__getInjector()
  registerKeys(injector, api)
  behaveAsForm(injector, element)
  const stopNaming = names && nameControls(element, names)
  return { univer, api, screen: screenOf(injector, api, element), dispose: () => (stopNaming?.(), univer.dispose()) }
}

/** Univer has no words for a long calculation, in any language. */
function withProgress(words: ILocales[string], calculating: string): ILocales[string] {
  const formula = words['sheets-formula']
  return { ...words, 'sheets-formula': { ...(typeof formula === 'object' && !Array.isArray(formula) ? formula : {}), progress: { analyzing: calculating, calculating, 'array-analysis': calculating, 'array-calculation': calculating, done: calculating } } }
}
