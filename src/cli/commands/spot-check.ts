import { drawRound, enterResult } from '../../app/oversight/spot-checks'
import { writeInPlace } from '../files'
import { readOfficeFile, type OfficeFile } from '../office-file'
import { countOption, seedOption, UsageTrouble, type Command, type Options } from '../program'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

/**
 * `muster spot-check OFFICE --by NAME`: draws units for spot checks and records draw and seed in the workbook; with
 * `--again --reason R` the latest round anew; with `--unit U --result passed|failed` enters what came of one.
 */
export function spotCheck(toolbox: Toolbox): Command {
  return {
    name: 'spot-check',
    options: {
      by: { type: 'string' }, seed: { type: 'string' }, 'per-system': { type: 'string' }, again: { type: 'boolean' }, reason: { type: 'string' },
      unit: { type: 'string' }, result: { type: 'string' }, note: { type: 'string' },
    },
    required: ['by'],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const file = readOfficeFile(String(operands[0]), toolbox)
      const by = String(options['by'])
      const atHand = { campaign: file.campaign, office: file.book, now: toolbox.clock.now(), sayIn: toolbox.sayIn, by }
      if (options['unit'] !== undefined || options['result'] !== undefined) {
        const unit = String(options['unit'] ?? '')
        write(file, enterResult({ ...atHand, unit, outcome: outcomeOf(options), note: String(options['note'] ?? ''), on: toolbox.clock.today() }), toolbox)
        terminal.out(json ? JSON.stringify({ unit, result: options['result'], by }, null, 2) : terminal.say('cli/office-updated', { path: file.path }))
        return 0
      }
      const perSystem = countOption(options, 'per-system')
      const seed = seedOption(options, 'seed') ?? toolbox.seed()
      const outcome = drawRound({ ...atHand, seed, ...(perSystem !== undefined && { perSystem }), ...(options['again'] === true && { again: String(options['reason'] ?? '') }) })
      if ('refused' in outcome) throw new UsageTrouble(`spot-check/${outcome.refused}`, outcome.params)
      write(file, outcome.patch, toolbox)
      const { drawn, notes, nameOf } = outcome
      if (json) {
        terminal.out(JSON.stringify({ ...drawn, notes: notes.map(({ note, params }) => ({ note, ...params, message: terminal.say(`spot-check/${note}`, params) })) }, null, 2))
        return 0
      }
      const column = (key: string) => ({ heading: terminal.say(key) })
      const { within } = file.campaign.definition.ranking
      terminal.out(terminal.say('cli/drawn', { round: drawn.round, units: drawn.units.length, seed: drawn.seed, by: drawn.drawnBy }))
      for (const line of textTable([{ heading: within[terminal.language] }, column('office/id'), column('cli/column-unit-name')], drawn.units.map(({ unit, system }) => [system, unit, nameOf(unit)]))) terminal.out(line)
      for (const { note, params } of notes) terminal.out(terminal.say(`spot-check/${note}`, params))
      terminal.out(terminal.say('cli/office-updated', { path: file.path }))
      return 0
    },
  }
}

function outcomeOf(options: Options): 'passed' | 'failed' {
  const given = options['result']
  if (options['unit'] === undefined) throw new UsageTrouble('cli/option-missing', { option: '--unit', command: 'spot-check' })
  if (given === 'passed' || given === 'failed') return given
  throw new UsageTrouble('cli/bad-result', { value: String(given ?? '') })
}

function write(file: OfficeFile, patch: Parameters<Toolbox['format']['patch']>[1], toolbox: Toolbox): void {
  writeInPlace(file.path, toolbox.format.patch(file.bytes, patch))
}
