/**
 * What every adapter of the port promises (src/hosts/README.md), as tests: `describeOpenWorkbook('Excel', open)`.
 * A bench is a workbook open in a host, and a person in front of it.
 */
import { HostTrouble, type OpenWorkbook, type Selected } from '../../src/app/open-workbook'
import { cellAt, type Workbook } from '../../src/workbook/model'
import type { CellPatch, WorkbookPatch } from '../../src/workbook/patch'
import { bookFrom, sheetFrom } from '../support/sheet'

export interface Bench {
  readonly workbook: OpenWorkbook
  readonly person: {
    types(sheet: string, row: number, column: number, input: string | number | boolean): void
    /** Somebody else, who has the same workbook open. */
    othersType?(sheet: string, row: number, column: number, input: string | number | boolean): void
    selects(sheet: string, row: number, column: number): void
    deletes(sheet: string): void
    /** Absent: the host has no such state. */
    beginsEditing?(): void
    finishesEditing?(): void
  }
  /** What is on the screen. */
  shown(): Selected
  /** All events that were raised have arrived. */
  settled(): Promise<void>
}

export interface BenchOptions {
  /** Cells of protected sheets that may be written, as `sheet row column`. */
  readonly open?: readonly string[]
  readonly readOnly?: boolean
}

const book: Workbook = bookFrom([
  sheetFrom('名册', `
    | 序号 | 姓名 | 入党时间   | 学时 | 比例 | 合格  | 备注  |
    | 1    | 王芳 | 1998-07-01 | 8    | 40%  | TRUE  | '007  |
    | 2    | =李强 |            | '8   | #N/A | FALSE | '=1+1 |
    |      |      |            |      |      |       |       |
    | 4    | =    | 2005-02-21 | -2.5 | =12  | 并    | ~     |
  `, { hiddenRows: [3] }),
  sheetFrom('Ünit "A" & B', '| |', { visibility: 'hidden' }),
  { ...sheetFrom('受保护', '| 甲 | 乙 |'), protected: true },
  { ...sheetFrom('_muster', "| key | 'value |", { visibility: 'veryHidden' }), protected: true },
])

const patch = (sheet: string, ...cells: CellPatch[]): WorkbookPatch => ({ sheets: [{ sheet, cells }] })
const code = async (call: Promise<unknown>) => {
  try {
    await call
  } catch (error) {
    if (error instanceof HostTrouble) return [error.code, error.params]
    throw error
  }
  return undefined
}

