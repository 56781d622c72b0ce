import fc from 'fast-check'
import { parseDelimited } from '../../../src/domain/registry/delimited'

/** Rows as texts, blanks as '', from the first row of the file on. */
function rowsOf(text: string): string[] {
  const { grid } = parseDelimited(text, 'r.csv')
  return grid.rows.map(({ row, cells }) => `${row}: ${cells.map(({ column, value }) => `${column}=${String(value)}`).join(' ')}`)
}

describe('comma-separated text', () => {
  it.each([
    ['a,b\r\nc,d\r\n', ['1: 1=a 2=b', '2: 1=c 2=d'], 'lines ended as Windows does'],
    ['a,b\nc,d', ['1: 1=a 2=b', '2: 1=c 2=d'], 'and as others do'],
    ['a,b\rc,d', ['1: 1=a 2=b', '2: 1=c 2=d'], 'and as old ones did'],
    ['\uFEFFa,b', ['1: 1=a 2=b'], 'a byte order mark'],
    ['a;b;"c,d"', ['1: 1=a 2=b 3=c,d'], 'semicolons'],
    ['a\tb\n1\t2', ['1: 1=a 2=b', '2: 1=1 2=2'], 'tabs'],
    ['sep=;\na;b', ['2: 1=a 2=b'], "Excel's own hint"],
    ['"a ""b""",c', ['1: 1=a "b" 2=c'], 'quotes in quotes'],
    ['"a\nb",c\nd,e', ['1: 1=a\nb 2=c', '2: 1=d 2=e'], 'a line break in a cell: rows count as Excel counts them'],
    ['a,,c,', ['1: 1=a 3=c'], 'blank cells left out'],
    ['a,b\n\n,\nc,d', ['1: 1=a 2=b', '4: 1=c 2=d'], 'blank rows left out, rows keep their numbers'],
    ['007,=1+1', ['1: 1=007 2==1+1'], 'all of it text'],
    ['', [], 'nothing'],
  ])('%j', (text, rows) => expect(rowsOf(text)).toEqual(rows))

  it('says where a quote was left open, and loses nothing', () => {
    const { grid, unclosed } = parseDelimited('a,b\nc,"d\ne,f', 'r.csv')
    expect(unclosed).toBe(2)
    expect(grid.rows[1]?.cells.map(({ value }) => value)).toEqual(['c', '"d\ne,f'])
  })

  it('reads back whatever is written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '学', ',', ';', '"', '\n', ' ', '=') }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (table) => {
        const rows = [['id', 'name'], ...table]
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(parseDelimited(text, 'r.csv').grid.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual(rows)
      }),
    )
  })
})
