/** The order in which style sheets come together: what is for all before what is for some. */
import { join } from 'node:path'

const { stylesOf } = jest.requireActual<{ stylesOf(folder: string, to: string): { transformAll(assets: readonly { data: Buffer; sourceFilename: string }[]): string } }>('../../scripts/build/styles.cjs')

it('puts sheets of the whole program first, then folder by folder, a folder’s own sheet first', () => {
  const { transformAll } = stylesOf('src/program', 'program.css')
  const sheets = ['office/decisions.css', 'program.css', 'fields.css', 'office/office.css', 'returns/returns.css']
  const assets = sheets.map((path) => ({ data: Buffer.from(`/* ${path} */`), sourceFilename: join('src/program', path) }))
  expect(transformAll(assets).split('\n')).toEqual(['fields.css', 'program.css', 'office/office.css', 'office/decisions.css', 'returns/returns.css'].map((path) => `/* ${path} */`))
})
