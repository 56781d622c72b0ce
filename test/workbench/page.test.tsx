/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { act, configure, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { QUIET } from '../../src/app/workbench/file-at-work'
import { barriers } from '../taskpane/support/accessible'
import { DraftsInMemory } from '../support/drafts-in-memory'
import { source } from '../app/workbench/workbench-in-memory'
import { showPage } from './support/show-page'

// Machines that do other things as well.
configure({ asyncUtilTimeout: 20_000 })
jest.setTimeout(60_000)

const CELL = { row: 40, column: 2, value: '周敏' }
const button = (name: string | RegExp) => screen.getByRole('button', { name })

/** With a file open, and its pane. */
async function opened(options: Parameters<typeof showPage>[0] = {}) {
  const page = await showPage(options)
  await page.bench.open(source('u01.xlsx'))
  await screen.findByRole('heading', { name: 'u01.xlsx' })
  await screen.findByRole('heading', { name: /城南小学/ })
  return { ...page, type: () => act(() => page.spreadsheet.last.edit('封面', CELL)) }
}

function drop(target: Element | Window, files: readonly File[]) {
  const event = createEvent.drop(target as Element)
  Object.assign(event, { dataTransfer: { types: ['Files'], files, items: files.map(() => ({})) } })
  fireEvent(target as Element, event)
  return event
}

describe('the start view', () => {
  it.each(['zh', 'en'] as const)('offers samples in the reader’s language first, without barriers (%s)', async (language) => {
    await showPage({ language })
    const headings = await screen.findAllByRole('heading', { level: 3, name: /第4周|Week 4|第2周|Week 2/ })
    expect(headings[0]).toHaveTextContent(language === 'zh' ? '学习活动' : 'Safety month')
    expect(document.documentElement).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en-US')
    expect(screen.getByRole('contentinfo')).toHaveTextContent('0.1.0+abc')
    expect(await barriers()).toEqual([])
  })

  it('opens a sample, and lets the zip of returns be saved', async () => {
    const { user } = await showPage()
    expect(screen.getByRole('link', { name: /第4周报送 107 份/ })).toHaveAttribute('download', '第4周.zip')
    await user.click(button(/^单位填报表（有错）/))
    expect(await screen.findByRole('heading', { name: 'u01 城南小学.xlsx' })).toBeVisible()
  })

  it('takes a step of the first minute', async () => {
    const { user } = await showPage()
    await user.click(button(/^打开示例 办公室/))
    expect(await screen.findByRole('heading', { name: '办公室.xlsx' })).toBeVisible()
  })

  it('opens the file that is chosen, and says why one cannot be', async () => {
    const { user } = await showPage()
    // jsdom reads no files.
    const file = Object.assign(new File(['damaged'], '坏.xlsx'), { arrayBuffer: async () => new TextEncoder().encode('damaged').buffer })
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('没有打开“坏.xlsx”')
    expect(alert).toHaveTextContent(/文件不完整/)
    expect(await barriers()).toEqual([])
  })

  it('discards a draft only after asking, and goes on with one', async () => {
    const drafts = new DraftsInMemory()
    for (const id of ['a', 'b']) await drafts.save({ id, name: `${id}.xlsx`, at: '2005-03-10T08:15:00', base: new TextEncoder().encode(id), changes: { sheets: [{ sheet: '封面', cells: [CELL] }] } })
    const { user, spreadsheet } = await showPage({ drafts })
    const item = (await screen.findByText('a.xlsx')).closest('li') as HTMLElement
    expect(item).toHaveTextContent('2005-03-10 08:15 · 改动 1 处')
    await user.click(within(item).getByRole('button', { name: '丢弃“a.xlsx”' }))
    expect(within(item).getByRole('alert')).toHaveTextContent(/不能找回/)
    expect(within(item).getByRole('button', { name: '不丢弃' })).toHaveFocus()
    expect(await barriers()).toEqual([])
    await user.click(within(item).getByRole('button', { name: '丢弃' }))
    await waitFor(() => expect(screen.queryByText('a.xlsx')).not.toBeInTheDocument())
    await user.click(button('继续“b.xlsx”'))
    expect(await screen.findByText('有改动，未保存')).toBeVisible()
    expect(spreadsheet.last.changes()).toEqual({ sheets: [{ sheet: '封面', cells: [CELL] }] })
  })
})

describe('a workbook', () => {
  it('is shown beside the pane, without barriers, with the keyboard in its cells', async () => {
    const { cells } = await opened()
    expect(cells).toHaveFocus()
    expect(await barriers()).toEqual([])
  })

  it('says whether it is saved', async () => {
    const { user, type, saved } = await opened()
    expect(screen.getByText('没有改动')).toBeVisible()
    type()
    expect(screen.getByText('有改动，未保存')).toBeVisible()
    await user.click(button('保存'))
    expect(await screen.findByText(/^09:30 已保存/)).toBeVisible()
    expect(saved).toMatchObject([{ name: 'u01.xlsx' }])
  })

  it('is saved by Ctrl+S wherever the keyboard is', async () => {
    const { user, type, saved } = await opened()
    type()
    await user.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText(/^09:30 已保存/)).toBeVisible()
    expect(saved).toHaveLength(1)
  })

  it('is not left by mistake while there is something to lose', async () => {
    const { type, file } = await opened()
    const leave = () => fireEvent(window, new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(true)
    type()
    expect(leave()).toBe(false)
    await act(() => file().save())
    expect(leave()).toBe(true)
  })

  it('becomes a draft when one goes back, and says so', async () => {
    const { user, type } = await opened()
    type()
    await user.click(button('开始页'))
    expect(await screen.findByText(/“u01.xlsx”里没有保存的改动已留作草稿/)).toBeVisible()
    expect(await screen.findByRole('button', { name: '继续“u01.xlsx”' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it('gives way to one that is dropped, but not in the place for returns', async () => {
    await opened()
    const returns = document.createElement('div')
    returns.className = 'drop-zone'
    document.body.append(returns)
    expect(drop(returns, [new File(['x'], 'U001.xlsx')]).defaultPrevented).toBe(false)
    returns.remove()
    expect(drop(screen.getByRole('grid'), [new File(['x'], 'u02.xlsx')]).defaultPrevented).toBe(true)
    expect(await screen.findByRole('heading', { name: 'u02.xlsx' })).toBeVisible()
  })

  it('says near the cells what was refused, the workbook’s own words first', async () => {
    const { spreadsheet } = await opened()
    act(() => spreadsheet.last.refuse({ code: 'grid/not-allowed', params: { sheet: '名册', cell: 'C4', title: '学时', text: '请填 0 到 40 的数。' } }))
    const lines = [...document.querySelectorAll('.refusal p')].map((line) => line.textContent)
    expect(lines).toEqual(['学时', '请填 0 到 40 的数。', '单元格 C4 不接受这个内容，仍保持原样。'])
    expect(document.querySelector('.refusal-place')).toHaveAttribute('aria-live', 'polite')
    expect(await barriers()).toEqual([])
  })

  it('tells when no draft can be kept, and of macros', async () => {
    const { type, drafts, timers } = await opened({ foreign: ['macros'] })
    expect(screen.getByText(/宏不会运行/)).toBeVisible()
    expect(screen.getByText('保存时原样保留。')).toBeVisible()
    drafts.isRefusing = true
    type()
    await act(() => timers.pass(QUIET))
    expect(screen.getByText(/不允许留草稿/)).toBeVisible()
  })

  it('speaks another language when it is chosen, and remembers it', async () => {
    const { user, type, spoken, settings, spreadsheet } = await opened()
    type()
    await user.click(button('English'))
    expect(await screen.findByText('Changes not saved')).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Check' })).toBeVisible()
    expect(spoken).toEqual(['en'])
    expect(settings.get('language')).toBe('en')
    expect(spreadsheet.last.changes()).toMatchObject({ sheets: [{ cells: [CELL] }] })
  })
})

describe('by keyboard alone', () => {
  it('F6 goes from toolbar to cells to pane and round, Shift+F6 back', async () => {
    const { user, cells } = await opened()
    const pane = () => document.querySelector('[data-part=pane]')
    const bar = () => document.querySelector('[data-part=bar]')
    await user.keyboard('{F6}')
    expect(pane()).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard('{F6}')
    expect(bar()).toContainElement(document.activeElement as HTMLElement)
    await user.keyboard('{F6}')
    expect(cells).toHaveFocus()
    await user.keyboard('{Shift>}{F6}{/Shift}')
    expect(bar()).toContainElement(document.activeElement as HTMLElement)
  })

  it('skips to cells and pane', async () => {
    const { user, cells } = await opened()
    await user.click(button('跳到窗格'))
    expect(document.querySelector('[data-part=pane]')).toContainElement(document.activeElement as HTMLElement)
    await user.click(button('跳到表格'))
    expect(cells).toHaveFocus()
  })

  it('moves the border, within what fits, and remembers it', async () => {
    const { user, settings } = await opened()
    const border = screen.getByRole('separator')
    const width = () => Number(border.getAttribute('aria-valuenow'))
    const before = width()
    act(() => border.focus())
    await user.keyboard('{ArrowLeft}')
    expect(width()).toBe(before + 16)
    expect(settings.get('pane-width')).toBe(String(before + 16))
    await user.keyboard('{Home}{ArrowRight}')
    expect(width()).toBe(320)
    await user.keyboard('{End}')
    expect(width()).toBe(window.innerWidth - 420)
    fireEvent.doubleClick(border)
    expect(width()).toBe(before)
  })

  it('or by dragging it', async () => {
    const { user } = await opened()
    const border = screen.getByRole('separator')
    // jsdom captures no pointers.
    border.setPointerCapture = () => undefined
    const before = Number(border.getAttribute('aria-valuenow'))
    await user.pointer([{ target: border, keys: '[MouseLeft>]', coords: { clientX: 700 } }, { target: border, coords: { clientX: 660 } }, { target: border, keys: '[/MouseLeft]' }, { target: border, coords: { clientX: 500 } }])
    expect(border).toHaveAttribute('aria-valuenow', String(before + 40))
  })

  it('hides the pane and shows it again', async () => {
    const { user } = await opened()
    await user.click(button('收起窗格'))
    expect(screen.queryByRole('separator')).not.toBeInTheDocument()
    expect(await barriers()).toEqual([])
    await user.click(button('展开窗格'))
    expect(await screen.findByRole('button', { name: '校验' })).toBeVisible()
  })
})
