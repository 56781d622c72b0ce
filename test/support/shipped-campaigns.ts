/** The campaigns in templates/, and what is needed to make workbooks of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packDefinition } from '../../src/app/carried-definition'
import type { Campaign } from '../../src/domain/campaign/campaign'
import { loadDefinition } from '../../src/domain/campaign/load'
import type { RegisteredUnit } from '../../src/domain/ranking/ledger'
import type { Language } from '../../src/domain/text'
import { sayFrom } from '../../src/messages/catalogue'
import { messages } from '../../src/messages/messages'
import { nodeCompression } from '../../src/workbook/compression/node'

export const SHIPPED = ['learning-mobilization', 'safety-month'] as const
export type Shipped = (typeof SHIPPED)[number]
/** Also those whose units are offices of another one: they have no sample data and send no papers. */
export const ALL_SHIPPED = [...SHIPPED, 'province-overview'] as const
export type AnyShipped = (typeof ALL_SHIPPED)[number]

export const templatePath = (campaign: string, file: string): string => join(__dirname, '../../templates', campaign, file)

const loaded = new Map<string, Campaign>()

export function shipped(id: AnyShipped): Campaign {
  const known = loaded.get(id)
  if (known) return known
  const { campaign, mistakes } = loadDefinition(readFileSync(templatePath(id, 'campaign.yaml'), 'utf8'), 'campaign.yaml')
  if (!campaign) throw new Error(mistakes.map(({ line, code }) => `${line} ${code}`).join('\n'))
  loaded.set(id, campaign)
  return campaign
}

export function wordsFor(campaign: Campaign, language: Language) {
  return { language, say: sayFrom(messages, language), definitionText: packDefinition(campaign.definition, nodeCompression) }
}

/** Units of one system and one supervision group, with names that files and formulas have to be careful with. */
export const UNITS: readonly RegisteredUnit[] = [
  { id: '001', name: '市图书馆', system: '科教文卫系统', headcount: 12, liaison: '周敏', phone: '0734-4332211', group: '第三督导组' },
  { id: '002', name: '=市教育局', system: '科教文卫系统', headcount: 34, liaison: '李红', phone: '013800000000', group: '第三督导组' },
  { id: '003', name: '卫生局 A/B: “分局”', system: '科教文卫系统', headcount: 8, liaison: '', phone: '', group: '第三督导组' },
]
