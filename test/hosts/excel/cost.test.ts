/** What a check costs inside Excel: round trips that do not depend on the size, and bytes that the web takes. */
import { checkPatch, checkWorkbook } from '../../../src/app/check'
import { layoutForm } from '../../../src/domain/returns/layout'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { CellPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { benchOf, type ExcelOptions } from '../../support/excel/bench'
import { ExcelInMemory } from '../../support/excel/excel-in-memory'
import type { RoundTrip } from '../../support/excel/executor'
import { shipped, wordsFor } from '../../support/shipped-campaigns'

const campaign = shipped('learning-mobilization')
const say = sayFrom(messages, 'zh')
const MB = 1024 * 1024

/** A unit's return with every cell of every form filled in, most of it wrong: as much as a check can have to read and to write. */
function fullReturn(members: number): Uint8Array {
  const subject = { id: '001', name: '市图书馆', system: '科教文卫系统', headcount: members, group: '第三督导组', week: 2 }
  const roster = campaign.forms.unit.find((form) => campaign.form(form).shape === 'roster') as string
  const name = Object.keys(campaign.form(roster).fields)[0] as string
  const spec = unitWorkbook(campaign, { ...subject, members: Array.from({ length: members }, (_, n) => ({ [name]: `党员${n}` })) }, wordsFor(campaign, 'zh'))
  const sheets = campaign.forms.unit.map((form) => {
    const layout = layoutForm(campaign, form, { language: 'zh' })
    const sheet = spec.sheets.find((one) => one.name === layout.sheet)
    const rows = (sheet?.rows ?? []).filter(({ row }) => row >= layout.firstRow)
    const cells = rows.flatMap(({ row, cells: issued }) => issued.flatMap(({ column, style }): CellPatch[] => (style?.locked === false && column < layout.resultColumn ? [{ row, column, value: (row + column) % 3 ? 8 : '待补' }] : [])))
    return { sheet: layout.sheet, cells }
  })
  return patchWorkbook(writeWorkbook(spec, nodeCompression), { sheets }, nodeCompression)
}

async function checkInExcel(bytes: Uint8Array, options: ExcelOptions = {}) {
  const { workbook, executor } = benchOf(ExcelInMemory.ofFile(bytes), options)
  const book = await workbook.snapshot()
  const result = checkWorkbook(book, { campaign, today: '2005-03-18' })
  await workbook.apply(checkPatch(result, say, 'zh'))
  return { result, roundTrips: executor.roundTrips }
}

// Workbooks of many thousand cells.
jest.setTimeout(60_000)

type Cost = Awaited<ReturnType<typeof checkInExcel>>

describe('a check in Excel', () => {
  const small = fullReturn(35)
  let of35: Cost
  let of500: Cost

  beforeAll(async () => {
    of35 = await checkInExcel(small)
    of500 = await checkInExcel(fullReturn(500))
  }, 60_000)

  it('takes two round trips to read and one to write, for 35 members as for 500', () => {
    expect([of35, of500].map(({ result }) => result.findings.length > 1000)).toEqual([true, true])
    expect([of35, of500].map(({ roundTrips }) => roundTrips.length)).toEqual([3, 3])
    // To read, even the calls are the same.
    const reading = ({ roundTrips }: Cost) => roundTrips.slice(0, 2).map(({ calls }) => calls)
    expect(reading(of500)).toEqual(reading(of35))
  })

  it('reads and writes less than the web takes, with 500 members and something wrong in every row', () => {
    const [list, cells, write] = of500.roundTrips as [RoundTrip, RoundTrip, RoundTrip]
    expect([list.received < 20_000, cells.sent < 30_000, cells.received < 2 * MB, write.sent < 3 * MB, write.received < 5_000]).toEqual([true, true, true, true, true])
    expect(cells.received).toBeGreaterThan(MB)
  })

  it('takes three round trips also in Excel 2019', async () => {
    const { roundTrips } = await checkInExcel(small, { version: '1.7' })
    expect(roundTrips.map(({ error }) => error)).toEqual([undefined, undefined, undefined])
  })

  it('asks again in parts only when all at once is too much', async () => {
    const excel = ExcelInMemory.ofFile(small)
    const { workbook, executor } = benchOf(excel, { limit: 120_000 })
    expect((await workbook.snapshot()).sheets).toEqual(excel.model().sheets)
    expect(executor.roundTrips.length).toBeGreaterThan(3)
    expect(executor.roundTrips.at(1)?.error).toBe('ResponsePayloadSizeLimitExceeded')
  })

  it('names the sheet that is too much by itself', async () => {
    const { workbook } = benchOf(ExcelInMemory.ofFile(small), { limit: 15_000 })
    await expect(workbook.snapshot()).rejects.toMatchObject({ code: 'host/too-large', params: { sheet: expect.stringMatching(/./) } })
  })

  it.each([
    ['scattered', 2],
    ['that are neighbours', 1],
  ])('writes cells %s in several batches when one would be more than the web takes', async (_, apart) => {
    const excel = ExcelInMemory.ofFile(small)
    const { workbook, executor } = benchOf(excel)
    const cells = Array.from({ length: 200 }, (__, n): CellPatch => ({ row: apart * n + 1, column: 3, value: `${n}x`.padEnd(30_000, '汉') }))
    excel.sheet('_muster').protected_ = false
    await workbook.apply({ sheets: [{ sheet: '_muster', cells }] })
    expect(executor.roundTrips.map(({ sent, error }) => [sent < 5 * MB, error])).toEqual(executor.roundTrips.map(() => [true, undefined]))
    expect([5, 6]).toContain(executor.roundTrips.length)
    expect(cells.every(({ row, value }) => excel.sheet('_muster').at(row, 3)?.value === value)).toBe(true)
  })
})
