import { openOffice } from '../../app/consolidate/open-office'
import { approveTransfer, lookAtTransfers } from '../../app/oversight/transfer'
import { writeInPlace } from '../files'
import { readOfficeFile, type OfficeFile } from '../office-file'
import { countOption, UsageTrouble, type Call, type Command } from '../program'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

const APPROVALS: Readonly<Record<string, boolean | undefined>> = { yes: true, no: false, none: undefined }

/**
 * `muster transfer OFFICE [--week N]`: which units have everything to move on, and what the others lack, by the returns kept
 * of that week; the workbook's sheet is brought up to date. With `--unit U --approve yes|no|none --by NAME [--note TEXT]`:
 * the office's decision on one unit is entered in it too.
 */
export function transfer(toolbox: Toolbox): Command {
  return {
    name: 'transfer',
    options: { week: { type: 'string' }, unit: { type: 'string' }, approve: { type: 'string' }, by: { type: 'string' }, note: { type: 'string' } },
    operands: [1, 1],
    run(call) {
      const { operands, options, terminal, json } = call
      const file = readOfficeFile(String(operands[0]), toolbox)
      const week = countOption(options, 'week')
      if (options['unit'] !== undefined || options['approve'] !== undefined) {
        approve(file, week, call, toolbox)
        return 0
      }
      const board = lookAtTransfers({ campaign: file.campaign, office: file.book, sayIn: toolbox.sayIn, compression: toolbox.format.compression, ...(week !== undefined && { week }) })
      const changed = board.patch.sheets.some(({ cells }) => cells.length > 0) || (board.patch.add ?? []).length > 0
      if (changed) writeInPlace(file.path, toolbox.format.patch(file.bytes, board.patch))
      if (json) {
        terminal.out(JSON.stringify({ week: board.week, asOf: board.asOf, changed, units: board.units }, null, 2))
        return 0
      }
      const { say, language } = terminal
      const { terms, transfer: asked, ranking } = file.campaign.definition
      const titles = asked?.requirements ?? {}
      const rows = board.units.map(({ system, name, transfers, requirements }) => [
        system,
        name,
        transfers ? say('transfer/ready') : requirements.filter(({ met }) => !met).map((one) => say('cli/lacks', { requirement: titles[one.requirement]?.title[language] ?? one.requirement, state: board.words(one, terminal) })).join(say('office/semicolon')),
      ])
      const ready = board.units.filter(({ transfers }) => transfers).length
      terminal.out(say('cli/transfer', { week: board.week, asOf: board.asOf, ready, units: board.units.length }))
      for (const line of textTable([{ heading: ranking.within[language] }, { heading: terms.unit[language] }, { heading: say('office/state'), most: 120 }], rows)) terminal.out(line)
      terminal.out(say(changed ? 'cli/office-updated' : 'cli/office-unchanged', { path: file.path }))
      return 0
    },
  }
}

/**
 * The board is looked at before, so that its sheet has a row for the unit, and after, so that it shows what the decision
 * makes of it: by the week given, else the one it was last looked at for, else the latest. The file is written once.
 */
function approve(file: OfficeFile, asked: number | undefined, { options, terminal, json }: Call, toolbox: Toolbox): void {
  for (const name of ['unit', 'approve', 'by']) if (options[name] === undefined) throw new UsageTrouble('cli/option-missing', { option: `--${name}`, command: 'transfer' })
  const given = String(options['approve'])
  if (!Object.hasOwn(APPROVALS, given)) throw new UsageTrouble('cli/bad-approval', { value: given })
  const { format, clock, sayIn } = toolbox
  const { campaign } = file
  const [unit, by] = [String(options['unit']), String(options['by'])]
  const { state } = openOffice(file.book, campaign, sayIn)
  const named = state.registry.units.find(({ id }) => id === unit)
  if (!named) throw new UsageTrouble('cli/no-unit-or-group', { unit })
  const week = asked ?? state.transfer?.week
  const looked = (bytes: Uint8Array): Uint8Array =>
    format.patch(bytes, lookAtTransfers({ campaign, office: format.read(bytes), sayIn, compression: format.compression, ...(week !== undefined && { week }) }).patch)
  const before = looked(file.bytes)
  const patch = approveTransfer({ campaign, office: format.read(before), sayIn, unit, approved: APPROVALS[given], by, note: String(options['note'] ?? ''), today: clock.today(), now: clock.now() })
  writeInPlace(file.path, looked(format.patch(before, patch)))
  if (json) terminal.out(JSON.stringify({ unit, approve: given, by }, null, 2))
  else for (const line of [terminal.say('cli/approved', { unit: named.name, answer: terminal.say(`cli/approved-${given}`) }), terminal.say('cli/office-updated', { path: file.path })]) terminal.out(line)
}
