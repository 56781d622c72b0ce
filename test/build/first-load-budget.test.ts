import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webpack from 'webpack'
import { temporaryFolder } from '../support/outside-program'

const { FirstLoadBudget } = jest.requireActual<{ FirstLoadBudget: new (options: { entry: string; bytes: number }) => webpack.WebpackPluginInstance }>('../../scripts/build/first-load-budget.cjs')
const folder = temporaryFolder()

/** A page of about 2 KB that loads 50 KB of text nobody can zip when it is asked to. */
function errorsWith(bytes: number): Promise<string[]> {
  const context = mkdtempSync(join(folder.path, 'page-'))
  const noise = (length: number) => Array.from({ length }, (_, n) => ((n * 2654435761) % 4294967296).toString(36)).join('')
  writeFileSync(join(context, 'page.js'), `console.log(${JSON.stringify(noise(150))}); import('./later.js')`)
  writeFileSync(join(context, 'later.js'), `export const text = ${JSON.stringify(noise(8000))}`)
  return new Promise((resolve, reject) =>
    webpack({ context, mode: 'production', entry: { page: './page.js' }, output: { path: join(context, 'dist') }, performance: { hints: false }, optimization: { minimize: false }, plugins: [new FirstLoadBudget({ entry: 'page', bytes })] }, (error, stats) =>
      error || !stats ? reject(error) : resolve((stats.toJson().errors ?? []).map(({ message }) => message)),
    ),
  )
}

describe('the budget of the first load', () => {
  it('counts what the page loads at once, not what comes later', async () => expect(await errorsWith(10_000)).toEqual([]))
  it('fails the build that exceeds it, and says by what', async () => expect(await errorsWith(500)).toEqual([expect.stringMatching(/over budget: page: first load .* KB of 0\.5 KB.*\(page\.js /)]))
})
