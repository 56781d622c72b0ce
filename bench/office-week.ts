import { readFileSync } from 'node:fs'
import { packDefinition } from '../src/app/carried-definition'
import { samples } from '../src/app/demo/samples'
import { tuningFrom } from '../src/app/demo/tuning'
import { loadDefinition } from '../src/domain/campaign/load'
import { sayFrom } from '../src/messages/catalogue'
import { messages } from '../src/messages/messages'
import { nodeCompression } from '../src/workbook/compression/node'
import { patchWorkbook } from '../src/workbook/xlsx/patch'
import { readWorkbook } from '../src/workbook/xlsx/read'
import { writeWorkbook } from '../src/workbook/xlsx/write'

/** The office's workbook of the sample data, 107 units, with `weeks` weeks consolidated. `template`: the campaign's folder. */
export async function officeAfter(weeks: number, template: string): Promise<Uint8Array> {
  const { campaign, mistakes } = loadDefinition(readFileSync(`${template}/campaign.yaml`, 'utf8'), 'campaign.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes))
  const made = await samples(
    { campaign, tuning: tuningFrom(readFileSync(`${template}/demo.yaml`, 'utf8')), weeks: weeks + 1 },
    {
      format: {
        read: (bytes) => readWorkbook(bytes, { compression: nodeCompression }),
        write: (spec) => writeWorkbook(spec, nodeCompression),
        patch: (bytes, patch) => patchWorkbook(bytes, patch, nodeCompression),
        compression: nodeCompression,
      },
      say: sayFrom(messages, campaign.definition.language),
      sayIn: (language) => sayFrom(messages, language),
      definitionText: packDefinition(campaign.definition, nodeCompression),
      breathe: async () => {},
      filled: () => {},
      consolidated: () => {},
    },
  )
  const office = made.samples.find(({ kind }) => kind === 'office')
  if (!office) throw new Error('the sample has no office')
  return office.bytes
}
