/** Formulas of conditional formats, worked out for single cells. */
import { conditionOf } from '../../../src/hosts/grid/condition-formula'
import { cellAt } from '../../../src/workbook/model'
import { sheetFrom } from '../../support/sheet'

const sheet = sheetFrom('台账', `
  | 单位 | 名次 | 状态 | 标记  |
  | 甲   | 1    | 末位 | marks |
  | 甲   | 2    |      |       |
  |      | 0    | #N/A | TRUE  |
`)
const valueAt = (row: number, column: number) => {
  const value = cellAt(sheet, row, column)?.value
  return value === 'marks' ? '|2:e|3:w|' : value
}
const holds = (formula: string, row: number, column: number) => conditionOf(formula, { top: 2, left: 1, bottom: 9, right: 4 })?.(row, column, valueAt)

it.each([
  ['ISNUMBER(SEARCH("|"&COLUMN(A2)&":e|",$D2))', 2, 2, true], ['ISNUMBER(SEARCH("|"&COLUMN(A2)&":e|",$D2))', 2, 3, false], ['ISNUMBER(SEARCH("|"&COLUMN(A2)&":w|",$D2))', 2, 3, true], ['ISNUMBER(SEARCH("|"&COLUMN(A2)&":e|",$D2))', 3, 2, false],
  ['ISNUMBER(SEARCH(":E|",$D2))', 2, 1, true], ['ISNUMBER(SEARCH("?:e",$D2))', 2, 1, true], ['ISNUMBER(SEARCH("~?",$D2))', 2, 1, false],
  ['$A2<>""', 2, 4, true], ['$A2<>""', 4, 4, false], ['$C2="末位"', 2, 1, true], ['$C2="末位"', 3, 1, false],
  ['AND($A2<>"",$A2=$A1)', 2, 1, false], ['AND($A2<>"",$A2=$A1)', 3, 1, true], ['OR($B2=2,$B2=0)', 4, 1, true], ['N($B2)>0', 4, 1, false], ['N($A2)>0', 2, 1, false], ['$B2=1', 2, 2, true], ['B$2=1', 3, 2, false],
  ['$C2="末位"', 4, 1, false], ['ISERROR($C2)', 4, 1, true], ['LEFT($C2,1)="末"', 2, 1, true], ['NOT($B2>1)', 2, 1, true], ['MOD(ROW(A2),2)=0', 4, 1, true], ['$B2+1*2=3', 2, 1, true], ['-$B2<0', 2, 1, true], ['($B2+1)*2=4', 2, 1, true], ['$C2=0', 3, 1, true], ['$A2>5', 2, 1, true], ['$D2=TRUE', 4, 1, true], ['$B2', 4, 1, false], ['$B2/0', 2, 1, false], ['IF($B2=1,TRUE,FALSE)', 2, 1, true],
])('%s in row %d, column %d: %p', (formula, row, column, expected) => expect(holds(formula, row, column)).toBe(expected))

it.each(['COUNTIF(A:A,A2)>1', "'选项'!A1=1", 'Sheet1!A1=1', 'muster_week=2', 'SUM(A2:C2)>1', 'A2=', 'AND(A2', 'A2 B2', '"a'])('%s is left to the engine', (formula) => expect(conditionOf(formula, { top: 2, left: 1, bottom: 9, right: 4 })).toBeUndefined())
