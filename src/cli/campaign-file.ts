/** A campaign that a command was given: a folder, a campaign.yaml, or the id of a shipped one. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign } from '../domain/campaign/campaign'
import { loadDefinition } from '../domain/campaign/load'
import { describeMistake, pointAt, type Mistake } from '../domain/campaign/mistake'
import { FileTrouble, readBytes } from './files'
import type { Terminal } from './terminal'

export interface CampaignFile {
  readonly path: string
  readonly source: string
  readonly campaign?: Campaign
  readonly mistakes: readonly Mistake[]
}

/** Reads and checks a definition. Throws FileTrouble when there is no such file; mistakes are data. */
export function readCampaign(given: string, templates: string): CampaignFile {
  const path = campaignPath(given, templates)
  const source = new TextDecoder().decode(readBytes(path))
  return { path, source, ...loadDefinition(source, path) }
}

function campaignPath(given: string, templates: string): string {
  const shipped = join(templates, given, 'campaign.yaml')
  if (!existsSync(given) && /^[a-z0-9-]+$/.test(given) && existsSync(shipped)) return shipped
  if (!existsSync(given)) throw new FileTrouble('cli/no-such-file', { path: given })
  if (!statSync(given).isDirectory()) return given
  const inside = join(given, 'campaign.yaml')
  if (!existsSync(inside)) throw new FileTrouble('cli/no-campaign-file', { path: given })
  return inside
}

/** Says every mistake: place, what, where in the expression, remedy. */
export function sayMistakes(mistakes: readonly Mistake[], terminal: Terminal): void {
  for (const mistake of mistakes) {
    const { what, fix } = describeMistake(mistake, terminal.say)
    terminal.err(`${mistake.file}:${mistake.line}:${mistake.column}  ${mistake.path}`)
    terminal.err(`  ${what}`)
    for (const line of pointAt(mistake)?.split('\n') ?? []) terminal.err(`    ${line}`)
    terminal.err(`  → ${fix}`)
  }
}

/** The campaign, or undefined after its mistakes have been said. */
export function usableCampaign(file: CampaignFile, terminal: Terminal): Campaign | undefined {
  if (file.campaign) return file.campaign
  terminal.err(terminal.say('cli/definition-has-mistakes', { count: file.mistakes.length }))
  sayMistakes(file.mistakes, terminal)
  return undefined
}
