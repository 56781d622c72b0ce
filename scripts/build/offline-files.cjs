/** Tells the service worker of a build which files it keeps, and of which version they are. */

const { createHash } = require('node:crypto')

class OfflineFiles {
  /**
   * @param {{ worker: string, version: string, page: string, later: RegExp, never: RegExp }} options worker: file of the
   *   service worker; page: the one that answers for the folder; later: files kept when they are first used; never: files
   *   that are left alone
   */
  constructor(options) {
    this.options = options
  }

  apply(compiler) {
    const { worker, version, page, later, never } = this.options
    compiler.hooks.thisCompilation.tap('OfflineFiles', (compilation) => {
      const { Compilation, WebpackError, sources } = compiler.webpack
      // After the last hash is known.
      compilation.hooks.processAssets.tap({ name: 'OfflineFiles', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, () => {
        const asset = compilation.getAsset(worker)
        if (!asset) return void compilation.errors.push(new WebpackError(`there is no ${worker}`))
        const files = compilation.getAssets().map(({ name }) => name).filter((name) => name !== worker && !never.test(name)).sort()
        const kept = files.filter((name) => !later.test(name))
        if (!kept.includes(page)) compilation.errors.push(new WebpackError(`${page} is not among the files that are kept offline`))
        const hash = createHash('sha256')
        for (const name of files) hash.update(`${name}\0`).update(compilation.getAsset(name).source.buffer())
        const told = { version, content: hash.digest('hex').slice(0, 12), page, kept, later: later.source }
        compilation.updateAsset(worker, (source) => new sources.ConcatSource(`self.MUSTER_OFFLINE=${JSON.stringify(told)};\n`, source))
      })
    })
  }
}

module.exports = { OfflineFiles }
