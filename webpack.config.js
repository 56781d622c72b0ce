const path = require('node:path')
const CopyPlugin = require('copy-webpack-plugin')
const HtmlPlugin = require('html-webpack-plugin')
const { campaignsIn, FILES } = require('./scripts/build/campaigns.cjs')
const { contentSecurityPolicy } = require('./scripts/build/content-security-policy.cjs')
const { FirstLoadBudget } = require('./scripts/build/first-load-budget.cjs')
const { officeJsFiles } = require('./scripts/build/office-js-files.cjs')
const { siteOf, manifestFor } = require('./scripts/build/site.cjs')

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
      clean: true,
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
          { from: 'src/taskpane/*.css', to: '[name][ext]' },
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

module.exports = (env = {}) => [cli, addin(env)]
