/** An office's workbook after real weeks of the sample data: returns are kept, findings are real. */
import { consolidate } from '../../../src/app/consolidate'
import { openOffice, type OpenOffice } from '../../../src/app/consolidate/open-office'
import { readRegistry } from '../../../src/app/registry'
import type { Registry } from '../../../src/domain/ranking/registry'
import type { Language } from '../../../src/domain/text'
import type { WorkbookPatch } from '../../../src/workbook/patch'
import { format, makeUp, type MadeUp } from '../demo/made-up'
import { Office, sayIn } from '../office-in-hand'

export interface RealOffice {
  readonly data: MadeUp
  readonly registry: Registry
  readonly office: Office
}

export async function realOffice(id: string, { units = 6, weeks = 2, language }: { units?: number; weeks?: number; language?: Language } = {}): Promise<RealOffice> {
  const data = await makeUp(id, { units, weeks })
  const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format })
  const office = Office.of(registry, data.campaign, language ?? data.campaign.definition.language)
  for (let week = 1; week <= weeks; week += 1) {
    const files = [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
    apply(office, (await consolidate({ campaign: data.campaign, office: office.book(), week, files, today: '2005-03-20', now: `2005-03-${10 + week}T09:00:00`, read: format.read, compression: format.compression, sayIn })).patch)
  }
  return { data, registry, office }
}

export function apply(office: Office, patch: WorkbookPatch): void {
  office.bytes = format.patch(office.bytes, patch)
}

export function opened(office: Office): OpenOffice {
  return openOffice(office.book(), office.campaign, sayIn)
}
