/**
 * Functions newer than the file format carry a prefix in the file (MS-XLSX 2.2.2, "future functions");
 * without it Excel shows #NAME? until the cell is edited. NETWORKDAYS.INTL and WORKDAY.INTL, though as
 * new, are stored as they are.
 */
const NEWER = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT
  CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC
  CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST
  FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK
  HYPGEOM.DIST IFNA IFS IMAGE ISFORMULA ISOMITTED ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS
  MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC
  PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY
  RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T
  T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE
  VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
)
/** These carry a second prefix. */
const IN_WORKSHEET = new Set(['FILTER', 'SORT'])
/** In the file their parameters carry prefixes of their own: nothing here needs them. */
const UNSUPPORTED = new Set(['LET', 'LAMBDA'])
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9._]*(?=\()/g

/**
 * The formula as the file carries it: newer functions prefixed, texts and sheet names untouched.
 * A function that carries its prefix already stays as it is.
 *
 * @throws RangeError for LET and LAMBDA
 */
export function fileFormula(formula: string): string {
  return formula.replace(TOKEN, (token) => {
    const name = token.toUpperCase()
    if (UNSUPPORTED.has(name)) throw new RangeError(`${name} is not supported in formulas: ${formula}`)
    if (IN_WORKSHEET.has(name)) return `_xlfn._xlws.${name}`
    return NEWER.has(name) ? `_xlfn.${name}` : token
  })
}
