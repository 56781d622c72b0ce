/**
 * Files to try the program with, cut out of the sample campaign in its last week: what a unit, a supervision group and the
 * office have on their desks on that day.
 */
import { zipSync } from 'fflate'
import { consolidate } from '../consolidate'
import { demo, DEFAULT_UNITS } from './demo'
import { issuedOffice } from './issued-office'
import { peopleOf } from './people'
import { showpieces } from './showpieces'
import { fileName } from './subject-returns'
import type { DemoOptions, DemoPorts } from './demo'
import type { SampleKind } from '../workbench/samples'
import type { Campaign } from '../../domain/campaign/campaign'
import { randomFrom } from '../../domain/random'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'

export interface Sample {
  readonly kind: SampleKind
  /** What the file would be called by those who send and keep it. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Files in a zip; absent: it is one file. */
  readonly count?: number
}

export interface Samples {
  /** The week that they are of, from 1. */
  readonly week: number
  /** `group` only where the campaign has forms for groups. */
  readonly samples: readonly Sample[]
}

export interface SamplePorts extends Omit<DemoPorts, 'write'> {
  sayIn(language: Language): Say
  /** Called between two files: whoever wants to stop throws here. */
  breathe(): Promise<void>
  /** The returns of so many weeks have been made up. */
  filled(weeks: number): void
  /** A week has been consolidated. */
  consolidated(week: number): void
}

/** Hour, minute and second in the zip: after the checks that some made before they sent. */
const CAME_AT = [17, 0, 0] as const

/** The same files for the same campaign, tuning, units, weeks and seed, to the byte. Needs five units or more. */
export async function samples(options: DemoOptions, ports: SamplePorts): Promise<Samples> {
  const { campaign, tuning, units = DEFAULT_UNITS, seed = 1 } = options
  const files = new Map<string, Uint8Array>()
  const key = await demo(options, {
    ...ports,
    async write(path, bytes) {
      await ports.breathe()
      files.set(path, bytes)
    },
  })
  const week = key.weeks
  ports.filled(week)
  const random = randomFrom(seed)
  const { subjects } = peopleOf(campaign, tuning, units, random)
  const { faulty, clean } = showpieces({ ...ports, campaign, tuning, subjects, week, random })
  const returns = inFolder(files, `returns/week-${week}/`)
  const group = subjects.find(({ kind }) => kind === 'group')
  const ofGroup = group && returns.get(fileName(group))
  return {
    week,
    samples: [
      { kind: 'unit-with-faults', ...faulty },
      { kind: 'unit-clean', ...clean },
      ...(ofGroup ? [{ kind: 'group' as const, name: fileName(group), bytes: ofGroup }] : []),
      { kind: 'office', ...(await officeBefore(week, campaign, files, ports)) },
      { kind: 'returns', name: ports.say('sheet/returns-zip', { week }), bytes: zipped(returns, campaign.calendar.weekEnd(week)), count: returns.size },
    ],
  }
}

/** Files below a folder, by their names in it. */
function inFolder(files: ReadonlyMap<string, Uint8Array>, folder: string): Map<string, Uint8Array> {
  return new Map([...files].flatMap(([path, bytes]) => (path.startsWith(folder) ? [[path.slice(folder.length), bytes] as const] : [])))
}

/** The weeks before, each as it was closed, and then what came too late for it. */
async function officeBefore(last: number, campaign: Campaign, files: ReadonlyMap<string, Uint8Array>, ports: SamplePorts): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { format, sayIn } = ports
  const { language } = campaign.definition
  const issued = issuedOffice(campaign, files.get('registry.xlsx') as Uint8Array, { ...ports, language }, format)
  let { bytes } = issued
  const weeks = Array.from({ length: last - 1 }, (_, n) => n + 1)
  for (const [week, folder] of [...weeks.map((n) => [n, `returns/week-${n}/`] as const), ...weeks.map((n) => [n, `returns/late/week-${n}/`] as const)]) {
    const incoming = [...inFolder(files, folder)].map(([name, content]) => ({ name, load: () => ports.breathe().then(() => content) }))
    if (incoming.length === 0) continue
    const end = campaign.calendar.weekEnd(week)
    const { patch } = await consolidate({ campaign, office: format.read(bytes), files: incoming, week, today: end, now: `${end}T20:00:00`, read: format.read, compression: format.compression, sayIn })
    bytes = format.patch(bytes, patch)
    ports.consolidated(week)
  }
  return { name: issued.name, bytes }
}

/** Workbooks are deflated already: they are stored. All of them came in the afternoon of the week's last day. */
function zipped(files: ReadonlyMap<string, Uint8Array>, day: IsoDate): Uint8Array {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  // Zip keeps local time without its zone: the same bytes wherever they are made.
  const mtime = new Date(year, month - 1, date, ...CAME_AT)
  return zipSync(Object.fromEntries(files), { level: 0, mtime })
}
