/** Text to copy into a message to those whose return is missing or did not count. */
import type { Say } from '../domain/text'
import type { OpenOffice } from './consolidate/open-office'
import type { RollCallSection, Tile } from './roll-call'

export interface ReminderFacts {
  readonly week: number
  /** ISO local date by which to send; absent: as soon as possible. */
  readonly deadline?: string
  /** ISO local date of writing. */
  readonly today: string
  /** For a file that is sent on: also who came late, and what to do about each return that was rejected. */
  readonly inFull?: boolean
}

export interface Reminder {
  /** Who is written to: a system, or a supervision group's id and name; empty: everybody. */
  readonly to: string
  readonly missing: readonly Tile[]
  readonly rejected: readonly Tile[]
  /** Counts, but came after the deadline; empty unless in full. */
  readonly late: readonly Tile[]
  readonly text: string
}

/** By system, or by the supervision group that looks after the units; only those in which somebody is to be reminded. In the workbook's language. */
export function reminders(open: OpenOffice, sections: readonly RollCallSection[], by: 'system' | 'group', facts: ReminderFacts): Reminder[] {
  const { registry } = open.state
  const groupOf = new Map(registry.units.map(({ id, group }) => [id, group]))
  const groupNames = new Map(registry.groups.map(({ id, name }) => [id, name]))
  const places = new Map<string, Tile[]>()
  for (const { system, tiles } of sections) {
    for (const tile of tiles) {
      const group = tile.kind === 'group' ? tile.unit : (groupOf.get(tile.unit) ?? '')
      const to = by === 'group' ? (groupNames.get(group) ?? group) : system
      places.set(to, [...(places.get(to) ?? []), tile])
    }
  }
  return [...places].flatMap(([to, tiles]): Reminder[] => {
    const missing = tiles.filter(({ status }) => status === 'missing')
    const rejected = tiles.filter(({ status }) => status === 'rejected')
    const late = facts.inFull ? tiles.filter(({ signs }) => signs.includes('late')) : []
    const about = { to, missing, rejected, late }
    return missing.length + rejected.length + late.length === 0 ? [] : [{ ...about, text: reminderText(open, about, facts) }]
  })
}

/** No scores and no names of members: it may be read by anybody it is sent to. */
function reminderText({ campaign, language, say }: OpenOffice, { to, missing, rejected, late }: Omit<Reminder, 'text'>, { week, deadline, today, inFull }: ReminderFacts): string {
  const { definition, calendar } = campaign
  const until = deadline === undefined ? say('office-pane/reminder-soon') : say('office-pane/reminder-until', { deadline })
  return [
    say('office-pane/reminder-title', { title: definition.title[language], week }),
    say('office-pane/reminder-about', { to: to === '' ? definition.terms.group[language] : to, today, week, from: calendar.weekStart(week), end: calendar.weekEnd(week) }),
    ...block(missing, say('office-pane/reminder-missing', { until, count: missing.length }), (tile) => contact(tile, say)),
    ...block(rejected, say('office-pane/reminder-rejected', { until, count: rejected.length }), (tile) => `${contact(tile, say)}${say('office/colon')}${whyRejected(tile, say)}${inFull ? howToMend(tile, say) : ''}`),
    ...block(late, say('office-pane/reminder-late', { count: late.length }), (tile) => `${contact(tile, say)}${say('office/colon')}${whyLate(tile, say)}`),
    '',
    say('office-pane/reminder-sign', { issuer: definition.issuer[language] }),
  ].join('\n')
}

function block(tiles: readonly Tile[], heading: string, line: (tile: Tile) => string): string[] {
  return tiles.length === 0 ? [] : ['', heading, ...tiles.map((tile, i) => `${i + 1}. ${line(tile)}`)]
}

function contact({ name, liaison, phone }: Tile, say: Say): string {
  const who = [liaison, phone].filter((text) => text !== '').join(' ')
  return who === '' ? name : say('office-pane/reminder-contact', { name, who })
}

/** On a line of its own below the reason. */
function howToMend({ reasons }: Tile, say: Say): string {
  const refusal = reasons.find(({ severity, file }) => severity === 'error' && file !== '')
  return refusal ? `\n   ${say(`${refusal.code}.fix`, refusal.params)}` : ''
}

function whyLate({ reasons }: Tile, say: Say): string {
  return reasons.filter(({ code }) => code === 'intake/late').slice(0, 1).map(({ code, params }) => say(code, params)).join('')
}

function whyRejected({ reasons, entry }: Tile, say: Say): string {
  const refusal = reasons.find(({ severity, file }) => severity === 'error' && file !== '')
  return refusal ? say(refusal.code, refusal.params) : say(entry?.reason?.startsWith('file/') ? 'intake/unreadable.short' : `${entry?.reason ?? 'intake/missing'}.short`)
}

