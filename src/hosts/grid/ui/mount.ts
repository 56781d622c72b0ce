/** The engine with a screen: Univer in an element of the page, reduced to what people need who fill in forms. */
import { LocaleType, LogLevel, Univer } from '@univerjs/core'
import { FUniver } from '@univerjs/core/facade'
import { defaultTheme } from '@univerjs/themes'
import type { GridEngine } from '../engine'
import { registerModel } from '../model-plugins'
import { behaveAsForm } from './form-behaviour'
import { registerKeys } from './keys'
import { wordsOf } from './words'
import { registerScreen } from './screen-plugins'
import { screenOf, type PageScreen } from './screen'
import { linkStyles } from './styles'

export interface Mounting {
  readonly language: 'zh' | 'en'
  readonly dark: boolean
}

export interface MountedEngine extends GridEngine {
  readonly screen: PageScreen
}

/** Resolves when a workbook can be created in it. The element gives the size, which may change. */
export async function mountEngine(element: HTMLElement, { language, dark }: Mounting): Promise<MountedEngine> {
  const locale = language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US
  const [words] = await Promise.all([wordsOf(language), linkStyles()])
  const univer = new Univer({ theme: defaultTheme, darkMode: dark, locale, locales: { [locale]: words }, logLevel: LogLevel.WARN })
  registerModel(univer)
  registerScreen(univer, element)
  const api = FUniver.newAPI(univer)
  const injector = univer.__getInjector()
  registerKeys(injector, api)
  behaveAsForm(injector, element)
  return { univer, api, screen: screenOf(injector, api, element), dispose: () => univer.dispose() }
}
