/** Namespaces of the transitional form of ECMA-376, which every consumer reads. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The main namespace of the strict form. */
export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
/** Excel 2010's extensions of sheets, and the formulas inside them. */
export const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
export const XM = 'http://schemas.microsoft.com/office/excel/2006/main'

const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Content types of the parts written here. */
export const TYPES = {
  workbook: `${SPREADSHEETML}.sheet.main+xml`,
  sheet: `${SPREADSHEETML}.worksheet+xml`,
  styles: `${SPREADSHEETML}.styles+xml`,
  strings: `${SPREADSHEETML}.sharedStrings+xml`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const
