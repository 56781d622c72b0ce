import { HostTrouble } from '../../../src/app/open-workbook'
import { SHOWN } from '../../../src/app/workbench/file-at-work'
import { pageLanguage } from '../../../src/app/workbench/workbench'
import { book, bytesOf, CELL, edited, opened, SAMPLES, source, workbenchInMemory } from './workbench-in-memory'

describe('opening a file', () => {
  it('goes through its steps and shows it', async () => {
    const { bench, spreadsheet, file } = workbenchInMemory({}, book)
    const steps: string[] = []
    bench.store.subscribe(() => bench.store.state.page.phase === 'opening' && steps.push(bench.store.state.page.step))
    await bench.open(source('u01.xlsx'))
    expect([...new Set(steps)]).toEqual(['fetching', 'reading', 'preparing', 'drawing'])
    expect(file().facts).toMatchObject({ name: 'u01.xlsx', book: spreadsheet.last })
    expect(file().store.state.save).toBe('unchanged')
  })

  it.each([
    ['cannot be read', source('u02.xlsx', 'damaged'), { code: 'file/truncated' }],
    ['is not handed over', { name: 'u02.xlsx', load: () => Promise.reject(new Error('gone')) }, { code: 'pane/bug', params: { reason: 'gone' } }],
  ])('that %s is named with the reason, on the start view', async (_, bad, trouble) => {
    const { bench } = workbenchInMemory({}, book)
    await bench.open(bad)
    expect(bench.store.state).toMatchObject({ page: { phase: 'start' }, failure: { name: 'u02.xlsx', trouble } })
  })

  it('that cannot be read leaves the one before as it is', async () => {
    const { bench, file, spreadsheet } = await opened()
    const before = file()
    await bench.open(source('u02.xlsx', 'damaged'))
    expect(file()).toBe(before)
    expect(spreadsheet.last.isClosed).toBe(false)
    expect(bench.store.state.failure).toMatchObject({ name: 'u02.xlsx' })
  })

  it('that the spreadsheet does not take leads back to the start, with the one before kept', async () => {
    const { bench, spreadsheet, phase } = await edited()
    spreadsheet.trouble = new HostTrouble('host/failed', { reason: 'x' })
    await bench.open(source('u02.xlsx'))
    expect(phase()).toBe('start')
    expect(bench.store.state).toMatchObject({ failure: { name: 'u02.xlsx', trouble: { code: 'host/failed' } }, drafts: [{ name: 'u01.xlsx' }] })
  })

  it('is overtaken by opening another', async () => {
    let deliver: (bytes: Uint8Array) => void = () => undefined
    const { bench, file, spreadsheet } = workbenchInMemory({}, book)
    const slow = bench.open({ name: 'slow.xlsx', load: () => new Promise((resolve) => (deliver = resolve)) })
    await bench.open(source('quick.xlsx'))
    deliver(bytesOf('slow.xlsx'))
    await slow
    expect(file().facts.name).toBe('quick.xlsx')
    expect(spreadsheet.opened).toHaveLength(1)
    expect(bench.store.state.failure).toBeUndefined()
  })

  it.each([
    ['several files', [source('a.xlsx'), source('b.xlsx')], 'workbench/one-file'],
    ['a folder', [{ ...source('第4周'), isFolder: true }], 'workbench/folder'],
    ['a zip', [source('a.zip')], 'workbench/zip'],
  ])('by dropping %s says what to do instead', async (_, dropped, code) => {
    const { bench, phase } = workbenchInMemory({}, book)
    await bench.openDropped(dropped)
    expect(phase()).toBe('start')
    expect(bench.store.state.failure?.trouble.code).toBe(code)
  })

  it('keeps what is unsaved in the one before as a draft, and says so', async () => {
    const { bench, drafts, spreadsheet } = await opened()
    const [before] = spreadsheet.opened
    before?.edit('名册', CELL)
    await bench.openDropped([source('u02.xlsx')])
    expect(before?.isClosed).toBe(true)
    expect(before?.watchers).toBe(0)
    expect(bench.store.state.kept).toBe('u01.xlsx')
    expect(await drafts.list()).toMatchObject([{ name: 'u01.xlsx', count: 1 }])
  })
})

