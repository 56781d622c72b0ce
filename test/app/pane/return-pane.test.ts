import { HostTrouble } from '../../../src/app/open-workbook'
import { ReturnPane } from '../../../src/app/pane/return/return-pane'
import type { ReadyState } from '../../../src/app/pane/return/return-state'
import { IDENTITY_KEYS, IDENTITY_SHEET } from '../../../src/domain/returns/identity'
import { readIdentity } from '../../../src/domain/returns/read-identity'
import { cellAt } from '../../../src/workbook/model'
import { sheetFrom } from '../../support/sheet'
import { studyBook, TALKS } from '../../support/study-campaign'
import { inMemory, type SessionOptions } from './study-session'

const UNREADABLE = studyBook({ talks: sheetFrom('党课', TALKS.replace('2005-03-02', '待定')) })

async function opened(options: SessionOptions = {}) {
  const memory = inMemory(options)
  const pane = new ReturnPane(memory.session)
  await pane.start()
  return { ...memory, pane, state: () => pane.store.state as ReadyState, cell: (sheet: string, row: number, column: number) => cellAt(memory.open.book.sheets.find(({ name }) => name === sheet)!, row, column)?.value }
}

describe('a return that is opened', () => {
  it('says whose it is, which week and which definition, before anything is checked', async () => {
    const { state } = await opened()
    expect(state()).toMatchObject({ phase: 'ready', work: 'nothing', week: 2, facts: { kind: 'unit', week: 2, version: '1', subject: { id: 'u01', name: '城南小学' } } })
    expect(state().checked).toBeUndefined()
  })

  it.each([
    [{ state: 'none' }, 'pane/definition-none'],
    [{ state: 'damaged' }, 'pane/definition-damaged'],
    [{ state: 'mistaken', mistakes: [] }, 'pane/definition-mistaken'],
  ] as const)('without rules that work says so: %j', async (carried, code) => {
    const { pane } = await opened({ carried })
    expect(pane.store.state).toMatchObject({ phase: 'unusable', trouble: { code } })
  })

  it('listens while it is open, and no longer', async () => {
    const { pane, open } = await opened()
    expect(open.listeners).toBe(2)
    pane.stop()
    expect(open.listeners).toBe(0)
  })
})

describe('a check', () => {
  it('reads once, writes once, and shows what it found', async () => {
    const { pane, open, state, cell } = await opened({ book: UNREADABLE })
    await pane.check()
    expect([open.snapshots, open.patches.length]).toEqual([1, 1])
    expect(state().checked).toMatchObject({ stale: false, written: true })
    expect(state().checked?.result.findings.map(({ code }) => code)).toEqual(['requirement/hours', 'cell/not-a-date'])
    expect(cell('党课', 5, 7)).toContain('“日期”应填日期')
  })

  it('writes only what differs: nothing, the second time in the same second, and the first stays the one to undo', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    await pane.check()
    const { undoable } = state()
    await pane.check()
    expect(open.patches).toHaveLength(1)
    expect(state().undoable).toBe(undoable)
  })

  it('goes stale with the next edit, and fresh with the next check', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    await pane.check()
    open.edit('党课', { row: 5, column: 2, value: 38413 })
    expect(state().checked?.stale).toBe(true)
    await pane.check()
    expect(state().checked?.stale).toBe(false)
  })

  it('is stale at once when somebody edits while it is written', async () => {
    const { pane, open, state } = await opened()
    const apply = open.apply.bind(open)
    open.apply = async (patch) => {
      open.edit('党课', { row: 5, column: 6, value: '改' })
      await apply(patch)
    }
    await pane.check()
    expect(state().checked?.stale).toBe(true)
  })

  it('tells of a cell being edited, and leaves what was known', async () => {
    const { pane, open, state } = await opened()
    await pane.check()
    open.trouble = new HostTrouble('host/editing')
    await pane.check()
    expect(state()).toMatchObject({ work: 'nothing', trouble: { during: 'check', trouble: { code: 'host/editing' } }, checked: { written: true } })
    await pane.check()
    expect(state().trouble).toBeUndefined()
  })

  it('shows its result also where the workbook does not take it', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    open.apply = async () => {
      throw new HostTrouble('host/read-only')
    }
    await pane.check()
    expect(state()).toMatchObject({ checked: { written: false }, trouble: { trouble: { code: 'host/read-only' } } })
    expect(state().undoable).toBeUndefined()
  })

  it('is one at a time', async () => {
    const { pane, open } = await opened()
    await Promise.all([pane.check(), pane.check()])
    expect(open.snapshots).toBe(1)
  })

  it('works on a host without events', async () => {
    const memory = inMemory()
    memory.open.onEdited = async () => {
      throw new HostTrouble('host/failed', { reason: 'no events' })
    }
    const pane = new ReturnPane(memory.session)
    await pane.start()
    await pane.check()
    expect(pane.store.state).toMatchObject({ phase: 'ready', checked: { written: true } })
  })
})

