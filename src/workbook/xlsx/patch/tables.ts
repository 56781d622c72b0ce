import type { Area } from '../../model'
import type { OpenPackage } from '../read/package'
import { xmlName } from '../read/xml-scanner'
import { parseArea } from './reference'

const REF = xmlName('ref')
const HEADINGS = xmlName('headerRowCount')

/** The heading rows of the tables on a sheet (ECMA-376 Part 1, 18.5.1.2): Excel repairs a file in which one does not agree with the table's columns. */
export function tableHeadings(parcel: OpenPackage, sheetPart: string): Area[] {
  const tables = parcel.relationships(sheetPart).filter(({ type }) => type === 'table')
  return tables.flatMap(({ target }) => {
    const x = parcel.open(target)
    const area = parseArea(x.attribute(REF) ?? '')
    return area && x.attribute(HEADINGS) !== '0' ? [{ ...area, bottom: area.top }] : []
  })
}
