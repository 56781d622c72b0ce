/** A definition as data, which has to be right, ready for use; for what must not be, there is `checkDefinition`. */
import type { Campaign, Overrides } from '../../src/domain/campaign/campaign'
import { checkDefinition } from '../../src/domain/campaign/check-definition'

export function campaignOf(definition: unknown, overrides: Overrides = {}): Campaign {
  const { campaign, mistakes } = checkDefinition(definition, overrides)
  if (!campaign) throw new Error(mistakes.map(({ code, path, params }) => `${code} at ${path} ${JSON.stringify(params)}`).join('\n'))
  return campaign
}
