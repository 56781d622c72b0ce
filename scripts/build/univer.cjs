/** What the embedded spreadsheet (Univer) needs of a build. */

const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')

/** Modules that are its own or that it brings along, wherever they are installed: on React 18; Fabric and the pane on 17. */
const OF_UNIVER = /[\\/]node_modules[\\/](@univerjs|@wendellhu|@radix-ui|@floating-ui|sonner|react-transition-group|react-dom18|react18|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar)[\\/]/

const univerModules = [
  {
    test: OF_UNIVER,
    resolve: {
      alias: {
        'react/jsx-runtime$': require.resolve('react18/jsx-runtime'),
        'react-dom/client$': require.resolve('react-dom18/client'),
        'react-dom$': require.resolve('react-dom18'),
        react$: require.resolve('react18'),
      },
    },
  },
  { test: /[\\/]node_modules[\\/]@univerjs[\\/].*\.css$/, type: 'asset/resource', generator: { filename: 'grid-[contenthash:12].css' } },
]

/** Sonner, which shows Univer's messages, writes one fixed <style>: a source expression that allows this very text. */
function sonnerStyle() {
  const file = join(dirname(require.resolve('sonner', { paths: [dirname(require.resolve('@univerjs/design'))] })), 'index.mjs')
  const text = /^__insertCSS\((".*")\);$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (!text) throw new Error(`${file} writes its style in another way than it did: see scripts/build/univer.cjs`)
  return `'sha256-${createHash('sha256').update(JSON.parse(text)).digest('base64')}'`
}

module.exports = { univerModules, sonnerStyle }
