import type { Area } from '../../model'
import type { LinkSpec, RowSpec, SheetSpec, ValidationSpec } from '../../spec'
import type { Worksheet } from '../read/open-workbook'
import type { OpenPackage } from '../read/package'
import { areaOf, ofSheet, readMerges } from '../read/sheet'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import type { Budget } from './budget'
import { readColor } from './color'
import { Columns, charactersOf } from './columns'
import { Conditions } from './conditions'
import { readLinks } from './links'
import { numberIn } from './number'
import { readProtection } from './protection'
import { RowsReader } from './rows'
import type { LookStyles } from './styles'
import { readValidations } from './validations'
import { type View, readViews } from './view'

const PROPERTIES = xmlName('sheetPr')
const TAB_COLOR = xmlName('tabColor')
const VIEWS = xmlName('sheetViews')
const FORMAT = xmlName('sheetFormatPr')
const COLUMN_WIDTH = xmlName('defaultColWidth')
const ROW_HEIGHT = xmlName('defaultRowHeight')
const CUSTOM_HEIGHT = xmlName('customHeight')
const COLUMNS = xmlName('cols')
const SHEET_DATA = xmlName('sheetData')
const PROTECTION = xmlName('sheetProtection')
const FILTER = xmlName('autoFilter')
const REFERENCE = xmlName('ref')
const MERGES = xmlName('mergeCells')
const CONDITION = xmlName('conditionalFormatting')
const VALIDATIONS = xmlName('dataValidations')
const LINKS = xmlName('hyperlinks')
const EXTENSIONS = xmlName('extLst')
const EXTENDED_CONDITIONS = xmlName('conditionalFormattings')

/** What a sheet's look needs of the workbook. */
export interface LookContext {
  readonly styles: LookStyles
  readonly from1904: boolean
  readonly budget: Budget
}

/** How one worksheet looks; its part is read to its end (ECMA-376 part 1, 18.3.1.99). */
export function readSheetLook(parcel: OpenPackage, { name, visibility, part }: Worksheet, context: LookContext): SheetSpec {
  const reader = new SheetLookReader(name, context)
  try {
    const look = reader.read(parcel.open(part))
    return { name, ...(visibility !== 'visible' && { visibility }), ...look }
  } catch (error) {
    throw ofSheet(error, name, part, reader.place)
  }
}

/**
 * Goes through a sheet's elements in the order of the schema, in which everything that cells depend on (widths,
 * styles of columns) comes before them.
 */
class SheetLookReader {
  private columns: Columns
  private cells: RowsReader | undefined
  private rows: RowSpec[] = []
  private view: View = {}
  private tabColor: string | undefined
  private rowHeight: number | undefined
  private protection: SheetSpec['protection']
  private autoFilter: Area | undefined
  private readonly merges: Area[] = []
  private readonly validations: ValidationSpec[] = []
  private readonly links: LinkSpec[] = []
  private readonly conditions: Conditions

  constructor(
    private readonly name: string,
    private readonly context: LookContext,
  ) {
    const { styles, budget } = context
    this.columns = new Columns(styles, undefined)
    this.conditions = new Conditions({ sheet: name, styles, budget })
  }

  /** The last cell that was begun, for messages. */
  get place(): string {
    return this.cells?.place ?? ''
  }

  read(x: XmlScanner): Omit<SheetSpec, 'name' | 'visibility'> {
    while (x.child()) this.readElement(x)
    const { tabColor, rowHeight, rows, merges, validations, links, protection, autoFilter } = this
    const conditions = this.conditions.inOrder()
    return {
      ...(tabColor !== undefined && { tabColor }),
      ...this.columns.listed(this.cells?.used ?? 0, this.name, this.context.budget),
      ...(rowHeight !== undefined && { rowHeight }),
      rows,
      ...(merges.length > 0 && { merges }),
      ...(validations.length > 0 && { validations }),
      ...(conditions.length > 0 && { conditions }),
      ...(links.length > 0 && { links }),
      ...(protection && { protection }),
      ...(autoFilter && { autoFilter }),
      ...this.view,
    }
  }

  private readElement(x: XmlScanner): void {
    const { name, context } = this
    if (x.is(SHEET_DATA) && !this.cells) {
      this.cells = new RowsReader(x, name, context.styles, this.columns, context.budget)
      this.rows = this.cells.read()
    } else if (x.is(COLUMNS)) this.columns.read(x)
    else if (x.is(VIEWS)) this.view = readViews(x)
    else if (x.is(MERGES)) readMerges(x, name, this.merges)
    else if (x.is(CONDITION)) this.conditions.read(x)
    else if (x.is(VALIDATIONS)) this.readValidations(x, false)
    else if (x.is(LINKS)) readLinks(x, name, context.budget, this.links)
    else if (x.is(PROPERTIES)) this.readProperties(x)
    else if (x.is(EXTENSIONS)) this.readExtensions(x)
    else {
      if (x.is(FORMAT)) this.readDefaults(x)
      else if (x.is(PROTECTION)) this.protection = readProtection(x)
      else if (x.is(FILTER)) this.autoFilter = areaOf(x.attribute(REFERENCE) ?? '')
      x.skip()
    }
  }

  private readDefaults(x: XmlScanner): void {
    this.columns = new Columns(this.context.styles, charactersOf(x.attribute(COLUMN_WIDTH)))
    const height = numberIn(x.attribute(ROW_HEIGHT))
    if (x.flag(CUSTOM_HEIGHT) && height >= 0) this.rowHeight = height
  }

  private readProperties(x: XmlScanner): void {
    while (x.child()) {
      if (x.is(TAB_COLOR)) this.tabColor = this.context.styles.color(readColor(x))
      x.skip()
    }
  }

  private readExtensions(x: XmlScanner): void {
    while (x.child()) {
      while (x.child()) {
        if (x.is(VALIDATIONS)) this.readValidations(x, true)
        else if (x.is(EXTENDED_CONDITIONS)) this.readExtendedConditions(x)
        else x.skip()
      }
    }
  }

  private readExtendedConditions(x: XmlScanner): void {
    while (x.child()) {
      if (x.is(CONDITION)) this.conditions.read(x)
      else x.skip()
    }
  }

  private readValidations(x: XmlScanner, extension: boolean): void {
    const { name, context } = this
    readValidations(x, extension, { sheet: name, from1904: context.from1904, budget: context.budget }, this.validations)
  }
}
