/** The columns of a letter's sheet: everything that stands side by side somewhere in it begins and ends at their edges. */
import type { Block, Paragraph, Table } from './letter'

/** Edges nearer than this are one. Points. */
const NEAR = 6

export class ColumnEdges {
  /** Ascending, from 0 to the width. */
  readonly at: readonly number[]

  constructor(
    blocks: readonly Block[],
    /** Between the margins. */
    readonly width: number,
  ) {
    const wanted = blocks.flatMap((block) => (block.kind === 'table' ? tableEdges(block, width) : paragraphEdges(block, width)))
    const at = [0]
    for (const edge of wanted.sort((a, b) => a - b)) if (edge - (at[at.length - 1] as number) >= NEAR && width - edge >= NEAR) at.push(edge)
    this.at = [...at, width]
  }

  /** 1-based columns from one place to another; at least one. */
  columns(from: number, to: number): { readonly left: number; readonly right: number } {
    const left = Math.min(this.nearest(from), this.at.length - 2)
    return { left: left + 1, right: Math.max(left + 1, this.nearest(to)) }
  }

  /** Points from the beginning of one column to the end of another. */
  between({ left, right }: { readonly left: number; readonly right: number }): number {
    return (this.at[right] as number) - (this.at[left - 1] as number)
  }

  private nearest(place: number): number {
    return this.at.reduce((best, edge, i) => (Math.abs(edge - place) < Math.abs((this.at[best] as number) - place) ? i : best), 0)
  }
}

/** Where its columns begin and end; a table wider than the page is as wide as the page. */
export function tableEdges({ align, left, widths }: Table, width: number): number[] {
  const total = widths.reduce((sum, one) => sum + one, 0)
  const scale = total > width ? width / total : 1
  const start = align === 'center' ? Math.max(0, (width - total * scale) / 2) : align === 'right' ? width - total * scale : Math.min(Math.max(0, left), width - total * scale)
  return widths.reduce<number[]>((edges, one) => [...edges, (edges[edges.length - 1] as number) + one * scale], [start])
}

/** A number or dash that hangs out before its text has a column of its own; what goes to a right tab begins half-way. */
export function paragraphEdges(paragraph: Paragraph, width: number): number[] {
  const { left, right, firstLine } = paragraph
  const hangs = firstLine < 0
  return [...(hangs ? [Math.max(0, left + firstLine)] : []), ...(left > 0 && (hangs || firstLine === 0 || left > NEAR) ? [left] : []), ...(right > 0 ? [width - right] : []), ...(hasRightTab(paragraph) ? [width / 2] : [])]
}

export function hasRightTab({ rightTab, runs, firstLine }: Paragraph): boolean {
  return rightTab !== undefined && firstLine >= 0 && runs.some(({ text }) => text.includes('\t'))
}
