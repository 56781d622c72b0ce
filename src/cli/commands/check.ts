import { join, resolve } from 'node:path'
import { checkPatch, checkWorkbook } from '../../app/check'
import type { Campaign } from '../../domain/campaign/campaign'
import { countFindings } from '../../domain/returns/group-findings'
import { readLanguage } from '../../domain/returns/read-identity'
import { breathe } from '../breathe'
import { readCampaign, usableCampaign } from '../campaign-file'
import { checkData, checkLines, type CheckedFile } from '../check-report'
import { givenFiles, readBytes, writeInPlace, type GivenFile } from '../files'
import { dateOption, UsageTrouble, type Command, type ExitCode } from '../program'
import type { Terminal } from '../terminal'
import type { Toolbox } from '../toolbox'
import { fileTroubleText, type UnusableFile } from '../unusable-file'

/**
 * `muster check FILE…`: findings, distance to the standard and score of every file. A file that cannot be
 * read is said and the rest goes on. Originals are changed only with `--in-place`.
 */
export function check(toolbox: Toolbox): Command {
  return {
    name: 'check',
    options: { 'as-of': { type: 'string' }, campaign: { type: 'string' }, out: { type: 'string' }, 'in-place': { type: 'boolean' } },
    operands: [1, Infinity],
    async run({ operands, options, terminal, json }): Promise<ExitCode> {
      if (options['out'] !== undefined && options['in-place']) throw new UsageTrouble('cli/out-and-in-place')
      const given = options['campaign'] === undefined ? undefined : usableCampaign(readCampaign(String(options['campaign']), toolbox.templates), terminal)
      if (options['campaign'] !== undefined && !given) return 2
      const files = givenFiles(operands)
      if (files.length === 0) throw new UsageTrouble('cli/nothing-to-check')

      const asOf = dateOption(options, 'as-of')
      const data: unknown[] = []
      let code: ExitCode = 0
      for (const [index, file] of files.entries()) {
        terminal.status(`${index + 1}/${files.length} ${file.name}`)
        await breathe(toolbox.interrupted)
        const checked = checkFile(file, { toolbox, given, asOf, target: targetOf(file, options), terminal })
        terminal.status('')
        if ('trouble' in checked) {
          code = 1
          if (json) data.push({ file: file.path, ok: false, ...checked.trouble })
          else for (const line of [`${file.path}`, `  ${checked.trouble.message}`, `  → ${checked.trouble.fix}`, '']) terminal.out(line)
        } else {
          if (countFindings(checked.result.findings).errors > 0) code = 1
          if (json) data.push(checkData(checked, terminal))
          else for (const line of checkLines(checked, terminal)) terminal.out(line)
        }
      }
      if (json) terminal.out(JSON.stringify(data, null, 2))
      return code
    },
  }
}

interface CheckContext {
  readonly toolbox: Toolbox
  readonly given: Campaign | undefined
  readonly asOf: string | undefined
  /** Where results are written; undefined: nowhere. */
  readonly target: string | undefined
  readonly terminal: Terminal
}

function checkFile(file: GivenFile, { toolbox, given, asOf, target, terminal }: CheckContext): CheckedFile | { readonly trouble: UnusableFile } {
  const bytes = readBytes(file.path)
  try {
    const book = toolbox.format.read(bytes)
    const campaign = given ?? toolbox.campaignIn(book)
    const result = checkWorkbook(book, { campaign, asOf, today: toolbox.clock.today(), now: toolbox.clock.now() })
    if (target === undefined) return { file: file.path, result, campaign }
    // In the workbook's own language: that is the one its reader has.
    const language = readLanguage(book) ?? campaign.definition.language
    writeInPlace(target, toolbox.format.patch(bytes, checkPatch(result, toolbox.sayIn(language), language)))
    return { file: file.path, result, campaign, written: target }
  } catch (error) {
    const trouble = fileTroubleText(error, terminal.say)
    if (!trouble) throw error
    return { trouble }
  }
}

/** Throws UsageTrouble when `--out` names the folder the file is in: that would be the original. */
function targetOf(file: GivenFile, options: Readonly<Record<string, unknown>>): string | undefined {
  if (options['in-place']) return file.path
  if (options['out'] === undefined) return undefined
  const target = join(String(options['out']), file.name)
  if (resolve(target) === resolve(file.path)) throw new UsageTrouble('cli/out-is-original', { path: file.path })
  return target
}
