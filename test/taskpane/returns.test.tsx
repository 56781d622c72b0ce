/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { HostTrouble } from '../../src/app/open-workbook'
import { sheetFrom } from '../support/sheet'
import { studyBook, TALKS } from '../support/study-campaign'
import { barriers } from './support/accessible'
import { showPane } from './support/show-pane'

const book = studyBook({ talks: sheetFrom('党课', TALKS.replace('2005-03-02', '待定').replace('34', '34.5')) })
const LANGUAGES = [
  { language: 'zh', check: '校验', next: '下一处', undo: '撤销', findings: '问题', score: '得分', submit: '报送', prepare: '准备报送', week: '第2周', errors: /3 错误/ },
  { language: 'en', check: 'Check', next: 'Next', undo: 'Undo', findings: 'Problems', score: 'Score', submit: 'Submit', prepare: 'Prepare for submission', week: 'Week 2', errors: /3 Errors/ },
] as const

describe.each(LANGUAGES)('the pane of a unit’s workbook in $language', ({ language, check, next, undo, findings, score, submit, prepare, week, errors }) => {
  const show = async (more = {}) => {
    const shown = await showPane({ book, language, ...more }, /城南小学/)
    return { ...shown, press: (name: string | RegExp) => shown.user.click(screen.getByRole('button', { name })), turnTo: (name: string) => shown.user.click(screen.getByRole('tab', { name })) }
  }
  const checked = async (more = {}) => {
    const shown = await show(more)
    await shown.press(check)
    await screen.findByRole('tablist')
    return shown
  }

  it('says whose it is and which week, and has one thing to press first', async () => {
    const { container } = await show()
    expect(screen.getByText(week, { selector: 'strong' })).toBeVisible()
    expect(container.querySelectorAll('.ms-Button--primary')).toHaveLength(1)
    expect(screen.getByRole('button', { name: check })).toHaveClass('ms-Button--primary')
    expect(screen.getByRole('button', { name: next })).toBeDisabled()
    expect(screen.getByRole('button', { name: undo })).toBeDisabled()
    expect(await barriers()).toEqual([])
  })

  it('shows after a check how far it is from the standard; who is short leads to the cell', async () => {
    const { user, open } = await checked()
    const measure = screen.getByRole('button', { name: language === 'zh' ? /^学时.*2人中1人未达标，共差8小时/ : /^Hours.*1 of 2 short, 8 hours in all/ })
    await user.click(measure)
    await user.click(screen.getByRole('button', { name: /李建国/ }))
    await waitFor(() => expect(open.revealed).toEqual([{ sheet: '学习考勤', row: 7, column: 8 }]))
    expect(await barriers()).toEqual([])
  })

  it('quotes the clause when it is asked for', async () => {
    const { user } = await checked()
    await user.click(screen.getByRole('button', { name: language === 'zh' ? /^学时/ : /^Hours/ }))
    expect(screen.queryByText('四十个小时')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /S1/ }))
    expect(screen.getByText('四十个小时')).toBeVisible()
  })

  it('lists problems by sheet; the counts lead to them', async () => {
    const { press, open } = await checked()
    await press(errors)
    expect(screen.getByRole('tab', { name: findings })).toHaveAttribute('aria-selected', 'true')
    expect(screen.getByRole('heading', { level: 2, name: /党课/ })).toBeVisible()
    await press(/B5$/)
    await waitFor(() => expect(open.revealed).toEqual([{ sheet: '党课', row: 5, column: 2 }]))
    expect(await barriers()).toEqual([])
  })

  it('says what is wrong in the row where the person is', async () => {
    const { open } = await checked()
    open.select({ sheet: '党课', row: 5, column: 1 })
    const message = (await screen.findByRole('heading', { level: 2, name: language === 'zh' ? /党课 第5行/ : /党课, row 5/ })).closest('section') as HTMLElement
    expect(within(message).getByText(language === 'zh' ? /应填日期/ : /date/i, { selector: '.finding p:not(.soft)' })).toBeVisible()
  })

  it('goes to the next problem with F8 and back with Shift+F8', async () => {
    const { user, open } = await checked()
    await user.keyboard('{F8}')
    await waitFor(() => expect(open.revealed).toHaveLength(1))
    await user.keyboard('{F8}')
    await waitFor(() => expect(open.revealed).toHaveLength(2))
    await user.keyboard('{Shift>}{F8}{/Shift}')
    await waitFor(() => expect(open.revealed.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual(['学习考勤 7', '党课 4', '学习考勤 7']))
  })

  it('shows the score and what it is made of, each bar with its numbers, each opening to its measures', async () => {
    const { turnTo, user } = await checked()
    await turnTo(score)
    expect(screen.getByText(language === 'zh' ? /得分 75\.00/ : /the score is 75\.00/)).toBeVisible()
    const hours = screen.getByRole('button', { name: /75\.0 \/ 100\.0/ })
    await user.click(hours)
    expect(screen.getByRole('button', { name: language === 'zh' ? /2人中1人未达标/ : /1 of 2 short/ })).toBeVisible()
    expect(await barriers()).toEqual([])
  })

  it('marks results as out of date while the person edits on', async () => {
    const { open, press } = await checked()
    open.edit('党课', { row: 5, column: 2, value: 38413 })
    const again = await screen.findByRole('button', { name: language === 'zh' ? '重新校验' : 'Check again' })
    await press(again.textContent as string)
    await waitFor(() => expect(again).not.toBeInTheDocument())
  })

  it('takes back what it wrote', async () => {
    const { press } = await checked()
    await press(undo)
    expect(await screen.findByText(language === 'zh' ? /已恢复\d+个单元格/ : /\d+ cells put back/)).toBeVisible()
    expect(screen.getByRole('button', { name: undo })).toBeDisabled()
  })

  it('prepares for submission: says what is short, how to name the file, and what the seal is worth', async () => {
    const { turnTo, press, copied } = await checked({ name: '最终版.xlsx' })
    await turnTo(submit)
    await press(prepare)
    expect(await screen.findByText(language === 'zh' ? /第2周的报送已准备好/ : /return for week 2 is ready/)).toBeVisible()
    expect(screen.getByText(language === 'zh' ? /已到期未达标1项：学时/ : /1 overdue: Hours/)).toBeVisible()
    expect(screen.getByText(language === 'zh' ? /不是身份认证/ : /not authentication/)).toBeVisible()
    expect(screen.getByText(/最终版\.xlsx/)).toBeVisible()
    await press(language === 'zh' ? '复制' : 'Copy')
    await waitFor(() => expect(copied).toEqual(['u01 城南小学.xlsx']))
    expect(await barriers()).toEqual([])
  })

  it('asks whether the week is meant that is not today’s', async () => {
    const { user, turnTo } = await checked()
    await turnTo(submit)
    const doubt = language === 'zh' ? /今天在第2周/ : /Today is in week 2/
    expect(screen.queryByText(doubt)).not.toBeInTheDocument()
    await user.selectOptions(screen.getByRole('combobox'), '3')
    expect(screen.getByText(doubt)).toBeVisible()
  })

  it('says in words that a cell is being edited, and what to do', async () => {
    const { open, press } = await show()
    open.trouble = new HostTrouble('host/editing')
    await press(check)
    expect(await screen.findByRole('alert')).toHaveTextContent(language === 'zh' ? /回车/ : /Enter/)
    expect(await barriers()).toEqual([])
  })

  it('can be used with the keyboard alone', async () => {
    const { user } = await show()
    await user.tab()
    expect(screen.getByRole('button', { name: check })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('tablist')).toBeVisible()
  })

  it('says that nothing leaves the machine', async () => {
    await show()
    expect(screen.getByText(language === 'zh' ? /不会上传/ : /nothing is sent anywhere/)).toBeVisible()
  })

  it('says of a workbook whose rules are damaged what to do', async () => {
    await showPane({ book, language, carried: { state: 'damaged' } }, /xlsx/)
    expect(screen.getByRole('alert')).toHaveTextContent(language === 'zh' ? /重新领取/ : /fresh workbook/)
    expect(await barriers()).toEqual([])
  })
})
