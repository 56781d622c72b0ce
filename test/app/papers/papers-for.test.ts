/** From the office's record to papers: which there are, for whom, what they say, what they are called. */
import { papersFor, type Paper, type PapersOptions } from '../../../src/app/papers/papers-for'
import { paperFiller } from '../../../src/app/papers/filler'
import { papersZips } from '../../../src/app/papers/papers-zip'
import type { Decision } from '../../../src/reports/office/state'
import type { TransferFacts } from '../../../src/reports/papers/data/source'
import type { PaperError } from '../../../src/reports/papers/paper-error'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { CASTS, officeState, optionsFor, sayIn } from '../../reports/papers/small-ranking'
import { edited, linesOf, partsOf, textOfPaper } from '../../reports/papers/word-text'
import { shipped, SHIPPED, type Shipped } from '../../support/shipped-campaigns'

const papersOf = (id: Shipped, more: Partial<PapersOptions> = {}, answer?: (key: string) => Decision['answer']): Paper[] => papersFor({ campaign: shipped(id), state: officeState(shipped(id), CASTS[id], answer) }, optionsFor(id, more))
const paperOf = (papers: readonly Paper[], paper: string, unit?: string): Paper => {
  const found = papers.find((one) => one.paper === paper && (unit === undefined || one.unit === unit))
  if (!found) throw new Error(`no ${paper}`)
  return found
}
const study = papersOf('learning-mobilization')

