/** What an office workbook remembers of the files that were taken in for a week. */
import type { Campaign } from '../../domain/campaign/campaign'
import { registeredIn } from '../../domain/ranking/registry'
import type { IsoDate } from '../../domain/returns/return'
import { findingsKey, type OfficeState } from '../../reports/office/state'
import { countedElsewhere, type IntakeOptions } from '../intake'
import { basesOf, intakeContext } from '../intake/basis'
import { recallFrom } from '../intake/recall'

export interface RecallOptions {
  /** In force in the week. */
  readonly campaign: Campaign
  readonly week: number
  readonly asOf: IsoDate
  readonly deadline?: IsoDate
  /** Everything is read anew. */
  readonly redo: boolean
  /** Returns have to be kept, and those of the week were read: a file is opened when its return is not among them. */
  readonly keeps: boolean
}

export function recallIn({ registry, entries, weeks, returns, waivers }: OfficeState, { campaign, week, asOf, deadline, redo, keeps }: RecallOptions): Pick<IntakeOptions, 'bases' | 'recall'> {
  const bases = basesOf(campaign, asOf, waivers)
  if (redo) return { bases }
  const { everybody } = registeredIn(registry, entries, week)
  const recall = recallFrom({
    verdicts: weeks.find((record) => record.week === week)?.verdicts ?? [],
    entries: entries.filter((entry) => entry.week === week),
    everybody,
    context: intakeContext(week, everybody, deadline),
    basisOf: bases.file,
    isKept: ({ unit, content }) => !keeps || returns.get(findingsKey(week, unit))?.content === content,
    countedElsewhere: countedElsewhere(entries, week),
  })
  return { bases, recall }
}
