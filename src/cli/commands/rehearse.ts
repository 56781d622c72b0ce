import { rehearse as tryOut } from '../../app/rehearse'
import { OfficeError } from '../../app/consolidate/office-error'
import type { Campaign } from '../../domain/campaign/campaign'
import { PERCENT } from '../../domain/campaign/amount'
import type { SettingValue } from '../../domain/campaign/settings-in-time'
import { readCampaign, usableCampaign } from '../campaign-file'
import { UsageTrouble, type Command, type Options } from '../program'
import { rehearsalData, rehearsalLines } from '../rehearse-report'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/**
 * `muster rehearse OFFICE --week N [--campaign DIR] --set ID=VALUE --weight ID=VALUE`: what another version of the definition,
 * or a change of settings or weights, would change in a week that was consolidated, down to the row. Writes nothing.
 */
export function rehearse(toolbox: Toolbox): Command {
  return {
    name: 'rehearse',
    options: { week: { type: 'string' }, campaign: { type: 'string' }, set: { type: 'string', multiple: true }, weight: { type: 'string', multiple: true } },
    required: ['week'],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const { open, week, file } = officeWeek(String(operands[0]), options, toolbox)
      const another = options['campaign'] === undefined ? undefined : usableCampaign(readCampaign(String(options['campaign']), toolbox.templates), terminal)
      if (options['campaign'] !== undefined && !another) return 2
      if (another && another.definition.id !== file.campaign.definition.id) throw new OfficeError('office/other-campaign', { said: file.campaign.definition.id, campaign: another.definition.id })
      const campaign = another ?? file.campaign
      const settings = assigned(options, 'set', (id, text) => settingValue(campaign, id, text))
      const weights = assigned(options, 'weight', (id, text) => weightValue(campaign, id, text))
      if (!another && Object.keys(settings).length + Object.keys(weights).length === 0) throw new UsageTrouble('cli/nothing-to-rehearse')
      const rehearsal = tryOut({ office: open, week: week as number, change: { settings, weights, ...(another && { definition: another.definition }) }, compression: toolbox.format.compression })
      if (json) terminal.out(JSON.stringify(rehearsalData(rehearsal), null, 2))
      else for (const line of rehearsalLines(rehearsal, another ? { ...open, campaign: another } : open, terminal, another ? 'cli/definition-not-written' : undefined)) terminal.out(line)
      return 0
    },
  }
}

function assigned<T>(options: Options, name: string, valueOf: (id: string, text: string) => T): Record<string, T> {
  const given = options[name]
  const all = Array.isArray(given) ? given.map(String) : []
  return Object.fromEntries(
    all.map((one) => {
      const [, id, text] = /^([^=]+)=(.*)$/.exec(one) ?? []
      if (id === undefined || text === undefined) throw new UsageTrouble('cli/option-not-assignment', { option: `--${name}`, value: one })
      return [id.trim(), valueOf(id.trim(), text.trim())]
    }),
  )
}

/** As the definition writes such a value; a share also as a percentage, a switch as true or false. */
function settingValue({ definition }: Campaign, id: string, text: string): SettingValue {
  const setting = Object.hasOwn(definition.settings, id) ? definition.settings[id] : undefined
  if (!setting) throw new UsageTrouble('cli/no-such-setting', { id, known: Object.keys(definition.settings).join(', ') })
  if (typeof setting.value === 'boolean') {
    if (text !== 'true' && text !== 'false') throw new UsageTrouble('cli/setting-value', { id, value: text })
    return text === 'true'
  }
  if (typeof setting.value === 'string') return text
  const [, digits = text, percent] = setting.unit === PERCENT ? (/^(.*?)\s*([%％])$/.exec(text) ?? []) : []
  return numberOf(id, digits, text) / (percent ? 100 : 1)
}

function weightValue({ definition }: Campaign, id: string, text: string): number {
  if (!Object.hasOwn(definition.indicators, id)) throw new UsageTrouble('cli/no-such-weight', { id, known: Object.keys(definition.indicators).join(', ') })
  const weight = numberOf(id, text, text)
  if (weight < 0) throw new UsageTrouble('cli/setting-value', { id, value: text })
  return weight
}

function numberOf(id: string, digits: string, text: string): number {
  const number = digits.trim() === '' ? NaN : Number(digits)
  if (!Number.isFinite(number)) throw new UsageTrouble('cli/setting-value', { id, value: text })
  return number
}
