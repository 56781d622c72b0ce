/** Every paper of both campaigns, opened by a word processor that we did not write. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { papersFor } from '../../../src/app/papers/papers-for'
import { shipped, SHIPPED, templatePath } from '../../support/shipped-campaigns'
import { describeWith, temporaryFolder } from '../../support/outside-program'
import { CASTS, officeState, optionsFor, sayIn } from './small-ranking'
import { linesOf, textOfPaper } from './word-text'

jest.setTimeout(180_000)

describeWith('writer', 'opened by LibreOffice', () => {
  const folder = temporaryFolder()

  it.each(SHIPPED.flatMap((id) => [false, true].map((draft) => [id, draft] as const)))('%s, draft: %s', (id, draft) => {
    const campaign = shipped(id)
    const files = (draft ? [4] : [3, 4]).flatMap((week) => papersFor({ campaign, state: officeState(campaign, CASTS[id]) }, optionsFor(id, { week, draft }))).map(({ paper, bytes }, i) => {
      const file = join(folder.path, `${id}-${draft}-${paper}-${i}.docx`)
      writeFileSync(file, bytes)
      return file
    })
    if (!draft) expect(new Set(files.map((file) => /-(?:true|false)-(.*)-\d+\.docx$/.exec(file)?.[1]))).toEqual(new Set(Object.keys(campaign.definition.papers)))
    const { status } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${join(folder.path, 'profile')}`, '--convert-to', 'pdf', '--outdir', folder.path, ...files], { timeout: 150_000 })
    expect(status).toBe(0)
    const mark = dense(sayIn(campaign.definition.language)('papers/draft-mark'))
    for (const file of files) {
      const { stdout } = spawnSync('pdftotext', ['-raw', file.replace(/\.docx$/, '.pdf'), '-'], { encoding: 'utf8' })
      const pages = stdout.split('\f').filter((page) => page.trim() !== '').map(dense)
      expect(pages.length).toBeGreaterThan(0)
      expect([file, pages.filter((page) => page.includes(mark)).length]).toEqual([file, draft ? pages.length : 0])
      // Lines too short to be broken: they stand there as they went in.
      const shown = pages.join('')
      const lines = linesOf(readFileSync(file)).map(dense).filter((line) => line !== '' && line.length < (campaign.definition.language === 'zh' ? 16 : 32))
      expect(lines.length).toBeGreaterThan(3)
      expect([file, lines.filter((line) => !shown.includes(line))]).toEqual([file, []])
    }
  })

  it.each(SHIPPED)('templates that were opened and saved there are filled in as before: %s', (id) => {
    const campaign = shipped(id)
    const saved = join(folder.path, `${id}-saved`)
    const { status } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${join(folder.path, 'profile')}`, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, ...readdirSync(templatePath(id, 'papers')).map((file) => templatePath(id, `papers/${file}`))], { timeout: 150_000 })
    expect(status).toBe(0)
    const state = officeState(campaign, CASTS[id])
    const texts = (more: object) => papersFor({ campaign, state }, optionsFor(id, { draft: true, ...more })).map(({ bytes }) => textOfPaper(bytes).replace(/\n+/g, '\n').trim())
    expect(texts({ template: (file: string) => new Uint8Array(readFileSync(join(saved, file))) })).toEqual(texts({}))
  })
})

const dense = (text: string): string => text.replace(/\s/g, '')
