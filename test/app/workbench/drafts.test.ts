import { changeCount, changeMark, UNCHANGED } from '../../../src/app/workbench/drafts'
import type { WorkbookPatch } from '../../../src/workbook/patch'
import { DraftsInMemory } from '../../support/drafts-in-memory'
import { draftStoreContract } from './draft-store-contract'

describe('drafts in memory', () => draftStoreContract(() => new DraftsInMemory()))

const one = { row: 4, column: 2, value: 'a' }
const two = { row: 4, column: 3, value: 1 }

describe('the mark of changes', () => {
  it.each<[string, WorkbookPatch, WorkbookPatch]>([
    ['the order of cells', { sheets: [{ sheet: 'A', cells: [one, two] }] }, { sheets: [{ sheet: 'A', cells: [two, one] }] }],
    ['the order of sheets', { sheets: [{ sheet: 'A', cells: [one] }, { sheet: 'B', cells: [one] }] }, { sheets: [{ sheet: 'B', cells: [one] }, { sheet: 'A', cells: [one] }] }],
    ['results of formulas', { sheets: [] }, { sheets: [{ sheet: 'A', cells: [], results: [{ row: 1, column: 1, value: 5 }] }] }],
  ])('is the same whatever %s', (_, a, b) => expect(changeMark(a)).toBe(changeMark(b)))

  it.each<[string, WorkbookPatch]>([
    ['a value', { sheets: [{ sheet: 'A', cells: [{ ...one, value: 'b' }] }] }],
    ['text in place of a number', { sheets: [{ sheet: 'A', cells: [{ ...one, value: 1 }] }] }],
    ['a formula', { sheets: [{ sheet: 'A', cells: [{ ...one, formula: '1+1' }] }] }],
    ['a sheet', { sheets: [{ sheet: 'B', cells: [one] }] }],
    ['an emptied cell', { sheets: [{ sheet: 'A', cells: [{ ...one, value: null }] }] }],
  ])('is another for %s', (_, changes) => expect(changeMark(changes)).not.toBe(changeMark({ sheets: [{ sheet: 'A', cells: [one] }] })))

  it('of a file in which nothing was changed is known', () => expect(changeMark({ sheets: [] })).toBe(UNCHANGED))
})

it('counts cells and sheets', () => {
  expect(changeCount({ sheets: [{ sheet: 'A', cells: [one, two], results: [{ row: 1, column: 1, value: 5 }] }], add: [{ name: 'N', columns: [], rows: [] }] })).toBe(3)
})