export function describeOpenWorkbook(host: string, open: (book: Workbook, options?: BenchOptions) => Promise<Bench>): void {
  const valueAfter = async (bench: Bench, sheet: string, row: number, column: number) => {
    const found = (await bench.workbook.snapshot()).sheets.find(({ name }) => name === sheet)
    return found && cellAt(found, row, column)?.value
  }

  describe(`a workbook open in ${host}`, () => {
    it('has a name', async () => expect((await (await open(book)).workbook.name()).length).toBeGreaterThan(0))

    it('is given as the file reader would give it', async () => {
      const { workbook } = await open({ ...book, names: [{ name: 'muster_week', refersTo: "'名册'!$B$2", hidden: false }, { name: 'quiet', refersTo: "'名册'!$A$1:$C$4", hidden: true }, { name: 'muster_week', refersTo: "'受保护'!$A$1", hidden: false, sheet: '受保护' }] })
      const snapshot = await workbook.snapshot()
      expect(snapshot.sheets).toEqual(book.sheets)
      expect(snapshot.names).toEqual([{ name: 'muster_week', refersTo: "'名册'!$B$2", hidden: false }, { name: 'quiet', refersTo: "'名册'!$A$1:$C$4", hidden: true }, { name: 'muster_week', refersTo: "'受保护'!$A$1", hidden: false, sheet: '受保护' }])
    })

    it('does not change by being read', async () => {
      const { workbook } = await open(book)
      expect(await workbook.snapshot()).toEqual(await workbook.snapshot())
    })

    it('has every sheet that is asked for; the others may be left out', async () => {
      const { workbook } = await open(book)
      const sheets = new Map((await workbook.snapshot({ leaveOut: (name) => name === '_muster' })).sheets.map((sheet) => [sheet.name, sheet]))
      for (const sheet of book.sheets) if (sheet.name !== '_muster' || sheets.has(sheet.name)) expect(sheets.get(sheet.name)).toEqual(sheet)
    })

    it('has what a person typed since', async () => {
      const bench = await open(book)
      await bench.workbook.snapshot()
      bench.person.types('名册', 30, 3, '补充')
      expect(await valueAfter(bench, '名册', 30, 3)).toBe('补充')
    })
  })

  describe(`a patch of a workbook open in ${host}`, () => {
    it.each([
      ['text', '王芳'], ['a text that begins like a formula', '=1+1'], ['one that begins with an at sign', '@SUM(A1)'], ['a minus sign', '-'], ['one after a space', ' =1+1'],
      ['leading zeros', '007'], ['a phone number', '013800000000'], ['a long number', '350102199001011234'], ['what looks like a date', '2005-03-11'], ['a time', '2005-03-11T09:30:00'],
      ['what looks like a percentage', '50%'], ['what looks like an error', '#N/A'], ['TRUE in letters', 'TRUE'], ['an apostrophe', "'quoted'"], ['an apostrophe alone', "'"], ['lines', '一\n二'],
      ['marks', '|4:e|6:w|'], ['digits that look like a power', '12e5'], ['an amount', '1,234'], ['a long text', 'x'.repeat(30_000)],
      ['a number', 40], ['a fraction', 0.1], ['zero', 0], ['a negative number', -2.5], ['true', true], ['false', false],
    ])('writes %s as it is', async (_, value) => {
      const bench = await open(book)
      await bench.workbook.snapshot()
      await bench.workbook.apply(patch('名册', { row: 9, column: 2, value }))
      expect(await valueAfter(bench, '名册', 9, 2)).toBe(value)
      expect((await bench.workbook.snapshot()).sheets[0]?.rows.find(({ row }) => row === 9)?.cells).toHaveLength(1)
    })

    it('writes text as text also where nothing was read before', async () => {
      const bench = await open(book)
      await bench.workbook.apply(patch('名册', { row: 9, column: 2, value: '=1+1' }, { row: 10, column: 2, value: '007' }))
      expect([await valueAfter(bench, '名册', 9, 2), await valueAfter(bench, '名册', 10, 2)]).toEqual(['=1+1', '007'])
    })

    it('empties a cell', async () => {
      const bench = await open(book)
      await bench.workbook.apply(patch('名册', { row: 2, column: 2, value: null }))
      expect(await valueAfter(bench, '名册', 2, 2)).toBeUndefined()
    })

    it('changes the cells it names and no others', async () => {
      const bench = await open(book)
      const before = await bench.workbook.snapshot()
      const cells = [[2, 2], [2, 3], [3, 2], [3, 3], [3, 5], [7, 9], [8, 9], [8, 1]].map(([row, column]): CellPatch => ({ row: row as number, column: column as number, value: `${row}/${column}x` }))
      await bench.workbook.apply({ sheets: [{ sheet: '名册', cells }, { sheet: 'Ünit "A" & B', cells: [{ row: 1, column: 1, value: '第二张' }] }] })
      const after = await bench.workbook.snapshot()
      const all = (of: Workbook) => of.sheets.flatMap(({ name, rows }) => rows.flatMap(({ row, cells: held }) => held.map((cell) => [`${name} ${row} ${cell.column}`, cell.value, cell.formula] as const)))
      const was = new Map(all(before).map(([at, ...rest]) => [at, rest]))
      const changed = all(after).filter(([at, ...rest]) => JSON.stringify(was.get(at)) !== JSON.stringify(rest))
      expect(changed.map(([at, value]) => [at, value]).sort()).toEqual([...cells.map(({ row, column, value }) => [`名册 ${row} ${column}`, value]), ['Ünit "A" & B 1 1', '第二张']].sort())
      expect(all(after).length).toBe(new Set([...all(before), ...changed].map(([at]) => at)).size)
    })

    it('takes a hidden sheet as it takes any other', async () => {
      const bench = await open(book, { open: ['_muster 2 1', '_muster 2 2'] })
      await bench.workbook.apply(patch('_muster', { row: 2, column: 1, value: 'seal' }, { row: 2, column: 2, value: '2005-03-11T09:30:00' }))
      expect(await valueAfter(bench, '_muster', 2, 2)).toBe('2005-03-11T09:30:00')
    })

    it('adds sheets that are not there, as they are described, and does not take that for an edit', async () => {
      const { workbook, settled } = await open(book)
      let edits = 0
      await workbook.snapshot()
      await workbook.onEdited(() => edits++)
      const sheet = (name: string, visibility: 'visible' | 'veryHidden') => ({ name, visibility, columns: [{ width: 9 }], rows: [{ row: 1, hidden: true, cells: [{ column: 1, value: '#table' }] }, { row: 2, cells: [{ column: 1, value: '=1+1' }, { column: 2, value: 40 }] }] })
      await workbook.apply({ sheets: [{ sheet: '名册', cells: [{ row: 9, column: 2, value: 'x' }] }], add: [sheet('排名', 'visible'), sheet('_store', 'veryHidden'), sheet('名册', 'visible')] })
      await settled()
      expect(edits).toBe(0)
      const after = await workbook.snapshot()
      expect(after.sheets.map(({ name, visibility }) => [name, visibility]).slice(3)).toEqual([['_muster', 'veryHidden'], ['排名', 'visible'], ['_store', 'veryHidden']])
      expect(after.sheets.at(-1)?.rows.map(({ hidden = false, cells }) => [hidden, ...cells.map(({ value }) => value)])).toEqual([[true, '#table'], [false, '=1+1', 40]])
      expect(await valueAfter({ workbook } as Bench, '名册', 9, 2)).toBe('x')
    })

    it('that is empty does nothing', async () => {
      const { workbook } = await open(book, { readOnly: true })
      expect(await code(workbook.apply({ sheets: [] }))).toBeUndefined()
    })
  })

  describe(`what stands in the way in ${host}`, () => {
    it('writes to open cells of a protected sheet, next to locked ones, and leaves it protected', async () => {
      const bench = await open(book, { open: ['受保护 2 1', '受保护 3 2'] })
      await bench.workbook.apply(patch('受保护', { row: 2, column: 1, value: 'a' }, { row: 3, column: 2, value: 'b' }))
      expect([await valueAfter(bench, '受保护', 2, 1), await valueAfter(bench, '受保护', 3, 2)]).toEqual(['a', 'b'])
      expect((await bench.workbook.snapshot()).sheets.find(({ name }) => name === '受保护')?.protected).toBe(true)
    })

    it('says which sheet is protected', async () => {
      const { workbook } = await open(book, { open: ['_muster 1 1'] })
      const both: WorkbookPatch = { sheets: [{ sheet: '_muster', cells: [{ row: 1, column: 1, value: 1 }] }, { sheet: '受保护', cells: [{ row: 1, column: 1, value: 1 }] }] }
      expect(await code(workbook.apply(both))).toEqual(['host/protected', { sheet: '受保护' }])
    })

    it('says which sheet is gone', async () => {
      const { workbook, person } = await open(book)
      person.deletes('受保护')
      expect(await code(workbook.apply({ sheets: [{ sheet: '名册', cells: [{ row: 1, column: 1, value: 1 }] }, { sheet: '受保护', cells: [{ row: 1, column: 1, value: 1 }] }] }))).toEqual(['host/sheet-missing', { sheet: '受保护' }])
      expect(await code(workbook.reveal('受保护', 1, 1))).toEqual(['host/sheet-missing', { sheet: '受保护' }])
      expect((await workbook.snapshot()).sheets.map(({ name }) => name)).not.toContain('受保护')
    })

    it('says that the workbook is read-only, and still reads it', async () => {
      const { workbook } = await open(book, { readOnly: true })
      expect(await code(workbook.apply(patch('名册', { row: 1, column: 1, value: 1 })))).toEqual(['host/read-only', {}])
      expect((await workbook.snapshot()).sheets).toEqual(book.sheets)
    })

    it('waits for a cell that is being edited, or says so', async () => {
      const { workbook, person, settled } = await open(book)
      if (!person.beginsEditing || !person.finishesEditing) return
      person.beginsEditing()
      let answered: unknown = 'waiting'
      const answer = code(workbook.snapshot()).then((trouble) => (answered = trouble))
      await settled()
      if (answered !== 'waiting') return expect(answered).toEqual(['host/editing', {}])
      person.finishesEditing()
      expect(await answer).toBeUndefined()
    })
  })

  describe(`showing a cell in ${host}`, () => {
    it('brings up the sheet and selects the cell', async () => {
      const { workbook, shown } = await open(book)
      await workbook.reveal('受保护', 7, 3)
      expect(shown()).toEqual({ sheet: '受保护', row: 7, column: 3 })
      expect(await workbook.selected()).toEqual({ sheet: '受保护', row: 7, column: 3 })
    })

    it('does not unhide a sheet', async () => {
      const { workbook, shown } = await open(book)
      expect(await code(workbook.reveal('_muster', 1, 1))).toEqual(['host/sheet-hidden', { sheet: '_muster' }])
      expect(shown().sheet).toBe('名册')
    })

    it('knows where the person is', async () => {
      const { workbook, person } = await open(book)
      person.selects('受保护', 4, 2)
      expect(await workbook.selected()).toEqual({ sheet: '受保护', row: 4, column: 2 })
    })
  })

  describe(`listening in ${host}`, () => {
    async function listening() {
      const bench = await open(book)
      const heard = { edits: 0, selected: [] as Selected[] }
      await bench.workbook.snapshot()
      const stops = [await bench.workbook.onEdited(() => heard.edits++), await bench.workbook.onSelected((at) => heard.selected.push(at))]
      return { ...bench, heard, stop: async () => void (await Promise.all(stops.map((stop) => stop()))) }
    }

    it('hears every edit of the person, on any sheet', async () => {
      const { person, heard, settled } = await listening()
      person.types('名册', 2, 4, 9)
      await settled()
      expect(heard.edits).toBe(1)
      person.types('受保护', 2, 1, 'x')
      await settled()
      expect(heard.edits).toBe(2)
    })

    it('hears that a sheet was deleted', async () => {
      const { person, heard, settled } = await listening()
      person.deletes('受保护')
      await settled()
      expect(heard.edits).toBe(1)
    })

    it('does not take its own patches for edits, and does not miss the person\'s after them', async () => {
      const { workbook, person, heard, settled } = await listening()
      await workbook.apply(patch('名册', { row: 2, column: 2, value: '王' }, { row: 2, column: 3, value: 1 }, { row: 9, column: 9, value: 2 }))
      await settled()
      expect(heard.edits).toBe(0)
      person.types('名册', 2, 2, '王芳')
      await settled()
      expect(heard.edits).toBe(1)
    })

    it('leaves other people\'s edits to them', async () => {
      const { person, heard, settled } = await listening()
      person.othersType?.('名册', 2, 4, 9)
      await settled()
      expect(heard.edits).toBe(0)
    })

    it('hears where the person goes', async () => {
      const { person, heard, settled } = await listening()
      person.selects('受保护', 3, 2)
      await settled()
      expect(heard.selected).toEqual([{ sheet: '受保护', row: 3, column: 2 }])
    })

    it('stops when asked to', async () => {
      const { person, heard, settled, stop } = await listening()
      await stop()
      person.types('名册', 2, 4, 9)
      person.selects('受保护', 3, 2)
      await settled()
      expect(heard).toEqual({ edits: 0, selected: [] })
    })
  })
}
