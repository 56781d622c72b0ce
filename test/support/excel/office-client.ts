/** The genuine Office.js client, evaluated in a window of its own, with an executor in Excel's place. */
import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import type { ExcelRuntime } from '../../../src/hosts/excel/runtime'
import type { ExcelInMemory } from './excel-in-memory'
import { Executor, type Bridge, type ExecutorOptions } from './executor'

interface ClientWindow {
  eval(source: string): void
  Office: object
  Excel: typeof Excel
  OfficeExtension: { HostBridge: { init(bridge: Bridge): void }; CommonUtility: { _doApiNotSupportedCheck: boolean } }
}

export interface Client {
  readonly runtime: ExcelRuntime
  readonly executor: Executor
}

let shared: ClientWindow | undefined

function clientWindow(): ClientWindow {
  if (shared) return shared
  const window = new JSDOM('', { runScripts: 'outside-only', url: 'https://localhost/' }).window as unknown as ClientWindow
  window.eval(readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8'))
  return (shared = window)
}

/**
 * Excel with a workbook open and ExcelApi up to `version`: the client refuses what is newer, also
 * where the adapter would not have asked. One at a time: the client talks to the latest.
 */
export function openInExcel(excel: ExcelInMemory, { version = '1.20', ...options }: ExecutorOptions & { readonly version?: string } = {}): Client {
  const window = clientWindow()
  const supports = (asked: string) => Number(asked.split('.')[1]) <= Number(version.split('.')[1])
  const requirements = { isSetSupported: (set: string, asked = '1.1') => set !== 'ExcelApi' || supports(asked) }
  window.Office = Object.create(window.Office, { context: { value: { requirements } } }) as object
  window.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true
  const executor = new Executor(excel, { ...options, tellsWho: options.tellsWho ?? supports('1.14') })
  window.OfficeExtension.HostBridge.init(executor)
  return { executor, runtime: { run: window.Excel.run.bind(window.Excel) as typeof Excel.run, supports } }
}
