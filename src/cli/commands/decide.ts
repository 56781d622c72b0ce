import { openOffice } from '../../app/consolidate/open-office'
import { OfficeError } from '../../app/consolidate/office-error'
import { decide as decideProposals, type Answer } from '../../app/decide'
import { rankingIn, type DecidedProposal } from '../../app/rank'
import { registered } from '../../domain/ranking/registry'
import { writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import { UsageTrouble, type Command, type Options } from '../program'
import { textTable } from '../text-table'
import type { Terminal } from '../terminal'
import type { Toolbox } from '../toolbox'
import { doubtTexts } from '../../domain/ranking/doubt-texts'

const ANSWERS: Readonly<Record<string, Answer | undefined>> = { confirmed: 'confirmed', dismissed: 'dismissed', deferred: 'deferred', none: undefined }

/**
 * `muster decide OFFICE --key KEY... | --consequence ID [--unit ID] --answer A --by NAME [--note TEXT]`: what a person
 * decided about proposals, written into the workbook's lists. Without `--key` and `--consequence`: what waits, and its keys.
 *
 * A whole consequence means, for an answer, what waits for one and is free of doubt: what is in doubt is decided by its key,
 * one by one, and nobody's earlier answer is written over. For `none` it means what has been answered.
 */
export function decide(toolbox: Toolbox): Command {
  return {
    name: 'decide',
    options: {
      key: { type: 'string', multiple: true }, consequence: { type: 'string' }, unit: { type: 'string' },
      answer: { type: 'string' }, by: { type: 'string' }, note: { type: 'string' },
    },
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const file = readOfficeFile(String(operands[0]), toolbox)
      const open = openOffice(file.book, file.campaign, toolbox.sayIn)
      const ranking = rankingIn(open)
      const listed = [...ranking.systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap(({ proposals }) => proposals)), ...ranking.groups]
      const names = new Map(registered(open.state.registry).map(({ id, name }) => [id, name]))
      const data = (proposals: readonly DecidedProposal[]) =>
        proposals.map(({ key, consequence, week, unit, member, state, doubts, decision }) => ({ key, consequence, week, unit, name: names.get(unit) ?? unit, member, state, doubts, decision }))
      if (options['key'] === undefined && options['consequence'] === undefined) {
        if (['answer', 'unit'].some((name) => options[name] !== undefined)) throw new UsageTrouble('cli/which-proposals')
        const waiting = listed.filter(waits)
        if (json) terminal.out(JSON.stringify({ week: ranking.week, asOf: ranking.asOf, proposals: data(waiting) }, null, 2))
        else {
          terminal.out(terminal.say('cli/waiting', { week: ranking.week, asOf: ranking.asOf, count: waiting.length }))
          const title = (id: string) => file.campaign.definition.consequences[id]?.title[terminal.language] ?? id
          if (waiting.length > 0) for (const line of waitingTable(waiting, { title, nameOf: (id) => names.get(id) ?? id, unit: file.campaign.definition.terms.unit[terminal.language] }, terminal)) terminal.out(line)
        }
        return 0
      }
      const answer = answerOf(options)
      const { keys, doubtful } = chosen(listed, options, answer, { consequences: Object.keys(file.campaign.definition.consequences), isKnown: (unit) => names.has(unit) })
      const by = String(options['by'] ?? '')
      if (keys.length > 0) {
        try {
          const patch = decideProposals({ campaign: file.campaign, office: file.book, keys, answer, by, note: String(options['note'] ?? ''), today: toolbox.clock.today(), now: toolbox.clock.now(), sayIn: toolbox.sayIn })
          writeInPlace(file.path, toolbox.format.patch(file.bytes, patch))
        } catch (error) {
          const key = error instanceof OfficeError && error.code === 'office/proposal-not-listed' ? String(error.params['key']) : undefined
          // One that the ranking has and its list has not: that is about the workbook, and said as such.
          if (key === undefined || listed.some((one) => one.key === key)) throw error
          throw new UsageTrouble('cli/no-such-proposal', { key, path: file.path })
        }
      }
      if (json) terminal.out(JSON.stringify({ answer: options['answer'], by, keys, doubtful }, null, 2))
      else for (const line of outcomeLines({ keys, doubtful, answer, by, path: file.path }, terminal)) terminal.out(line)
      return 0
    },
  }
}

