const path = require('node:path')

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  // Types are checked by `npm run typecheck`, once, rather than by every build.
  use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
}

/** The command line: one file that runs right after `npm ci`. */
const cli = {
  name: 'cli',
  target: 'node20',
  entry: './src/cli/main.ts',
  output: { path: path.resolve(__dirname, 'build'), filename: 'muster.cjs', library: { type: 'commonjs2' } },
  module: { rules: [typescript] },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings',
  node: { __dirname: false },
}

module.exports = [cli]
