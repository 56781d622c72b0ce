/** The office's workbook of the sample campaign as it is issued, before any week. */
import { issue, type IssueWords } from '../issue'
import { readRegistry } from '../registry'
import type { WorkbookFormat } from '../ports'
import type { Campaign } from '../../domain/campaign/campaign'

/** `name`: of its file. `registry`: bytes of the registry of units and members. */
export function issuedOffice(campaign: Campaign, registry: Uint8Array, words: IssueWords, format: WorkbookFormat): { readonly name: string; readonly bytes: Uint8Array } {
  const { language } = campaign.definition
  const { registry: units, members } = readRegistry([{ name: 'registry.xlsx', bytes: registry }], { definition: campaign.definition, language, format })
  for (const issued of issue({ campaign, registry: units, members, words })) if (issued.kind === 'office') return { name: issued.path, bytes: format.write(issued.spec) }
  throw new Error('no office workbook was issued')
}
