/** The office's workbook of a command that is about one week of it. */
import { openOffice, type OpenOffice } from '../app/consolidate/open-office'
import type { Campaign } from '../domain/campaign/campaign'
import { readOfficeFile, type OfficeFile } from './office-file'
import { countOption, type Options } from './program'
import type { Toolbox } from './toolbox'

export interface OfficeWeek {
  readonly file: OfficeFile
  readonly open: OpenOffice
  /** As given; undefined: the latest consolidated. */
  readonly week: number | undefined
  /** In force in that week. */
  readonly campaign: Campaign
}

/** `--week` (or another option) of the office's workbook. Throws as `readOfficeFile` and `openOffice` do. */
export function officeWeek(path: string, options: Options, toolbox: Toolbox, option = 'week'): OfficeWeek {
  const file = readOfficeFile(path, toolbox)
  const open = openOffice(file.book, file.campaign, toolbox.sayIn)
  const week = countOption(options, option)
  const weeks = file.campaign.calendar.weeks
  return { file, open, week, campaign: week !== undefined && week <= weeks ? open.campaignIn(week) : open.campaign }
}
