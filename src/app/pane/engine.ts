/** The heavy half of the pane's tools, in a browser: each part is loaded when it is first used. */
import { embeddedDefinition } from '../../domain/returns/read-identity'
import type { Carried } from '../carried-definition'
import type { PaneTools } from './tools'

export type Engine = Pick<PaneTools, 'carried' | 'loadDefinition' | 'pack' | 'format' | 'filesInZip'>

export function lazyEngine(): Engine {
  const compression = async () => (await import('../../workbook/compression/web')).webCompression
  let last: { readonly text: string; readonly carried: Carried } | undefined
  return {
    async carried(book) {
      const text = embeddedDefinition(book)
      if (last && text === last.text) return last.carried
      const [{ carriedCampaign }, web] = await Promise.all([import('../carried-definition'), compression()])
      const carried = carriedCampaign(book, web)
      if (text !== undefined) last = { text, carried }
      return carried
    },
    async loadDefinition(source, file) {
      const { loadDefinition } = await import('../../domain/campaign/load')
      return loadDefinition(source, file)
    },
    async pack(definition) {
      const [{ packDefinition }, web] = await Promise.all([import('../carried-definition'), compression()])
      return packDefinition(definition, web)
    },
    async filesInZip(zip) {
      const [{ filesInZip }, web, bytes] = await Promise.all([import('../intake/files-in-zip'), compression(), zip.load()])
      return filesInZip(zip.name, bytes, web)
    },
    async format() {
      const [{ readWorkbook }, { writeWorkbook }, { patchWorkbook }, web] = await Promise.all([
        import('../../workbook/xlsx/read'),
        import('../../workbook/xlsx/write'),
        import('../../workbook/xlsx/patch'),
        compression(),
      ])
      return {
        read: (bytes) => readWorkbook(bytes, { compression: web }),
        write: (spec) => writeWorkbook(spec, web),
        patch: (bytes, patch) => patchWorkbook(bytes, patch, web),
        compression: web,
      }
    },
  }
}
