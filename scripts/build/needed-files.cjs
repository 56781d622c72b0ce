/** Fails a build that lacks what another program makes, and says which. */

const { readdirSync } = require('node:fs')

class NeededFiles {
  /** @param {{ folder: string, remedy: string }} options remedy: what to do where the folder is empty or missing */
  constructor(options) {
    this.options = options
  }

  apply(compiler) {
    const { folder, remedy } = this.options
    compiler.hooks.thisCompilation.tap('NeededFiles', (compilation) => {
      let names = []
      try {
        names = readdirSync(folder)
      } catch {
        // Missing is as bad as empty.
      }
      if (names.length === 0) compilation.errors.push(new compiler.webpack.WebpackError(`nothing in ${folder}: ${remedy}`))
    })
  }
}

module.exports = { NeededFiles }
