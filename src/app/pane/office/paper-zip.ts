/** Papers as one file to save. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { writeZip } from '../../../workbook/xlsx/write/zip'
import { paperSheets } from '../../papers/paper-sheets'
import type { Paper } from '../../papers/papers-for'
import { papersZips, type PapersZip, type ZipOptions } from '../../papers/papers-zip'
import type { WorkbookFormat } from '../../ports'

/** `campaign`: all together. `system`, `unit`: a file for each, ready to be sent, together in one zip. */
export type Bundling = ZipOptions['by']

/** `word`: documents. `sheets`: a workbook to print, with a sheet for each paper. */
export type Output = 'word' | 'sheets'

export interface BundleOptions extends Pick<ZipOptions, 'by' | 'registry' | 'week' | 'say'> {
  readonly output: Output
  /** In force in the week. */
  readonly campaign: Campaign
  readonly format: WorkbookFormat
}

type Saved = Pick<PapersZip, 'name' | 'bytes'>

/** At least one paper; one document stays what it is. A browser saves one file at a time: several come in one zip. */
export async function bundled(papers: readonly Paper[], { output, format, ...options }: BundleOptions): Promise<Saved> {
  const [only] = papers
  if (output === 'word' && only && papers.length === 1) return only
  const files: readonly Saved[] = output === 'word' ? papersZips(papers, { ...options, compression: format.compression }) : await paperSheets(papers, { ...options, format })
  const [first] = files
  if (first && files.length === 1) return first
  return { name: `${options.say('papers/zip', { week: options.week })}.zip`, bytes: writeZip(files, format.compression) }
}
