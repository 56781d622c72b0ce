import { nextFinding, withoutPlace } from '../../src/app/next-finding'
import type { Selected } from '../../src/app/open-workbook'
import { whereOf } from '../../src/domain/returns/finding-text'
import type { Finding } from '../../src/domain/returns/finding'
import { sheetFrom } from '../support/sheet'

const at = (code: string, sheet?: string, row?: number, column?: number): Finding => ({ code, kind: 'cell', severity: 'error', sheet, row, column })
const book = { sheets: [sheetFrom('名册', '| 甲 |'), sheetFrom('考勤', '| 甲 |'), sheetFrom('底稿', '| 甲 |', { visibility: 'hidden' })] }
const findings = [at('whole'), at('sheet', '名册'), at('one', '名册', 4, 2), at('two', '名册', 4, 2), at('row', '名册', 7), at('other', '考勤', 5, 3), at('unseen', '底稿', 2, 2), at('gone', '丢失', 2, 2)]

function goneTo(from: Selected | undefined, among: readonly Finding[] = findings): string | undefined {
  const next = nextFinding(among, book, from)
  return next && `${next.at.sheet} ${whereOf(next.at)} ${next.findings.map(({ code }) => code).join('+')}${next.wrapped ? ' again' : ''}`
}

describe('the next problem', () => {
  it.each([
    ['the first of all, when nothing is selected', undefined, '名册 A1 sheet'],
    ['the next cell behind the selected one', { sheet: '名册', row: 1, column: 1 }, '名册 B4 one+two'],
    ['one further in the same row', { sheet: '名册', row: 4, column: 1 }, '名册 B4 one+two'],
    ['not another problem of the same cell', { sheet: '名册', row: 4, column: 2 }, '名册 A7 row'],
    ['on the next sheet, behind the last of this one', { sheet: '名册', row: 7, column: 1 }, '考勤 C5 other'],
    ['the first again, behind the last', { sheet: '考勤', row: 5, column: 3 }, '名册 A1 sheet again'],
  ])('is %s', (_, from, expected) => expect(goneTo(from)).toBe(expected))

  it('is none when no finding has a place', () => expect(goneTo(undefined, [at('whole'), at('unseen', '底稿', 2, 2)])).toBeUndefined())
})

describe('findings without a place', () => {
  it('are those of the workbook, of hidden sheets and of sheets that are gone', () => {
    expect(withoutPlace(findings, book).map(({ code }) => code)).toEqual(['whole', 'unseen', 'gone'])
  })
})
