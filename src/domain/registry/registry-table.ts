/** A sheet of a registry: its heading row found, its cells by column. */
import type { Finding } from '../returns/finding'
import type { Grid, GridCell, GridRow } from '../returns/grid'
import { hasHiddenCharacters } from '../returns/normalise'
import { shown } from '../returns/shown'
import { registryFinding, type RegistryCode } from './registry-report'

/** A title, a date and a blank line may stand above the headings. */
const HEADING_ROWS = 10

export interface RegistryTable<C extends string> {
  readonly sheet: string
  /** 1-based. */
  readonly headingRow: number
  readonly columns: ReadonlyMap<C, number>
  readonly headings: ReadonlyMap<number, string>
  readonly rows: readonly GridRow[]
  readonly findings: readonly Finding[]
}

/**
 * The table with at least the `needed` columns, or undefined. `columnOf` says what a heading
 * stands for. Findings: `registry/column-duplicated`, `registry/column-unused`.
 */
export function findTable<C extends string>(grid: Grid, needed: readonly C[], columnOf: (heading: string) => C | undefined): RegistryTable<C> | undefined {
  for (const row of grid.rows.filter((one) => one.row <= HEADING_ROWS)) {
    const columns = new Map<C, number>()
    const headings = new Map<number, string>()
    const findings: Finding[] = []
    for (const cell of row.cells) {
      const heading = shown(cell)
      const column = columnOf(heading)
      headings.set(cell.column, heading)
      const at = { sheet: grid.name, row: row.row, column: cell.column, value: heading, params: { heading } }
      if (column === undefined) findings.push(registryFinding('registry/column-unused', at))
      else if (columns.has(column)) findings.push(registryFinding('registry/column-duplicated', at))
      else columns.set(column, cell.column)
    }
    if (needed.every((column) => columns.has(column))) {
      return { sheet: grid.name, headingRow: row.row, columns, headings, rows: grid.rows.filter((one) => one.row > row.row), findings }
    }
  }
  return undefined
}

/** One row of it, and a place to say what is wrong with it. */
export class RegistryRow<C extends string> {
  /** Errors found so far: a row with one is left out. */
  errors = 0
  private readonly cells: ReadonlyMap<number, GridCell>

  constructor(
    private readonly table: RegistryTable<C>,
    private readonly source: GridRow,
    private readonly findings: Finding[],
  ) {
    this.cells = new Map(source.cells.map((cell) => [cell.column, cell]))
  }

  get row(): number {
    return this.source.row
  }

  /** Nothing in any column that the registry knows. */
  get isBlank(): boolean {
    return [...this.table.columns.values()].every((column) => shown(this.cells.get(column) ?? {}).trim() === '')
  }

  /** The filled cell; undefined when blank or when it holds an error (`registry/error-value`). */
  cell(column: C): (GridCell & { value: string | number | boolean }) | undefined {
    const cell = this.cells.get(this.table.columns.get(column) ?? 0)
    if (!cell || cell.value === undefined) return undefined
    const { value } = cell
    if (typeof value === 'object') {
      this.report('registry/error-value', column)
      return undefined
    }
    if (typeof value === 'string' && value.trim() === '' && !hasHiddenCharacters(value)) return undefined
    return { ...cell, value }
  }

  report(code: RegistryCode, column: C, params: Readonly<Record<string, string | number>> = {}): void {
    const at = this.table.columns.get(column)
    const finding = registryFinding(code, {
      sheet: this.table.sheet,
      row: this.source.row,
      ...(at !== undefined && { column: at }),
      value: shown(this.cells.get(at ?? 0) ?? {}),
      params: { heading: this.table.headings.get(at ?? 0) ?? column, ...params },
    })
    if (finding.severity === 'error') this.errors++
    this.findings.push(finding)
  }
}
