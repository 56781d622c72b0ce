import type { ColumnSpec, SheetSpec, Style, WorkbookSpec } from '../../../src/workbook/spec'

/** What `readLook` must find in a written workbook: its description without values and print, each thing said in one way. */
export function lookOf(spec: WorkbookSpec): WorkbookSpec {
  const uncalculated = spec.sheets.some(({ rows }) => rows.some(({ cells }) => cells.some(({ formula, value }) => formula !== undefined && value === undefined)))
  return { title: '', author: '', font: spec.font, names: spec.names.map((name) => said(name)), sheets: spec.sheets.map((sheet) => sheetLook(sheet, spec.font)), ...(uncalculated && { calculates: true }) }
}

function sheetLook(sheet: SheetSpec, font: WorkbookSpec['font']): SheetSpec {
  const { name, visibility, tabColor, merges, validations, conditions, freeze, protection, autoFilter, links, zoom, showGridLines } = sheet
  const style = (one: Style | undefined) => styleLook(one, font)
  const columns = sheet.columns.map((column) => said<ColumnSpec>({ ...column, style: style(column.style) }))
  const rows = sheet.rows.map(({ row, height, grows, hidden, cells }) => ({
    ...said({ row, height, grows: height === undefined ? undefined : grows, hidden }),
    cells: cells
      .map((cell) => said({ column: cell.column, style: style(cell.style) }))
      .filter((cell) => cell.style ?? columns[cell.column - 1]?.style)
      .sort((a, b) => a.column - b.column),
  }))
  return said({
    name,
    visibility: visibility === 'visible' ? undefined : visibility,
    tabColor,
    columns,
    rows: rows.filter(({ cells, height, hidden }) => cells.length > 0 || height !== undefined || hidden).sort((a, b) => a.row - b.row),
    merges: some(merges),
    validations: some(validations?.map(({ error, ...rest }) => said({ ...rest, error: error && said({ ...error, style: error.style === 'stop' ? undefined : error.style }) }))),
    conditions: some(conditions?.map((one) => (one.kind === 'formula' ? { ...one, format: said(one.format) } : one))),
    freeze: freeze && freeze.rows + freeze.columns > 0 ? freeze : undefined,
    protection: protection && { allow: ALLOWABLE.filter((action) => protection.allow.includes(action)) },
    autoFilter,
    links: some(links),
    zoom,
    showGridLines: showGridLines === false ? false : undefined,
  })
}

/** In the order in which a description lists them. */
const ALLOWABLE = ['sort', 'autoFilter', 'formatCells', 'formatColumns', 'formatRows', 'insertRows', 'deleteRows'] as const

/** Without what is usual: locked, at the bottom, of the general format, in the workbook's font. */
function styleLook(style: Style | undefined, base: WorkbookSpec['font']): Style | undefined {
  if (!style) return undefined
  const { font, align } = style
  return filled({
    ...style,
    font: font && filled({ ...font, size: font.size === base.size ? undefined : font.size, name: font.name === base.name ? undefined : font.name }),
    align: align && filled({ ...align, vertical: align.vertical === 'bottom' ? undefined : align.vertical, indent: align.indent === 0 ? undefined : align.indent }),
    format: style.format === 'General' ? undefined : style.format,
    locked: style.locked === false ? 'no' : undefined,
  }) as Style | undefined
}

function filled<T extends object>(value: T): T | undefined {
  const kept = said(value)
  if ('locked' in kept) return { ...kept, locked: false } as T
  return Object.keys(kept).length === 0 ? undefined : kept
}

/** Without what is undefined or false: except where false is what there is to say. */
function said<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([key, one]) => one !== undefined && (one !== false || key === 'showGridLines'))) as T
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined
}
