import { readFileSync } from 'node:fs'
import { packDefinition } from '../src/app/carried-definition'
import { demo } from '../src/app/demo/demo'
import { tuningFrom } from '../src/app/demo/tuning'
import { loadDefinition } from '../src/domain/campaign/load'
import { readIdentity, readSubject } from '../src/domain/returns/read-identity'
import { sayFrom } from '../src/messages/catalogue'
import { messages } from '../src/messages/messages'
import { nodeCompression } from '../src/workbook/compression/node'
import { WorkbookError } from '../src/workbook/error'
import { patchWorkbook } from '../src/workbook/xlsx/patch'
import { readWorkbook } from '../src/workbook/xlsx/read'
import { writeWorkbook } from '../src/workbook/xlsx/write'

export interface LargestReturn {
  readonly bytes: Uint8Array
  readonly members: number
}

/** Of the sample data of a campaign's first week, 107 units: the unit's return with the most members. `template`: the campaign's folder. */
export async function largestReturn(template: string): Promise<LargestReturn> {
  const { campaign, mistakes } = loadDefinition(readFileSync(`${template}/campaign.yaml`, 'utf8'), 'campaign.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes))
  let largest: LargestReturn = { bytes: new Uint8Array(), members: 0 }
  await demo(
    { campaign, tuning: tuningFrom(readFileSync(`${template}/demo.yaml`, 'utf8')), weeks: 1 },
    {
      format: { read: (bytes) => readWorkbook(bytes, { compression: nodeCompression }), write: (spec) => writeWorkbook(spec, nodeCompression), patch: (bytes, patch) => patchWorkbook(bytes, patch, nodeCompression) },
      say: sayFrom(messages, campaign.definition.language),
      definitionText: packDefinition(campaign.definition, nodeCompression),
      write(path, bytes) {
        if (!path.startsWith('returns/week-1/')) return
        const members = membersIn(bytes)
        if (members > largest.members) largest = { bytes, members }
      },
    },
  )
  return largest
}

/** 0 for what is no unit's return: some of the sample's files cannot be read, on purpose. */
function membersIn(bytes: Uint8Array): number {
  try {
    const book = readWorkbook(bytes, { compression: nodeCompression })
    return readIdentity(book).kind === 'unit' ? readSubject(book).headcount : 0
  } catch (error) {
    if (error instanceof WorkbookError) return 0
    throw error
  }
}
