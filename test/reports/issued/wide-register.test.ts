/** A register wider than a page: divided between days, with the names on both halves. */
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { partText } from '../../support/package-parts'
import { UNITS, shipped, wordsFor } from '../../support/shipped-campaigns'

describe('the attendance register', () => {
  const campaign = shipped('learning-mobilization')
  const spec = unitWorkbook(campaign, UNITS[1]!, wordsFor(campaign, 'zh'))
  const index = spec.sheets.findIndex(({ name }) => name === '学习考勤')
  const sheet = spec.sheets[index]!
  const bytes = writeWorkbook(spec, nodeCompression)

  it('is scaled and broken rather than fitted', () => {
    expect(sheet.print?.fitWidth).toBeUndefined()
    expect(sheet.print?.scale).toBeGreaterThanOrEqual(55)
    expect(sheet.print?.breakBefore).toHaveLength(1)
  })

  it('keeps title and instruction clear of the columns that every page repeats', () => {
    const [first, last] = sheet.print?.repeatColumns ?? []
    expect([first, last]).toEqual([1, 2])
    for (const row of [1, 2]) expect(sheet.merges?.find(({ top }) => top === row)).toMatchObject({ left: 3, right: (sheet.print?.breakBefore?.[0] ?? 0) - 1 })
  })

  it('says so in the file, in the order the schema wants', () => {
    const part = partText(bytes, `xl/worksheets/sheet${index + 1}.xml`)
    expect(part).toMatch(/<pageSetup [^>]*scale="\d+"[^>]*\/><headerFooter>.*<\/headerFooter><colBreaks count="1" manualBreakCount="1"><brk id="\d+" max="1048575" man="1"\/><\/colBreaks>/)
    expect(part).not.toContain('fitToPage')
    expect(partText(bytes, 'xl/workbook.xml')).toContain("'学习考勤'!$A:$B,'学习考勤'!$4:$5")
  })

  it('lets its rows grow with what is written into them', () => {
    expect(sheet.rows.filter(({ grows }) => grows)).toHaveLength(UNITS[1]!.headcount + (campaign.form('members').rows ?? Math.max(5, Math.ceil(UNITS[1]!.headcount / 10))))
  })
})
