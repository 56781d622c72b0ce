/** What a unit does in the pane, through the genuine Office.js client, on returns of the sample data. */
import { carriedCampaign } from '../../src/app/carried-definition'
import { checkWorkbook } from '../../src/app/check'
import { ReturnPane } from '../../src/app/pane/return/return-pane'
import type { ReadyState } from '../../src/app/pane/return/return-state'
import { readIdentity } from '../../src/domain/returns/read-identity'
import { nodeCompression } from '../../src/workbook/compression/node'
import type { Workbook } from '../../src/workbook/model'
import { format, makeUp } from '../app/demo/made-up'
import { sayIn } from '../app/pane/study-session'
import { benchOf } from '../support/excel/bench'
import { ExcelInMemory } from '../support/excel/excel-in-memory'

const TODAY = '2005-02-27'
const clock = { today: () => TODAY, now: () => `${TODAY}T16:40:00` }
let files: ReadonlyMap<string, Uint8Array>

beforeAll(async () => {
  ;({ files } = await makeUp('learning-mobilization', { units: 4, weeks: 1 }))
}, 60_000)

async function opened(bytes: Uint8Array) {
  const bench = benchOf(ExcelInMemory.ofFile(bytes))
  const { workbook } = bench
  const book = await workbook.snapshot()
  const tools = {
    workbook,
    clock,
    carried: async (one: Workbook) => carriedCampaign(one, nodeCompression),
    loadDefinition: async () => ({ mistakes: [] }),
    pack: async () => '',
    format: async () => format,
    filesInZip: async () => [],
    words: async () => sayIn,
    saveFile: () => undefined,
    copyText: async () => undefined,
  }
  const pane = new ReturnPane({ tools, opened: { kind: readIdentity(book).kind ?? 'other', name: await workbook.name(), book }, language: 'zh', say: sayIn('zh'), sayIn, reopen: () => undefined })
  await pane.start()
  return { ...bench, pane, state: () => pane.store.state as ReadyState }
}

/** Returns of the week that can be read and carry their own rules. */
const returns = () => [...files].filter(([path, bytes]) => /^returns\/week-1\/[^/]+\.xlsx$/.test(path) && isReadable(bytes))

function isReadable(bytes: Uint8Array): boolean {
  try {
    return readIdentity(format.read(bytes)).kind !== undefined
  } catch {
    return false
  }
}

describe('the pane in Excel', () => {
  it('finds, measures and scores what the command line does on the same files, in three round trips', async () => {
    expect(returns().length).toBeGreaterThan(3)
    for (const [path, bytes] of returns()) {
      const { pane, state, executor } = await opened(bytes)
      const before = executor.roundTrips.length
      await pane.check()
      expect([path, executor.roundTrips.length - before]).toEqual([path, 3])
      const expected = checkWorkbook(format.read(bytes), { campaign: state().campaign, today: TODAY })
      const { result } = state().checked as NonNullable<ReadyState['checked']>
      expect([path, result.findings]).toEqual([path, expected.findings])
      expect(result.evaluation).toEqual(expected.evaluation)
      expect(result.ret.contentHash).toBe(expected.ret.contentHash)
    }
  }, 60_000)

  it('goes to every place with a problem, and selects its cell', async () => {
    const [, bytes] = returns()[0] as [string, Uint8Array]
    const { pane, state, shown } = await opened(bytes)
    await pane.check()
    const places = new Set(state().checked?.result.findings.flatMap(({ sheet, row, column }) => (sheet === undefined ? [] : [`${sheet} ${row ?? 1} ${column ?? 1}`])))
    const been = new Set<string>()
    for (let n = 0; n < places.size; n++) {
      await pane.next()
      been.add(Object.values(shown()).join(' '))
    }
    expect(been).toEqual(places)
  }, 60_000)

  it('prepares a return that the office finds intact, and takes all of it back', async () => {
    const [, bytes] = returns()[0] as [string, Uint8Array]
    const { pane, state, workbook } = await opened(bytes)
    const before = readIdentity(await workbook.snapshot())
    pane.choose(2)
    await pane.prepare()
    const prepared = await workbook.snapshot()
    const { ret } = checkWorkbook(prepared, { campaign: state().campaign, today: TODAY })
    expect(ret.identity).toMatchObject({ week: 2, seal: { content: ret.contentHash, at: clock.now() } })
    await pane.undo()
    expect(readIdentity(await workbook.snapshot())).toEqual(before)
    expect(state().undone?.left).toBe(0)
  }, 60_000)

  it('hears of edits, and not of its own', async () => {
    const [, bytes] = returns()[0] as [string, Uint8Array]
    const { pane, state, person, settled } = await opened(bytes)
    await pane.check()
    await settled()
    expect(state().checked?.stale).toBe(false)
    const [form] = Object.values(state().checked?.result.ret.located ?? {})
    person.types(form?.sheet ?? '', (form?.headerRow ?? 0) + 1, 2, '改')
    await settled()
    expect(state().checked?.stale).toBe(true)
  }, 60_000)
})
