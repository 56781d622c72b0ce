/** Filling in a template: what goes in comes out as it is, and whatever is wrong with a template is named. */
import { fieldNames } from '../../../src/reports/papers/field-names'
import type { PaperInput } from '../../../src/reports/papers/fields'
import { fillPaper, templateTroubles } from '../../../src/reports/papers/fill'
import { PaperError } from '../../../src/reports/papers/paper-error'
import { paperInputs } from '../../../src/reports/papers/paper-inputs'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import { shipped } from '../../support/shipped-campaigns'
import { officeState, sayIn, STUDY, template } from './small-ranking'
import { edited, linesOf, partOf, partsOf, textOfPaper } from './word-text'

const campaign = shipped('learning-mobilization')
const say = sayIn('zh')
const words = { nameOf: fieldNames(campaign.definition.terms, 'zh', say), draftMark: say('papers/draft-mark') }
const state = officeState(campaign, STUDY)

function input(paper: string, draft = false): PaperInput {
  const [first] = paperInputs(
    { campaign, language: 'zh', say, registry: state.registry, history: historyOf(state.entries, rankingRules(campaign), campaign.calendar.weekOf), ranking: rankingRules(campaign), decisions: state.decisions, week: 4, asOf: '2005-03-20', date: '2005-03-21', draft, late: new Map(), transfers: [], totals: [], compliance: [] },
    new Set([paper]),
  )
  return first as PaperInput
}

const notice = input('remedial-notice')
const blank = template('learning-mobilization')('remedial-notice.docx') as Uint8Array
/** The notice with other values. */
const saying = (values: object): PaperInput => ({ ...notice, values: { ...notice.values, ...values } }) as PaperInput
const troubles = (bytes: Uint8Array) => templateTroubles(bytes, { kind: 'consequence', title: '补课', file: 'x.docx' }, words).map(({ code, params }) => `${code} ${params.names ?? ''}${params.near ? ` → ${params.near}` : ''}`.trim())
/** The template with a text of its own at the end of the addressee's line. */
const withText = (text: string) => edited(blank, (xml) => xml.replace('{主送}：', `{主送}：${text}`))

