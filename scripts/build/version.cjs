/** The version that people see, and by which a page that is kept offline knows that there is a newer one. */

const { createHash } = require('node:crypto')
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** All that a build depends on. */
const SOURCES = ['package-lock.json', 'webpack.config.js', 'scripts/build', 'src', 'templates']

/**
 * @param {string} root of the project
 * @returns {string} version of the package and a short hash of the sources, such as `0.1.0+3f2a1b9`: equal sources, equal version
 */
function versionOf(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) for (const [name, bytes] of filesIn(root, source)) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}+${hash.digest('hex').slice(0, 7)}`
}

/** Names below the root and contents, in the same order everywhere. */
function filesIn(root, name) {
  let entries
  try {
    entries = readdirSync(join(root, name), { withFileTypes: true })
  } catch {
    return [[name, readFileSync(join(root, name))]]
  }
  const names = entries.map((entry) => entry.name).filter((entry) => !entry.startsWith('.') && !entry.startsWith('~$'))
  return names.sort().flatMap((entry) => filesIn(root, `${name}/${entry}`))
}

module.exports = { versionOf }
