import { fontFor } from '../issued/look'
import type { WorkbookSpec } from '../../workbook/spec'
import { findingLines } from './slip-findings'
import { lossLines } from './slip-losses'
import { COLUMNS, SlipPage } from './slip-page'
import { headLines, nextPlaceLines, resultLines, scoreLines } from './slip-score'
import type { Slip, SlipWords } from './slip'

/**
 * A unit's return slip of a week, as a workbook of one sheet, print-ready on A4: its score and place, where points were
 * lost down to the cell, how far it is to the next place, what became of findings. Members' names are in it, and
 * only the unit's own: of other units there are names and scores of those in the place above, nothing else.
 */
export function slipWorkbook(slip: Slip, words: SlipWords): WorkbookSpec {
  const { campaign, week, explanation } = slip
  const { definition } = campaign
  const { language, say } = words
  const unit = words.nameOf(explanation.unit)
  const page = new SlipPage()
  headLines(page, slip, words)
  resultLines(page, slip, words)
  if (explanation.score !== undefined) {
    scoreLines(page, slip, words)
    nextPlaceLines(page, slip, words)
    lossLines(page, slip, words)
    findingLines(page, slip, words)
  }
  page.text(say('slip/end', { office: definition.terms.office[language] }), undefined, 30)
  return {
    title: say('slip/title', { campaign: definition.title[language], week }),
    author: definition.issuer[language],
    font: fontFor(language),
    sheets: [
      {
        name: say('slip/sheet'),
        columns: COLUMNS,
        rows: page.rows,
        merges: page.merges,
        showGridLines: false,
        print: { fitWidth: true, area: { top: 1, left: 1, bottom: page.last, right: COLUMNS.length }, footer: `&L${unit.slice(0, 60).replaceAll('&', '&&')} ${say('office/week-n', { week })}&R${say('sheet/page')}` },
      },
    ],
    names: [],
  }
}
