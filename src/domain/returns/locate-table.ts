/**
 * Where a table's header row and columns are on a sheet that people have worked in. Gives
 * `structure/header-not-found`, `column-…`, `columns-moved`, `group-missing` and
 * `result-columns-missing`.
 */
import type { GridIndex } from './grid-index'
import { matchHeadings, type Match, type Slot, type Wanted } from './match-headings'
import { fold } from './normalise'
import type { Report } from './report'
import type { LocatedForm } from './return'
import { OWN } from './wanted'
import type { GridArea } from './grid'

export interface LocatedTable extends Omit<LocatedForm, 'markedRows'> {
  readonly numberColumn?: number
  readonly labelColumn?: number
  /** Heading of each field found, by path, as the sheet has it, repetition first. */
  readonly headings: ReadonlyMap<string, string>
  /** Columns that hold no field of the form and are not the software's own, with their headings. */
  readonly unknownColumns: ReadonlyMap<number, string>
}

/** Rows from the top in which a header row is looked for. */
const DEPTH = 25

const headingsOf = new WeakMap<readonly Wanted[], { readonly fields: number; readonly known: ReadonlySet<string> }>()

function knownHeadings(wanted: readonly Wanted[]): { readonly fields: number; readonly known: ReadonlySet<string> } {
  const made = headingsOf.get(wanted)
  if (made) return made
  const fields = wanted.filter(({ path }) => !path.startsWith('#'))
  const fresh = { fields: fields.length, known: new Set(fields.flatMap(({ headings }) => headings.map(fold))) }
  headingsOf.set(wanted, fresh)
  return fresh
}

/** The row whose texts are most often headings of the form, and how large a part of the fields it names (0 … 1). */
export function findHeaderRow(index: GridIndex, wanted: readonly Wanted[], area?: GridArea): { readonly row: number; readonly fit: number } {
  const { fields, known } = knownHeadings(wanted)
  let best = { row: 0, hits: 0 }
  for (let row = 1; row <= Math.max(DEPTH, (area?.top ?? 0) + 3); row++) {
    const hits = index.foldedHeadings(row).filter((heading) => known.has(heading)).length
    // A heading merged over two rows counts in both; the lower one is the header row.
    if (hits > best.hits || (hits === best.hits && hits > 0 && row === best.row + 1)) best = { row, hits }
  }
  return { row: best.row, fit: fields === 0 ? 0 : Math.min(1, best.hits / fields) }
}

/** A third of the headings make a header row. */
const ENOUGH = 1 / 3

/** Undefined when no header row can be made out; the finding says so. */
export function locateTable(form: string, index: GridIndex, wanted: readonly Wanted[], area: GridArea | undefined, report: Report): LocatedTable | undefined {
  const sheet = index.grid.name
  const { row: headerRow, fit } = findHeaderRow(index, wanted, area)
  if (fit < ENOUGH) {
    report.add('structure/header-not-found', { sheet, form, expected: wanted.filter(({ path }) => !path.startsWith('#')).slice(0, 3).map(({ headings }) => headings[0]).join(' | ') })
    return undefined
  }
  const slots = slotsOf(index, headerRow, wanted)
  const filled = fillCounts(index, headerRow)
  const match = matchHeadings(slots, wanted, (column) => filled.get(column) ?? 0)
  reportMatch(match, { sheet, form, row: headerRow }, wanted, report)

  const own = (path: string) => match.found.get(path)
  const resultColumn = own(OWN.result)
  const marksColumn = own(OWN.marks)
  if (resultColumn === undefined || marksColumn === undefined) report.add('structure/result-columns-missing', { sheet, form, row: headerRow })
  const known = new Set([...match.found.values(), ...match.duplicated.map(({ slot }) => slot.at)])
  const full = new Map(slots.map((slot) => [slot.at, slot.group === undefined ? slot.heading : `${slot.group} ${slot.heading}`]))
  const numberColumn = own(OWN.number)
  const labelColumn = own(OWN.label)
  return {
    form,
    sheet,
    headerRow,
    columns: Object.fromEntries([...match.found].filter(([path]) => !path.startsWith('#'))),
    ...(resultColumn && { resultColumn }),
    ...(marksColumn && { marksColumn }),
    ...(numberColumn && { numberColumn }),
    ...(labelColumn && { labelColumn }),
    headings: new Map([...match.found].map(([path, column]) => [path, full.get(column) || path])),
    unknownColumns: new Map([...new Set([...full.keys(), ...filled.keys()])].filter((column) => !known.has(column)).sort((a, b) => a - b).map((column) => [column, full.get(column) ?? ''])),
  }
}

/**
 * The header row's columns. The heading of a repetition stands above and reaches over its merged
 * area; where somebody has unmerged it, to the next filled cell.
 */
function slotsOf(index: GridIndex, headerRow: number, wanted: readonly Wanted[]): Slot[] {
  const groups = new Set(wanted.flatMap(({ groups }) => groups.map(fold)))
  const above = headerRow - 1
  let reaching = ''
  const last = index.columnsIn(headerRow).at(-1) ?? 0
  const slots: Slot[] = []
  for (let column = 1; column <= last; column++) {
    const heading = index.headingAt(headerRow, column)
    const merged = index.merge(above, column)
    const ownText = above > 0 ? index.textAt(above, column).replace(/\s+/g, ' ').trim() : ''
    const isTall = index.merge(headerRow, column)?.top === merged?.top && merged !== undefined && merged.bottom >= headerRow
    if (isTall) reaching = ''
    else if (ownText !== '') reaching = ownText
    else if (merged !== undefined || index.merge(above, column - 1) !== undefined) reaching = ''
    slots.push({ at: column, heading, ...(heading !== '' && groups.has(fold(reaching)) && { group: reaching }) })
  }
  return slots
}

/** How many cells below the header row hold something, by column. */
function fillCounts(index: GridIndex, headerRow: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const row of index.grid.rows) {
    if (row.row <= headerRow) continue
    for (const cell of row.cells) {
      if (cell.value === undefined || (typeof cell.value === 'string' && cell.value.trim() === '')) continue
      counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1)
    }
  }
  return counts
}

function reportMatch(match: Match, at: { sheet: string; form: string; row: number }, wanted: readonly Wanted[], report: Report): void {
  const expected = (path: string): string => {
    const one = wanted.find((candidate) => candidate.path === path)
    return one ? [one.groups[0], one.headings[0]].filter(Boolean).join(' ') : path
  }
  const isField = (path: string) => !path.startsWith('#')
  for (const path of match.missing) {
    if (isField(path) || path === OWN.number) report.add('structure/column-missing', { ...at, ...(isField(path) && { field: path }), expected: expected(path) })
  }
  for (const { path, slot } of match.renamed) {
    if (isField(path)) report.add('structure/column-renamed', { ...at, column: slot.at, field: path, value: slot.heading, expected: expected(path) })
  }
  for (const { path, slot } of match.duplicated) {
    if (isField(path)) report.add('structure/column-duplicated', { ...at, column: slot.at, field: path, value: slot.heading })
  }
  if (match.byOrder) report.add('structure/group-missing', at)
  const order = wanted.filter(({ path }) => isField(path)).map(({ path }) => match.found.get(path)).filter((column) => column !== undefined)
  const moved = order.findIndex((column, i) => i > 0 && column < (order[i - 1] as number))
  if (moved > 0) report.add('structure/columns-moved', { ...at, column: order[moved] as number })
}
