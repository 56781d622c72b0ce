/** What every place for drafts is held to. */
import type { Draft, DraftStore } from '../../../src/app/workbench/drafts'

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  name: `${id}.xlsx`,
  at: '2005-03-11T09:30:00',
  base: new Uint8Array([80, 75, 3, 4]),
  changes: { sheets: [{ sheet: '名册', cells: [{ row: 4, column: 2, value: '周敏' }, { row: 5, column: 2, value: null }] }] },
  ...more,
})

export function draftStoreContract(make: () => DraftStore | Promise<DraftStore>): void {
  it('gives back what it was given, the bytes of the file too', async () => {
    const store = await make()
    await store.save(draft('a', { sample: 'study' }))
    const loaded = await store.load('a')
    expect(loaded).toEqual(draft('a', { sample: 'study' }))
    expect([...(loaded?.base ?? [])]).toEqual([80, 75, 3, 4])
  })

  it('lists them with their number of changes, the latest first', async () => {
    const store = await make()
    await store.save(draft('a'))
    await store.save(draft('b', { at: '2005-03-12T08:00:00', changes: { sheets: [] } }))
    await store.save(draft('c', { at: '2005-03-10T08:00:00' }))
    expect(await store.list()).toEqual([
      { id: 'b', name: 'b.xlsx', at: '2005-03-12T08:00:00', count: 0 },
      { id: 'a', name: 'a.xlsx', at: '2005-03-11T09:30:00', count: 2 },
      { id: 'c', name: 'c.xlsx', at: '2005-03-10T08:00:00', count: 2 },
    ])
  })

  it('keeps one of an id: what was written last', async () => {
    const store = await make()
    await store.save(draft('a'))
    await store.save(draft('a', { at: '2005-03-11T09:31:00', changes: { sheets: [] } }))
    expect(await store.list()).toHaveLength(1)
    expect(await store.load('a')).toMatchObject({ at: '2005-03-11T09:31:00', changes: { sheets: [] } })
  })

  it('forgets what is discarded, and has nothing of what never was', async () => {
    const store = await make()
    await store.save(draft('a'))
    await store.discard('a')
    await store.discard('never')
    expect(await store.list()).toEqual([])
    expect(await store.load('a')).toBeUndefined()
  })
}
