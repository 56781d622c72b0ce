/** A Word document as far as the shipped templates need one: paragraphs by style, tables, a footer. Restyling happens in Word. */
import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Zip keeps times from 1980 on; a fixed one, so that the same content gives the same bytes. */
const STAMP = new Date(2000, 0, 1)

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A piece of text. @param {{ bold?: boolean }} look */
export const run = (text, { bold = false } = {}) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph. `**…**` in its text is bold. `more`: further paragraph properties, as XML. */
export function p(style, text = '', more = '') {
  const runs = text.split(/(\*\*[^*]+\*\*)/).filter((part) => part !== '').map((part) => (part.startsWith('**') ? run(part.slice(2, -2), { bold: true }) : run(part)))
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs.join('')}</w:p>`
}

/** Begins a new page. */
export const NEW_PAGE = '<w:pageBreakBefore/>'

/**
 * A table whose second row repeats: the first cell's text begins the list, the last one's ends it.
 * @param {number} width of the text, in twentieths of a point
 * @param {{ title: string, share: number, cell: string, center?: boolean }[]} columns share: of the width
 */
export function table(width, columns, list) {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((width * share) / total))
  const cell = (i, style, text, center) => `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${p(style, text, center ? '<w:jc w:val="center"/>' : '')}</w:tc>`
  const last = columns.length - 1
  const repeated = (text, i) => `${i === 0 ? `{#${list}}` : ''}${text}${i === last ? `{/${list}}` : ''}`
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, i) => cell(i, 'TableHead', title, true)).join('')}</w:tr>`,
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map(({ cell: text, center }, i) => cell(i, 'TableText', repeated(text, i), center)).join('')}</w:tr>`,
    '</w:tbl>',
  ].join('')
}

/**
 * @param {{ body: string, styles: string, footer: string, fonts: [name: string, instead: string][], language: string, margins: { top: number, right: number, bottom: number, left: number, footer?: number } }} parts
 *   margins in twentieths of a point; the paper is A4
 * @returns {Uint8Array} the .docx
 */
export function docx({ body, styles, footer, fonts, language, margins }) {
  const { top, right, bottom, left, footer: fromEdge = 1247 } = margins
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${fromEdge}" w:gutter="0"/></w:sectPr>`
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[['document', 'document.main'], ['styles', 'styles'], ['settings', 'settings'], ['fontTable', 'fontTable'], ['header1', 'header'], ['footer1', 'footer']].map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${[['rId1', 'header', 'header1'], ['rId2', 'footer', 'footer1'], ['rId3', 'styles', 'styles'], ['rId4', 'settings', 'settings'], ['rId5', 'fontTable', 'fontTable']].map(([id, type, part]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${part}.xml"/>`).join('')}</Relationships>`,
    'word/styles.xml': `${HEAD}<w:styles ${W}>${styles}</w:styles>`,
    'word/settings.xml': `${HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="${language}"/></w:settings>`,
    'word/fontTable.xml': `${HEAD}<w:fonts ${W}>${fonts.map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/></w:font>`).join('')}</w:fonts>`,
    'word/header1.xml': `${HEAD}<w:hdr ${W}>${p('Header')}</w:hdr>`,
    'word/footer1.xml': `${HEAD}<w:ftr ${W}>${footer}</w:ftr>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), { mtime: STAMP, level: 9 })
}

/** The number of the page, or of pages. */
export const field = (code) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

/**
 * A paragraph style.
 * @param {{ east?: string, latin?: string, size?: number, bold?: boolean, color?: string, paragraph?: string, based?: string, next?: string }} look size in points
 */
export function style(id, name, { east, latin, size, bold, color, paragraph = '', based = 'Normal', next } = {}) {
  const fonts = east || latin ? `<w:rFonts${latin ? ` w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}"` : ''}${east ? ` w:eastAsia="${east}"` : ''}/>` : ''
  const runs = `${fonts}${bold === undefined ? '' : bold ? '<w:b/>' : '<w:b w:val="0"/>'}${color ? `<w:color w:val="${color}"/>` : ''}${size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : ''}`
  const isDefault = id === 'Normal'
  return `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${isDefault ? '' : `<w:basedOn w:val="${based}"/>`}${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`
}

/** Thin lines around every cell. @param color of the lines */
export function tableStyle(name, color, cellMargin) {
  const line = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${color}"/>`
  return `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="PaperTable"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="${cellMargin}" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="${cellMargin}" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
}
