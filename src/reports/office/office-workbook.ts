import type { Campaign } from '../../domain/campaign/campaign'
import type { Registry } from '../../domain/ranking/registry'
import { definitionPairs, IDENTITY_KEYS, IDENTITY_SHEET } from '../../domain/returns/identity'
import type { SheetSpec, WorkbookSpec } from '../../workbook/spec'
import { fontFor } from '../issued/look'
import { answerLists } from './answers'
import { officeSheets } from './sheets'
import { EMPTY_STATE, type OfficeState } from './state'
import { returnsSheets } from './returns-store'
import { storeSheet } from './store'
import { tableSheet } from './table-sheet'
import { officeView, type OfficeWords } from './view'

export interface OfficeOptions extends OfficeWords {
  /** The definition, compressed and base64-encoded, that travels in the workbook. */
  readonly definitionText: string
}

/** The workbook of the campaign office as it is issued: everything in place, no week consolidated yet. */
export function officeWorkbook(campaign: Campaign, registry: Registry, options: OfficeOptions): WorkbookSpec {
  return officeWorkbookOf(campaign, { ...EMPTY_STATE, registry }, options)
}

/** The same with any state: what a consolidation into a new workbook would show. */
export function officeWorkbookOf(campaign: Campaign, state: OfficeState, options: OfficeOptions): WorkbookSpec {
  const { definition } = campaign
  const { language, say } = options
  const sheets = officeSheets(officeView(campaign, state, options))
  const lists = answerLists(sheets)
  const texts = { page: say('office/page'), listName: (choices: readonly string[]) => lists.nameOf(choices) }
  return {
    title: `${definition.title[language]} ${say('office/workbook')}`,
    author: definition.issuer[language],
    font: fontFor(language),
    properties: { 'muster.campaign': definition.id, 'muster.version': definition.version, 'muster.kind': 'office' },
    sheets: [...sheets.map((sheet) => tableSheet(sheet, texts)), lists.sheet, storeSheet(state), ...returnsSheets(campaign.calendar.weeks, state.returns), identitySheet(campaign, options)],
    names: lists.names,
  }
}

function identitySheet({ definition }: Campaign, { language, definitionText }: OfficeOptions): SheetSpec {
  const pairs: (readonly [string, string])[] = [
    [IDENTITY_KEYS.format, '1'],
    [IDENTITY_KEYS.campaign, definition.id],
    [IDENTITY_KEYS.version, definition.version],
    [IDENTITY_KEYS.kind, 'office'],
    [IDENTITY_KEYS.language, language],
    ...definitionPairs(definitionText),
  ]
  return {
    name: IDENTITY_SHEET,
    visibility: 'veryHidden',
    columns: [{ width: 22 }, { width: 60 }],
    rows: pairs.map((pair, i) => ({ row: i + 1, cells: pair.map((value, column) => ({ column: column + 1, value, style: { format: '@' } })) })),
  }
}
