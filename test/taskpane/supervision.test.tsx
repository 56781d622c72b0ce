/** @jest-environment ./test/support/browser-environment.cjs */
import '@testing-library/jest-dom'
import { screen, waitFor, within } from '@testing-library/react'
import { groupWorkbook } from '../../src/reports/issued/group-workbook'
import { nodeCompression } from '../../src/workbook/compression/node'
import { readWorkbook } from '../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../src/workbook/xlsx/write'
import { shipped, UNITS, wordsFor } from '../support/shipped-campaigns'
import { barriers } from './support/accessible'
import { showPane } from './support/show-pane'

const campaign = shipped('learning-mobilization')
const subject = { id: '第三督导组', name: '第三督导组', system: '科教文卫系统', headcount: 0, group: '第三督导组', units: [...UNITS], week: 3 }
const book = readWorkbook(writeWorkbook(groupWorkbook(campaign, subject, wordsFor(campaign, 'zh')), nodeCompression), { compression: nodeCompression })

describe.each(['zh', 'en'] as const)('the pane of a supervision group’s workbook, in %s', (language) => {
  const checked = async () => {
    // A Wednesday: the week's own visits are not due before Sunday, and are shown all the same.
    const shown = await showPane({ book, kind: 'group', language, carried: { state: 'usable', campaign, text: '' }, today: '2005-03-09' }, /第三督导组/)
    await shown.user.click(screen.getByRole('button', { name: language === 'zh' ? '校验' : 'Check' }))
    await screen.findByRole('tablist')
    return shown
  }

  it('says what is due this week, unit by unit, each a click to its cell', async () => {
    const { user, open } = await checked()
    const unit = screen.getByRole('button', { name: /市图书馆/ })
    await user.click(unit)
    const visits = within(unit.closest('li') as HTMLElement).getByRole('button', { name: language === 'zh' ? /每周督导/ : /Visits a week/ })
    expect(visits).toHaveTextContent(/0 \/ 6/)
    await user.click(visits)
    await waitFor(() => expect(open.revealed).toHaveLength(1))
    expect(open.revealed[0]?.sheet).toMatch(/督导/)
    expect(await barriers()).toEqual([])
  })

  it('shows what is asked of the group itself', async () => {
    await checked()
    expect(screen.getByRole('button', { name: language === 'zh' ? /每日信息/ : /Briefs a day/ })).toBeVisible()
  })

  it('has no score, for groups are not ranked', async () => {
    await checked()
    expect(screen.getAllByRole('tab')).toHaveLength(3)
  })
})