describe('a sample', () => {
  it('is opened by its path, and knows the returns that go with it', async () => {
    const { bench, file } = workbenchInMemory({}, book)
    await bench.start('samples/study/office.xlsx')
    expect(file().facts).toMatchObject({ name: '办公室.xlsx', sample: 'study' })
    const returns = bench.sampleReturns(file())
    expect(returns).toMatchObject({ week: 4, count: 107 })
    expect((await returns?.load())?.map(({ name }) => name)).toEqual(['第4周.zip/U001.xlsx'])
  })

  it.each(['https://elsewhere.example/x.xlsx', 'samples/study/returns.zip', '../secret.xlsx'])('that is not listed is not fetched: %s', async (path) => {
    const fetchFile = jest.fn()
    const { bench } = workbenchInMemory({ fetchFile }, book)
    await bench.start(path)
    expect(fetchFile).not.toHaveBeenCalled()
    expect(bench.store.state.failure?.trouble.code).toBe('workbench/no-such-sample')
  })

  it('is missing where the page was put up without any; files can be opened all the same', async () => {
    const { bench, phase } = workbenchInMemory({ samples: () => Promise.reject(new Error('404')) }, book)
    await bench.start()
    expect(bench.store.state.samples).toBe('missing')
    await bench.open(source('u01.xlsx'))
    expect(phase()).toBe('open')
  })

  it('has no returns when it is a file of one’s own', async () => {
    const { bench, file } = await opened()
    expect(bench.store.state.samples).toBe(SAMPLES)
    expect(bench.sampleReturns(file())).toBeUndefined()
  })
})

describe('what a person tries', () => {
  it('and is refused shows for a while', async () => {
    const { file, spreadsheet, timers } = await opened()
    spreadsheet.last.refuse({ code: 'grid/locked', params: { sheet: '名册', cell: 'A1' } })
    expect(file().store.state.refusal).toEqual({ code: 'grid/locked', params: { sheet: '名册', cell: 'A1' } })
    await timers.pass(SHOWN - 1)
    spreadsheet.last.refuse({ code: 'grid/locked', params: { sheet: '名册', cell: 'A2' } })
    await timers.pass(SHOWN - 1)
    expect(file().store.state.refusal?.params).toMatchObject({ cell: 'A2' })
    await timers.pass(1)
    expect(file().store.state.refusal).toBeUndefined()
  })

  it('and is refused shows no longer once something was done', async () => {
    const { file, spreadsheet } = await opened()
    spreadsheet.last.refuse({ code: 'grid/structure', params: {} })
    spreadsheet.last.edit('名册', CELL)
    expect(file().store.state.refusal).toBeUndefined()
  })

  it.each([
    ['undo', 'undo'],
    ['redo', 'redo'],
  ] as const)('%s goes to the spreadsheet', async (action, call) => {
    const { file, spreadsheet } = await opened()
    await file()[action]()
    await file().sort('descending')
    expect(spreadsheet.last.calls).toEqual([call, 'descending'])
  })

  it('and does not work says why', async () => {
    const { file, spreadsheet } = await opened()
    spreadsheet.last.undo = () => Promise.reject(new HostTrouble('host/editing'))
    await file().undo()
    expect(file().store.state.trouble).toEqual({ code: 'host/editing', params: {} })
    file().dismiss()
    expect(file().store.state.trouble).toBeUndefined()
  })
})

it.each([
  ['en', 'zh', 'zh-CN', 'en'],
  [null, 'zh', 'en-US', 'zh'],
  ['fr', null, 'zh-TW', 'zh'],
  [null, null, 'de-DE', 'en'],
  [null, 'nonsense', 'zh', 'zh'],
] as const)('language asked %s, chosen %s, browser %s: %s', (asked, chosen, browser, language) => expect(pageLanguage(asked, chosen, browser)).toBe(language))
