import { describeMistake } from '../../domain/campaign/mistake'
import { readCampaign, sayMistakes } from '../campaign-file'
import type { Command } from '../program'
import type { Toolbox } from '../toolbox'

/** `muster campaign check FILE…`: every mistake of a definition, with line and remedy. Exit 1 when there is one. */
export function campaignCheck({ templates }: Toolbox): Command {
  return {
    name: 'campaign check',
    options: {},
    operands: [1, Infinity],
    run({ operands, terminal, json }) {
      const files = operands.map((given) => readCampaign(given, templates))
      if (json) {
        const data = files.map(({ path, campaign, mistakes }) => ({
          file: path,
          ok: campaign !== undefined,
          id: campaign?.definition.id,
          version: campaign?.definition.version,
          rules: campaign?.rules,
          mistakes: mistakes.map((mistake) => ({ ...mistake, ...describeMistake(mistake, terminal.say) })),
        }))
        terminal.out(JSON.stringify(data, null, 2))
      } else {
        for (const { path, campaign, mistakes } of files) {
          sayMistakes(mistakes, terminal)
          if (campaign) {
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
          } else terminal.out(terminal.say('cli/campaign-mistakes', { path, count: mistakes.length }))
        }
      }
      return files.every(({ campaign }) => campaign) ? 0 : 1
    },
  }
}
