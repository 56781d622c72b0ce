/** The sample files of the built site, and what the command line's own code makes of them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { carriedCampaign } from '../../../src/app/carried-definition'
import { checkWorkbook, type CheckResult } from '../../../src/app/check'
import type { SampleCampaign, SampleFile, SampleKind } from '../../../src/app/workbench/samples'
import { campaignsIn } from '../../../src/cli/campaign-in'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from '../../app/demo/made-up'

const campaignIn = campaignsIn((book) => carriedCampaign(book, nodeCompression))

export type SampleCampaignId = 'learning-mobilization' | 'safety-month'

export interface Sample {
  readonly file: SampleFile
  /** Week that the samples are of. */
  readonly week: number
  readonly bytes: Buffer
}

export function sampleIn(site: string, campaign: SampleCampaignId, kind: SampleKind): Sample {
  const campaigns = JSON.parse(readFileSync(path.join(site, 'samples/samples.json'), 'utf8')) as SampleCampaign[]
  const found = campaigns.find(({ id }) => id === campaign)
  const file = found?.files.find((one) => one.kind === kind)
  if (!found || !file) throw new Error(`no sample ${kind} of ${campaign}`)
  return { file, week: found.week, bytes: readFileSync(path.join(site, file.path)) }
}

/** As `muster check` does it, with the definition that the workbook carries. */
export function checked(bytes: Uint8Array, today: string): { readonly campaign: Campaign; readonly result: CheckResult } {
  const book = format.read(bytes)
  const campaign = campaignIn(book)
  return { campaign, result: checkWorkbook(book, { campaign, today }) }
}
