/**
 * What the pages may load and run. Nothing inline, no eval, nothing from anywhere but the own origin,
 * office.js of Microsoft's CDN aside.
 */

const CDN = 'https://appsforoffice.microsoft.com'

/** The empty text: Fabric makes <style> elements without content and fills them by insertRule, which is not inline text. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/**
 * @param {{ officeJs: 'cdn' | 'local' | 'none', styles?: string[] }} options officeJs: none for a page without office.js;
 *   styles: source expressions of further style sheets
 * @returns {string} for a `Content-Security-Policy` header or meta element
 */
function contentSecurityPolicy({ officeJs, styles = [] }) {
  const office = officeJs === 'cdn' ? ` ${CDN}` : ''
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    `style-src ${["'self'", EMPTY_STYLE, ...styles].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // office.js asks there whether to trust a host that it does not know.
    officeJs === 'none' ? "frame-src 'none'" : `frame-src ${office.trim() || "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

module.exports = { contentSecurityPolicy, CDN }
