/**
 * A page to look at the embedded spreadsheet with, before and beside the workbench; never part of a release.
 *
 *     npx webpack --config test/support/grid-preview/webpack.config.cjs
 *     chromium out/grid-preview/index.html?language=zh&look=dark
 */
const path = require('node:path')
const { stylesOf } = require('../../../scripts/build/styles.cjs')
const { sonnerStyle, univerModules } = require('../../../scripts/build/univer.cjs')

const root = path.resolve(__dirname, '../../..')
const { contentSecurityPolicy } = require('../../../scripts/build/content-security-policy.cjs')

module.exports = {
  mode: 'development',
  devtool: false,
  target: 'web',
  entry: path.join(__dirname, 'preview.ts'),
  output: { path: path.join(root, 'out/grid-preview'), filename: 'preview.js', publicPath: '' },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } } },
      ...univerModules,
    ],
  },
  plugins: [
    new (require('html-webpack-plugin'))({ template: path.join(__dirname, 'preview.html'), templateParameters: { policy: contentSecurityPolicy({ officeJs: 'none', styles: [sonnerStyle()] }) } }),
    new (require('copy-webpack-plugin'))({ patterns: [stylesOf(path.join(root, 'src/taskpane'), 'pane.css'), path.join(__dirname, 'preview.css')] }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
}
