/** What the embedded spreadsheet (Univer) needs of a build. */

const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { dirname, join, resolve } = require('node:path')

const LEFT_OUT = resolve(__dirname, '../../src/hosts/grid/ui/left-out.ts')

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
        'franc-min$': LEFT_OUT,
        'opentype.js$': LEFT_OUT,
        'react-style-singleton$': resolve(__dirname, '../../src/hosts/grid/ui/adopted-style.ts'),
      },
    },
  },
  { test: /[\\/](node_modules[\\/]@univerjs|src[\\/]hosts[\\/]grid)[\\/].*\.css$/, type: 'asset/resource', generator: { filename: 'grid-[contenthash:12].css' } },
]

/** Its patterns of hyphenation: a file per language, each asked for by its name and a hash, such as `./af-DK_CjRn6.js`. */
const HYPHENATION = /^\.\/[a-z]{2,3}(-[\w-]+)?-[\w-]{8}\.js$/

/** @param {typeof import('webpack')} webpack */
const withoutHyphenation = (webpack) =>
  new webpack.NormalModuleReplacementPlugin(HYPHENATION, (asked) => {
    if (/[\\/]@univerjs[\\/]engine-render[\\/]/.test(asked.context)) asked.request = LEFT_OUT
  })

/** A chunk for each of its large parts: they load side by side, and one that did not change stays in the cache. */
const univerChunks = Object.fromEntries(
  [
    ['grid-formula', /[\\/]@univerjs[\\/](engine-formula|sheets-formula)[\\/]/],
    ['grid-drawing', /[\\/]@univerjs[\\/](engine-render|docs|docs-ui|drawing)[\\/]/],
    ['grid-sheets', /[\\/]@univerjs[\\/](core|sheets|sheets-numfmt|sheets-filter|sheets-find-replace|sheets-data-validation|sheets-conditional-formatting|data-validation)[\\/]/],
    ['grid-screen', OF_UNIVER],
  ].map(([name, test], order, all) => [name, { name, test: ({ resource }) => resource !== undefined && test.test(resource) && !/[\\/]locale[\\/]/.test(resource), chunks: 'async', priority: all.length - order, enforce: true }]),
)

/** Sonner, which shows Univer's messages, writes one fixed <style>: a source expression that allows this very text. */
function sonnerStyle() {
  const file = join(dirname(require.resolve('sonner', { paths: [dirname(require.resolve('@univerjs/design'))] })), 'index.mjs')
  const text = /^__insertCSS\((".*")\);$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (!text) throw new Error(`${file} writes its style in another way than it did: see scripts/build/univer.cjs`)
  return `'sha256-${createHash('sha256').update(JSON.parse(text)).digest('base64')}'`
}

module.exports = { univerModules, univerChunks, withoutHyphenation, sonnerStyle }
