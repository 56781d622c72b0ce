/**
 * A workbook to be made: the writer's input. Plain data, no behaviour, so that a
 * sheet can be described, tested and previewed without a file.
 *
 * Rows and columns are 1-based. Text is always written as text, also when it starts
 * with `=`, `+`, `-` or `@`; only `formula` makes a formula.
 *
 * It is also how a workbook that is there looks: see `readLook`. What is marked *read* below is found in workbooks that
 * other programs made; the writer leaves it out.
 */
import type { Area, Visibility } from './model'

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[]
  readonly names: readonly NameSpec[]
  /** Document title and author shown by the file's properties. */
  readonly title: string
  readonly author: string
  /** Custom document properties (text). */
  readonly properties?: Readonly<Record<string, string>>
  /** Font that every style starts from. */
  readonly font: { readonly name: string; readonly size: number }
  /** The file asks for everything to be calculated when it is opened. Written without being asked for where a formula has no result. */
  readonly calculates?: boolean
}

export interface NameSpec {
  readonly name: string
  /** Without `=`, e.g. `'Lists'!$A$2:$A$9`. */
  readonly refersTo: string
  readonly hidden?: boolean
  /** Read: the sheet that the name is local to; absent: the whole workbook. */
  readonly sheet?: string
}

export interface SheetSpec {
  readonly name: string
  readonly visibility?: Visibility
  /** RRGGBB. */
  readonly tabColor?: string
  readonly columns: readonly ColumnSpec[]
  /** Read: all columns after those; absent: as Excel has them. */
  readonly rest?: ColumnSpec
  /** Read: height in points of rows that give none; absent: Excel decides. */
  readonly rowHeight?: number
  readonly rows: readonly RowSpec[]
  readonly merges?: readonly Area[]
  readonly validations?: readonly ValidationSpec[]
  readonly conditions?: readonly ConditionSpec[]
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number }
  /** Protection without a password; what users may still do is listed. */
  readonly protection?: { readonly allow: readonly ('sort' | 'autoFilter' | 'formatCells' | 'formatColumns' | 'formatRows' | 'insertRows' | 'deleteRows')[] }
  readonly autoFilter?: Area
  readonly print?: PrintSpec
  readonly links?: readonly LinkSpec[]
  readonly zoom?: number
  readonly showGridLines?: boolean
}

export interface ColumnSpec {
  /** In characters of the default font. */
  readonly width: number
  readonly hidden?: boolean
  /** Style of cells in this column that are not written out (also of rows added later). */
  readonly style?: Style
}

export interface RowSpec {
  readonly row: number
  /** In points; absent: Excel decides. */
  readonly height?: number
  /** The height is only where the row begins: it follows what is typed into wrapping cells later. Absent: it stays. */
  readonly grows?: boolean
  readonly hidden?: boolean
  /** Read: style of cells in this row that are not written out; goes before the column's. */
  readonly style?: Style
  readonly cells: readonly CellSpec[]
}

export interface CellSpec {
  readonly column: number
  readonly value?: string | number | boolean
  /** Without `=`. `value` is then its cached result. */
  readonly formula?: string
  readonly style?: Style
}

export interface Style {
  readonly font?: { readonly bold?: boolean; readonly italic?: boolean; readonly size?: number; readonly color?: string; readonly underline?: boolean; readonly name?: string }
  /** Background, RRGGBB. */
  readonly fill?: string
  /** Thin borders on all four sides, RRGGBB. */
  readonly border?: string
  /** Read, instead of `border`: sides that have a border, where they are not all four thin and of one colour. */
  readonly edges?: { readonly [side in 'left' | 'right' | 'top' | 'bottom']?: Edge }
  readonly align?: { readonly horizontal?: 'left' | 'center' | 'right' | 'fill'; readonly vertical?: 'top' | 'center' | 'bottom'; readonly wrap?: boolean; readonly indent?: number; readonly shrink?: boolean }
  /** Number format code; `@` for text. */
  readonly format?: string
  /** False: may be edited on a protected sheet. Absent: locked. */
  readonly locked?: boolean
}

export interface Edge {
  readonly style: EdgeStyle
  /** RRGGBB. */
  readonly color: string
}

/** As the file names them (ECMA-376 part 1, 18.18.3). */
export type EdgeStyle =
  | 'thin' | 'medium' | 'thick' | 'hair' | 'dotted' | 'dashed' | 'double' | 'dashDot' | 'dashDotDot'
  | 'mediumDashed' | 'mediumDashDot' | 'mediumDashDotDot' | 'slantDashDot'

export interface ValidationSpec {
  readonly area: Area
  readonly rule:
    | { readonly kind: 'list'; /** A range or a defined name, without `=`; or the choices themselves, `"a,b"`. */ readonly source: string }
    | { readonly kind: 'whole' | 'decimal' | 'date' | 'length'; readonly min?: number; readonly max?: number; /** Read; absent: from `min` to `max`, both included. */ readonly operator?: BoundOperator }
    | { readonly kind: 'custom'; readonly formula: string }
    | { readonly kind: 'any' }
  /** Shown when the cell is selected: title ≤ 32 characters, text ≤ 255. */
  readonly prompt?: { readonly title: string; readonly text: string }
  /** Shown when the entry is refused; `warning` lets the user go on. */
  readonly error?: { readonly title: string; readonly text: string; readonly style?: 'stop' | 'warning' | 'information' }
}

/** `equal`, `notEqual` and `greaterThan` look at `min`, `lessThan` at `max`; `notBetween` refuses `min` to `max`. */
export type BoundOperator = 'equal' | 'notEqual' | 'greaterThan' | 'lessThan' | 'notBetween'

/** An earlier one goes before a later one. */
export type ConditionSpec =
  | { readonly kind: 'formula'; readonly area: Area; readonly formula: string; readonly format: { readonly fill?: string; readonly color?: string; readonly bold?: boolean; readonly border?: string }; /** Read: where it holds, later ones are not looked at. */ readonly stopIfTrue?: boolean }
  | { readonly kind: 'bar'; readonly area: Area; readonly color: string; readonly min?: number; readonly max?: number }

export interface PrintSpec {
  readonly landscape?: boolean
  /** Fit to one page wide; height follows. */
  readonly fitWidth?: boolean
  /** Percent, 10 … 400; instead of fitting. */
  readonly scale?: number
  /** 1-based columns that begin a new page. Excel ignores them on a sheet that is fitted. */
  readonly breakBefore?: readonly number[]
  /** Rows repeated on every page, 1-based. */
  readonly repeatRows?: readonly [first: number, last: number]
  /** Columns repeated on every page, 1-based. */
  readonly repeatColumns?: readonly [first: number, last: number]
  readonly footer?: string
  /** At the head of every page; codes as in a footer. */
  readonly header?: string
  readonly area?: Area
  /** 1-based rows that begin a new page. */
  readonly breakBeforeRows?: readonly number[]
  /** In millimetres; absent: narrow ones. `header`, `footer`: from the edge of the paper. */
  readonly margins?: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>
  /** Number of its first page; absent: pages are counted through from the sheet before. */
  readonly firstPage?: number
}

export interface LinkSpec {
  readonly row: number
  readonly column: number
  /** Target inside this workbook, e.g. `'Members'!A1`. */
  readonly location: string
}
