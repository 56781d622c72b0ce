import { nextProblem, type Spot } from '../../../src/app/pane/next-problem'
import type { Finding } from '../../../src/domain/returns/finding'

const at = (place: string): Finding => {
  const [sheet, row, column] = place.split(' ')
  return { code: 'cell/required', kind: 'cell', severity: 'error', ...(sheet && { sheet }), ...(row && { row: Number(row) }), ...(column && { column: Number(column) }) }
}
const findings = ['', '甲 3 2', '甲 3 5', '甲 3 5', '甲 7 1', '乙', '丙 4 4'].map(at)
const spot = (place: string): Spot | undefined => {
  const [sheet = '', row, column] = place.split(' ')
  return sheet ? { sheet, row: Number(row), column: Number(column) } : undefined
}
const shown = (found: Spot | undefined) => found && `${found.sheet} ${found.row} ${found.column}`

describe('the next problem', () => {
  it.each([
    ['from nowhere', '', '甲 3 2', '丙 4 4'],
    ['from a sheet without problems', '丁 1 1', '甲 3 2', '丙 4 4'],
    ['within a row', '甲 3 2', '甲 3 5', '丙 4 4'],
    ['from a cell between', '甲 5 9', '甲 7 1', '甲 3 5'],
    ['to a sheet as a whole', '甲 7 1', '乙 1 1', '甲 3 5'],
    ['after the last', '丙 9 9', '甲 3 2', '丙 4 4'],
    ['from the top of a sheet', '丙 1 1', '丙 4 4', '乙 1 1'],
  ])('%s', (_, from, next, before) => {
    expect([shown(nextProblem(findings, spot(from))), shown(nextProblem(findings, spot(from), -1))]).toEqual([next, before])
  })

  it('is none where there is none', () => expect(nextProblem([at('')], spot('甲 1 1'))).toBeUndefined())

  it('goes round: every place once', () => {
    const been = new Set<string>()
    for (let here = nextProblem(findings, undefined); here && !been.has(shown(here) as string); here = nextProblem(findings, here)) been.add(shown(here) as string)
    expect([...been]).toEqual(['甲 3 2', '甲 3 5', '甲 7 1', '乙 1 1', '丙 4 4'])
  })
})
