/** Papers as one file to save. */
import { writeZip } from '../../workbook/xlsx/write/zip'
import type { Paper } from '../papers/papers-for'
import { papersZips, type PapersZip, type ZipOptions } from '../papers/papers-zip'

/** `campaign`: one zip with folders. `system`, `unit`: a zip for each, ready to be sent, together in one. */
export type Bundling = ZipOptions['by']

/** At least one paper. A browser saves one file at a time: several zips come in one. */
export function bundled(papers: readonly Paper[], by: Bundling, options: Omit<ZipOptions, 'by'>): Pick<PapersZip, 'name' | 'bytes'> {
  const zips = papersZips(papers, { ...options, by })
  const [only] = zips
  if (only && zips.length === 1) return only
  return { name: `${options.say('papers/zip', { week: options.week })}.zip`, bytes: writeZip(zips, options.compression) }
}
