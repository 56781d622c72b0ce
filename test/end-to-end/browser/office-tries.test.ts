/** What the office tries before it counts: a waiver, given afterwards and put into effect, and a whole definition. */
import { readFileSync } from 'node:fs'
import { rank } from '../../../src/cli/commands/rank'
import { waive } from '../../../src/cli/commands/waive'
import { consolidate } from '../../../src/app/consolidate'
import { sayIn } from '../../app/office-in-hand'
import { sampleOffice } from '../../app/pane/office/session'
import { faultsOf } from '../../support/browser/accessible'
import { screenshot } from '../../support/browser/chromium'
import { muster } from '../../support/browser/command-line'
import { withWorkbench } from '../../support/browser/with-workbench'
import { format } from '../../app/demo/made-up'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(240_000)

const WEEK = 2
const NOW = '2005-03-08T10:00:00'

interface Ranked {
  readonly systems: readonly { readonly units: readonly { readonly unit: string; readonly score?: number }[] }[]
}

describeWith('chromium', 'what the office tries before it counts', () => {
  const workbench = withWorkbench()
  let office: Uint8Array
  let relieved: { readonly unit: string; readonly name: string }
  let before: number | undefined

  beforeAll(async () => {
    const { data, bytes, filesOf } = await sampleOffice()
    const { patch, rollCall } = await consolidate({ campaign: data.campaign, office: format.read(bytes), week: WEEK, files: filesOf(WEEK), today: NOW.slice(0, 10), now: NOW, read: format.read, compression: format.compression, sayIn })
    office = format.patch(bytes, patch)
    const entry = rollCall.find(({ kind, outcome }) => kind === 'unit' && outcome === 'valid')
    relieved = { unit: entry?.unit as string, name: filesOf(WEEK).map(({ name }) => name).find((name) => name.startsWith(`${entry?.unit} `))?.slice((entry?.unit.length ?? 0) + 1).replace('.xlsx', '') as string }
    before = entry?.score
  }, 120_000)

  it.each([
    ['mouse', 'zh'],
    ['keyboard', 'en'],
  ] as const)('by %s, in %s', async (way, language) => {
    const bench = await workbench.begin({ way, language, now: NOW })
    const { page, hands, say } = bench
    const pane = bench.pane()
    await bench.openFile({ name: 'office.xlsx', mimeType: '', buffer: Buffer.from(office) })
    const shot = async (name: string) => {
      await screenshot(page, `office-${name}-${language}`)
      expect(await faultsOf(page)).toEqual([])
    }

    await hands.press(bench.tab('office-pane/tab-oversight'))
    await hands.press(bench.button('oversight-pane/waivers'))
    const field = async (label: string, text: string) => {
      const input = pane.getByLabel(label, { exact: true })
      if (way === 'keyboard') await hands.reach(input)
      else await input.click()
      await page.keyboard.type(text)
    }
    await field(language === 'zh' ? '单位' : 'Unit', relieved.unit)
    await hands.choose(pane.getByLabel(say('waiver-pane/clause')), await pane.locator('.waiver-form option[value=S2]').innerText())
    await field(say('waiver-pane/reason'), '防汛')
    await field(say('waiver-pane/approver'), '王主任')
    await hands.press(bench.button('waiver-pane/try', { week: WEEK }))
    await pane.getByText(say('waiver-pane/tried', { week: WEEK })).waitFor()
    await shot('waiver-tried')
    expect(await bench.saveState()).toBe(say('workbench/save-unchanged'))

    // Keys lead on from where one is: back from the button of the trial by way of the bar.
    await hands.toPart('bar')
    await hands.press(bench.button('waiver-pane/give'))
    await pane.getByText(say('waiver-pane/pending')).waitFor()
    await shot('waiver-given')
    await hands.press(pane.locator('.waiver-outcome').getByRole('button', { name: say('office-pane/recompute') }))
    await pane.getByText(say('waiver-pane/in-effect')).waitFor()

    // The saved file says the same from the command line.
    const { path: saved } = await bench.save()
    const { waivers } = (await muster(waive, NOW, 'waive', saved)) as { waivers: readonly unknown[] }
    expect(waivers).toMatchObject([{ unit: relieved.unit, clause: 'S2', reason: '防汛', approver: '王主任', isUnsettled: false, isOver: false }])
    const { systems } = (await muster(rank, NOW, 'rank', '--office', saved)) as Ranked
    expect(systems.flatMap(({ units }) => units).find(({ unit }) => unit === relieved.unit)?.score).not.toBe(before)

    await hands.toPart('bar')
    await hands.press(bench.tab('office-pane/tab-rehearse'))
    await hands.press(bench.button('rehearse-pane/what-definition'))
    const yaml = readFileSync('templates/learning-mobilization/campaign.yaml', 'utf8')
    const choose = (text: string) => page.locator('input[data-kind=definition]').setInputFiles({ name: 'campaign.yaml', mimeType: '', buffer: Buffer.from(text) })
    await choose(yaml.replace('value: member.study.notes', 'value: member.study.nottes'))
    await pane.locator('.mistakes li').first().waitFor()
    await shot('definition-mistakes')
    await choose(yaml.replace(/(studyHours: .*?value: )\d+/, '$120'))
    await pane.getByText(say('rehearse-pane/definition-differs', { count: 1 })).waitFor()
    await hands.press(bench.button('rehearse-pane/run', { week: WEEK }))
    await pane.getByText(say('rehearse-pane/not-written')).waitFor()
    await shot('definition-tried')
    expect(Number(await pane.locator('.rehearsed-figures dd').first().innerText())).toBeGreaterThan(0)
    expect(await page.locator('.save-state.saved').isVisible()).toBe(true)
  })
})
