/** What people changed in the office's sheets (settings, weights, waivers, registry) takes effect, without a file. */
import { consolidate, type Consolidation, type WeekToConsolidate } from './consolidate'
import { OfficeError } from './consolidate/office-error'
import { openOffice } from './consolidate/open-office'

export type RecomputeOptions = Omit<WeekToConsolidate, 'week' | 'asOf' | 'files' | 'deadline' | 'redo' | 'occasion' | 'compression'> & Required<Pick<WeekToConsolidate, 'compression'>>

/**
 * The latest week that was consolidated goes by the registry as it is now; earlier ones keep theirs. Every week
 * goes by the settings in force in it and by the waivers that hold on its day, judged again from the returns that are kept.
 * Nothing to be changed gives an empty patch; so does doing it again.
 *
 * Throws {@link OfficeError}: those of `consolidate`, and `office/nothing-ranked` when no week has been consolidated: what is
 * entered takes effect with the first.
 */
export async function recompute(options: RecomputeOptions): Promise<Consolidation> {
  const { state } = openOffice(options.office, options.campaign, options.sayIn)
  const latest = state.weeks.at(-1)
  if (!latest) throw new OfficeError('office/nothing-ranked', { week: '' })
  const none = () => Promise.reject(new Error('there is no file to examine'))
  return consolidate({ ...options, week: latest.week, asOf: latest.asOf, files: [], occasion: 'recomputed', examined: none })
}
