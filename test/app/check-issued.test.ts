/** Workbooks as they are issued, through bytes and back: what builds them and what reads them agree. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPatch, checkWorkbook } from '../../src/app/check'
import { loadDefinition } from '../../src/domain/campaign/load'
import type { Campaign } from '../../src/domain/campaign/campaign'
import type { WorkbookKind } from '../../src/domain/campaign/schema'
import { layoutForm } from '../../src/domain/returns/layout'
import { LANGUAGES, type Language } from '../../src/domain/text'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { groupWorkbook } from '../../src/reports/issued/group-workbook'
import { unitWorkbook } from '../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../src/workbook/compression/node'
import { patchWorkbook } from '../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'

const campaigns = ['learning-mobilization', 'safety-month'].map((folder): Campaign => {
  const { campaign, mistakes } = loadDefinition(readFileSync(join('templates', folder, 'campaign.yaml'), 'utf8'), folder)
  if (!campaign) throw new Error(JSON.stringify(mistakes))
  return campaign
})
const subject = { id: 'u01', name: '城南小学', system: '教育系统', headcount: 3, group: 'g1', liaison: '王芳', phone: '0831888', week: 2 }

function issued(campaign: Campaign, kind: WorkbookKind, language: Language): Uint8Array {
  const options = { language, say: sayFrom(messages, language), definitionText: 'QUJD' }
  const roster = campaign.forms[kind].find((form) => campaign.form(form).shape === 'roster')
  const name = roster && Object.keys(campaign.form(roster).fields)[0]
  const members = name ? ['张三', '李四', '张三'].map((member) => ({ [name]: member })) : []
  const spec = kind === 'unit' ? unitWorkbook(campaign, { ...subject, members }, options) : groupWorkbook(campaign, { ...subject, units: [subject] }, options)
  return writeWorkbook(spec, nodeCompression)
}

const cases = campaigns.flatMap((campaign) => (['unit', 'group'] as const).filter((kind) => campaign.forms[kind].length > 0).flatMap((kind) => LANGUAGES.map((language) => [campaign.definition.id, kind, language, campaign] as const)))

describe.each(cases)('%s, workbook of a %s in %s, as issued', (_, kind, language, campaign) => {
  const bytes = issued(campaign, kind, language)
  const book = readWorkbook(bytes, { compression: nodeCompression })
  const result = checkWorkbook(book, { campaign, today: campaign.calendar.start })
  const { ret } = result

  it('is read without a word about its structure, and nothing in it is wrong but what is yet to be filled in', () => {
    expect(ret.findings.filter(({ code }) => code !== 'cell/required')).toEqual([])
  })

  it('says whose it is', () => expect([ret.identity.campaign, ret.identity.kind, ret.identity.week, ret.subject.id, ret.subject.headcount]).toEqual([campaign.definition.id, kind, 2, 'u01', 3]))

  it('has every field where the layout puts it', () => {
    for (const form of campaign.forms[kind]) {
      const layout = layoutForm(campaign, form, { language })
      expect(ret.located[form]).toMatchObject({ sheet: layout.sheet, headerRow: layout.headerRow, resultColumn: layout.resultColumn, marksColumn: layout.marksColumn, columns: Object.fromEntries(layout.columns.map(({ path, column }) => [path, column])) })
    }
  })

  it('has the rows it was issued with, and no others', () => {
    for (const form of campaign.forms[kind]) {
      const { shape } = campaign.form(form)
      if (shape === 'roster') expect(ret.rows[form]).toMatchObject({ accepted: kind === 'unit' ? 3 : 1, rejected: 0 })
      if (shape === 'companion' || shape === 'events') expect(ret.rows[form]).toMatchObject({ accepted: 0, rejected: 0 })
    }
  })

  it('takes the result of a check: sealed, and nothing new to say', () => {
    const marked = readWorkbook(patchWorkbook(bytes, checkPatch(result, sayFrom(messages, language), language), nodeCompression), { compression: nodeCompression })
    const again = checkWorkbook(marked, { campaign, today: campaign.calendar.start })
    expect(again.findings).toEqual(result.findings)
    expect(again.ret.identity.seal?.content).toBe(ret.contentHash)
    expect(again.ret.contentHash).toBe(ret.contentHash)
  })
})
