/** Sample files of the campaigns that ship with the page: `samples/samples.json`, made with the page. */
import type { Language, Text } from '../../domain/text'

/**
 * - `unit-with-faults`, `unit-clean`: a unit's workbook for the week, to be put right, or as it should be
 * - `group`: a supervision group's workbook
 * - `office`: the office's workbook with the weeks before `week` consolidated
 * - `returns`: a zip of all returns of `week`, to be consolidated in it
 */
export const SAMPLE_KINDS = ['unit-with-faults', 'unit-clean', 'group', 'office', 'returns'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

export interface SampleFile {
  readonly kind: SampleKind
  /** Relative to the page. */
  readonly path: string
  /** File name, with its ending. */
  readonly name: string
  readonly bytes: number
  /** Files in a zip; absent: it is one file. */
  readonly count?: number
}

export interface SampleCampaign {
  readonly id: string
  readonly title: Text
  /** That its workbooks are written in. */
  readonly language: Language
  /** The week that the samples are of, from 1. */
  readonly week: number
  readonly files: readonly SampleFile[]
}

/** Campaigns in the reader's language first. */
export function inLanguage(campaigns: readonly SampleCampaign[], language: Language): SampleCampaign[] {
  return campaigns.toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
}

/** The sample with that path, and the campaign it is of. Only listed paths are ever fetched, whatever an address asks for. */
export function sampleAt(campaigns: readonly SampleCampaign[], path: string): { readonly campaign: SampleCampaign; readonly file: SampleFile } | undefined {
  for (const campaign of campaigns) {
    const file = campaign.files.find((one) => one.path === path && one.kind !== 'returns')
    if (file) return { campaign, file }
  }
  return undefined
}

/** The zip of returns that goes with a campaign's office workbook. */
export function returnsOf(campaigns: readonly SampleCampaign[], id: string | undefined): { readonly week: number; readonly file: SampleFile } | undefined {
  const campaign = campaigns.find((one) => one.id === id)
  const file = campaign?.files.find(({ kind }) => kind === 'returns')
  return campaign && file && { week: campaign.week, file }
}
