/** The parts of Univer that need no screen, in the order they ask for. A page registers them too, before its own. */
import type { Univer } from '@univerjs/core'
import { UniverDataValidationPlugin } from '@univerjs/data-validation'
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula'
import { UniverSheetsPlugin } from '@univerjs/sheets'
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting'
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation'
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula'
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt'
import '@univerjs/engine-formula/facade'
import '@univerjs/sheets/facade'
import '@univerjs/sheets-formula/facade'
import '@univerjs/sheets-numfmt/facade'
import '@univerjs/sheets-data-validation/facade'
import '@univerjs/sheets-conditional-formatting/facade'

export function registerModel(univer: Univer): void {
  univer.registerPlugin(UniverFormulaEnginePlugin)
  univer.registerPlugin(UniverSheetsPlugin, { isRowStylePrecedeColumnStyle: true })
  // Digits kept as text are what these forms want, not something to mark.
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatMark: true })
  // A file's results are shown as they are. What has none is calculated when the workbook is opened: `Calculation`.
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION })
  univer.registerPlugin(UniverDataValidationPlugin)
  univer.registerPlugin(UniverSheetsDataValidationPlugin)
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin)
}
