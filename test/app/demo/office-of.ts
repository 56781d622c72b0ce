/** The office at work on sample data: every week closed, corrections included. */
import { consolidate } from '../../../src/app/consolidate'
import { packDefinition } from '../../../src/app/carried-definition'
import { issue } from '../../../src/app/issue'
import { readRegistry } from '../../../src/app/registry'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import { messages } from '../../../src/messages/messages'
import { sayFrom } from '../../../src/messages/catalogue'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from './made-up'
import type { MadeUp } from './made-up'
import type { Standing } from '../../../src/domain/ranking/ledger'
import type { IntakeReason } from '../../../src/domain/ranking/verdict'

export interface OfficeRun {
  /** Why a file was taken or not. */
  reasons(file: string): readonly IntakeReason[]
  /** Why a unit has no valid return in a week. */
  reasonOf(week: number, unit: string): string | undefined
  readonly standings: readonly Standing[]
}

export async function closeAllWeeks({ campaign, key, files }: MadeUp): Promise<OfficeRun> {
  const { language } = campaign.definition
  const words = { language, say: sayFrom(messages, language), definitionText: packDefinition(campaign.definition, nodeCompression) }
  const { registry, members } = readRegistry([{ name: 'registry.xlsx', bytes: files.get('registry.xlsx') as Uint8Array }], { definition: campaign.definition, language, format })
  const [blank] = issue({ campaign, registry, members, words })
  if (blank?.kind !== 'office') throw new Error('the office comes first')
  let bytes = format.write(blank.spec)
  const reasons = new Map<string, readonly IntakeReason[]>()
  let ledger: Awaited<ReturnType<typeof consolidate>>['ledger'] = []
  for (let week = 1; week <= key.weeks; week++) {
    const names = [...files.keys()].filter((file) => file.startsWith('returns/') && file.includes(`week-${week}/`))
    const end = campaign.calendar.weekEnd(week)
    const result = await consolidate({
      campaign,
      office: format.read(bytes),
      files: names.map((name) => ({ name, load: () => files.get(name) as Uint8Array })),
      week,
      today: end,
      now: `${end}T20:00:00`,
      read: format.read,
      compression: nodeCompression,
      sayIn: (one) => sayFrom(messages, one),
    })
    names.forEach((name, at) => reasons.set(name, result.files[at]?.reasons ?? []))
    ledger = result.ledger
    bytes = format.patch(bytes, result.patch)
  }
  const history = historyOf(ledger, rankingRules(campaign), (date) => campaign.calendar.weekIndex(date))
  return {
    reasons: (file) => reasons.get(file) ?? [],
    reasonOf: (week, unit) => {
      const entry = ledger.find((one) => one.week === week && one.unit === unit)
      return entry && 'reason' in entry ? entry.reason : undefined
    },
    standings: history.standings,
  }
}
