/** Office.js of this page, once it can be called. */
import type { ExcelRuntime } from './runtime'

export interface OfficeReady {
  /** Language of Excel's own menus, `zh-CN`; empty where the page is not open in Excel. */
  readonly displayLanguage: string
  readonly runtime: ExcelRuntime
}

/** Never resolves when office.js could not be loaded: then nothing here can work. */
export async function officeReady(): Promise<OfficeReady> {
  await Office.onReady()
  return {
    displayLanguage: Office.context?.displayLanguage ?? '',
    runtime: {
      run: Excel.run,
      supports: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
    },
  }
}