describe('a week of the learning campaign', () => {
  it('gives these papers', () => {
    expect(study.map(({ name }) => name)).toEqual([
      '关于组织党员补课的通知 老干部服务中心 第4周.docx',
      '关于组织党员补课的通知 水利工程处 第4周.docx',
      '关于党员无故缺席学习的通报 老干部服务中心 第4周.docx',
      '关于党员未按要求佩戴党徽的通报 老干部服务中心 第4周.docx',
      '责令补课通知书 老干部服务中心 第4周.docx',
      '责令补课通知书 水利工程处 第4周.docx',
      '关于部分单位学习情况的通报批评 第4周.docx',
      '关于说明排名末位原因的通知 老干部服务中心 第4周.docx',
      '关于说明排名末位原因的通知 水利工程处 第4周.docx',
      '关于列为重点管理单位的通知 老干部服务中心 第4周.docx',
      '关于同意转段的批复 组织工作处 第4周.docx',
      '调度通报 第4周.docx',
      '关于报送工作簿的催报函 第二督导组 第4周.docx',
    ])
  })

  it.each([
    ['remedial-notice', 'u3', ['老干部服务中心：', '有3名党员未按期完成', '“完成1万字的学习笔记”', '请于2005年3月27日前完成补课', '学时：要求40学时，已完成24学时，还差16学时 / 学习笔记：要求10,000字，已完成6,500字，还差3,500字 / 心得体会：要求1篇，已完成0篇，还差1篇', '规定学习内容：要求4种，已完成3种，还差1种', '抄送：第一督导组。', '2005年3月20日']],
    ['member-circular', 'u3', ['有1名党员在学习期间无故缺席', '张建国', '无故缺席：2天', '“所有教育对象在学习时不得随意请假、迟到、早退或缺席，对无故缺勤的党员要通报批评”']],
    ['badge-circular', 'u3', ['有1名党员三次以上未按要求佩戴党徽', '李秀英', '三次未按要求佩戴党徽（未在单位通报）：3次', '“发现一次当场指出，发现两次提出批评，发现三次作出警告，并在单位进行通报”', '对上述党员作出警告']],
    ['remedial-order', 'u3', ['（1）到期未达标党员：3人。', '（2）学习完成率：要求80%，已完成71%，还差9%。']],
    ['unit-circular', undefined, ['各单位、各督导组：', '下列2个单位', '老干部服务中心', '水利工程处', '学习完成率：要求80%，已完成75.5%，还差4.5%', '抄送：领导小组。']],
    ['report-back', 'u3', ['在第4周（2005年3月14日至2005年3月20日）的系统排名中，你单位得分72.4分，在党群系统参加排名的3个单位中列末位', '“排在系统末位的单位，一把手要向市委领导小组说明原因”', '于2005年3月23日前向领导小组书面说明', '抄送：领导小组、第一督导组。']],
    ['key-management', 'u3', ['你单位在党群系统第2、3、4周的排名中，连续3周列末位', '“连续3次排名末位的单位将列为重点管理单位”', '2005年2月28日至2005年3月6日', '70.25']],
    ['stage-transfer', 'u1', ['关于同意组织工作处转段的批复', '93.5分，达到合格分80分', '经研究，同意你单位转入下一阶段。']],
    ['bulletin', undefined, ['现将2005年3月6日至2005年3月20日（第4周末）', '应报送单位7个', '有效报送6个，报送率85.7%', '1．组织工作处（党群系统）：得分95.1分', '进步明显的单位：组织工作处（党群系统），得分较上期+3.85分。', '老干部服务中心（党群系统）：得分72.4分，在3个参加排名的单位中列末位（末位周次：第2、3、4周）；到期未达标：', '每周督导落实率71.4%，未落实到位的有第一督导组。', '每日信息落实率100%。', '林业服务站（农林水系统）本周无有效报送：未报送', '慰问困难群众：20,134户。', '第一督导组：2项未达标（每周督导2处未达标）。', '第二督导组：未报送。', '补课：4人。', '重点管理：2个单位（老干部服务中心、水利工程处）。']],
    ['reminder', undefined, ['第二督导组：', '（1）林业服务站：未收到；联系人王强 13900000000。', '于2005年3月21日前报送先教办']],
  ])('%s says what it is about', (paper, unit, expected) => {
    const text = textOfPaper(paperOf(study, paper, unit).bytes)
    for (const part of expected) expect(text).toContain(part)
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('names the exemplary before those that lag', () => {
    const text = textOfPaper(paperOf(study, 'bulletin').bytes)
    expect(text.indexOf('先进典型')).toBeGreaterThan(-1)
    expect(text.indexOf('先进典型')).toBeLessThan(text.indexOf('后进单位'))
    expect(text.indexOf('农技推广中心')).toBeLessThan(text.indexOf('水利工程处（'))
  })

  it('says where last place is not certain, and why, rather than that nobody is last', () => {
    const text = textOfPaper(paperOf(study, 'bulletin').bytes)
    expect(text).toContain('农林水系统末位待定：还有1个没有有效报送，末位可能改变。')
    expect(text).not.toContain('党群系统末位')
    expect(text).not.toContain('没有末位单位')
  })

  it('holds up nobody as an example whom it calls last', () => {
    const campaign = shipped('learning-mobilization')
    const state = officeState(campaign, CASTS['learning-mobilization'])
    // With a return of everybody in the system, its last place is certain.
    const entries = state.entries.map(({ reason: _, ...entry }) => (entry.unit === 'u6' && entry.week === 4 ? { ...entry, outcome: 'valid' as const, score: 79 } : entry))
    const text = textOfPaper(paperOf(papersFor({ campaign, state: { ...state, entries } }, optionsFor('learning-mobilization', { papers: ['bulletin'] })), 'bulletin').bytes)
    expect(text).toContain('水利工程处（农林水系统）：得分78.6分，在4个参加排名的单位中列末位')
    expect(text).not.toContain('进步明显的单位：水利工程处')
    expect(text).toContain('进步明显的单位：组织工作处')
  })

  it('tells nobody outside the unit who its members are', () => {
    for (const { paper, bytes } of study.filter(({ unit }) => unit === undefined)) expect([paper, textOfPaper(bytes).match(/张建国|李秀英|陈志明|刘洋/)]).toEqual([paper, null])
    expect(textOfPaper(paperOf(study, 'remedial-notice', 'u5').bytes)).not.toContain('张建国')
  })
})

describe('a week of the safety month', () => {
  const papers = papersOf('safety-month')
  it.each([
    ['report-to-board', 'u3', ['In week 4 (22 June 2026 to 28 June 2026) Hexley Plating scored 72.4 and came last of the 3 sites ranked in North.', 'by 1 July 2026', 'Copies: executive board']],
    ['retraining', 'u3', ['2 of its people have not completed the training', 'Training hours: 8 h required, 5 h done, 3 h short / Modules passed: 4 modules required, 2 modules done, 2 modules short', '“Who has not been trained is trained again, and does not go back on the line before.”']],
    ['stop-work', 'u3', ['Hazards put right in time (Guard of the conveyor missing)', '17 June 2026', '“A serious hazard is put right within three days, or the work stops.”']],
    ['written-notice', 'u3', ['Evacuation drill: 1 item required, 0 items done, 1 item short (due 21 June 2026)', 'Lost-time incidents: 1 incident (due 21 June 2026)']],
    ['bulletin', undefined, ['To: every site', '6 of 7 sites sent a return that counts (85.7%)', 'Alderwick Foundry (North): 95.1.', 'Report to the board: 2 (Hexley Plating and Redmoor Labels).']],
    ['reminder', undefined, ['Thornbay Bottling (South): nothing received; contact R. Singh 023 5555 0170.']],
  ])('%s says what it is about', (paper, unit, expected) => {
    const text = textOfPaper(paperOf(papers, paper, unit).bytes)
    for (const part of expected) expect(text).toContain(part)
    expect(text).not.toMatch(/[{}]|undefined|NaN|[\u4e00-\u9fff]/)
  })

  it('announces the visit in the week in which the second last place came', () => {
    const visit = paperOf(papersOf('safety-month', { week: 3 }), 'site-visit', 'u3')
    expect(textOfPaper(visit.bytes)).toContain('Hexley Plating has come last in North in weeks 2 and 3:')
    expect(papers.map(({ paper }) => paper)).not.toContain('site-visit')
  })
})

describe('what a paper is drawn up from', () => {
  const about = (papers: readonly Paper[]) => papers.filter(({ kind }) => kind === 'consequence').map(({ paper, unit }) => `${paper} ${unit ?? ''}`.trim())

  it('only what somebody has confirmed', () => {
    expect(about(papersOf('learning-mobilization', {}, () => undefined))).toEqual([])
    expect(about(papersOf('learning-mobilization', {}, () => 'deferred'))).toEqual([])
    expect(about(papersOf('learning-mobilization', {}, (key) => (key === 'report-back|u3||w4' ? 'confirmed' : 'dismissed')))).toEqual(['report-back u3'])
  })

  it('members who were confirmed, and not the others', () => {
    const [notice] = papersOf('learning-mobilization', { papers: ['remedial-notice'] }, (key) => (key.includes('李秀英') ? 'confirmed' : undefined))
    const text = textOfPaper((notice as Paper).bytes)
    expect(text).toContain('有1名党员')
    expect(text).toContain('李秀英')
    expect(text).not.toContain('张建国')
  })

  it('a draft takes what nobody has decided, and nothing that was dismissed', () => {
    const drafts = papersOf('learning-mobilization', { draft: true }, (key) => (key.startsWith('report-back') ? 'dismissed' : undefined))
    expect(about(drafts)).toContain('key-management u3')
    expect(about(drafts).filter((one) => one.startsWith('report-back'))).toEqual([])
    for (const { name, bytes, draft } of drafts) {
      expect(draft).toBe(true)
      expect(name).toMatch(/^草稿 /)
      expect(linesOf(bytes, 'word/header1.xml')).toContain('草稿：未经确认，不得外发')
    }
  })

  it('a unit moves on when nothing lacks; a draft says what does', () => {
    const transfers = (draft: boolean) => papersOf('learning-mobilization', { draft, papers: ['stage-transfer'] })
    expect(transfers(false).map(({ unit }) => unit)).toEqual(['u1'])
    const lacking = paperOf(transfers(true), 'stage-transfer', 'u3')
    expect(textOfPaper(lacking.bytes)).toContain('尚缺：检查评估、督导组签字。补齐之前不得转段。')
    expect(textOfPaper(lacking.bytes)).not.toContain('同意你单位转入')
  })

  it('what is owed no more is not asked for', () => {
    const campaign = shipped('learning-mobilization')
    const state = officeState(campaign, CASTS['learning-mobilization'])
    const better = { ...state, entries: [...state.entries, ...state.entries.filter(({ week }) => week === 4).map((entry) => ({ ...entry, week: 5, shortfalls: [] }))], weeks: [...state.weeks, { week: 5, asOf: '2005-03-27', at: '2005-03-27T18:00:00', verdicts: [] }], shown: 5 }
    expect(about(papersFor({ campaign, state: better }, optionsFor('learning-mobilization', { papers: ['remedial-notice', 'remedial-order'] })))).toEqual([])
  })

  it('only the proposals asked for', () => {
    expect(about(papersOf('learning-mobilization', { only: ['report-back|u3||w2'] }))).toEqual(['report-back u3'])
  })

  it('names in the bulletin who handed in late, by the files that count', () => {
    const campaign = shipped('learning-mobilization')
    const state = officeState(campaign, CASTS['learning-mobilization'])
    const verdict = (unit: string, decision: 'counted' | 'superseded', code: string) => ({ file: `${unit}.xlsx`, decision, unit, kind: 'unit' as const, reasons: [{ code, severity: 'warning' as const }] })
    const weeks = state.weeks.map((one) => ({ ...one, verdicts: one.week === 4 ? [verdict('u2', 'counted', 'intake/late'), verdict('u5', 'counted', 'intake/counted'), verdict('u7', 'superseded', 'intake/late')] : one.week === 3 ? [verdict('u2', 'counted', 'intake/late'), verdict('u1', 'counted', 'intake/late')] : [] }))
    const text = textOfPaper(paperOf(papersFor({ campaign, state: { ...state, weeks } }, optionsFor('learning-mobilization', { papers: ['bulletin'] })), 'bulletin').bytes)
    expect(text).toContain('逾期报送的单位2个（以最后计入的工作簿为准）：组织工作处（第3周）、宣传文明处（第3、4周）。')
    expect(textOfPaper(paperOf(study, 'bulletin').bytes)).not.toContain('逾期')
  })

  it('a confirmation of transfer leaves lines to fill in for what nobody has told', () => {
    const [facts] = optionsFor('learning-mobilization').transfers ?? []
    const text = (transfers: PapersOptions['transfers']) => textOfPaper((papersOf('learning-mobilization', { papers: ['stage-transfer'], transfers })[0] as Paper).bytes)
    expect(text([facts as TransferFacts])).toContain('检查评估：得93.5分，合格分80分。\n督导组签字把关：赵组长，2005年3月29日。\n先教办审查批准：王主任，2005年4月1日。')
    expect(text([{ unit: 'u1', conditions: [], passMark: 80 }])).toContain('检查评估：得＿＿＿＿分，合格分80分。\n督导组签字把关：＿＿＿＿，＿＿＿年＿＿月＿＿日。')
  })

  it('a place in doubt is said to be one', () => {
    const campaign = shipped('learning-mobilization')
    const state = officeState(campaign, CASTS['learning-mobilization'])
    const doubtful = { ...state, entries: state.entries.map((entry) => (entry.week >= 3 ? { ...entry, rules: 'other' } : entry)), decisions: new Map([['key-management|u3||w4', { answer: 'confirmed' as const, text: '', by: '', on: '', note: '' }]]) }
    const [paper] = papersFor({ campaign, state: doubtful }, optionsFor('learning-mobilization', { papers: ['key-management'] }))
    expect(textOfPaper((paper as Paper).bytes)).toContain('（存疑，须核实：第3周起计分规则有变。）')
  })

  it('a week that was not consolidated has none', () => {
    expect(() => papersOf('learning-mobilization', { week: 5 })).toThrow(expect.objectContaining({ code: 'office/nothing-ranked' }))
  })
})

describe('papers as files', () => {
  it.each(SHIPPED)('the same input gives the same bytes: %s', async (id) => {
    const bytes = (papers: readonly Paper[]) => papers.map((paper) => Buffer.from(paper.bytes).toString('base64'))
    expect(bytes(papersOf(id, { fill: await paperFiller() }))).toEqual(bytes(papersOf(id)))
  })

  it('names of units cannot leave the folder', () => {
    const campaign = shipped('learning-mobilization')
    const state = officeState(campaign, CASTS['learning-mobilization'])
    const odd = { ...state, registry: { ...state.registry, units: state.registry.units.map((unit) => (unit.id === 'u3' ? { ...unit, name: '../=老干部{处}<1>' } : unit)) } }
    const paper = paperOf(papersFor({ campaign, state: odd }, optionsFor('learning-mobilization')), 'report-back', 'u3')
    expect(paper.name).toBe('关于说明排名末位原因的通知 .._=老干部{处}_1_ 第4周.docx')
    expect(textOfPaper(paper.bytes)).toContain('../=老干部{处}<1>：')
  })

  it('says what is wrong with every template, each once', () => {
    const options = optionsFor('learning-mobilization')
    const template = (file: string) => (file === 'bulletin.docx' ? undefined : file === 'remedial-notice.docx' ? edited(options.template(file) as Uint8Array, (xml) => xml.replace('{单位}', '{单 位}')) : options.template(file))
    try {
      papersOf('learning-mobilization', { template })
      throw new Error('nothing was refused')
    } catch (error) {
      expect((error as PaperError).troubles).toEqual([
        { code: 'paper/misspelt-placeholder', params: { paper: '关于组织党员补课的通知', file: 'remedial-notice.docx', names: '{单 位}', near: '{单位}' } },
        { code: 'paper/no-template', params: { paper: '调度通报', file: 'bulletin.docx' } },
      ])
    }
  })

  const zips = (by: 'unit' | 'system' | 'campaign') => papersZips(study, { by, registry: CASTS['learning-mobilization'], week: 4, say: sayIn('zh'), compression: nodeCompression })

  it('in one zip, by system and unit', () => {
    const [all, ...others] = zips('campaign')
    expect(others).toEqual([])
    expect(all?.name).toBe('文书 第4周.zip')
    expect(partsOf(all?.bytes as Uint8Array)).toEqual(expect.arrayContaining(['党群系统/老干部服务中心/责令补课通知书 老干部服务中心 第4周.docx', '调度通报 第4周.docx', '农林水系统/水利工程处/关于说明排名末位原因的通知 水利工程处 第4周.docx']))
    expect(zips('campaign')).toEqual([all])
  })

  it('in a zip for each unit, and for each system', () => {
    expect(zips('unit').map(({ name }) => name)).toEqual(['文书 老干部服务中心 第4周.zip', '文书 水利工程处 第4周.zip', '文书 第4周.zip', '文书 组织工作处 第4周.zip'])
    expect(zips('system').map(({ name, about }) => `${about}: ${name}`)).toEqual(['党群系统: 文书 党群系统 第4周.zip', '农林水系统: 文书 农林水系统 第4周.zip', ': 文书 第4周.zip'])
    const [unit] = zips('unit')
    expect(partsOf(unit?.bytes as Uint8Array).every((name) => !name.includes('/') && name.includes('老干部服务中心'))).toBe(true)
  })
})
