import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkTemplates } from '../../app/papers/check-templates'
import { describeMistake } from '../../domain/campaign/mistake'
import { readCampaign, sayMistakes, type CampaignFile } from '../campaign-file'
import { readBytes } from '../files'
import type { Command } from '../program'
import type { Toolbox } from '../toolbox'

/**
 * `muster campaign check FILE…`: every mistake of a definition, with line and remedy; and, where its folder `papers` lies
 * beside it, whatever keeps a template there from being filled in. Exit 1 when there is any.
 */
export function campaignCheck({ templates, sayIn }: Toolbox): Command {
  return {
    name: 'campaign check',
    options: {},
    operands: [1, Infinity],
    async run({ operands, terminal, json }) {
      const files = await Promise.all(operands.map((given) => withTemplates(readCampaign(given, templates))))
      if (json) {
        const data = files.map(({ path, campaign, mistakes, papers }) => ({
          file: path,
          ok: campaign !== undefined && papers.length === 0,
          id: campaign?.definition.id,
          version: campaign?.definition.version,
          rules: campaign?.rules,
          mistakes: mistakes.map((mistake) => ({ ...mistake, ...describeMistake(mistake, terminal.say) })),
          papers: papers.map(({ code, params }) => ({ code, params, what: terminal.say(code, params), fix: terminal.say(`${code}.fix`, params) })),
        }))
        terminal.out(JSON.stringify(data, null, 2))
      } else {
        for (const { path, campaign, mistakes, papers } of files) {
          sayMistakes(mistakes, terminal)
          for (const { code, params } of papers) for (const line of [terminal.say(code, params), `→ ${terminal.say(`${code}.fix`, params)}`]) terminal.err(line)
          if (campaign && papers.length === 0) {
            const { definition } = campaign
            terminal.out(
              terminal.say('cli/campaign-ok', {
                path,
                title: definition.title[terminal.language],
                version: definition.version,
                clauses: Object.keys(definition.clauses).length,
                forms: Object.keys(definition.forms).length,
                measures: Object.keys(definition.measures).length,
              }),
            )
          } else terminal.out(terminal.say('cli/campaign-mistakes', { path, count: mistakes.length + papers.length }))
        }
      }
      return files.every(({ campaign, papers }) => campaign && papers.length === 0) ? 0 : 1
    },
  }

  /** A definition that came alone, without the folder, says nothing of its templates. */
  async function withTemplates(file: CampaignFile) {
    const folder = join(dirname(file.path), 'papers')
    const papers = file.campaign && existsSync(folder) ? await checkTemplates(file.campaign.definition, (name) => (existsSync(join(folder, name)) ? readBytes(join(folder, name)) : undefined), sayIn) : []
    return { ...file, papers }
  }
}
