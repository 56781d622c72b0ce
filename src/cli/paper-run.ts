/** Papers of a week of the office's workbook, made from the templates beside the definition. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paperFacts } from '../app/oversight/paper-facts'
import { paperFiller } from '../app/papers/filler'
import { papersFor, type Paper, type PapersOptions } from '../app/papers/papers-for'
import { dateOption, UsageTrouble, type Options } from './program'
import type { Terminal } from './terminal'
import type { Toolbox } from './toolbox'
import type { OfficeWeek } from './week-option'

/** Options that every command about papers takes. */
export const PAPER_OPTIONS = { as: { type: 'string' }, draft: { type: 'boolean' }, date: { type: 'string' }, deadline: { type: 'string' }, templates: { type: 'string' } } as const

/** Whether papers are wanted as sheets of a workbook rather than as documents: by `--as`, or else by what the file is called. */
export function asSheets(options: Options, out: string): boolean {
  const given = options['as']
  const isWorkbook = /\.xlsx$/i.test(out)
  if (given === undefined) return isWorkbook
  if (given !== 'docx' && given !== 'sheets') throw new UsageTrouble('cli/bad-as')
  if (/\.(zip|docx)$/i.test(out) ? given === 'sheets' : isWorkbook && given === 'docx') throw new UsageTrouble('cli/as-against-name', { path: out })
  return given === 'sheets'
}

/**
 * `--templates`: the folder with the templates; default: those that ship with the campaign of that id.
 * Throws OfficeError, and PaperError for templates that cannot be filled in; what is wrong besides its first trouble has been said then.
 */
export async function papersOfWeek({ open, week, campaign }: OfficeWeek, options: Options, toolbox: Toolbox, terminal: Terminal, more: Pick<PapersOptions, 'papers'> = {}): Promise<Paper[]> {
  const folder = options['templates'] === undefined ? join(toolbox.templates, campaign.definition.id, 'papers') : String(options['templates'])
  const about = week === undefined ? {} : { week }
  const deadline = dateOption(options, 'deadline')
  const facts = paperFacts(open, { ...about, compression: toolbox.format.compression }, toolbox.sayIn)
  const fill = await paperFiller()
  const drawUp = () => papersFor({ ...open, campaign }, {
    ...about,
    ...more,
    ...facts,
    date: dateOption(options, 'date') ?? toolbox.clock.today(),
    draft: options['draft'] === true,
    ...(deadline !== undefined && { deadline }),
    template: (file) => (existsSync(join(folder, file)) ? new Uint8Array(readFileSync(join(folder, file))) : undefined),
    fill,
    sayIn: toolbox.sayIn,
  })
  try {
    return drawUp()
  } catch (error) {
    for (const { code, params } of troublesOf(error).slice(1)) for (const line of [terminal.say(code, params), `→ ${terminal.say(`${code}.fix`, params)}`]) terminal.err(line)
    throw error
  }
}

function troublesOf(error: unknown): readonly { readonly code: string; readonly params: Readonly<Record<string, string>> }[] {
  return typeof error === 'object' && error !== null && 'troubles' in error && Array.isArray(error.troubles) ? error.troubles : []
}
