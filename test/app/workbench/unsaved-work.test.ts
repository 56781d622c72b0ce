/** Work that is not saved: kept as a draft, saved, or given up by whoever did it. */
import { HostTrouble } from '../../../src/app/open-workbook'
import { LONGEST, QUIET } from '../../../src/app/workbench/file-at-work'
import { book, CELL, CHANGES, edited, opened, source, workbenchInMemory } from './workbench-in-memory'

describe('work that is not saved', () => {
  it('becomes a draft after a pause, and while there is none, after a while', async () => {
    const { file, drafts, spreadsheet, timers } = await opened()
    spreadsheet.last.edit('名册', CELL)
    expect(file().store.state.save).toBe('unsaved')
    expect(await drafts.list()).toEqual([])
    for (let passed = 0; passed < LONGEST; passed += QUIET / 2) {
      spreadsheet.last.edit('名册', { ...CELL, value: passed })
      await timers.pass(QUIET / 2)
    }
    expect(await drafts.list()).toMatchObject([{ id: 'id1', name: 'u01.xlsx', count: 1 }])
  })

  it('is there again after the tab was closed: restored, unsaved, and saved like any', async () => {
    const { drafts } = await edited()
    const again = workbenchInMemory({}, book, drafts)
    await again.bench.start()
    expect(again.bench.store.state.drafts).toMatchObject([{ id: 'id1', count: 1 }])
    await again.bench.openDraft('id1')
    expect(again.spreadsheet.last.changes()).toEqual(CHANGES)
    expect(again.file().store.state.save).toBe('unsaved')
    await again.file().save()
    expect(again.saved).toEqual([{ name: 'u01.xlsx', base: 'u01.xlsx', changes: CHANGES }])
    expect(await drafts.list()).toEqual([])
  })

  it('is not there when it was taken back', async () => {
    const { file, drafts, spreadsheet, timers } = await edited()
    expect(await drafts.list()).toHaveLength(1)
    spreadsheet.last.edit('名册', { ...CELL, value: 8 })
    await timers.pass(QUIET)
    expect(file().store.state.save).toBe('unchanged')
    expect(await drafts.list()).toEqual([])
  })

  it('stays when one goes back to the start, until it is discarded', async () => {
    const { bench } = await edited()
    await bench.close()
    expect(bench.store.state).toMatchObject({ page: { phase: 'start' }, kept: 'u01.xlsx', drafts: [{ id: 'id1' }] })
    await bench.discardDraft('id1')
    expect(bench.store.state.drafts).toEqual([])
  })

  it('is kept when the spreadsheet cannot let go of the file', async () => {
    const { bench, spreadsheet, phase } = await edited()
    spreadsheet.last.close = () => Promise.reject(new HostTrouble('host/failed', { reason: 'x' }))
    await bench.close()
    expect(phase()).toBe('start')
    expect(bench.store.state).toMatchObject({ failure: { at: 'closing', name: 'u01.xlsx' }, drafts: [{ id: 'id1' }] })
  })

  it('that cannot be read out keeps the file open', async () => {
    const { bench, file, spreadsheet } = await edited()
    spreadsheet.last.changes = () => {
      throw new HostTrouble('host/editing')
    }
    await bench.close()
    expect(file().facts.book).toBe(spreadsheet.last)
    expect(bench.store.state).toMatchObject({ failure: { at: 'closing', trouble: { code: 'host/editing' } } })
  })

  it('that was discarded in another tab says so', async () => {
    const { bench, drafts } = await edited()
    await bench.close()
    await drafts.discard('id1')
    await bench.openDraft('id1')
    expect(bench.store.state).toMatchObject({ page: { phase: 'start' }, failure: { trouble: { code: 'workbench/draft-gone' } } })
  })

  it('can be done, and saved, where the browser keeps no drafts', async () => {
    const { file, drafts, spreadsheet, timers, saved } = await opened()
    drafts.isRefusing = true
    spreadsheet.last.edit('名册', CELL)
    await timers.pass(QUIET)
    expect(file().store.state).toMatchObject({ save: 'unsaved', isDraftRefused: true })
    await file().save()
    expect(saved).toHaveLength(1)
    expect(file().store.state).toMatchObject({ save: 'saved', isDraftRefused: false })
  })

  it('is kept, saved or not, when the page is drawn anew in another language', async () => {
    const { bench, file, spreadsheet } = await edited()
    await file().save()
    await bench.redraw()
    expect(spreadsheet.opened).toHaveLength(2)
    expect(spreadsheet.last.changes()).toEqual(CHANGES)
    expect(file().facts.id).toBe('id1')
    expect(file().store.state).toMatchObject({ save: 'saved', savedAt: expect.stringMatching(/^2005-03-11T/) })
    spreadsheet.last.edit('名册', { ...CELL, value: 13 })
    await bench.redraw()
    expect(file().isUnsaved).toBe(true)
    expect(bench.store.state.kept).toBeUndefined()
  })
})

describe('saving', () => {
  it('hands over the file with its changes, and takes the draft away', async () => {
    const { file, drafts, saved } = await edited()
    await file().save()
    expect(saved).toEqual([{ name: 'u01.xlsx', base: 'u01.xlsx', changes: CHANGES }])
    expect(file().store.state).toMatchObject({ save: 'saved', savedAt: expect.stringMatching(/^2005-03-11T/) })
    expect(await drafts.list()).toEqual([])
  })

  it('a second time saves all changes of the file as it was opened', async () => {
    const { file, spreadsheet, saved } = await edited()
    await file().save()
    spreadsheet.last.edit('名册', { row: 2, column: 1, value: '周敏' })
    expect(file().store.state.save).toBe('unsaved')
    await file().save()
    expect(saved[1]).toMatchObject({ base: 'u01.xlsx', changes: { sheets: [{ cells: [CELL, { row: 2, column: 1 }] }] } })
  })

  it('leaves unsaved what is typed meanwhile', async () => {
    const { file, spreadsheet, drafts, ports, saved } = await edited()
    const format = await ports.format()
    jest.spyOn(ports, 'format').mockImplementation(async () => {
      spreadsheet.last.edit('名册', { ...CELL, value: 13 })
      return format
    })
    await file().save()
    expect(saved).toMatchObject([{ changes: CHANGES }])
    expect(file().store.state.save).toBe('unsaved')
    expect(await drafts.list()).toHaveLength(1)
  })

  it('that fails says why, and nothing is lost', async () => {
    const { bench, file, spreadsheet, timers, drafts } = workbenchInMemory({}, book)
    await bench.open(source('u01.xlsx', 'unpatchable'))
    spreadsheet.last.edit('名册', CELL)
    await timers.pass(QUIET)
    await file().save()
    expect(file().store.state).toMatchObject({ save: 'unsaved', trouble: { code: 'file/missing-part' } })
    expect(await drafts.list()).toHaveLength(1)
  })
})
