/** A workbook → what the grid makes a workbook of. */
import { LocaleType, type IWorkbookData } from '@univerjs/core'
import type { IDefinedNamesServiceParam } from '@univerjs/engine-formula'
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets'
import type { DefinedName } from '../../workbook/model'
import type { WorkbookSpec } from '../../workbook/spec'
import { conditionRules, rangeOf } from './conditions'
import { forTheEngine } from './drawn-conditions'
import { sheetData, type SheetToShow } from './sheet-data'
import type { StyleTable } from './style-table'
import { validationRules } from './validations'

export interface BookToShow {
  readonly id: string
  readonly name: string
  readonly sheets: readonly SheetToShow[]
  readonly names: readonly DefinedName[]
  readonly font: WorkbookSpec['font']
}

export function workbookData({ id, name, sheets, names, font }: BookToShow, styles: StyleTable): Partial<IWorkbookData> {
  const shown = Object.fromEntries(sheets.map((one) => [one.id, sheetData(one, styles, font)]))
  return {
    id,
    name,
    appVersion: '',
    locale: LocaleType.ZH_CN,
    sheetOrder: sheets.map((one) => one.id),
    sheets: shown,
    styles: styles.styles,
    resources: [
      resource('SHEET_CONDITIONAL_FORMATTING_PLUGIN', perSheet(sheets, ({ look }) => conditionRules(forTheEngine(look.spec?.conditions ?? [])))),
      resource('SHEET_DATA_VALIDATION_PLUGIN', perSheet(sheets, (one) => validationRules(one.look.spec?.validations ?? [], one.id, names))),
      resource('SHEET_DEFINED_NAME_PLUGIN', Object.fromEntries(names.map((one, n) => [`n${n + 1}`, definedName(one, `n${n + 1}`, sheets)]))),
      resource('SHEET_FILTER_PLUGIN', Object.fromEntries(sheets.flatMap((one) => (one.look.spec?.autoFilter && one.look.allows('autoFilter') ? [[one.id, { ref: rangeOf(one.look.spec.autoFilter), filterColumns: [] }]] : [])))),
    ],
  }
}

function resource(name: string, data: unknown) {
  return { name, data: JSON.stringify(data) }
}

function perSheet<T>(sheets: readonly SheetToShow[], rulesOf: (sheet: SheetToShow) => readonly T[]): Record<string, readonly T[]> {
  return Object.fromEntries(sheets.flatMap((sheet) => {
    const rules = rulesOf(sheet)
    return rules.length > 0 ? [[sheet.id, rules]] : []
  }))
}

function definedName({ name, refersTo, hidden, sheet }: DefinedName, id: string, sheets: readonly SheetToShow[]): IDefinedNamesServiceParam {
  const local = sheet === undefined ? undefined : sheets.find((one) => one.sheet.name === sheet)?.id
  // The engine takes a reference as it stands; anything else is a formula.
  const reference = /^('(?:[^']|'')+'|[^!'"(),+*/&<>=]+)!\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?$/.test(refersTo)
  return { id, name, formulaOrRefString: reference ? refersTo : `=${refersTo}`, hidden, localSheetId: local ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME }
}
