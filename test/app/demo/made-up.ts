/** Sample data in memory, and what a check of each file finds. */
import { readFileSync } from 'node:fs'
import { packDefinition } from '../../../src/app/carried-definition'
import { checkWorkbook } from '../../../src/app/check'
import { demo } from '../../../src/app/demo/demo'
import { weekEnd } from '../../../src/app/demo/days'
import { tuningFrom } from '../../../src/app/demo/tuning'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { messages } from '../../../src/messages/messages'
import { sayFrom } from '../../../src/messages/catalogue'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import type { Key } from '../../../src/app/demo/planted'
import type { Tuning } from '../../../src/app/demo/tuning'
import type { WorkbookFormat } from '../../../src/app/ports'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { Finding } from '../../../src/domain/returns/finding'

export const format: WorkbookFormat = {
  read: (bytes) => readWorkbook(bytes, { compression: nodeCompression }),
  write: (spec) => writeWorkbook(spec, nodeCompression),
  patch: (bytes, patch) => patchWorkbook(bytes, patch, nodeCompression),
  compression: nodeCompression,
}

export interface MadeUp {
  readonly campaign: Campaign
  readonly tuning: Tuning
  readonly key: Key
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function shipped(id: string): { campaign: Campaign; tuning: Tuning } {
  const file = `templates/${id}/campaign.yaml`
  const { campaign, mistakes } = loadDefinition(readFileSync(file, 'utf8'), file)
  if (!campaign) throw new Error(JSON.stringify(mistakes, null, 1))
  return { campaign, tuning: tuningFrom(readFileSync(`templates/${id}/demo.yaml`, 'utf8')) }
}

export async function makeUp(id: string, options: { units: number; weeks: number; seed?: number }): Promise<MadeUp> {
  const { campaign, tuning } = shipped(id)
  const files = new Map<string, Uint8Array>()
  const key = await demo(
    { campaign, tuning, ...options },
    {
      format,
      say: sayFrom(messages, campaign.definition.language),
      definitionText: packDefinition(campaign.definition, nodeCompression),
      write: (path, bytes) => void files.set(path, bytes),
    },
  )
  return { campaign, tuning, key, files }
}

/** Findings of a return, as of the last day of the week in whose folder it is. */
export function findingsIn({ campaign, key, files }: MadeUp, file: string): readonly Finding[] {
  const isLastWeeks = key.planted.some((one) => one.file === file && one.code === 'intake/of-another-week')
  const week = Number(/week-(\d+)\//.exec(file)?.[1]) - (isLastWeeks ? 1 : 0)
  const asOf = weekEnd(campaign.definition, week)
  return checkWorkbook(format.read(files.get(file) as Uint8Array), { campaign, asOf, today: asOf }).findings
}
