/** What the commands that make sample data up are told, and where they may put it. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DemoOptions } from '../app/demo/demo'
import { type Tuning, tuningFrom } from '../app/demo/tuning'
import { readCampaign, usableCampaign } from './campaign-file'
import { FileTrouble, readBytes } from './files'
import { countOption, type Command, type Options } from './program'
import type { Terminal } from './terminal'

export const SAMPLE_DATA_OPTIONS: Command['options'] = { out: { type: 'string' }, units: { type: 'string' }, weeks: { type: 'string' }, seed: { type: 'string' }, campaign: { type: 'string' } }

export interface SampleDataCall {
  /** A folder, new or empty. */
  readonly out: string
  /** What to make up, and how much of it; what was not given is left to the maker. */
  readonly wanted: DemoOptions
}

/**
 * Reads {@link SAMPLE_DATA_OPTIONS}. Undefined after the mistakes of the definition have been said.
 *
 * @throws FileTrouble `cli/not-empty`, and what reading a definition throws; UsageTrouble for what is no count
 */
export function sampleDataCall(options: Options, terminal: Terminal, templates: string): SampleDataCall | undefined {
  const out = String(options['out'])
  if (existsSync(out) && readdirSync(out).length > 0) throw new FileTrouble('cli/not-empty', { path: out })
  const file = readCampaign(String(options['campaign'] ?? 'learning-mobilization'), templates)
  const campaign = usableCampaign(file, terminal)
  return campaign && { out, wanted: { campaign, tuning: tuningBeside(file.path), units: countOption(options, 'units'), weeks: countOption(options, 'weeks'), seed: countOption(options, 'seed') } }
}

/** How sample data of a campaign are likely to look: `demo.yaml` beside its definition; without one, by field type alone. */
function tuningBeside(definition: string): Tuning {
  const path = join(dirname(definition), 'demo.yaml')
  return tuningFrom(existsSync(path) ? new TextDecoder().decode(readBytes(path)) : '')
}
