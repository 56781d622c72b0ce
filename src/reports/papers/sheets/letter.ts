/** A filled-in paper as it is to be set: pages, paragraphs, tables. All lengths in points. */

export interface Letter {
  readonly page: Page
  /** What stands at the head and foot of its ordinary pages, line by line. */
  readonly header: readonly HeadPart[]
  readonly footer: readonly HeadPart[]
  readonly blocks: readonly Block[]
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** From the paper's edge. */
  readonly header: number
  readonly footer: number
}

export interface HeadPart {
  readonly align: Align
  readonly pieces: readonly HeadPiece[]
}

/** Text, or the number of the page or of pages. */
export interface HeadPiece {
  readonly text: string | { readonly field: 'page' | 'pages' }
  readonly face: Face
}

export type Block = Paragraph | Table
export type Align = 'left' | 'center' | 'right'

export interface Face {
  /** Of the characters that most of it is written in; absent: the document says none. */
  readonly name?: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** RRGGBB. */
  readonly color?: string
}

export interface Run {
  /** Breaks are `\n`, tabs `\t`. */
  readonly text: string
  readonly face: Face
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
  /** Of an empty paragraph. */
  readonly face: Face
  readonly align: Align
  readonly left: number
  readonly right: number
  /** Further in (+) or out (-) than the other lines. */
  readonly firstLine: number
  readonly before: number
  readonly after: number
  /** From line to line: exactly, at least, or so many times what the font needs. */
  readonly line: { readonly rule: 'exact' | 'at-least' | 'times'; readonly by: number }
  /** Colours of lines above and below, and how thick they are. */
  readonly above?: Rule
  readonly below?: Rule
  readonly newPage: boolean
  readonly keepNext: boolean
  /** A tab goes to here, and what follows ends there. */
  readonly rightTab?: number
}

export interface Rule {
  /** RRGGBB. */
  readonly color: string
  readonly thickness: number
  /** Between it and the text. */
  readonly space: number
}

export interface Table {
  readonly kind: 'table'
  /** Where it stands between the margins; `left`: how far in. */
  readonly align: Align
  readonly left: number
  readonly widths: readonly number[]
  readonly rows: readonly TableRow[]
  /** Rows that are repeated on every page. */
  readonly headRows: number
  /** RRGGBB of its lines; absent: it has none. */
  readonly lines?: string
}

export interface TableRow {
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  /** Columns it takes. */
  readonly span: number
  /** It goes on with the cell above. */
  readonly continues: boolean
  readonly paragraphs: readonly Paragraph[]
  /** RRGGBB. */
  readonly fill?: string
}
