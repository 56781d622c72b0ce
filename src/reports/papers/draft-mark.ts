/**
 * Marks a document as a draft: a line in the header of every page. Put in after filling, whatever the
 * template looks like, so that restyling cannot lose it.
 */
export interface Parts {
  read(name: string): string | undefined
  write(name: string, xml: string): void
  readonly names: readonly string[]
}

const DOCUMENT = 'word/document.xml'
const SETTINGS = 'word/settings.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const OWN_HEADER = 'word/header-draft.xml'
const OWN_ID = 'rIdDraftMark'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Every header that there is gets the line. A document without a header for ordinary pages gets one; pages that
 * would have a header of another kind (first, even) and have none are made ordinary pages.
 *
 * @param mark text of the line
 */
export function markAsDraft(parts: Parts, mark: string): void {
  for (const name of parts.names) {
    if (!/^word\/header[^/]*\.xml$/.test(name)) continue
    parts.write(name, (parts.read(name) as string).replace(/(<w:hdr\b[^>]*[^/])>|<w:hdr\b([^>]*)\/>/, (_, open?: string, attributes?: string) => (open === undefined ? `<w:hdr${attributes}>${line(mark)}</w:hdr>` : `${open}>${line(mark)}`)))
  }
  const document = parts.read(DOCUMENT) as string
  let marked = document
  if (!hasHeader(document, 'default')) {
    parts.write(OWN_HEADER, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${MAIN}">${line(mark)}</w:hdr>`)
    const relation = `<Relationship Id="${OWN_ID}" Type="${OFFICE}/header" Target="header-draft.xml"/>`
    const relations = parts.read(RELATIONS) ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts.write(RELATIONS, relations.replace(/<Relationships\b([^>]*)\/>/, '<Relationships$1></Relationships>').replace('</Relationships>', `${relation}</Relationships>`))
    parts.write(TYPES, (parts.read(TYPES) as string).replace('</Types>', `<Override PartName="/${OWN_HEADER}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>`))
    const reference = `<w:headerReference w:type="default" r:id="${OWN_ID}" xmlns:r="${OFFICE}"/>`
    // The first section's header holds for those after it. References come first in a section's properties.
    marked = /<w:sectPr\b/.test(marked) ? marked.replace(/<w:sectPr\b([^>]*)\/>|<w:sectPr\b([^>]*)>/, (_, empty?: string, open?: string) => (empty === undefined ? `<w:sectPr${open}>${reference}` : `<w:sectPr${empty}>${reference}</w:sectPr>`)) : marked.replace('</w:body>', `<w:sectPr>${reference}</w:sectPr></w:body>`)
  }
  if (!hasHeader(document, 'first')) marked = marked.replace(/<w:titlePg\b[^>]*\/>/g, '')
  if (marked !== document) parts.write(DOCUMENT, marked)
  const settings = parts.read(SETTINGS)
  if (settings !== undefined && !hasHeader(document, 'even')) parts.write(SETTINGS, settings.replace(/<w:evenAndOddHeaders\b[^>]*\/>/g, ''))
}

/** Ordinary pages: in the first section, whose header the later ones take over. */
function hasHeader(document: string, type: 'default' | 'first' | 'even'): boolean {
  const where = type === 'default' ? (document.match(/<w:sectPr\b[^>]*\/>|<w:sectPr\b.*?<\/w:sectPr>/s)?.[0] ?? '') : document
  return new RegExp(`<w:headerReference\\b[^>]*w:type="${type}"`).test(where)
}

function line(mark: string): string {
  const text = mark.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/><w:b/><w:color w:val="C00000"/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
