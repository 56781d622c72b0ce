import { basename, join } from 'node:path'
import { issue as issueAll, issueCount } from '../../app/issue'
import { readRegistry } from '../../app/registry'
import { countFindings } from '../../domain/returns/group-findings'
import { breathe } from '../breathe'
import { readCampaign, usableCampaign } from '../campaign-file'
import { findingData, findingLines } from '../finding-lines'
import { readBytes, refuseOther, writeInPlace } from '../files'
import { countOption, type Command } from '../program'
import type { Toolbox } from '../toolbox'

/**
 * `muster issue --campaign DIR --registry FILE… --out DIR`: every workbook that is handed out. What is wrong with
 * the registry is said first; nothing is written while it has errors, and no file that exists is overwritten.
 */
export function issue(toolbox: Toolbox): Command {
  return {
    name: 'issue',
    options: { campaign: { type: 'string' }, registry: { type: 'string', multiple: true }, out: { type: 'string' }, week: { type: 'string' } },
    required: ['campaign', 'registry', 'out'],
    operands: [0, 0],
    async run({ options, terminal, json }) {
      const campaign = usableCampaign(readCampaign(String(options['campaign']), toolbox.templates), terminal)
      if (!campaign) return 2
      const language = campaign.definition.language
      const files = (options['registry'] as readonly string[]).map((path) => ({ name: basename(path), bytes: readBytes(path) }))
      const { registry, members, findings } = readRegistry(files, { definition: campaign.definition, language, format: toolbox.format })
      if (!json) for (const line of findingLines(findings, terminal)) terminal.err(line)
      const errors = countFindings(findings).errors
      if (errors > 0 || registry.units.length === 0) {
        if (json) terminal.out(JSON.stringify({ issued: [], findings: findings.map((finding) => findingData(finding, terminal)) }, null, 2))
        else terminal.err(terminal.say('cli/registry-unusable', { errors }))
        return 1
      }

      const out = String(options['out'])
      const words = { language, say: toolbox.sayIn(language), definitionText: toolbox.pack(campaign.definition) }
      const job = { campaign, registry, members, week: countOption(options, 'week'), words }
      const paths: string[] = []
      const total = issueCount(job)
      for (const { path, spec } of issueAll(job)) {
        await breathe(toolbox.interrupted)
        const target = join(out, path)
        const bytes = toolbox.format.write(spec)
        refuseOther(target, () => bytes)
        writeInPlace(target, bytes)
        paths.push(target)
        terminal.status(`${paths.length}/${total} ${path}`)
      }
      terminal.status('')
      if (json) terminal.out(JSON.stringify({ issued: paths, findings: findings.map((finding) => findingData(finding, terminal)) }, null, 2))
      else terminal.out(terminal.say('cli/issued', { count: paths.length, path: out }))
      return 0
    },
  }
}
