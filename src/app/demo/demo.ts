/**
 * Sample data: a registry, the workbooks issued from it and, week by week, the returns that an office
 * would see, with faults of every kind planted and a key that says where.
 *
 *     registry.xlsx
 *     issued/U001 …xlsx
 *     returns/week-1/U001 …xlsx …
 *     returns/late/week-1/…xlsx        corrections that came after the week was closed
 *     planted.json
 */
import { randomFrom } from '../../domain/random'
import { registryWorkbook } from './registry-workbook'
import { FaultPlan } from './fault-plan'
import { peopleOf } from './people'
import { SubjectReturns } from './subject-returns'
import type { Key, Planted } from './planted'
import type { Tuning } from './tuning'
import type { Progress, WorkbookFormat } from '../ports'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Say } from '../../domain/text'

export interface DemoOptions {
  readonly campaign: Campaign
  readonly tuning: Tuning
  /** Default 107. */
  readonly units?: number
  /** Default 4, at most the campaign's own. */
  readonly weeks?: number
  /** The same seed gives the same files. Default 1. */
  readonly seed?: number
}

export interface DemoPorts {
  readonly format: WorkbookFormat
  readonly say: Say
  /** The definition as workbooks carry it. */
  readonly definitionText: string
  /** `path`: relative, with `/`. Each file is written once and not kept. */
  write(path: string, bytes: Uint8Array): void | Promise<void>
  readonly progress?: Progress
}

export const DEFAULT_UNITS = 107
const DEFAULT_WEEKS = 4

export async function demo({ campaign, tuning, units = DEFAULT_UNITS, weeks = DEFAULT_WEEKS, seed = 1 }: DemoOptions, ports: DemoPorts): Promise<Key> {
  const lastWeek = Math.min(weeks, campaign.definition.calendar.weeks)
  const random = randomFrom(seed)
  const { cast, casting, reserved, subjects } = peopleOf(campaign, tuning, units, random)
  const plan = new FaultPlan(campaign, tuning, (units - reserved.length) * lastWeek, random.fork('plan'))

  await ports.write('registry.xlsx', ports.format.write(registryWorkbook(campaign, cast)))
  const planted: Planted[] = []
  for (const [index, subject] of subjects.entries()) {
    const returns = new SubjectReturns(subject, subjects, { campaign, tuning, weeks: lastWeek, plan, ...ports })
    await ports.write(`issued/${returns.issuedName}`, returns.issued)
    for (let week = 1; week <= lastWeek; week++) {
      ports.progress?.(index * lastWeek + week - 1, subjects.length * lastWeek, subject.name)
      for (const { name, bytes, late, planted: found } of returns.ofWeek(week)) {
        const file = `returns/${late ? 'late/' : ''}week-${week}/${name}`
        // Nothing was sent: the key says so, and there is no file.
        if (found.every(({ code }) => code !== 'intake/missing')) await ports.write(file, bytes)
        planted.push(...found.map((one): Planted => ({ file, week, kind: subject.kind, unit: subject.id, ...one })))
      }
    }
  }
  const [one, other] = casting.twins.map((index) => cast[index]?.id)
  const key: Key = {
    campaign: campaign.definition.id,
    seed,
    units,
    weeks: lastWeek,
    members: cast.reduce((sum, { headcount }) => sum + headcount, 0),
    roles: { lastEveryWeek: cast[casting.last]?.id ?? '', tied: one !== undefined && other !== undefined ? [one, other] : [] },
    planted,
    unplanted: plan.unplanted(lastWeek),
  }
  await ports.write('planted.json', new TextEncoder().encode(`${JSON.stringify(key, null, 1)}\n`))
  ports.progress?.(subjects.length * lastWeek, subjects.length * lastWeek, '')
  return key
}
