/**
 * The whole workbook in two round trips: first what sheets there are, then all of them at once.
 * Only an answer that is larger than Excel hands over at once is asked for again in parts.
 */
import { HostTrouble } from '../../app/open-workbook'
import type { Area, DefinedName, Sheet, Visibility, Workbook } from '../../workbook/model'
import { areaOf } from './areas'
import { Formats } from './formats'
import { MERGED_AREAS, ROW_PROPERTIES, type ExcelRuntime } from './runtime'
import { rowsOf, type UsedRange } from './sheet-rows'
import { officeCode, troubleFrom } from './trouble'

export interface Snapshot {
  readonly workbook: Workbook
  readonly formats: Formats
  /** Names of the sheets by the ids that events carry. */
  readonly sheetNames: ReadonlyMap<string, string>
}

const NAME = { name: true, formula: true, visible: true, scope: true } as const

/** Must be the first call of a batch. */
export async function readSnapshot(context: Excel.RequestContext, { supports }: ExcelRuntime, leaveOut: (sheet: string) => boolean = () => false): Promise<Snapshot> {
  const { workbook } = context
  const { worksheets, names } = workbook
  worksheets.load({ id: true, name: true, visibility: true, protection: { protected: true } })
  names.load(NAME)
  // Excel does not say which date system a workbook has, but what it makes of a date tells: 1462, or 0.
  const newYear1904 = workbook.functions.date(1904, 1, 1)
  newYear1904.load('value')
  await context.sync()

  const formats = new Formats(newYear1904.value === 0)
  const parts: Parts = { hidden: supports(ROW_PROPERTIES), merges: supports(MERGED_AREAS) }
  const read = await readSheets(context, worksheets.items.filter(({ name }) => !leaveOut(name)), parts)
  for (const { name, range } of read) formats.remember(name, range)
  return {
    workbook: {
      sheets: read.map((sheet) => sheetOf(sheet, formats.from1904)),
      // Names of a sheet stand after those of the workbook: where both exist, the workbook's is meant. Whether the
      // workbook's list has those of its sheets, too, is not promised.
      names: [...names.items.filter(({ scope }) => scope === 'Workbook').map((name) => nameOf(name)), ...read.flatMap(({ name, names: local }) => local.map((item) => nameOf(item, name)))],
      properties: {},
      foreign: [],
    },
    formats,
    sheetNames: new Map(worksheets.items.map(({ id, name }) => [id, name])),
  }
}

/** What is asked for beside the cells. */
interface Parts {
  readonly hidden: boolean
  readonly merges: boolean
}

interface SheetRead {
  readonly name: string
  readonly visibility: Visibility
  readonly protected: boolean
  readonly range: UsedRange
  readonly merges: readonly Area[]
  readonly names: readonly Excel.NamedItem[]
}

async function readSheets(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], parts: Parts): Promise<SheetRead[]> {
  const pending = sheets.map((sheet) => ask(sheet, parts))
  try {
    await context.sync()
  } catch (error) {
    const trouble = troubleFrom(error, sheets[0]?.name)
    if (trouble instanceof HostTrouble && trouble.code === 'host/too-large') {
      if (sheets.length < 2) throw trouble
      const half = sheets.length >> 1
      return [...(await readSheets(context, sheets.slice(0, half), parts)), ...(await readSheets(context, sheets.slice(half), parts))]
    }
    // More merged areas than Excel lists (512) fail the whole batch: better without them than not at all.
    if (parts.merges && officeCode(error) === 'GeneralException') return readSheets(context, sheets, { ...parts, merges: false })
    throw error
  }
  return pending.map(answer)
}

interface Pending {
  readonly sheet: Excel.Worksheet
  readonly used: Excel.Range
  readonly hidden?: OfficeExtension.ClientResult<Excel.RowProperties[]>
  readonly merged?: Excel.RangeAreas
}

function ask(sheet: Excel.Worksheet, parts: Parts): Pending {
  // Cells with formats alone do not count; of a blank sheet this is A1.
  const used = sheet.getUsedRange(true)
  used.untrack()
  used.load({ rowIndex: true, columnIndex: true, values: true, formulas: true, valueTypes: true, numberFormat: true })
  sheet.names.load(NAME)
  const hidden = parts.hidden ? used.getRowProperties({ rowHidden: true }) : undefined
  return { sheet, used, ...(hidden && { hidden }), ...(parts.merges && { merged: askMerges(sheet) }) }
}

function askMerges(sheet: Excel.Worksheet): Excel.RangeAreas {
  const all = sheet.getRange()
  all.untrack()
  const merged = all.getMergedAreasOrNullObject()
  merged.untrack()
  merged.load('areas/items/address')
  return merged
}

function answer({ sheet, used, hidden, merged }: Pending): SheetRead {
  // Of a range that is too large Excel may give null instead of an error.
  if (!Array.isArray(used.values)) throw new HostTrouble('host/too-large', { sheet: sheet.name })
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility] ?? 'visible',
    protected: sheet.protection.protected,
    range: {
      top: used.rowIndex + 1,
      left: used.columnIndex + 1,
      values: used.values,
      formulas: used.formulas,
      valueTypes: used.valueTypes,
      numberFormats: used.numberFormat,
      ...(hidden && { hidden: hidden.value.map(({ rowHidden }) => rowHidden === true) }),
    },
    merges: !merged || merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => areaOf(address) ?? []),
    names: sheet.names.items,
  }
}

const VISIBILITY: Readonly<Record<string, Visibility>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' }

function sheetOf({ name, visibility, protected: isProtected, range, merges }: SheetRead, from1904: boolean): Sheet {
  return { name, visibility, protected: isProtected, merges, rows: rowsOf(range, from1904) }
}

function nameOf({ name, formula, visible }: Excel.NamedItem, sheet?: string): DefinedName {
  return { name, refersTo: String(formula).replace(/^=/, ''), hidden: !visible, ...(sheet !== undefined && { sheet }) }
}
