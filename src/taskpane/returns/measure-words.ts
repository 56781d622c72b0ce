/** Measures in words: amounts with their units, gaps by how value and target compare. */
import type { MeasureLine } from '../../app/pane/return/measure-lines'
import { amountText } from '../../domain/campaign/amount'
import type { Campaign } from '../../domain/campaign/campaign'
import type { WorkbookKind } from '../../domain/campaign/schema'
import type { MeasureResult } from '../../domain/evaluation/evaluation'
import type { Language, Say } from '../../domain/text'

export interface MeasureWords {
  /** `34人中7人未达标，共差26学时`; of the whole unit: what it is and should be. */
  summary(line: MeasureLine): string
  /** `24 / 40，差16学时`; without a gap `40 / 40学时`. */
  result(result: MeasureResult): string
}

export function measureWords(campaign: Campaign, kind: WorkbookKind, say: Say, language: Language): MeasureWords {
  const { definition } = campaign
  const amount = (value: number, unit: string) => amountText(definition, value, unit, language)
  const bare = (value: number, unit: string) => amountText(definition, value, unit === 'percent' ? unit : undefined, language)
  const rosters = new Set(campaign.forms[kind].filter((id) => campaign.form(id).shape === 'roster').map((id) => campaign.form(id).record))

  return {
    summary({ definition: { of, unit, compare = 'at-least' }, whole, short, subjects, gap }) {
      const [only] = short
      if (whole && only) return say(`pane/whole-${compare}`, { value: amount(only.value, unit), target: amount(only.target, unit), gap: amount(only.gap, unit) })
      const who = rosters.has(of) ? (kind === 'unit' ? 'member' : 'unit') : 'rows'
      // Percentages of several do not add up to anything.
      const key = unit === 'percent' ? `pane/short-${who}-only` : `pane/short-${who}`
      return say(key, { subjects, short: short.length, gap: amount(gap, unit) })
    },
    result({ measure, value, target, gap }) {
      const { unit, compare = 'at-least' } = definition.measures[measure] ?? { unit: '' }
      if (gap === 0) return say('pane/row-met', { value: bare(value, unit), target: amount(target, unit) })
      return say(`pane/row-${compare}`, { value: bare(value, unit), target: bare(target, unit), gap: amount(gap, unit) })
    },
  }
}
