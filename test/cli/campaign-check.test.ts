/** A definition and the Word templates beside it, as an office that has restyled one looks at them. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { edited } from '../reports/papers/word-text'
import { muster, temporaryFolder } from './in-process'

const inFolder = temporaryFolder()
const campaign = inFolder('campaign')

beforeAll(() => cpSync('templates/learning-mobilization', campaign, { recursive: true }))

const restyle = (file: string, change: (xml: string) => string) => writeFileSync(`${campaign}/papers/${file}`, edited(readFileSync(`${campaign}/papers/${file}`), change))

it('says of a definition that it is ready to use', async () => {
  expect(await muster('campaign', 'check', campaign)).toMatchObject({ code: 0, out: expect.stringContaining('可以使用') })
})

it('says every placeholder that nothing fills, and every template that is not there', async () => {
  restyle('report-back.docx', (xml) => xml.replace('{主送}', '{主送单住}'))
  rmSync(`${campaign}/papers/reminder.docx`)
  const { code, out, err } = await muster('campaign', 'check', campaign)
  expect([code, out]).toEqual([1, expect.stringMatching(/[2-9] 处错误/)])
  expect(err).toContain('{主送单住}')
  expect(err).toContain('没有找到文书“关于报送工作簿的催报函”的模板 reminder.docx')
  const [data] = JSON.parse((await muster('campaign', 'check', campaign, '--json')).out) as [{ ok: boolean; mistakes: unknown[]; papers: { code: string; fix: string }[] }]
  expect(data).toMatchObject({ ok: false, mistakes: [] })
  expect(data.papers.map(({ code: said }) => said)).toContain('paper/no-template')
  expect(data.papers.every(({ fix }) => fix.length > 5)).toBe(true)
})

it('says nothing of templates to a definition that came alone', async () => {
  cpSync('templates/learning-mobilization/campaign.yaml', inFolder('alone.yaml'))
  expect((await muster('campaign', 'check', inFolder('alone.yaml'))).code).toBe(0)
})
