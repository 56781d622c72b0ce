import { HostTrouble } from '../../../src/app/open-workbook'
import { goingToCells } from '../../../src/app/workbench/going-to-cells'
import { OpenInMemory } from '../../support/open-in-memory'
import { bookFrom, sheetFrom } from '../../support/sheet'

const book = bookFrom([sheetFrom('名册', '| 姓名 |\n| 王芳 |')])

it('puts the keyboard into a cell that is shown, and only then', async () => {
  const memory = new OpenInMemory(book)
  const focus = jest.fn()
  const workbook = goingToCells(memory, focus)
  expect(await workbook.snapshot()).toEqual(book)
  await workbook.apply({ sheets: [{ sheet: '名册', cells: [{ row: 2, column: 1, value: '周敏' }] }] })
  expect(memory.patches).toHaveLength(1)
  expect(focus).not.toHaveBeenCalled()
  await workbook.reveal('名册', 2, 1)
  expect(await workbook.selected()).toEqual({ sheet: '名册', row: 2, column: 1 })
  expect(focus).toHaveBeenCalledTimes(1)
})

it('leaves it where it is when the cell cannot be shown', async () => {
  const memory = new OpenInMemory(book)
  const focus = jest.fn()
  memory.trouble = new HostTrouble('host/sheet-hidden', { sheet: '名册' })
  await expect(goingToCells(memory, focus).reveal('名册', 2, 1)).rejects.toThrow('host/sheet-hidden')
  expect(focus).not.toHaveBeenCalled()
})
