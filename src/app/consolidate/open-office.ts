import { withOverrides } from '../../domain/campaign/check-definition'
import { overridesIn, recorded, type SettingChange } from '../../domain/campaign/settings-in-time'
import { rankingRulesOver, type RankingRules } from '../../domain/ranking/history'
import type { Campaign } from '../../domain/campaign/campaign'
import { readIdentity, readLanguage } from '../../domain/returns/read-identity'
import type { Language, Say } from '../../domain/text'
import { readOffice, type OfficeTrouble } from '../../reports/office/read-office'
import { openWeek } from '../../reports/office/read-settings'
import type { OfficeState } from '../../reports/office/state'
import type { Workbook } from '../../workbook/model'
import { OfficeError } from './office-error'

export interface OpenOffice {
  /** With the settings and weights in force in the week shown. */
  readonly campaign: Campaign
  /** The same for any week of the campaign: what was decided from a week on holds from it on. Throws OfficeError `office/settings-refused`. */
  campaignIn(week: number): Campaign
  /** Changes of settings that the workbook asks for and that are not recorded yet; they are in force in `campaignIn`. */
  readonly pending: readonly SettingChange[]
  /** What ranks are reckoned with, each week by its own settings. */
  ranking(): RankingRules
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
  const { weeks } = campaign.calendar
  const pending = recorded(state.statements, state.settings, { openWeek: openWeek(state.weeks, weeks) ?? weeks, at: '' })
  const campaignIn = campaignsOver(campaign, [...state.settings, ...pending])
  return { campaign: campaignIn(state.shown ?? openWeek(state.weeks, weeks) ?? weeks), campaignIn, pending, ranking: () => rankingRulesOver(weeks, campaignIn), state, troubles, language, say }
}

/** Every set of settings is compiled once; the definition's own need not be. */
function campaignsOver(campaign: Campaign, changes: readonly SettingChange[]): (week: number) => Campaign {
  const known = new Map<string, Campaign>([['{}', campaign]])
  return (week) => {
    const overrides = overridesIn(changes, week)
    const key = JSON.stringify(overrides)
    const compiled = known.get(key)
    if (compiled) return compiled
    const { campaign: inForce, mistakes } = withOverrides(campaign.definition, overrides)
    if (!inForce) throw new OfficeError('office/settings-refused', { path: mistakes[0]?.path ?? '', reason: mistakes[0]?.code ?? '' })
    known.set(key, inForce)
    return inForce
  }
}
