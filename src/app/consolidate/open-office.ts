import { checkDefinition } from '../../domain/campaign/check-definition'
import type { Campaign } from '../../domain/campaign/campaign'
import { readIdentity, readLanguage } from '../../domain/returns/read-identity'
import type { Language, Say } from '../../domain/text'
import { readOffice, type OfficeTrouble } from '../../reports/office/read-office'
import type { OfficeState } from '../../reports/office/state'
import type { Workbook } from '../../workbook/model'
import { OfficeError } from './office-error'

export interface OpenOffice {
  /** With the settings and weights that the office has in force. */
  readonly campaign: Campaign
  readonly state: OfficeState
  /** What has to be put right in the workbook; what it is about was left out or taken as the definition has it. */
  readonly troubles: readonly OfficeTrouble[]
  /** The workbook's language: what is written into it is written in it. */
  readonly language: Language
  readonly say: Say
}

/**
 * Throws {@link OfficeError}: `office/not-office` (no office workbook), `office/other-campaign`,
 * `office/no-registry`, `office/settings-refused` (values that are fine one by one and not together).
 */
export function openOffice(book: Workbook, campaign: Campaign, sayIn: (language: Language) => Say): OpenOffice {
  const identity = readIdentity(book)
  if (identity.kind !== 'office') throw new OfficeError('office/not-office')
  if (identity.campaign !== campaign.definition.id) throw new OfficeError('office/other-campaign', { said: identity.campaign ?? '', campaign: campaign.definition.id })
  const language = readLanguage(book) ?? campaign.definition.language
  const say = sayIn(language)
  const { state, troubles } = readOffice(book, campaign.definition, say)
  if (troubles.some(({ code }) => code === 'office/no-registry')) throw new OfficeError('office/no-registry')
  const { campaign: inForce, mistakes } = checkDefinition(campaign.definition, state.overrides)
  if (!inForce) throw new OfficeError('office/settings-refused', { path: mistakes[0]?.path ?? '', reason: mistakes[0]?.code ?? '' })
  return { campaign: inForce, state, troubles, language, say }
}