const waits = ({ decision }: DecidedProposal): boolean => decision?.answer === undefined

/** `undefined`: takes back. A name is asked for whenever there is an answer. */
function answerOf(options: Options): Answer | undefined {
  const given = options['answer']
  if (given === undefined) throw new UsageTrouble('cli/option-missing', { option: '--answer', command: 'decide' })
  if (!Object.hasOwn(ANSWERS, String(given))) throw new UsageTrouble('cli/bad-answer', { value: String(given) })
  if (options['by'] === undefined) throw new UsageTrouble('cli/option-missing', { option: '--by', command: 'decide' })
  const answer = ANSWERS[String(given)]
  // Said also when nothing would be decided.
  if (answer !== undefined && String(options['by']).trim() === '') throw new OfficeError('office/decision-without-name')
  return answer
}

/** Keys to decide, and those of the consequence that are left because they are in doubt. */
function chosen(listed: readonly DecidedProposal[], options: Options, answer: Answer | undefined, { consequences, isKnown }: { readonly consequences: readonly string[]; isKnown(unit: string): boolean }): { readonly keys: readonly string[]; readonly doubtful: readonly string[] } {
  const { key, consequence, unit } = options
  if (key !== undefined) {
    if (consequence !== undefined || unit !== undefined) throw new UsageTrouble('cli/key-or-consequence')
    return { keys: [...new Set((key as readonly string[]).map(String))], doubtful: [] }
  }
  const id = String(consequence)
  if (!consequences.includes(id)) throw new UsageTrouble('cli/no-such-consequence', { id, known: consequences.join(', ') })
  if (unit !== undefined && !isKnown(String(unit))) throw new UsageTrouble('cli/no-unit-or-group', { unit: String(unit) })
  const these = listed.filter((one) => one.consequence === id && (unit === undefined || one.unit === unit) && waits(one) === (answer !== undefined))
  const isLeft = ({ state }: DecidedProposal): boolean => answer !== undefined && state === 'to-be-confirmed'
  return { keys: these.filter((one) => !isLeft(one)).map((one) => one.key), doubtful: these.filter(isLeft).map((one) => one.key) }
}

function waitingTable(waiting: readonly DecidedProposal[], { title, nameOf, unit }: { title(id: string): string; nameOf(id: string): string; readonly unit: string }, { say }: Terminal): string[] {
  const rows = waiting.map((one) => [
    title(one.consequence),
    one.week,
    nameOf(one.unit),
    one.member ?? '',
    doubtTexts(one.doubts, say).join(say('office/semicolon')),
    one.key,
  ])
  // A key is of use only as a whole.
  return textTable([{ heading: say('cli/column-consequence') }, { heading: say('cli/column-week'), align: 'right' }, { heading: unit }, { heading: say('cli/column-subject') }, { heading: say('cli/column-doubtful') }, { heading: say('cli/column-key'), most: 1000 }], rows)
}

function outcomeLines({ keys, doubtful, answer, by, path }: { readonly keys: readonly string[]; readonly doubtful: readonly string[]; readonly answer: Answer | undefined; readonly by: string; readonly path: string }, { say }: Terminal): string[] {
  const decided = answer === undefined ? say('cli/taken-back', { count: keys.length }) : say('cli/decided', { count: keys.length, answer: say(`office/answer-${answer}`), by: by.trim() })
  return [
    ...(keys.length === 0 ? [say('cli/nothing-to-decide')] : [decided]),
    ...(doubtful.length > 0 ? [say('cli/left-doubtful', { count: doubtful.length }), ...doubtful.map((key) => `  ${key}`)] : []),
    ...(keys.length > 0 ? [say('cli/office-updated', { path })] : []),
  ]
}
