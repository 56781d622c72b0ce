/** The engine without a screen: the same model, formulas and checks as in a page, in Node. */
import { LocaleType, LogLevel, Univer } from '@univerjs/core'
import { FUniver } from '@univerjs/core/facade'
import type { GridEngine } from './engine'
import { registerModel } from './model-plugins'

export function createHeadlessEngine(): GridEngine {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {}, logLevel: LogLevel.SILENT })
  registerModel(univer)
  return { univer, api: FUniver.newAPI(univer), dispose: () => univer.dispose() }
}
