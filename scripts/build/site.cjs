/** Where the built pages will be served from, and where they get office.js: the two options of a build. */

const { CDN } = require('./content-security-policy.cjs')

/** What manifest.xml in the repository says. */
const DEVELOPMENT = 'https://localhost:3000'

/**
 * @param {Record<string, unknown>} env webpack's `--env`: `host=https://…`, `officejs=cdn|local`
 * @returns {{ host: string, officeJs: 'cdn' | 'local', officeAddress: string }} host: without a slash at the end
 * @throws for a host that Office would not load from, and for an unknown officejs
 */
function siteOf(env) {
  const officeJs = env.officejs ?? 'cdn'
  if (officeJs !== 'cdn' && officeJs !== 'local') throw new Error(`--env officejs is cdn or local, not ${officeJs}`)
  return {
    host: env.host === undefined ? DEVELOPMENT : hostOf(String(env.host)),
    officeJs,
    officeAddress: officeJs === 'cdn' ? `${CDN}/lib/1/hosted/office.js` : 'office-js/office.js',
  }
}

function hostOf(given) {
  let address
  try {
    address = new URL(given)
  } catch {
    throw new Error(`--env host wants an address such as https://forms.example.org/muster, not ${given}`)
  }
  if (address.protocol !== 'https:') throw new Error(`--env host must be https: Office loads nothing else (${given})`)
  if (address.search || address.hash || address.username) throw new Error(`--env host must be a plain address (${given})`)
  return address.href.replace(/\/+$/, '')
}

/** The manifest with the real address in place of the one of development. */
function manifestFor(host, manifest) {
  return manifest.replaceAll(DEVELOPMENT, host.replaceAll('&', '&amp;'))
}

module.exports = { siteOf, manifestFor, DEVELOPMENT }
