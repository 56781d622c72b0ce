import { openOffice, type OpenOffice } from '../../app/consolidate/open-office'
import { OfficeError } from '../../app/consolidate/office-error'
import { rehearse } from '../../app/rehearse'
import { endWaiver, giveWaiver } from '../../app/waive'
import { listedWaivers, subjectOf, waiverOf, type WaiverAsked } from '../../app/waivers'
import { plainName, type Waiver } from '../../domain/evaluation/waiver'
import { registered } from '../../domain/ranking/registry'
import { writeInPlace } from '../files'
import { readOfficeFile, type OfficeFile } from '../office-file'
import { countOption, UsageTrouble, type Call, type Command, type Options } from '../program'
import { rehearsalData, rehearsalLines } from '../rehearse-report'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

/** Words that a waiver cannot do without. */
const NEEDED = ['unit', 'clause', 'reason', 'approver', 'until'] as const

/**
 * `muster waive OFFICE --unit U [--member M] --clause C --reason R --approver A --until D`: enters a waiver in the workbook's
 * sheet; it takes effect when results are next reckoned. `--try [--week N]`: only tells what it would change. With `--end` in
 * place of the last three: ends the one there is. Without any of them: lists the waivers.
 */
export function waive(toolbox: Toolbox): Command {
  return {
    name: 'waive',
    options: {
      unit: { type: 'string' }, member: { type: 'string' }, clause: { type: 'string' }, reason: { type: 'string' }, approver: { type: 'string' }, until: { type: 'string' },
      end: { type: 'boolean' }, try: { type: 'boolean' }, week: { type: 'string' },
    },
    operands: [1, 1],
    run(call) {
      const { operands, options } = call
      const file = readOfficeFile(String(operands[0]), toolbox)
      const open = openOffice(file.book, file.campaign, toolbox.sayIn)
      if (options['end'] === true && options['try'] === true) throw new UsageTrouble('cli/end-or-try')
      if (options['end'] === true) end(file, open, call, toolbox)
      else if (options['try'] === true) tryOut(open, call, toolbox)
      else if ([...NEEDED, 'member' as const].some((name) => options[name] !== undefined)) give(file, open, call, toolbox)
      else list(open, call, toolbox)
      return 0
    },
  }
}

function give(file: OfficeFile, open: OpenOffice, { options, terminal, json }: Call, toolbox: Toolbox): void {
  const given = giveWaiver({ campaign: file.campaign, office: file.book, sayIn: toolbox.sayIn, asked: askedIn(options, NEEDED) })
  const changed = 'patch' in given
  if (changed) writeInPlace(file.path, toolbox.format.patch(file.bytes, given.patch))
  const waiver = changed ? given.waiver : given.there
  if (json) terminal.out(JSON.stringify({ changed, waiver }, null, 2))
  else for (const line of [terminal.say(changed ? 'cli/waived' : 'cli/waiver-there', told(waiver, open, terminal)), ...(changed ? [terminal.say('cli/waiver-next'), terminal.say('cli/office-updated', { path: file.path })] : [])]) terminal.out(line)
}

/** All that say the same of the same are ended, each by its own row. Throws OfficeError `office/waive-unit`, `office/no-waiver`. */
function end(file: OfficeFile, open: OpenOffice, { options, terminal, json }: Call, toolbox: Toolbox): void {
  const asked = askedIn(options, ['unit', 'clause'])
  const unit = subjectOf(asked.unit, open)
  if (!unit) throw new OfficeError('office/waive-unit', { written: asked.unit })
  const today = toolbox.clock.today()
  const chosen = listedWaivers(open, today).filter(({ waiver, endsOn }) => endsOn !== undefined && waiver.unit === unit.id && waiver.clause === asked.clause && plainName(waiver.member ?? '') === plainName(asked.member))
  if (chosen.length === 0) throw new OfficeError('office/no-waiver')
  let { bytes } = file
  const ended = chosen.map(({ waiver }): Waiver => {
    const { patch, until } = endWaiver({ campaign: file.campaign, office: toolbox.format.read(bytes), sayIn: toolbox.sayIn, waiver, today })
    bytes = toolbox.format.patch(bytes, patch)
    return { ...waiver, until }
  })
  writeInPlace(file.path, bytes)
  if (json) terminal.out(JSON.stringify({ ended }, null, 2))
  else for (const line of [...ended.map((waiver) => terminal.say('cli/waiver-ended', told(waiver, open, terminal))), terminal.say('cli/waiver-next'), terminal.say('cli/office-updated', { path: file.path })]) terminal.out(line)
}

function tryOut(open: OpenOffice, { options, terminal, json }: Call, toolbox: Toolbox): void {
  const week = countOption(options, 'week') ?? open.state.weeks.at(-1)?.week
  if (week === undefined) throw new OfficeError('office/nothing-ranked', { week: '' })
  const waiver = waiverOf(askedIn(options, NEEDED), open)
  const rehearsal = rehearse({ office: open, week, change: { waivers: [...open.state.recordedWaivers, waiver] }, compression: toolbox.format.compression })
  if (json) terminal.out(JSON.stringify(rehearsalData(rehearsal), null, 2))
  else for (const line of rehearsalLines(rehearsal, open, terminal, 'cli/waiver-not-given')) terminal.out(line)
}

function list(open: OpenOffice, { terminal, json }: Call, toolbox: Toolbox): void {
  const { say } = terminal
  const listed = listedWaivers(open, toolbox.clock.today())
  if (json) {
    terminal.out(JSON.stringify({ waivers: listed.map(({ waiver, name, isOver, isUnsettled }) => ({ ...waiver, name, isOver, isUnsettled })), troubles: open.troubles.filter(({ code }) => code.startsWith('office/waiver-')) }, null, 2))
    return
  }
  terminal.out(say('cli/waivers', { count: listed.length }))
  const rows = listed.map(({ waiver, name, isOver, isUnsettled }) => [name, waiver.member ?? say('office/waiver-whole'), waiver.clause, waiver.until, say(isUnsettled ? 'cli/waiver-unsettled' : isOver ? 'cli/waiver-over' : 'cli/waiver-held'), waiver.approver, waiver.reason])
  const heads = [open.campaign.definition.terms.unit[terminal.language], ...['cli/column-waiver-whom', 'office/clause', 'office/waiver-until', 'cli/column-waiver-state', 'office/waiver-approver', 'office/waiver-reason'].map((key) => say(key))]
  if (rows.length > 0) for (const line of textTable(heads.map((heading) => ({ heading, most: 40 })), rows)) terminal.out(line)
  for (const { code, sheet, cell, params } of open.troubles.filter((one) => one.code.startsWith('office/waiver-'))) terminal.out(`${sheet}!${cell} ${say(code, params)}\n  → ${say(`${code}.fix`, params)}`)
}

function askedIn(options: Options, needed: readonly (keyof WaiverAsked)[]): WaiverAsked {
  for (const name of needed) if (options[name] === undefined) throw new UsageTrouble('cli/option-missing', { option: `--${name}`, command: 'waive' })
  const text = (name: keyof WaiverAsked) => String(options[name] ?? '').trim()
  return { unit: text('unit'), member: text('member'), clause: text('clause'), reason: text('reason'), approver: text('approver'), until: text('until') }
}

function told({ unit, member, clause, until }: Waiver, { state }: OpenOffice, { say }: Call['terminal']) {
  return { name: registered(state.registry).find(({ id }) => id === unit)?.name ?? unit, whom: member ?? say('office/waiver-whole'), clause, until }
}
