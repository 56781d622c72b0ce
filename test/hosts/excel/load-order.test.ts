/**
 * Nothing is read before it is loaded and synced: on objects of office-addin-mock, which give a text
 * ("Error, property was not loaded") for what is not, so that it would show up in the snapshot.
 */
import { OfficeMockObject } from 'office-addin-mock'
import { openExcelWorkbook } from '../../../src/hosts/excel/excel-workbook'

/** Loads and syncs of one batch, in order; collections and null objects, which the mock does not have. */
function mockedExcel() {
  const log: string[] = []
  const mocks: OfficeMockObject[] = []
  const mock = (name: string, properties: object, methods: Record<string, unknown> = {}) => {
    const made = new OfficeMockObject({ ...properties, ...methods, untrack: () => undefined }) as OfficeMockObject & Record<string, unknown>
    const load = made.load.bind(made)
    made.load = (what) => {
      log.push(`load ${name}`)
      return load(what)
    }
    mocks.push(made)
    return made
  }
  const collection = (name: string, items: readonly OfficeMockObject[]) => {
    let state: 'new' | 'loaded' | 'synced' = 'new'
    mocks.push({ sync: async () => void (state = state === 'new' ? 'new' : 'synced') } as OfficeMockObject)
    return {
      load(what: object) {
        log.push(`load ${name}`)
        state = 'loaded'
        for (const item of items) item.load(what)
      },
      get items() {
        if (state !== 'synced') throw new Error(`items of ${name} read while ${state}`)
        return items
      },
    }
  }

  const used = mock('used range', { rowIndex: 1, columnIndex: 0, values: [['王芳', 38_404]], formulas: [['王芳', '=TODAY()']], valueTypes: [['String', 'Double']], numberFormat: [['@', 'yyyy-mm-dd']] }, { getRowProperties: () => ({ value: [{ rowHidden: true }] }) })
  const written = mock('written range', { values: [['', '']] })
  const all = mock('all cells', {}, { getMergedAreasOrNullObject: () => ({ isNullObject: true, load: () => undefined, untrack: () => undefined }) })
  const sheet = mock('sheet', { id: '{1}', name: '名册', visibility: 'Hidden', protection: { protected: true } }, { getUsedRange: () => used, getRange: () => all, getRangeByIndexes: () => written })
  const names = [mock('name', { name: 'muster_week', formula: "='名册'!$B$2", visible: true, scope: 'Workbook' })]
  Object.assign(sheet, { names: collection('names of the sheet', []) })
  const year = mock('function', { value: 1462 })
  const context = {
    workbook: { worksheets: Object.assign(collection('sheets', [sheet]), { getItem: () => sheet }), names: collection('names', names), functions: { date: () => year } },
    async sync() {
      log.push('sync')
      for (const one of mocks) await one.sync()
    },
  }
  const run = async (_: object, batch: (with_: typeof context) => Promise<unknown>) => batch(context)
  return { log, written, workbook: openExcelWorkbook({ run: run as unknown as typeof Excel.run, supports: () => true }) }
}

describe('the order of loads and syncs', () => {
  it('is right for a snapshot', async () => {
    const { workbook, log } = mockedExcel()
    const snapshot = await workbook.snapshot()
    expect(snapshot.sheets).toEqual([{ name: '名册', visibility: 'hidden', protected: true, merges: [], rows: [{ row: 2, hidden: true, cells: [{ column: 1, value: '王芳', format: '@' }, { column: 2, value: 38_404, formula: 'TODAY()', date: true, format: 'yyyy-mm-dd' }] }] }])
    expect(snapshot.names).toEqual([{ name: 'muster_week', refersTo: "'名册'!$B$2", hidden: false }])
    expect(log).toEqual(['load sheets', 'load sheet', 'load names', 'load name', 'load function', 'sync', 'load used range', 'load names of the sheet', 'sync'])
  })

  it('is right for a patch: nothing is loaded, and one sync writes it', async () => {
    const { workbook, log, written } = mockedExcel()
    await workbook.snapshot()
    log.length = 0
    await workbook.apply({ sheets: [{ sheet: '名册', cells: [{ row: 2, column: 1, value: '=1+1' }, { row: 2, column: 2, value: 7 }] }] })
    expect(log).toEqual(['sync'])
    // Column A has the format Text: no apostrophe.
    expect((written as unknown as { values: unknown }).values).toEqual([['=1+1', 7]])
  })
})
