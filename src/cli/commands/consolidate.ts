import { consolidate as consolidateWeek, type Consolidation } from '../../app/consolidate'
import type { FileVerdict, IntakeReason } from '../../domain/ranking/verdict'
import { breathe } from '../breathe'
import { givenFiles, readBytes, writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import { countOption, dateOption, type Command } from '../program'
import type { Terminal } from '../terminal'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

/**
 * `muster consolidate --office FILE --week N DIR|FILE…`: decides about every file, then updates the office's
 * workbook in one step (or writes `--out`). Exit 1 when a file could not be counted for a reason that
 * somebody has to see to; 0 also when returns are missing: that is no fault of the files.
 */
export function consolidate(toolbox: Toolbox): Command {
  return {
    name: 'consolidate',
    options: { office: { type: 'string' }, week: { type: 'string' }, 'as-of': { type: 'string' }, deadline: { type: 'string' }, redo: { type: 'boolean' }, out: { type: 'string' } },
    required: ['office', 'week'],
    operands: [1, Infinity],
    async run({ operands, options, terminal, json }) {
      const office = readOfficeFile(String(options['office']), toolbox)
      const files = givenFiles(operands).filter(({ path }) => path !== office.path)
      const result = await consolidateWeek({
        campaign: office.campaign,
        office: office.book,
        files: files.map(({ path, name, modified }) => ({ name, modified, load: () => breathe(toolbox.interrupted).then(() => readBytes(path)) })),
        week: countOption(options, 'week') as number,
        asOf: dateOption(options, 'as-of'),
        deadline: dateOption(options, 'deadline'),
        redo: options['redo'] === true,
        today: toolbox.clock.today(),
        now: toolbox.clock.now(),
        read: toolbox.format.read,
        compression: toolbox.format.compression,
        sayIn: toolbox.sayIn,
        progress: (done, total, at) => terminal.status(`${done}/${total} ${at}`),
        signal: toolbox.interrupted,
      })
      terminal.status('')
      const target = options['out'] === undefined ? office.path : String(options['out'])
      if (result.changed || target !== office.path) writeInPlace(target, result.changed ? toolbox.format.patch(office.bytes, result.patch) : office.bytes)
      if (json) terminal.out(JSON.stringify(consolidationData(result, target, terminal), null, 2))
      else for (const line of consolidationLines(result, target, terminal)) terminal.out(line)
      return result.files.some(needsAttention) || result.troubles.length > 0 ? 1 : 0
    },
  }
}

const needsAttention = ({ decision }: FileVerdict) => decision === 'rejected' || decision === 'unreadable'

function reasonText({ code, params = {} }: IntakeReason, { say }: Terminal) {
  return { message: say(code, params), fix: hasRemedy(code) ? say(`${code}.fix`, params) : undefined }
}

/** What counted, and a copy of what counts, ask for nothing. */
const hasRemedy = (code: string) => !['intake/counted', 'intake/duplicate', 'intake/superseded', 'intake/of-another-week'].includes(code)

function consolidationData(result: Consolidation, office: string, terminal: Terminal) {
  return {
    office,
    changed: result.changed,
    week: result.week,
    asOf: result.asOf,
    files: result.files.map((verdict) => ({ ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, ...reasonText(reason, terminal) })) })),
    rollCall: result.rollCall.map(({ unit, kind, system, outcome, reason, score, file, stamp, rows, counts }) => ({ unit, kind, system, outcome, reason, score, file, stamp, rows, counts })),
    changes: result.changes,
    proposals: result.proposals.filter(({ open }) => open).length,
    troubles: result.troubles.map((trouble) => ({ ...trouble, message: terminal.say(trouble.code, trouble.params), fix: terminal.say(`${trouble.code}.fix`, trouble.params) })),
  }
}

function consolidationLines(result: Consolidation, office: string, terminal: Terminal): string[] {
  const { say } = terminal
  const units = result.rollCall.filter(({ kind }) => kind === 'unit')
  const count = (outcome: string) => units.filter((entry) => entry.outcome === outcome).length
  const doubtful = result.files.filter(({ decision }) => decision !== 'counted')
  return [
    say('cli/consolidated', { week: result.week, asOf: result.asOf, files: result.files.length, units: units.length, valid: count('valid'), missing: count('missing'), rejected: count('rejected') }),
    ...(doubtful.length === 0
      ? []
      : [
          '',
          ...textTable(
            [{ heading: say('cli/column-file'), most: 44 }, { heading: say('cli/column-decision') }, { heading: say('cli/column-why'), most: 110 }],
            doubtful.map((verdict) => [verdict.file, say(`office/decision-${verdict.decision}`), verdict.reasons[0] ? reasonText(verdict.reasons[0], terminal).message : '']),
          ),
        ]),
    ...result.troubles.flatMap(({ code, params }) => [say(code, params), `  → ${say(`${code}.fix`, params)}`]),
    ...(result.changes.length === 0 ? [] : [say('cli/history-changed', { count: result.changes.length })]),
    say(result.changed ? 'cli/office-updated' : 'cli/office-unchanged', { path: office }),
  ]
}
