import { existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { consolidate as consolidateWeek } from '../../app/consolidate'
import { demo as makeDemo } from '../../app/demo/demo'
import { issuedOffice } from '../../app/demo/issued-office'
import { rank as rankWeek } from '../../app/rank'
import type { Campaign } from '../../domain/campaign/campaign'
import { breathe } from '../breathe'
import { givenFiles, readBytes, writeInPlace } from '../files'
import type { Command } from '../program'
import { rankData, rankLines } from '../rank-report'
import { SAMPLE_DATA_OPTIONS, sampleDataCall } from '../sample-data'
import type { Terminal } from '../terminal'
import type { Toolbox } from '../toolbox'

/**
 * `muster demo --out DIR`: sample data, and the whole way through it: issued, filled in, consolidated week by
 * week, ranked. The folder must be new or empty. The last week's ranking is printed.
 */
export function demo(toolbox: Toolbox): Command {
  return {
    name: 'demo',
    options: SAMPLE_DATA_OPTIONS,
    required: ['out'],
    operands: [0, 0],
    async run({ options, terminal, json }) {
      const call = sampleDataCall(options, terminal, toolbox.templates)
      if (!call) return 2
      const { out, wanted } = call
      const { campaign } = wanted
      const { language } = campaign.definition
      const words = { say: toolbox.sayIn(language), definitionText: toolbox.pack(campaign.definition) }
      const started = performance.now()
      const key = await makeDemo(
        wanted,
        { ...words, format: toolbox.format, write: (path, bytes) => breathe(toolbox.interrupted).then(() => writeAsItCame(out, path, bytes, campaign)), progress: progressOn(terminal, 'cli/demo-filling') },
      )
      if (!json) terminal.out(terminal.say('cli/demo-made', { path: out, units: key.units, members: key.members, weeks: key.weeks, faults: key.planted.length, seconds: secondsSince(started) }))

      const office = join(out, 'office.xlsx')
      writeInPlace(office, issuedOffice(campaign, readBytes(join(out, 'registry.xlsx')), { language, ...words }, toolbox.format).bytes)
      for (let week = 1; week <= key.weeks; week++) await consolidateFolder({ week, folder: join(out, 'returns', `week-${week}`), office, campaign, toolbox, terminal, json })
      // Corrections that came after their week was closed: history is recomputed.
      for (let week = 1; week <= key.weeks; week++) await consolidateFolder({ week, folder: join(out, 'returns', 'late', `week-${week}`), office, campaign, toolbox, terminal, json })

      const ranking = rankWeek({ campaign, office: toolbox.format.read(readBytes(office)), week: key.weeks, sayIn: toolbox.sayIn })
      if (json) terminal.out(JSON.stringify({ out, office, planted: key.planted.length, ranking: rankData(ranking, campaign, terminal.language) }, null, 2))
      else for (const line of ['', ...rankLines(ranking, campaign, terminal), '', terminal.say('cli/demo-next', { out, office })]) terminal.out(line)
      return 0
    },
  }
}

/** A return has the time at which it came, as a file in a mailbox has: the afternoon of its week's last day, or two days after. */
function writeAsItCame(out: string, path: string, bytes: Uint8Array, { calendar }: Campaign): void {
  const file = join(out, path)
  writeInPlace(file, bytes)
  const [, late, week] = /^returns\/(late\/)?week-(\d+)\//.exec(path) ?? []
  if (week === undefined) return
  const came = new Date(`${calendar.weekEnd(Number(week))}T17:00:00`)
  if (late) came.setDate(came.getDate() + 2)
  utimesSync(file, came, came)
}

interface WeekFolder {
  readonly week: number
  readonly folder: string
  readonly office: string
  readonly campaign: Campaign
  readonly toolbox: Toolbox
  readonly terminal: Terminal
  readonly json: boolean
}

async function consolidateFolder({ week, folder, office, campaign, toolbox, terminal, json }: WeekFolder): Promise<void> {
  if (!existsSync(folder)) return
  const started = performance.now()
  const files = givenFiles([folder])
  const bytes = readBytes(office)
  const result = await consolidateWeek({
    campaign,
    office: toolbox.format.read(bytes),
    files: files.map(({ path, name, modified }) => ({ name, modified, load: () => breathe(toolbox.interrupted).then(() => readBytes(path)) })),
    week,
    today: campaign.calendar.weekEnd(week),
    // The sample data are of the campaign's own time, and so is their consolidation.
    now: `${campaign.calendar.weekEnd(week)}T20:00:00`,
    read: toolbox.format.read,
    compression: toolbox.format.compression,
    sayIn: toolbox.sayIn,
    progress: progressOn(terminal, 'cli/demo-consolidating'),
    signal: toolbox.interrupted,
  })
  terminal.status('')
  if (result.changed) writeInPlace(office, toolbox.format.patch(bytes, result.patch))
  const units = result.rollCall.filter(({ kind }) => kind === 'unit')
  const count = (outcome: string) => units.filter((entry) => entry.outcome === outcome).length
  if (!json) terminal.out(`${terminal.say('cli/consolidated', { week, asOf: result.asOf, files: files.length, units: units.length, valid: count('valid'), missing: count('missing'), rejected: count('rejected') })} ${terminal.say('cli/seconds', { seconds: secondsSince(started) })}`)
}

function progressOn(terminal: Terminal, key: string) {
  return (done: number, total: number, at: string) => terminal.status(done === total ? '' : terminal.say(key, { done, total, at }))
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1)
}
