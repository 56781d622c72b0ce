/** The shipped definition says what the directive says, and everything else is a setting. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadDefinition } from '../../../src/domain/campaign/load'
import type { Definition } from '../../../src/domain/campaign/schema'
import { daysBetween } from '../../../src/domain/returns/serial'
import { SPEECH } from './speech'

const folder = join(__dirname, '../../../templates/learning-mobilization')
const source = readFileSync(join(folder, 'campaign.yaml'), 'utf8')
const { campaign, mistakes } = loadDefinition(source, 'campaign.yaml')
const definition = campaign?.definition as Definition

const range = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
const CLAUSES = [...range('S', 15), ...range('L', 4), ...range('D', 3), 'Q1', ...range('V', 5), ...range('B', 2), ...range('O', 3), ...range('P', 3), ...range('G', 4), ...range('R', 5), ...range('T', 4)]

it('loads without a mistake', () => expect(mistakes).toEqual([]))

describe('clauses', () => {
  it('are those of the directive, all of them', () => expect(Object.keys(definition.clauses)).toEqual(CLAUSES))

  it.each(CLAUSES)('%s quotes the speech word for word', (clause) => {
    expect(SPEECH[clause]).toContain(definition.clauses[clause]?.quote)
  })
})

describe('numbers that the directive gives', () => {
  it.each([
    ['studyHours', 40], ['studyDays', 5], ['setTexts', 4], ['noteCharacters', 10_000], ['essays', 1], ['essayCharacters', 3000],
    ['topicsToCover', 3], ['situationReports', 2], ['attendanceRate', 1], ['speakingRate', 1],
    ['secondBatchFrom', '2005-02-20'], ['secondBatchTo', '2005-03-10'], ['thirdBatchFrom', '2005-03-12'], ['thirdBatchTo', '2005-03-31'], ['ruralTasks', 3],
    ['visitsPerWeek', 2], ['groupBriefsPerDay', 1], ['reportBackWeeks', 1], ['keyManagementWeeks', 3], ['spotChecksFewest', 2], ['spotChecksMost', 4],
  ])('%s is %s and not ours', (id, value) => {
    expect(definition.settings[id]).toMatchObject({ value })
    expect(definition.settings[id]?.ours).toBeUndefined()
  })

  it.each([['texts', 4], ['lectureTopics', 3], ['discussionTopics', 8], ['badgeActions', 3], ['assessmentItems', 20]])('%s has %i items', (list, count) => {
    expect(Object.keys(definition.lists[list]?.items ?? {})).toHaveLength(count)
  })

  it('the discussion topics are the speech\'s own', () => {
    expect(Object.values(definition.lists.discussionTopics?.items ?? {}).map(({ zh }) => zh)).toEqual([
      '如何学习实践“三个代表”重要思想，做到真学、真懂、真信、真用',
      '如何明确新时期保持共产党员先进性的具体要求，增强党员意识',
      '如何坚定理想信念，立足本职作贡献',
      '如何牢记党的宗旨，做到立党为公、执政为民',
      '如何转变机关作风，服务基层和群众',
      '如何进一步强化发展意识，优化经济发展环境，围绕加快发展做好业务工作',
      '如何通过先进性教育活动，促进农业产业结构调整，加快农村小康建设进程',
      '如何立足单位实际，创建有创造力、凝聚力、战斗力的党支部',
    ])
  })
})

describe('what the directive leaves open', () => {
  const OURS = ['S7', 'S10', 'S13', 'S15', 'L3', 'B1', 'B2', 'P1', 'P2', 'P3', 'G4', 'T4']

  it('is marked at the clause', () => expect(CLAUSES.filter((clause) => definition.clauses[clause]?.ours)).toEqual(OURS))

  it.each(OURS)('%s has a setting marked as ours', (clause) => {
    expect(Object.values(definition.settings).filter((setting) => setting.clause === clause && setting.ours).length).toBeGreaterThan(0)
  })

  it('no measure, weight or consequence hides an amount: numbers in targets are counts of the directive', () => {
    const literal = Object.entries(definition.measures).filter(([, { target }]) => typeof target === 'number').map(([id, { target }]) => `${id} ${String(target)}`)
    // 0 and 1: none, or done. 2: both bodies; essay and speech; signature and approval. 3: topic, notice, writing. 4: look-back questions. 5: outcome figures.
    expect(literal.filter((each) => !/ [01]$/.test(each))).toEqual(['leaders-example 2', 'discussion-prepared 3', 'outcomes-recorded 5', 'bodies-set-up 2', 'look-back 4', 'transfer-cleared 2'])
  })

  it('weights are whole and sum to 100', () => {
    const weights = Object.values(definition.indicators).map(({ weight }) => weight)
    expect(weights.every((weight) => Number.isInteger(weight))).toBe(true)
    expect(weights.reduce<number>((sum, weight) => sum + (weight as number), 0)).toBe(100)
  })

  it('a unit is scored on nothing that only others can do', () => {
    const scored = Object.values(definition.indicators).flatMap(({ measures }) => measures)
    expect(scored).toEqual([...new Set(scored)])
    expect(scored).not.toEqual(expect.arrayContaining(['transfer-cleared']))
    expect(scored).not.toEqual(expect.arrayContaining(['model-posts-assessed']))
  })
})

describe('calendar', () => {
  it('week 1 starts on Monday 21 February 2005; six weeks', () => {
    expect(definition.calendar).toMatchObject({ start: '2005-02-21', weeks: 6 })
    expect(new Date('2005-02-21T00:00:00Z').getUTCDay()).toBe(1)
  })

  it('closed study is five days', () => {
    const { start, end } = definition.calendar.periods['closedStudy'] as { start: string; end: string }
    expect(daysBetween(start, end)).toHaveLength(5)
  })
})

describe('profiles', () => {
  it('a blank category gives the full standard', () => {
    expect(definition.profiles?.default).toBe('in-post')
    expect(campaign?.profiles?.values.get('in-post')).toMatchObject({ hours: 40, days: 5, texts: 4, notes: 10_000, essays: 1, discusses: 1 })
  })

  it('every category has one', () => expect([...(campaign?.profiles?.values.keys() ?? [])]).toEqual(Object.keys(definition.lists.categories?.items ?? {})))
})

describe('words', () => {
  /** Names of real persons in the speech, by their hash: they are not repeated here either. */
  const NAMES = new Set(['e99e4e0c75f09612', 'e2f24a14a295786e', 'a16c7d5157506212', '61a40d8f1296d387'])
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
  const texts = [folder, __dirname].flatMap((where) => readdirSync(where).filter((name) => /\.(ya?ml|md|ts)$/.test(name)).map((name) => [name, readFileSync(join(where, name), 'utf8')] as const))

  it.each(texts)('%s names no real person of the speech', (_, text) => {
    const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
    const pieces = new Set(runs.flatMap((run) => [2, 3].flatMap((size) => Array.from({ length: Math.max(0, run.length - size + 1) }, (__, index) => run.slice(index, index + size)))))
    expect([...pieces].filter((piece) => NAMES.has(hash(piece)))).toEqual([])
  })

  it('messages say what is wrong and remedies what to do, as sentences', () => {
    const said = Object.values(definition.forms).flatMap(({ constraints }) => Object.values(constraints).flatMap(({ message, fix }) => [message, fix]))
    expect(said.filter(({ zh, en }) => !zh.endsWith('。') || !en.endsWith('.'))).toEqual([])
  })

  it('Chinese has no half-width punctuation between Chinese characters, English no Chinese', () => {
    const texts: { zh: string; en: string }[] = []
    JSON.stringify(definition, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) texts.push(value as { zh: string; en: string })
      return value
    })
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(({ zh }) => /\p{Script=Han}[,;:?!"]|[,;:?!"]\p{Script=Han}/u.test(zh))).toEqual([])
    expect(texts.filter(({ en }) => /\p{Script=Han}|[，。：；“”]/u.test(en))).toEqual([])
  })
})
