/** The office's workbook open in Excel: consolidating comes to the same as from the command line, in the workbook as well. */
import { consolidate, type Consolidation } from '../../../src/app/consolidate'
import { issue } from '../../../src/app/issue'
import { readRegistry } from '../../../src/app/registry'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import type { Workbook } from '../../../src/workbook/model'
import { format, makeUp, type MadeUp } from '../../app/demo/made-up'
import { benchOf, type ExcelBench } from '../../support/excel/bench'
import { ExcelInMemory } from '../../support/excel/excel-in-memory'
import { wordsFor } from '../../support/shipped-campaigns'
import { valuesOf } from '../../support/values-of'

// Whole weeks are consolidated here.
jest.setTimeout(60_000)

let made: MadeUp
let blank: Uint8Array

beforeAll(async () => {
  made = await makeUp('safety-month', { units: 7, weeks: 2 })
  const { campaign, files } = made
  const { language } = campaign.definition
  const { registry, members } = readRegistry([{ name: 'registry.xlsx', bytes: files.get('registry.xlsx') as Uint8Array }], { definition: campaign.definition, language, format })
  const [office] = issue({ campaign, registry, members, words: wordsFor(campaign, language) })
  blank = format.write((office as NonNullable<typeof office>).spec)
}, 120_000)

function closeWeek(week: number, office: Workbook): Promise<Consolidation> {
  const { campaign, files } = made
  const end = campaign.calendar.weekEnd(week)
  const names = [...files.keys()].filter((file) => file.startsWith(`returns/week-${week}/`))
  return consolidate({ campaign, office, week, today: end, now: `${end}T20:00:00`, read: format.read, compression: format.compression, sayIn: (one) => sayFrom(messages, one), files: names.map((name) => ({ name, load: () => files.get(name) as Uint8Array })) })
}

const told = ({ files, ledger, standings, proposals, systems, changes }: Consolidation) => ({ files, ledger, standings, proposals, systems, changes })

describe('the office workbook in Excel', () => {
  let bench: ExcelBench
  beforeEach(() => (bench = benchOf(ExcelInMemory.ofFile(blank))))

  it('holds the same after every week as the file that the command line patches', async () => {
    let bytes = blank
    for (const week of [1, 2]) {
      const inFile = await closeWeek(week, format.read(bytes))
      bytes = format.patch(bytes, inFile.patch)
      const inExcel = await closeWeek(week, await bench.workbook.snapshot())
      expect(told(inExcel)).toEqual(told(inFile))
      await bench.workbook.apply(inExcel.patch)
      expect(valuesOf(bench.excel.model())).toEqual(valuesOf(format.read(bytes)))
    }
    expect(bench.executor.roundTrips).toHaveLength(6)
  })

  it('has nothing to change when the same is consolidated again', async () => {
    await bench.workbook.apply((await closeWeek(1, await bench.workbook.snapshot())).patch)
    expect((await closeWeek(1, await bench.workbook.snapshot())).changed).toBe(false)
  })

  it('gets a sheet of ours that was deleted back', async () => {
    await bench.workbook.apply((await closeWeek(1, await bench.workbook.snapshot())).patch)
    const before = valuesOf(bench.excel.model())
    const ranking = (await closeWeek(1, format.read(blank))).patch.sheets.map(({ sheet }) => sheet).find((sheet) => bench.excel.sheet(sheet).visibility === 'visible') as string
    bench.person.deletes(ranking)
    const again = await closeWeek(1, await bench.workbook.snapshot())
    expect(again.patch.add?.map(({ name }) => name)).toEqual([ranking])
    await bench.workbook.apply(again.patch)
    const of = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([at]) => at.startsWith(`${ranking} `)))
    expect(of(valuesOf(bench.excel.model()))).toEqual(of(before))
  })
})
