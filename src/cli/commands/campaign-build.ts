import { dirname, join } from 'node:path'
import { blankWorkbooks } from '../../app/issue'
import { readCampaign, usableCampaign } from '../campaign-file'
import { writeInPlace } from '../files'
import type { Command } from '../program'
import type { Toolbox } from '../toolbox'

/** `muster campaign build FILE…`: the blank workbooks that ship beside a definition, made again. */
export function campaignBuild(toolbox: Toolbox): Command {
  return {
    name: 'campaign build',
    options: {},
    operands: [1, Infinity],
    run({ operands, terminal, json }) {
      const written: string[] = []
      for (const given of operands) {
        const file = readCampaign(given, toolbox.templates)
        const campaign = usableCampaign(file, terminal)
        if (!campaign) return 2
        const language = campaign.definition.language
        for (const { path, spec } of blankWorkbooks(campaign, { language, say: toolbox.sayIn(language), definitionText: toolbox.pack(campaign.definition) })) {
          const target = join(dirname(file.path), path)
          writeInPlace(target, toolbox.format.write(spec))
          written.push(target)
          if (!json) terminal.out(target)
        }
      }
      if (json) terminal.out(JSON.stringify(written, null, 2))
      return 0
    },
  }
}
