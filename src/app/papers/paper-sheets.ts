/** Papers as sheets to be printed: workbooks in which each paper is a sheet. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { WorkbookFormat } from '../ports'
import type { Paper } from './papers-for'
import { bundles, type PapersZip, type ZipOptions } from './papers-zip'

export interface PaperSheetsOptions extends Pick<ZipOptions, 'by' | 'registry' | 'week' | 'say'> {
  readonly campaign: Campaign
  readonly format: Pick<WorkbookFormat, 'write'>
}

/**
 * One workbook for everything, or one for each unit or system, as for zips: papers about several go together into one of
 * their own. The sheets are set from the filled-in documents: what the office changed in a template, in words or in looks, is
 * so in the sheets. Equal papers give equal bytes. In the campaign's language; `say`: of that language.
 */
export async function paperSheets(papers: readonly Paper[], { campaign, format, ...options }: PaperSheetsOptions): Promise<PapersZip[]> {
  // Loaded with the first paper, as the filler is.
  const [{ partsOfPaper }, { papersWorkbook }] = await Promise.all([import('../../reports/papers/fill'), import('../../reports/papers/sheets/papers-workbook')])
  const { language, title, issuer } = campaign.definition
  return bundles(papers, options, '.xlsx').map(({ name, about, papers: those }) => {
    const filled = those.map((paper) => ({ name: sheetName(paper), part: partsOfPaper(paper.bytes), ...(paper.draft && { draftMark: options.say('papers/draft-mark') }) }))
    return { name, about, bytes: format.write(papersWorkbook(filled, { language, title: title[language], author: issuer[language] })) }
  })
}

/** Whom it is about first: that still shows when the name is cut. */
function sheetName({ title, about }: Paper): string {
  return about === '' ? title : `${about} ${title}`
}
