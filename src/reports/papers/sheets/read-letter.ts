/**
 * A filled-in .docx → a letter as data: what Word would set, paragraph by paragraph, whatever the office made of the
 * template. Left out: pictures, comments, text struck out in tracked changes, hidden text. Text in boxes is taken as paragraphs.
 */
import type { Block, HeadPart, HeadPiece, Letter, Page, Paragraph, Run, Table, TableCell } from './letter'
import { elements, parseMarkup, textIn, value, within, type Element } from './markup'
import { Numbering } from './numbering'
import { alignOf, WordStyles } from './word-styles'

/** Reads a part of the package; undefined: there is none. */
export type ReadPart = (name: string) => string | undefined

/** A4, in twentieths of a point, with Word's usual margins. */
const USUAL = { w: 11906, h: 16838, top: 1440, right: 1800, bottom: 1440, left: 1800, header: 851, footer: 992 }

export function readLetter(part: ReadPart): Letter {
  const reader = new Reader(new WordStyles(part('word/styles.xml')), new Numbering(part('word/numbering.xml')))
  const body = within(parseMarkup(part('word/document.xml') ?? ''), 'w:body')
  const blocks = reader.blocks(body)
  // The first section's page holds for the sheet; its head and foot are those of ordinary pages.
  const section = sections(body)[0]
  const targets = new Map(elements(parseMarkup(part('word/_rels/document.xml.rels') ?? '')).map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']))
  const head = (kind: 'w:headerReference' | 'w:footerReference'): HeadPart[] => {
    const reference = elements(section, kind).find((one) => (value(one, 'type') ?? 'default') === 'default')
    const target = targets.get(reference?.attributes['r:id'] ?? '')?.replace(/^\/?(word\/)?/, 'word/')
    return target === undefined ? [] : reader.head(parseMarkup(part(target) ?? ''))
  }
  return { page: pageOf(section), header: head('w:headerReference'), footer: head('w:footerReference'), blocks }
}

function sections(body: Element | undefined): Element[] {
  const inParagraphs = elements(body, 'w:p').flatMap((p) => within(p, 'w:pPr', 'w:sectPr') ?? [])
  return [...inParagraphs, ...elements(body, 'w:sectPr')]
}

function pageOf(section: Element | undefined): Page {
  const points = (element: Element | undefined, name: keyof typeof USUAL) => Math.abs(Number(value(element, name) ?? USUAL[name])) / 20
  const [size, margins] = [within(section, 'w:pgSz'), within(section, 'w:pgMar')]
  return {
    width: points(size, 'w'), height: points(size, 'h'),
    top: points(margins, 'top'), right: points(margins, 'right'), bottom: points(margins, 'bottom'), left: points(margins, 'left'),
    header: points(margins, 'header'), footer: points(margins, 'footer'),
  }
}

/** Elements that only wrap others. */
const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:hyperlink', 'w:customXml', 'w:fldSimple', 'w:bdo', 'w:dir', 'mc:AlternateContent', 'mc:Choice'])
const BOX = 'w:txbxContent'

class Reader {
  constructor(
    private readonly styles: WordStyles,
    private readonly numbering: Numbering,
  ) {}

  blocks(of: Element | undefined): Block[] {
    return elements(of).flatMap((element): Block[] => {
      if (element.name === 'w:p') return [this.paragraph(element), ...boxesIn(element).flatMap((box) => this.blocks(box))]
      if (element.name === 'w:tbl') return [this.table(element)]
      return WRAPPERS.has(element.name) ? this.blocks(element) : []
    })
  }

  /** The lines at the head or foot of a page, as far as a sheet has them: text and numbers of pages. */
  head(root: Element): HeadPart[] {
    return elements(root, 'w:p').flatMap((p): HeadPart[] => {
      const { align } = this.styles.paragraph(within(p, 'w:pPr'))
      const pieces = this.pieces(p)
      return pieces.length === 0 ? [] : [{ align, pieces }]
    })
  }

  private pieces(p: Element): HeadPiece[] {
    const properties = within(p, 'w:pPr')
    const pieces: HeadPiece[] = []
    /** A field is its instruction, then what it gave when it was last looked at. */
    let field: { code: string; inResult: boolean } | undefined
    const pageField = (code: string): HeadPiece['text'] | undefined => (/^\s*PAGE\b/i.test(code) ? { field: 'page' } : /^\s*(NUM|SECTION)PAGES\b/i.test(code) ? { field: 'pages' } : undefined)
    const walk = (of: Element): void => {
      for (const child of elements(of)) {
        const simple = child.name === 'w:fldSimple' ? pageField(value(child, 'instr') ?? '') : undefined
        if (simple !== undefined) pieces.push({ text: simple, face: this.styles.face(properties, undefined, '1') })
        else if (WRAPPERS.has(child.name)) walk(child)
        if (child.name !== 'w:r') continue
        const type = value(within(child, 'w:fldChar'), 'fldCharType')
        if (type === 'begin') field = { code: '', inResult: false }
        if (field) field.code += elements(child, 'w:instrText').map(textIn).join('')
        if (type === 'separate' && field) field.inResult = true
        const own = within(child, 'w:rPr')
        if (type === 'end' && field) {
          const known = pageField(field.code)
          if (known !== undefined) pieces.push({ text: known, face: this.styles.face(properties, own, '1') })
          field = undefined
        }
        const text = textOf(child).replace(/\s+/g, ' ')
        if (text !== '' && !(field && (!field.inResult || pageField(field.code) !== undefined))) pieces.push({ text, face: this.styles.face(properties, own, text) })
      }
    }
    walk(p)
    return pieces
  }

  private paragraph(p: Element): Paragraph {
    const properties = within(p, 'w:pPr')
    const look = this.styles.paragraph(properties)
    const runs = this.runs(p, properties)
    const number = this.numbering.next(properties)
    const breaksPage = elements(p, 'w:r').some((run) => elements(run).some((one) => one.name === 'w:lastRenderedPageBreak' ? false : one.name === 'w:br' && value(one, 'type') === 'page'))
    return { kind: 'paragraph', ...look, newPage: look.newPage || breaksPage, runs: number === '' ? runs : [{ text: `${number}\t`, face: runs[0]?.face ?? look.face }, ...runs] }
  }

  private runs(p: Element, properties: Element | undefined): Run[] {
    const runs: Run[] = []
    let field: { inResult: boolean } | undefined
    const walk = (of: Element): void => {
      for (const child of elements(of)) {
        if (WRAPPERS.has(child.name)) walk(child)
        if (child.name !== 'w:r') continue
        const type = value(within(child, 'w:fldChar'), 'fldCharType')
        field = type === 'begin' ? { inResult: false } : type === 'separate' ? { inResult: true } : type === 'end' ? undefined : field
        const own = within(child, 'w:rPr')
        const text = textOf(child)
        if (text === '' || within(own, 'w:vanish') || (field && !field.inResult)) continue
        runs.push({ text, face: this.styles.face(properties, own, text) })
      }
    }
    walk(p)
    return runs
  }

  private table(tbl: Element): Table {
    const properties = within(tbl, 'w:tblPr')
    const rows = elements(tbl, 'w:tr')
    const widths = elements(within(tbl, 'w:tblGrid'), 'w:gridCol').map((column) => Number(value(column, 'w') ?? 0) / 20)
    const heads = rows.findIndex((row) => !within(row, 'w:trPr', 'w:tblHeader'))
    const lines = this.styles.tableLines(properties)
    return {
      kind: 'table',
      align: alignOf(value(within(properties, 'w:jc'))),
      left: Number(value(within(properties, 'w:tblInd'), 'w') ?? 0) / 20,
      widths,
      rows: rows.map((row) => ({ cells: elements(row, 'w:tc').map((cell) => this.cell(cell)) })),
      headRows: heads < 0 ? rows.length : heads,
      ...(lines !== undefined && { lines }),
    }
  }

  private cell(tc: Element): TableCell {
    const properties = within(tc, 'w:tcPr')
    const merge = within(properties, 'w:vMerge')
    const fill = value(within(properties, 'w:shd'), 'fill')
    return {
      span: Math.max(1, Number(value(within(properties, 'w:gridSpan')) ?? 1)),
      continues: merge !== undefined && value(merge) !== 'restart',
      paragraphs: this.blocks(tc).flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)))),
      ...(fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) && { fill: fill.toUpperCase() }),
    }
  }
}

function textOf(run: Element): string {
  return elements(run)
    .map((child) => {
      switch (child.name) {
        case 'w:t':
          return textIn(child)
        case 'w:tab':
          return '\t'
        case 'w:br':
        case 'w:cr':
          return value(child, 'type') === 'page' ? '' : '\n'
        case 'w:noBreakHyphen':
          return '-'
        default:
          return ''
      }
    })
    .join('')
}

/** Boxes with text, each once: a box is written twice, for old programs and for new ones. */
function boxesIn(of: Element): Element[] {
  return elements(of).flatMap((child) => (child.name === 'mc:Fallback' || child.name === 'w:del' ? [] : child.name === BOX ? [child] : boxesIn(child)))
}
