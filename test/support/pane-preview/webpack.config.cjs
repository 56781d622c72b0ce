/**
 * A page to look at the pane with, over a workbook in memory; never part of a release.
 *
 *     npm run demo && npx webpack --config test/support/pane-preview/webpack.config.cjs
 *     chromium out/pane-preview/index.html?book=unit&language=zh&look=dark&do=校验
 */
const path = require('node:path')
const { stylesOf } = require('../../../scripts/build/styles.cjs')

const root = path.resolve(__dirname, '../../..')
const returns = path.join(root, 'out/demo/returns/week-4')
const { UNIT = 'U001 党群事务中心.xlsx', GROUP = '第一督导组.xlsx' } = process.env

module.exports = {
  mode: 'development',
  devtool: false,
  target: 'web',
  entry: path.join(__dirname, 'preview.ts'),
  output: { path: path.join(root, 'out/pane-preview'), filename: 'preview.js', publicPath: '' },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    alias: { 'demo-unit.xlsx': path.join(returns, UNIT), 'demo-group.xlsx': path.join(returns, GROUP), 'demo-office.xlsx': path.join(root, 'out/demo/office.xlsx') },
  },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } } },
      { test: /\.xlsx$/, type: 'asset/inline', generator: { dataUrl: (content) => content.toString('base64') } },
    ],
  },
  plugins: [
    new (require('html-webpack-plugin'))({ template: path.join(__dirname, 'preview.html') }),
    new (require('copy-webpack-plugin'))({ patterns: [stylesOf(path.join(root, 'src/taskpane'), 'pane.css')] }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
}
