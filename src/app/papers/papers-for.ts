/** The office's workbook and the campaign's templates → letters and bulletins, each a .docx. */
import type { Compliance } from '../../domain/oversight/compliance'
import { lateIn } from '../../domain/ranking/arrivals'
import { historyOf } from '../../domain/ranking/history'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'
import type { TotalFact, TransferFacts } from '../../reports/papers/data/source'
import { fieldNames } from '../../reports/papers/field-names'
import type { PaperInput, PaperKind } from '../../reports/papers/fields'
import { PaperError, type PaperTrouble } from '../../reports/papers/paper-error'
import { paperInputs } from '../../reports/papers/paper-inputs'
import { OfficeError } from '../consolidate/office-error'
import type { OpenOffice } from '../consolidate/open-office'
import { FileNames } from '../file-name'
import type { FillPaper } from './filler'
import { rankingOf } from '../../reports/office/state'

export interface PapersOptions {
  /** Default: the latest consolidated. */
  readonly week?: number
  /** Day that the papers bear. */
  readonly date: IsoDate
  /** True: of what nobody has confirmed yet, too; every paper is marked as a draft. Default: confirmed only. */
  readonly draft?: boolean
  /** Ids of papers; default: all of the definition. */
  readonly papers?: readonly string[]
  /** Keys of proposals; default: what is open, and last places of the week. */
  readonly only?: readonly string[]
  /** Day until which a missing return may still come. */
  readonly deadline?: IsoDate
  /** Default: none, so no paper of that kind. */
  readonly transfers?: readonly TransferFacts[]
  readonly totals?: readonly TotalFact[]
  readonly compliance?: readonly Compliance[]
  /** A file of the folder `papers` beside the definition; undefined: it is not there. */
  template(file: string): Uint8Array | undefined
  /** Loaded by `filler.ts` when papers are wanted. */
  readonly fill: FillPaper
  sayIn(language: Language): Say
}

export interface Paper {
  /** Id in the definition. */
  readonly paper: string
  readonly kind: PaperKind
  /** As the definition has it. */
  readonly title: string
  /** Name of the unit, system or group it is about; empty: the campaign. */
  readonly about: string
  /** File name that every system takes, no two alike in a run. */
  readonly name: string
  /** Registry id, when it is about one unit. */
  readonly unit?: string
  /** When all it is about belongs to one system. */
  readonly system?: string
  readonly draft: boolean
  readonly bytes: Uint8Array
}

/**
 * Papers in the definition's order, units in the registry's, in the definition's language. The same workbook, templates and
 * options give the same bytes.
 *
 * @throws OfficeError `office/nothing-ranked`: the week (or any) has not been consolidated
 * @throws PaperError with all that is wrong with the templates that were needed; then there are no papers
 */
export function papersFor({ campaign, state }: Pick<OpenOffice, 'campaign' | 'state'>, options: PapersOptions): Paper[] {
  const week = options.week ?? state.shown
  const record = state.weeks.find((one) => one.week === week)
  if (week === undefined || !record) throw new OfficeError('office/nothing-ranked', { week: week ?? '' })
  const { language, terms } = campaign.definition
  const say = options.sayIn(language)
  const ranking = rankingOf(state, campaign)
  const inputs = paperInputs(
    {
      campaign, language, say, week,
      registry: state.registry,
      history: historyOf(state.entries.filter((entry) => entry.week <= week), ranking, campaign.calendar.weekOf),
      ranking,
      decisions: state.decisions,
      asOf: record.asOf,
      date: options.date,
      draft: options.draft ?? false,
      ...(options.only && { only: new Set(options.only) }),
      ...(options.deadline !== undefined && { deadline: options.deadline }),
      late: new Map(state.weeks.map(({ week: n, verdicts }) => [n, lateIn(verdicts)])),
      transfers: options.transfers ?? [],
      totals: options.totals ?? [],
      compliance: options.compliance ?? [],
    },
    options.papers && new Set(options.papers),
  )
  const words = { nameOf: fieldNames(terms, language, say), draftMark: say('papers/draft-mark') }
  const names = new FileNames()
  const troubles: PaperTrouble[] = []
  const refused = new Set<string>()
  const papers = inputs.flatMap((input): Paper[] => {
    if (refused.has(input.file)) return []
    try {
      const template = options.template(input.file)
      if (!template) throw new PaperError([{ code: 'paper/no-template', params: { paper: input.title, file: input.file } }])
      return [paperOf(input, names.free(nameFor(input, say), '.docx'), options.fill(template, input, words))]
    } catch (error) {
      if (!(error instanceof PaperError)) throw error
      // One template serves many papers: its troubles are told once.
      refused.add(input.file)
      troubles.push(...error.troubles)
      return []
    }
  })
  const [first, ...others] = troubles
  if (first) throw new PaperError([first, ...others])
  return papers
}

function nameFor({ title, about, week, draft }: PaperInput, say: Say): string {
  const name = about === '' ? say('papers/name-of-all', { title, week }) : say('papers/name', { title, about, week })
  return draft ? say('papers/draft-name', { name }) : name
}

function paperOf({ paper, kind, title, about, unit, system, draft }: PaperInput, name: string, bytes: Uint8Array): Paper {
  return { paper, kind, title, about, name, ...(unit !== undefined && { unit }), ...(system !== undefined && { system }), draft, bytes }
}
