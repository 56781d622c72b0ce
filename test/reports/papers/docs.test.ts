/** docs/papers.md lists every placeholder. When this fails: `WRITE_DOCS=1 npx jest test/reports/papers/docs`, and commit the page. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldNames } from '../../../src/reports/papers/field-names'
import { FIELDS, REQUIRED, type Fields, type PaperKind } from '../../../src/reports/papers/fields'
import { PAPER_ERRORS } from '../../../src/reports/papers/paper-error'
import { messages } from '../../../src/messages/messages'
import { shipped } from '../../support/shipped-campaigns'
import { sayIn } from './small-ranking'

const page = join(__dirname, '../../../docs/papers.md')
const chinese = fieldNames(shipped('learning-mobilization').definition.terms, 'zh', sayIn('zh'))
const english = fieldNames(shipped('safety-month').definition.terms, 'en', sayIn('en'))

const COMMON = Object.keys(FIELDS.transfer).filter((id) => Object.values(FIELDS).every((fields) => id in fields))

function table(fields: Fields, ids: readonly string[], depth = 0): string[] {
  return ids.flatMap((id) => {
    const field = fields[id] as Fields[string]
    const shown = (name: string) => (typeof field === 'string' ? `\`{${name}}\`` : `\`{#${name}}…{/${name}}\``)
    const row = `| ${'　'.repeat(depth)}${shown(chinese(id))} | ${shown(english(id))} |`
    return [row, ...(typeof field === 'string' ? [] : table(field, Object.keys(field), depth + 1))]
  })
}

const head = ['| 中文 | English |', '|---|---|']
const made = [
  '### In every paper',
  '',
  ...head,
  ...table(FIELDS.transfer, COMMON),
  ...(Object.keys(FIELDS) as PaperKind[]).flatMap((kind) => ['', `### ${kind}`, '', `Required besides: ${REQUIRED[kind].map((alternatives) => alternatives.map((id) => `\`{${chinese(id)}}\``).join(' or ')).join(', ')}.`, '', ...head, ...table(FIELDS[kind], Object.keys(FIELDS[kind]).filter((id) => !COMMON.includes(id)))]),
].join('\n')

it('lists the placeholders', () => {
  const [START, END] = ['<!-- placeholders -->\n', '\n<!-- /placeholders -->']
  const text = readFileSync(page, 'utf8')
  const start = text.indexOf(START) + START.length
  const end = text.indexOf(END.trim())
  if (process.env.WRITE_DOCS) writeFileSync(page, `${text.slice(0, start)}${made}\n${text.slice(end)}`)
  const now = readFileSync(page, 'utf8')
  expect(now.slice(now.indexOf(START) + START.length, now.indexOf(END.trim())).trim()).toBe(made)
})

it('every code has its words and its remedy', () => {
  for (const code of Object.keys(PAPER_ERRORS)) for (const language of ['zh', 'en'] as const) expect([messages[language][code], messages[language][`${code}.fix`]]).toEqual([expect.any(String), expect.any(String)])
})