describe('going to problems', () => {
  it('goes from where the person is to the next one, and round', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    await pane.check()
    for (let n = 0; n < 3; n++) await pane.next()
    expect(open.revealed.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['学习考勤', 7, 8],
      ['党课', 5, 2],
      ['学习考勤', 7, 8],
    ])
    expect(state().selected).toEqual({ sheet: '学习考勤', row: 7, column: 8 })
  })

  it('keeps to what the filter lets through', async () => {
    const { pane, open } = await opened({ book: UNREADABLE })
    await pane.check()
    pane.show('warning')
    await pane.next()
    expect(open.revealed).toEqual([])
  })

  it('says when the sheet is gone', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    await pane.check()
    open.trouble = new HostTrouble('host/sheet-missing', { sheet: '党课' })
    await pane.reveal({ sheet: '党课', row: 5, column: 2 })
    expect(state().trouble).toEqual({ during: 'reveal', trouble: { code: 'host/sheet-missing', params: { sheet: '党课' } } })
  })

  it('follows the person’s own selection', async () => {
    const { open, state } = await opened()
    open.select({ sheet: '党课', row: 4, column: 2 })
    expect(state().selected).toEqual({ sheet: '党课', row: 4, column: 2 })
  })
})

describe('undoing', () => {
  it('takes back what a check wrote', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    await pane.check()
    await pane.undo()
    expect(JSON.stringify(filled(open.book))).toBe(JSON.stringify(filled(UNREADABLE)))
    expect(state()).toMatchObject({ undone: { action: 'check', left: 0 }, checked: { written: false, stale: false } })
    expect(state().undoable).toBeUndefined()
  })

  it('leaves cells that were changed since, and says how many', async () => {
    const { pane, open, state, cell } = await opened({ book: UNREADABLE })
    await pane.check()
    open.edit('党课', { row: 5, column: 7, value: '已核对' })
    await pane.undo()
    expect(cell('党课', 5, 7)).toBe('已核对')
    expect(state().undone).toMatchObject({ left: 1 })
  })
})

describe('preparing for submission', () => {
  it('stamps the week and the seal as one change, and says what to do', async () => {
    const { pane, open, state, cell } = await opened({ book: UNREADABLE })
    pane.choose(1)
    await pane.prepare()
    expect(open.patches).toHaveLength(1)
    expect(cell('封面', 2, 2)).toBe(1)
    const identity = readIdentity(open.book)
    expect(identity).toMatchObject({ week: 1, seal: { rules: '1', at: '2005-03-04T09:30:00', errors: 2 } })
    expect(state().preparation).toMatchObject({
      week: 1,
      weekEnd: '2005-02-27',
      counts: { errors: 2 },
      overdue: [{ id: 'hours', short: [{ subject: '李建国', gap: 8 }] }],
      expectedName: 'u01 城南小学.xlsx',
      nameFits: true,
      fingerprint: identity.seal?.content.slice(0, 8),
    })
  })

  it('is taken back whole by one undo', async () => {
    const { pane, open, state } = await opened({ book: UNREADABLE })
    pane.choose(3)
    await pane.prepare()
    await pane.undo()
    expect(JSON.stringify(filled(open.book))).toBe(JSON.stringify(filled(UNREADABLE)))
    expect(state()).toMatchObject({ facts: { week: 2 }, checked: { stale: true } })
    expect(state().preparation).toBeUndefined()
  })

  it('says so when the cover has no cell for the week', async () => {
    const { pane, state } = await opened({ book: studyBook({ names: { muster_week: undefined } }) })
    await pane.prepare()
    expect(state().preparation).toBeDefined()
    expect(state().preparation?.week).toBeUndefined()
  })

  it('sees that a file’s name does not say whose it is', async () => {
    const { pane, state } = await opened({ name: '最终版(2).xlsx' })
    await pane.prepare()
    expect(state().preparation).toMatchObject({ nameFits: false, expectedName: 'u01 城南小学.xlsx' })
  })

  it('is void once a check was made anew', async () => {
    const { pane, state } = await opened()
    await pane.prepare()
    await pane.check()
    expect(state().preparation).toBeUndefined()
  })

  it('keeps the seal on the sheet that is never shown', async () => {
    const { pane, open } = await opened()
    await pane.prepare()
    const changed = open.patches[0]?.sheets.find(({ sheet }) => sheet === IDENTITY_SHEET)
    expect(changed?.cells.some(({ value }) => value === IDENTITY_KEYS.sealAt)).toBe(true)
  })
})

/** Blank cells of a formula have no value; rows without cells may come and go. */
const filled = (book: ReturnType<typeof studyBook>) => book.sheets.map(({ name, rows }) => [name, rows.filter(({ cells }) => cells.length > 0)])