describe('values', () => {
  it.each([
    ['braces', '{姓名}{#党员}'],
    ['XML', '</w:t><w:br/>&amp;<b>&'],
    ['a formula', '=1+1'],
    ['a field code', '{ PAGE }\\* MERGEFORMAT'],
    ['full-width braces', '｛单位｝'],
    ['quotes', `"'“”`],
    ['what every object has', 'constructor'],
  ])('%s are text', (_, text) => {
    expect(linesOf(fillPaper(blank, saying({ addressee: text }), words))).toContain(`${text}：`)
  })

  it('lines of a value are lines of the paragraph', () => {
    expect(linesOf(fillPaper(blank, saying({ addressee: '甲\r\n乙' }), words))).toContain('甲 / 乙：')
  })

  it('characters that XML cannot hold are left out, halves of characters marked', () => {
    expect(linesOf(fillPaper(blank, saying({ addressee: '甲\u0000\u0008乙\uD800丙😀' }), words))).toContain('甲乙\uFFFD丙😀：')
  })

  it('a blank value leaves its place empty, and what hangs on it out', () => {
    const paper = textOfPaper(fillPaper(blank, saying({ copies: '', addressee: '' }), words))
    expect(paper).toContain('\n：\n')
    expect(paper).not.toContain('抄送')
    expect(paper).not.toMatch(/[{}]/)
  })

  it('rows repeat in their order', () => {
    const row = (n: number, name: string) => ({ n: String(n), name, owes: '学时', items: [] })
    const lines = linesOf(fillPaper(blank, saying({ members: [row(1, '甲'), row(2, '乙')] }), words))
    expect(lines.slice(lines.indexOf('应补内容') + 1)).toEqual(['1', '甲', '学时', '2', '乙', '学时', ''])
  })

  it('a placeholder that Word has torn apart is still one', () => {
    const torn = edited(blank, (xml) => xml.replace('<w:t xml:space="preserve">{主送}：</w:t>', '<w:t>{主</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>送 }</w:t></w:r><w:r><w:t>：</w:t>'))
    expect(linesOf(fillPaper(torn, notice, words))).toContain('老干部服务中心：')
  })

  it('equal input gives equal bytes, whatever the time', () => {
    const first = fillPaper(blank, notice, words)
    jest.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z') })
    try {
      expect(Buffer.from(fillPaper(blank, notice, words)).equals(Buffer.from(first))).toBe(true)
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('a restyled template', () => {
  it.each([
    ['has a slip in a name', () => withText('{截止日}'), ['paper/misspelt-placeholder {截止日} → {截止日期}']],
    ['names what this paper does not have', () => withText('{先进}'), ['paper/unknown-placeholder {先进}']],
    ['uses a field of a list outside it', () => withText('{姓名}'), ['paper/unknown-placeholder {姓名}']],
    ['uses a list as a text', () => withText('{党员}'), ['paper/unknown-placeholder {党员}']],
    ['asks for raw XML', () => edited(blank, (xml) => xml.replace('{主送}：', '{@主送}')), ['paper/unknown-placeholder {@主送}', 'paper/missing-placeholder {主送}']],
    ['asks for what every object has', () => withText('{constructor}{__proto__}'), ['paper/unknown-placeholder {constructor} {__proto__}']],
    ['lost its date', () => edited(blank, (xml) => xml.replace('{日期}', '')), ['paper/missing-placeholder {日期}']],
    ['has braces of a Chinese keyboard', () => withText('｛截止日期｝'), ['paper/wide-braces ｛截止日期｝']],
    ['leaves a brace open', () => withText('{截止日期'), ['paper/broken-placeholder {截止日期经汇总核查你单位第']],
    ['does not end a list', () => withText('{#党员}{姓名}'), ['paper/broken-placeholder {党员']],
    ['changes its delimiters', () => withText('{=[[ ]]=}'), ['paper/unknown-placeholder {=[[ ]]=}']],
    ['is no zip', () => new TextEncoder().encode('no zip'), ['paper/not-word']],
    ['is another kind of file', () => edited(blank, (xml) => xml.replace('<w:document', '<w:wrong'), 'word/document.xml').slice(0, 900), ['paper/not-word']],
  ])('%s', (_, bytes, expected) => {
    expect(troubles(bytes())).toEqual(expected)
  })

  it('may put a list within a list, and look outwards from there', () => {
    const bytes = withText('{#各单位}{#党员}{姓名}在{活动}{#欠缺}{项目}{/欠缺}{/党员}{/各单位}{^存疑}无疑{/存疑}')
    expect(troubles(bytes)).toEqual([])
    expect(textOfPaper(fillPaper(bytes, notice, words))).toContain('张建国在先进性教育活动学习动员阶段学时学习笔记心得体会李秀英在先进性教育活动学习动员阶段规定学习内容陈志明')
  })

  it('tells all of it at once, with paper and file', () => {
    const bytes = edited(edited(blank, (xml) => xml.replace('{日期}', '')), (xml) => xml.replace('{主送}：', '{主送}：{甲}｛乙｝'))
    expect(() => fillPaper(bytes, notice, words)).toThrow(PaperError)
    try {
      fillPaper(bytes, notice, words)
    } catch (error) {
      const { troubles: all, code, params } = error as PaperError
      expect(all.map((one) => one.code)).toEqual(['paper/wide-braces', 'paper/unknown-placeholder', 'paper/missing-placeholder'])
      expect({ code, params }).toEqual({ code: 'paper/wide-braces', params: { paper: '关于组织党员补课的通知', file: 'remedial-notice.docx', names: '｛乙｝' } })
    }
  })
})

describe('a draft', () => {
  const draft = input('remedial-notice', true)
  const mark = '草稿：未经确认，不得外发'

  it('says so in its header, and a paper that is none does not', () => {
    expect(linesOf(fillPaper(blank, draft, words), 'word/header1.xml')).toContain(mark)
    expect(linesOf(fillPaper(blank, notice, words), 'word/header1.xml')).toEqual([''])
  })

  it('also where the template has no header', () => {
    const bytes = fillPaper(edited(blank, (xml) => xml.replace(/<w:headerReference[^>]*\/>/, '')), draft, words)
    expect(linesOf(bytes, 'word/header-draft.xml')).toEqual([mark])
    const [, id] = /<w:sectPr[^>]*><w:headerReference w:type="default" r:id="(\w+)"/.exec(partOf(bytes, 'word/document.xml')) ?? []
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain(`Id="${id}"`)
    expect(partOf(bytes, '[Content_Types].xml')).toContain('/word/header-draft.xml')
  })

  it('also on a first page and on even pages of another kind', () => {
    const bytes = fillPaper(edited(edited(blank, (xml) => xml.replace('<w:pgSz', '<w:titlePg/><w:pgSz')), (xml) => xml.replace('<w:zoom', '<w:evenAndOddHeaders/><w:zoom'), 'word/settings.xml'), draft, words)
    expect(partOf(bytes, 'word/document.xml')).not.toContain('titlePg')
    expect(partOf(bytes, 'word/settings.xml')).not.toContain('evenAndOddHeaders')
  })

  it('keeps a first page that has a header of its own, marked', () => {
    const bytes = fillPaper(edited(blank, (xml) => xml.replace('<w:headerReference', '<w:headerReference w:type="first" r:id="rId1"/><w:headerReference').replace('<w:pgSz', '<w:titlePg/><w:pgSz')), draft, words)
    expect(partOf(bytes, 'word/document.xml')).toContain('titlePg')
    expect(partsOf(bytes)).not.toContain('word/header-draft.xml')
  })
})
