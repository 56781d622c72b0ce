/** Office.js of this page, once it can be called. */
import type { ExcelRuntime } from './runtime'

export interface OfficeReady {
  /** Language of Excel's own menus, `zh-CN`; empty where the page is not open in Excel. */
  readonly displayLanguage: string
  readonly runtime: ExcelRuntime
}

/**
 * Outside Excel (the page opened in a browser) no set is supported: the workbook then answers every
 * call with HostTrouble `host/too-old`.
 */
export async function officeReady(): Promise<OfficeReady> {
  await Office.onReady()
  return {
    displayLanguage: Office.context?.displayLanguage ?? '',
    runtime: {
      // Looked up when it is called: outside Excel there is none.
      run: ((...args: Parameters<typeof Excel.run>) => Excel.run(...args)) as typeof Excel.run,
      supports: (version) => Office.context?.requirements?.isSetSupported('ExcelApi', version) ?? false,
    },
  }
}
