import { LAST_COLUMN, LAST_ROW, address, areaAddress } from '../../address'
import type { ColumnSpec, SheetSpec } from '../../spec'
import { type CellContext, sheetData } from './cells'
import { conditions } from './conditions'
import { MAIN } from './namespaces'
import { type StyleTable, argb } from './styles'
import { validations } from './validations'
import { XML_HEADER, attributes, element, text } from './xml'

export interface SheetPart {
  readonly xml: string
  /** True when a formula has no cached result: the workbook must be calculated when it is opened. */
  readonly uncalculated: boolean
}

export interface SheetContext extends CellContext {
  /** The sheet that is in front when the workbook is opened. */
  readonly selected: boolean
  /** Size of the default font, in points. */
  readonly fontSize: number
}

/** Paper number of A4 (ECMA-376 Part 1, 18.3.1.63). */
const A4 = 9
/** In inches. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }

/** A sheet's part. The order of the elements is the schema's (18.3.1.99): Excel refuses any other. */
export function sheetPart(sheet: SheetSpec, context: SheetContext): SheetPart {
  const data = sheetData(sheet.rows, context)
  const formats = conditions(sheet.conditions ?? [], context.styles)
  const xml = [
    `${XML_HEADER}<worksheet xmlns="${MAIN}">`,
    sheetProperties(sheet),
    element('dimension', { ref: data.dimension }),
    view(sheet, context.selected),
    element('sheetFormatPr', { defaultRowHeight: Math.round(context.fontSize * 1.36 * 4) / 4 }),
    columns(sheet.columns, context.styles),
    data.xml,
    protection(sheet.protection),
    sheet.autoFilter ? element('autoFilter', { ref: areaAddress(sheet.autoFilter) }) : '',
    merges(sheet),
    formats.xml,
    validations(sheet.validations ?? []),
    links(sheet),
    element('pageMargins', margins(sheet)),
    pageSetup(sheet),
    headerFooter(sheet),
    breaks('rowBreaks', sheet.print?.breakBeforeRows, LAST_COLUMN),
    breaks('colBreaks', sheet.print?.breakBefore, LAST_ROW),
    formats.extension === '' ? '' : element('extLst', {}, formats.extension),
    '</worksheet>',
  ].join('')
  return { xml, uncalculated: data.uncalculated }
}

function sheetProperties({ tabColor, print }: SheetSpec): string {
  const content = (tabColor === undefined ? '' : element('tabColor', { rgb: argb(tabColor) })) + (print?.fitWidth ? element('pageSetUpPr', { fitToPage: true }) : '')
  return content === '' ? '' : element('sheetPr', {}, content)
}

function view({ freeze, zoom, showGridLines }: SheetSpec, selected: boolean): string {
  const set = { showGridLines: showGridLines === false ? false : undefined, tabSelected: selected || undefined, zoomScale: zoom, zoomScaleNormal: zoom, workbookViewId: 0 }
  return element('sheetViews', {}, element('sheetView', set, freeze ? frozen(freeze) : ''))
}

/** The cursor starts in the first cell that scrolls. */
function frozen({ rows, columns: left }: NonNullable<SheetSpec['freeze']>): string {
  if (rows === 0 && left === 0) return ''
  const corner = address(rows + 1, left + 1)
  const pane = rows > 0 && left > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  return (
    element('pane', { xSplit: left || undefined, ySplit: rows || undefined, topLeftCell: corner, activePane: pane, state: 'frozen' }) +
    element('selection', { pane, activeCell: corner, sqref: corner })
  )
}

function columns(specs: readonly ColumnSpec[], styles: StyleTable): string {
  const runs: { set: string; min: number; max: number }[] = []
  specs.forEach((spec, n) => {
    const set = attributes({ width: fileWidth(spec.width), style: styles.cell(spec.style) || undefined, hidden: spec.hidden || undefined, customWidth: true })
    const last = runs.at(-1)
    if (last?.set === set) last.max = n + 1
    else runs.push({ set, min: n + 1, max: n + 1 })
  })
  if (runs.length === 0) return ''
  return element('cols', {}, runs.map(({ set, min, max }) => `<col min="${min}" max="${max}"${set}/>`).join(''))
}

/** Pixels of the widest digit of an 11-point default font, and of the padding around a cell's text. */
const DIGIT = 7
const PADDING = 5

/** The file counts the padding too (18.3.1.13): with it, Excel shows the width that was asked for. */
function fileWidth(characters: number): number {
  return Math.trunc(((characters * DIGIT + PADDING) / DIGIT) * 256) / 256
}

const ALLOWABLE = ['formatCells', 'formatColumns', 'formatRows', 'insertRows', 'deleteRows', 'sort', 'autoFilter'] as const

/** Without a password. An action is a lock here: 0 allows it. */
function protection(spec: SheetSpec['protection']): string {
  if (!spec) return ''
  const allowed = ALLOWABLE.filter((action) => spec.allow.includes(action)).map((action) => [action, false] as const)
  return element('sheetProtection', { sheet: true, objects: true, scenarios: true, ...Object.fromEntries(allowed) })
}

function merges({ merges: areas = [] }: SheetSpec): string {
  if (areas.length === 0) return ''
  return element('mergeCells', { count: areas.length }, areas.map((area) => element('mergeCell', { ref: areaAddress(area) })).join(''))
}

function links({ links: specs = [] }: SheetSpec): string {
  if (specs.length === 0) return ''
  return element('hyperlinks', {}, specs.map(({ row, column, location }) => element('hyperlink', { ref: address(row, column), location })).join(''))
}

const MM_PER_INCH = 25.4

function margins({ print }: SheetSpec): typeof MARGINS {
  if (!print?.margins) return MARGINS
  const { left, right, top, bottom, header, footer } = print.margins
  const inches = (mm: number) => Math.round((mm / MM_PER_INCH) * 1e4) / 1e4
  return { left: inches(left), right: inches(right), top: inches(top), bottom: inches(bottom), header: inches(header), footer: inches(footer) }
}

function headerFooter({ print }: SheetSpec): string {
  const part = (name: string, content: string | undefined) => (content === undefined ? '' : `<${name}>${text(content)}</${name}>`)
  const parts = part('oddHeader', print?.header) + part('oddFooter', print?.footer)
  return parts === '' ? '' : element('headerFooter', {}, parts)
}

/** A break's id is the row or column before it; `last`: of the other dimension. */
function breaks(name: 'rowBreaks' | 'colBreaks', before: readonly number[] = [], last: number): string {
  if (before.length === 0) return ''
  return element(name, { count: before.length, manualBreakCount: before.length }, before.map((at) => element('brk', { id: at - 1, max: last - 1, man: true })).join(''))
}

function pageSetup({ print }: SheetSpec): string {
  const fit = print?.fitWidth ? { fitToWidth: 1, fitToHeight: 0 } : { scale: print?.scale }
  const first = print?.firstPage === undefined ? {} : { firstPageNumber: print.firstPage }
  return element('pageSetup', { paperSize: A4, ...first, ...fit, orientation: print?.landscape ? 'landscape' : 'portrait', ...(print?.firstPage !== undefined && { useFirstPageNumber: true }) })
}
