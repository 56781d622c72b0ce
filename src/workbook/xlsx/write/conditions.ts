import { areaAddress } from '../../address'
import type { ConditionSpec } from '../../spec'
import { fileFormula } from './functions'
import { X14, XM } from './namespaces'
import { type StyleTable, argb } from './styles'
import { element, text } from './xml'

type Bar = Extract<ConditionSpec, { kind: 'bar' }>

/** Conditional formats of a sheet: in the format's own place, and their extension (MS-XLSX 2.3.1) for the end of the part. */
export interface Conditions {
  readonly xml: string
  readonly extension: string
}

/** Says that a data bar goes on in the extension. */
const BAR_GOES_ON = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}'
const CONDITIONS_EXTENSION = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}'
const NEGATIVE_BAR = 'C00000'
const BAR_AXIS = '808080'

/** An earlier condition goes before a later one. */
export function conditions(specs: readonly ConditionSpec[], styles: StyleTable): Conditions {
  let xml = ''
  let bars = ''
  specs.forEach((spec, n) => {
    const priority = n + 1
    const rule = spec.kind === 'formula' ? formulaRule(spec, priority, styles) : barRule(spec, priority)
    xml += element('conditionalFormatting', { sqref: areaAddress(spec.area) }, rule)
    if (spec.kind === 'bar') bars += barExtension(spec, priority)
  })
  if (bars === '') return { xml, extension: '' }
  const list = element('x14:conditionalFormattings', {}, bars)
  return { xml, extension: element('ext', { uri: CONDITIONS_EXTENSION, 'xmlns:x14': X14 }, list) }
}

function formulaRule(spec: Extract<ConditionSpec, { kind: 'formula' }>, priority: number, styles: StyleTable): string {
  const formula = `<formula>${text(fileFormula(spec.formula))}</formula>`
  return element('cfRule', { type: 'expression', dxfId: styles.condition(spec.format), priority }, formula)
}

/** What Excel 2007 knows of a bar: a gradient whose shortest bar is a tenth of the cell. */
function barRule({ min, max, color }: Bar, priority: number): string {
  const end = (value: number | undefined, automatic: string) => element('cfvo', value === undefined ? { type: automatic } : { type: 'num', val: value })
  const bar = element('dataBar', {}, end(min, 'min') + end(max, 'max') + element('color', { rgb: argb(color) }))
  const link = element('ext', { uri: BAR_GOES_ON, 'xmlns:x14': X14 }, `<x14:id>${barId(priority)}</x14:id>`)
  return element('cfRule', { type: 'dataBar', priority }, bar + element('extLst', {}, link))
}

/** What Excel 2010 and later show instead, from nothing to the whole cell; the colour stands in the older half, to which the id links. */
function barExtension({ area, min, max }: Bar, priority: number): string {
  const end = (value: number | undefined, automatic: string) =>
    value === undefined ? element('x14:cfvo', { type: automatic }) : element('x14:cfvo', { type: 'num' }, `<xm:f>${value}</xm:f>`)
  const bar = element(
    'x14:dataBar',
    { minLength: 0, maxLength: 100, gradient: false },
    [
      end(min, 'autoMin'),
      end(max, 'autoMax'),
      element('x14:negativeFillColor', { rgb: argb(NEGATIVE_BAR) }),
      element('x14:axisColor', { rgb: argb(BAR_AXIS) }),
    ].join(''),
  )
  const rule = element('x14:cfRule', { type: 'dataBar', id: barId(priority) }, bar)
  return element('x14:conditionalFormatting', { 'xmlns:xm': XM }, `${rule}<xm:sqref>${areaAddress(area)}</xm:sqref>`)
}

/** Links the two halves of a bar; unique within its sheet, which is all that is asked. */
function barId(priority: number): string {
  return `{4D555354-4552-4000-8000-${priority.toString(16).toUpperCase().padStart(12, '0')}}`
}
