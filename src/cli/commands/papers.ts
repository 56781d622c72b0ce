import { join } from 'node:path'
import { paperSheets } from '../../app/papers/paper-sheets'
import { papersZips } from '../../app/papers/papers-zip'
import { refuseOther, writeInPlace } from '../files'
import { asSheets, PAPER_OPTIONS, papersOfWeek } from '../paper-run'
import { UsageTrouble, type Command, type ExitCode } from '../program'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'
import { officeWeek } from '../week-option'

/**
 * `muster papers OFFICE --week N --out DIR|ZIP|XLSX [--as docx|sheets] [--draft] [--by system|unit]`: every letter that a week calls
 * for. As documents: a zip holds them all; a folder holds them one by one, or with `--by` a zip for each system or unit. As
 * sheets: one workbook of them all, or with `--by` one for each. No file that exists is overwritten.
 */
export function papers(toolbox: Toolbox): Command {
  return {
    name: 'papers',
    options: { ...PAPER_OPTIONS, week: { type: 'string' }, out: { type: 'string' }, by: { type: 'string' }, paper: { type: 'string', multiple: true } },
    required: ['out'],
    operands: [1, 1],
    async run({ operands, options, terminal, json }): Promise<ExitCode> {
      const out = String(options['out'])
      const sheets = asSheets(options, out)
      const isFile = /\.(zip|xlsx)$/i.test(out)
      const by = options['by']
      if (by !== undefined && (isFile || (by !== 'system' && by !== 'unit'))) throw new UsageTrouble('cli/bad-by')
      const at = officeWeek(String(operands[0]), options, toolbox)
      const ids = options['paper'] as readonly string[] | undefined
      const unknown = ids?.find((id) => !Object.hasOwn(at.campaign.definition.papers, id))
      if (unknown !== undefined) throw new UsageTrouble('cli/no-such-paper', { paper: unknown, papers: Object.keys(at.campaign.definition.papers).join(' ') })
      const made = await papersOfWeek(at, options, toolbox, terminal, ids && { papers: ids })
      const week = at.week ?? at.open.state.shown ?? 0
      const say = toolbox.sayIn(at.campaign.definition.language)
      const together = { by: by === 'system' || by === 'unit' ? by : 'campaign', registry: at.open.state.registry, week } as const
      const bundles = async () => (sheets ? paperSheets(made, { ...together, say, campaign: at.campaign, format: toolbox.format }) : papersZips(made, { ...together, say: at.open.say, compression: toolbox.format.compression }))
      const files: readonly { readonly path: string; readonly bytes: Uint8Array }[] =
        made.length === 0 ? [] : isFile ? (await bundles()).map(({ bytes }) => ({ path: out, bytes })) : by !== undefined || sheets ? (await bundles()).map(({ name, bytes }) => ({ path: join(out, name), bytes })) : made.map(({ name, bytes }) => ({ path: join(out, name), bytes }))
      for (const { path, bytes } of files) refuseOther(path, () => bytes)
      for (const { path, bytes } of files) writeInPlace(path, bytes)
      if (json) {
        terminal.out(JSON.stringify({ out, week, as: sheets ? 'sheets' : 'docx', papers: made.map(({ paper, kind, name, unit, system, draft }) => ({ paper, kind, name, unit, system, draft })) }, null, 2))
        return 0
      }
      const titles = Object.entries(at.campaign.definition.papers).map(([id, { title }]) => [title[terminal.language], made.filter(({ paper }) => paper === id).length] as const)
      if (made.length > 0) for (const line of textTable([{ heading: terminal.say('cli/column-paper') }, { heading: terminal.say('office/number'), align: 'right' }], titles.filter(([, count]) => count > 0))) terminal.out(line)
      terminal.out(made.length === 0 ? terminal.say('cli/no-papers', { week }) : terminal.say('cli/papers-written', { count: made.length, path: out }))
      return 0
    },
  }
}
