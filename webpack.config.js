const path = require('node:path')
const CopyPlugin = require('copy-webpack-plugin')
const HtmlPlugin = require('html-webpack-plugin')
const MinimizerPlugin = require('minimizer-webpack-plugin')
const webpack = require('webpack')
const { campaignsIn, FILES } = require('./scripts/build/campaigns.cjs')
const { contentSecurityPolicy } = require('./scripts/build/content-security-policy.cjs')
const { FirstLoadBudget } = require('./scripts/build/first-load-budget.cjs')
const { officeJsFiles } = require('./scripts/build/office-js-files.cjs')
const { NeededFiles } = require('./scripts/build/needed-files.cjs')
const { OfflineFiles } = require('./scripts/build/offline-files.cjs')
const { siteOf, manifestFor } = require('./scripts/build/site.cjs')
const { stylesOf } = require('./scripts/build/styles.cjs')
const { sonnerStyle, univerChunks, univerModules, withoutHyphenation } = require('./scripts/build/univer.cjs')
const { versionOf } = require('./scripts/build/version.cjs')

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  // Types are checked by `npm run typecheck`, once, rather than by every build.
  use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
}

const common = {
  module: { rules: [typescript] },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  performance: { hints: false },
  stats: 'errors-warnings',
}

/** The command line: one file that runs right after `npm ci`. */
const cli = {
  ...common,
  name: 'cli',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: { path: path.resolve(__dirname, 'build'), filename: 'muster.cjs', library: { type: 'commonjs2' } },
  optimization: { minimize: false },
  node: { __dirname: false },
}

/** The pages that Excel opens: `dist/`, static, for any HTTPS server. See docs/deploying.md for --env. */
function addin(env) {
  const { host, officeJs, officeAddress } = siteOf(env)
  const page = (name, template, { chunks = [], office = true } = {}) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: `./src/${template}`,
      chunks,
      // Office.js has to be there when the page's own script runs, and both when the page is drawn.
      scriptLoading: 'defer',
      minify: false,
      templateParameters: { policy: contentSecurityPolicy({ officeJs: office ? officeJs : 'none' }), officeAddress, campaigns: campaignsIn('templates') },
    })
  return {
    ...common,
    name: 'addin',
    target: ['web', 'es2022'],
    entry: { taskpane: './src/taskpane/main.tsx', commands: './src/commands/main.ts', message: './src/commands/message.ts' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].[contenthash:12].js',
      chunkFilename: '[name].[contenthash:12].js',
      // Relative to the script itself, so that the folder may lie anywhere on its server.
      publicPath: 'auto',
      // The workbench is built beside it.
      clean: { keep: /^workbench[\\/]/ },
    },
    devtool: false,
    infrastructureLogging: { level: 'info' },
    plugins: [
      page('taskpane', 'taskpane/taskpane.html', { chunks: ['taskpane'] }),
      page('commands', 'commands/commands.html', { chunks: ['commands'] }),
      page('message', 'pages/message.html', { chunks: ['message'], office: false }),
      page('help', 'pages/help.html', { office: false }),
      new CopyPlugin({
        patterns: [
          { from: 'manifest.xml', transform: (content) => manifestFor(host, content.toString()) },
          { from: 'assets/icons/*.png' },
          { from: `templates/*/{${FILES.join()}}` },
          { from: 'templates/*/papers/*.docx', info: { minimized: true } },
          stylesOf('src/taskpane', 'pane.css'),
          { from: 'src/pages/*.{css,js}', to: '[name][ext]', info: { minimized: true } },
          // For servers, and for ours, to send as headers. (The plugin wants a file to begin with.)
          { from: 'manifest.xml', to: 'headers.json', transform: () => JSON.stringify({ 'Content-Security-Policy': contentSecurityPolicy({ officeJs }) }, null, 2) + '\n' },
          ...(officeJs === 'local' ? officeJsFiles(path.dirname(require.resolve('@microsoft/office-js/dist/office.js'))) : []),
        ],
      }),
      new FirstLoadBudget({ entry: 'taskpane', bytes: 200 * 1024 }),
    ],
  }
}

/**
 * The page with a spreadsheet of its own: `dist/workbench/`, static, for any server and any folder of it. `--env samples=`
 * names the folder of the sample files, out/samples if it is absent.
 */
function workbench({ samples = 'out/samples' } = {}) {
  const policy = contentSecurityPolicy({ officeJs: 'none', styles: [sonnerStyle()] })
  const version = versionOf(__dirname)
  return {
    ...common,
    name: 'workbench',
    target: ['web', 'es2022'],
    entry: {
      workbench: './src/workbench/main.tsx',
      // Its address is its identity: no hash.
      'service-worker': { import: './src/workbench/service-worker.ts', filename: '[name].js' },
    },
    output: {
      path: path.resolve(__dirname, 'dist/workbench'),
      filename: '[name].[contenthash:12].js',
      chunkFilename: '[name].[contenthash:12].js',
      publicPath: 'auto',
      clean: true,
    },
    module: { rules: [typescript, ...univerModules] },
    // Univer is 6 MB of text: swc makes it as small as webpack's own choice does, in a quarter of the time.
    optimization: { splitChunks: { cacheGroups: univerChunks }, minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
    devtool: false,
    infrastructureLogging: { level: 'info' },
    plugins: [
      new NeededFiles({ folder: path.resolve(__dirname, samples), remedy: 'run "npm run build:samples" first' }),
      new webpack.DefinePlugin({ MUSTER_VERSION: JSON.stringify(version) }),
      withoutHyphenation(webpack),
      new HtmlPlugin({ filename: 'index.html', template: './src/workbench/workbench.html', chunks: ['workbench'], scriptLoading: 'defer', minify: false, templateParameters: { policy } }),
      new CopyPlugin({
        patterns: [
          { from: '**/*', context: samples, to: 'samples/[path][name][ext]', noErrorOnMissing: true, info: { minimized: true } },
          { from: 'templates/*/campaign.yaml' },
          { from: 'templates/*/papers/*.docx', info: { minimized: true } },
          { from: 'assets/icons/*.png' },
          stylesOf('src/taskpane', 'pane.css'),
          stylesOf('src/workbench', 'workbench.css'),
          { from: 'package.json', to: 'headers.json', transform: () => JSON.stringify({ 'Content-Security-Policy': policy }, null, 2) + '\n' },
        ],
      }),
      new OfflineFiles({ worker: 'service-worker.js', version, page: 'index.html', later: /^(samples|templates)\/.+\//, never: /^headers\.json$|\.LICENSE\.txt$/ }),
      new FirstLoadBudget({ entry: 'workbench', bytes: 200 * 1024 }),
    ],
  }
}

module.exports = (env = {}) => [cli, addin(env), workbench(env)]
