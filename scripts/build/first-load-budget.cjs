/** Fails a build whose page loads too much before it shows anything. */

const { gzipSync } = require('node:zlib')

class FirstLoadBudget {
  /** @param {{ entry: string, bytes: number }} options bytes: gzipped, of all scripts that the entry's page names */
  constructor(options) {
    this.options = options
  }

  apply(compiler) {
    const { entry, bytes } = this.options
    compiler.hooks.thisCompilation.tap('FirstLoadBudget', (compilation) => {
      const { Compilation, WebpackError } = compiler.webpack
      compilation.hooks.processAssets.tap({ name: 'FirstLoadBudget', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
        const files = compilation.entrypoints.get(entry)?.getFiles() ?? []
        const sizes = files.filter((file) => file.endsWith('.js')).map((file) => [file, gzipSync(compilation.getAsset(file).source.buffer()).length])
        const total = sizes.reduce((sum, [, size]) => sum + size, 0)
        const told = `${entry}: first load ${kilobytes(total)} of ${kilobytes(bytes)} gzip (${sizes.map(([file, size]) => `${file} ${kilobytes(size)}`).join(', ')})`
        if (total > bytes) compilation.errors.push(new WebpackError(`over budget: ${told}`))
        else compilation.getLogger('FirstLoadBudget').info(told)
      })
    })
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

module.exports = { FirstLoadBudget }
