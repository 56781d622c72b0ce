import { displayWidth, textTable } from '../../src/cli/text-table'

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['单位', 4],
    ['（三）', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['91.4分', 6],
    ['', 0],
  ])('%j takes %i cells', (text, width) => expect(displayWidth(text)).toBe(width))
})

describe('textTable', () => {
  it('aligns mixed text, right-aligns numbers and cuts what is too long', () => {
    const lines = textTable([{ heading: '单位', most: 8 }, { heading: 'n', align: 'right' }], [
      ['教育局', 3],
      ['第一建筑工程公司', 12],
    ])
    expect(lines).toEqual(['单位       n', '────────  ──', '教育局     3', '第一建…   12'])
    expect(new Set(lines.map(displayWidth)).size).toBe(1)
  })

  it('keeps a line break inside a cell on its row', () => {
    expect(textTable([{ heading: 'a' }], [['x\ny']])[2]).toBe('x y')
  })
})
