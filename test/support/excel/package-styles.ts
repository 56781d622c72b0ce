/** Which cells of a workbook's file are locked, and their number formats: also of blank cells, which the reader leaves out. */
import { columnNumber } from '../../../src/workbook/address'
import { BUILT_IN } from '../../../src/workbook/number-format'
import { partText } from '../package-parts'

export interface CellStyle {
  readonly locked: boolean
  readonly format: string
}

export const PLAIN: CellStyle = { locked: true, format: 'General' }

/** A sheet's styles by 1-based position: the cell's own, else its column's. */
export type StyleAt = (row: number, column: number) => CellStyle

/** By sheet name. */
export function stylesOf(bytes: Uint8Array): ReadonlyMap<string, StyleAt> {
  const styles = cellStyles(partText(bytes, 'xl/styles.xml'))
  const targets = new Map([...partText(bytes, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
  return new Map(
    [...partText(bytes, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) as string
      return [unescaped(attribute(tag, 'name') as string), styleAt(partText(bytes, target.startsWith('/') ? target.slice(1) : `xl/${target}`), styles)]
    }),
  )
}

function cellStyles(xml: string): CellStyle[] {
  const codes = new Map([...xml.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [Number(attribute(tag, 'numFmtId')), unescaped(attribute(tag, 'formatCode') as string)]))
  const formats = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? ''
  return [...formats.matchAll(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(([xf]) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0)
    return { locked: !/<protection\b[^>]*\blocked="(0|false)"/.test(xf), format: codes.get(id) ?? BUILT_IN[id] ?? 'General' }
  })
}

function styleAt(xml: string, styles: readonly CellStyle[]): StyleAt {
  const cells = new Map([...xml.matchAll(/<c\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'r'), styles[Number(attribute(tag, 's') ?? 0)] ?? PLAIN]))
  const byPosition = new Map([...cells].map(([reference, style]) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference ?? '') ?? []
    return [`${row} ${columnNumber(letters)}`, style]
  }))
  const columns = [...xml.matchAll(/<col\b[^>]*>/g)].map(([tag]) => ({ min: Number(attribute(tag, 'min')), max: Number(attribute(tag, 'max')), style: styles[Number(attribute(tag, 'style') ?? 0)] ?? PLAIN }))
  return (row, column) => byPosition.get(`${row} ${column}`) ?? columns.find(({ min, max }) => min <= column && column <= max)?.style ?? PLAIN
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] as string)
}
