import { resolve } from 'node:path'
import { handUp as handUpWeek, type HandedUp, type Sender } from '../../app/hand-up'
import { HandUpError } from '../../app/hand-up/hand-up-error'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Finding } from '../../domain/returns/finding'
import { readSubject } from '../../domain/returns/read-identity'
import { readCampaign, usableCampaign } from '../campaign-file'
import { findingData, findingLines } from '../finding-lines'
import { FileTrouble, readBytes, writeInPlace } from '../files'
import { readOfficeFile } from '../office-file'
import { countOption, UsageTrouble, type Command, type Options } from '../program'
import type { Terminal } from '../terminal'
import type { Toolbox } from '../toolbox'

/**
 * `muster hand-up OFFICE --to DEFINITION|WORKBOOK --week N --out FILE|--inside`: the return to the level above, as a
 * file of its own or on sheets of the office's workbook. Exit 1 when the figures do not agree with each other; what
 * they fall short of is for the level above to say.
 */
export function handUp(toolbox: Toolbox): Command {
  return {
    name: 'hand-up',
    options: { to: { type: 'string' }, as: { type: 'string' }, name: { type: 'string' }, week: { type: 'string' }, out: { type: 'string' }, inside: { type: 'boolean' } },
    required: ['to', 'week'],
    operands: [1, 1],
    run({ operands, options, terminal, json }) {
      const out = options['out'] === undefined ? undefined : String(options['out'])
      if ((out === undefined) === (options['inside'] !== true)) throw new UsageTrouble('hand-up/one-target')
      const office = readOfficeFile(String(operands[0]), toolbox)
      if (out !== undefined && resolve(out) === resolve(office.path)) throw new FileTrouble('hand-up/out-is-office', { path: office.path })
      const above = levelAbove(options, toolbox, terminal)
      if (!above) return 2
      const week = countOption(options, 'week') as number
      const made = handUpWeek({ campaign: office.campaign, office: office.book, upper: above.campaign, upperText: toolbox.pack(above.campaign.definition), sender: above.sender, week, now: toolbox.clock.now(), format: toolbox.format, sayIn: toolbox.sayIn })
      const written = out === undefined ? insideOffice(made, office, toolbox) : writtenTo(out, made.bytes)
      const findings = made.findings.filter(({ kind }) => kind !== 'requirement')
      if (json) terminal.out(JSON.stringify({ path: written.path, changed: written.changed, week, upperWeek: made.upperWeek, subject: made.sender, score: made.score, figures: made.rows, findings: findings.map((finding) => findingData(finding, terminal)) }, null, 2))
      else for (const line of lines(made, above.campaign, { week, findings, inside: out === undefined, ...written }, terminal)) terminal.out(line)
      return findings.some(({ severity }) => severity === 'error') ? 1 : 0
    },
  }
}

/** The definition above and who hands up to it; undefined after the definition's mistakes have been said. */
function levelAbove(options: Options, toolbox: Toolbox, terminal: Terminal): { readonly campaign: Campaign; readonly sender: Sender } | undefined {
  const to = String(options['to'])
  const id = options['as'] === undefined ? undefined : String(options['as'])
  if (/\.xlsx$/i.test(to)) {
    const bytes = readBytes(to)
    const issued = toolbox.format.read(bytes)
    const subject = readSubject(issued).id
    if (id !== undefined && id !== subject) throw new HandUpError('hand-up/other-sender', { issued: subject, given: id })
    return { campaign: toolbox.campaignIn(issued), sender: { issued, bytes } }
  }
  const campaign = usableCampaign(readCampaign(to, toolbox.templates), terminal)
  return campaign && { campaign, sender: { id: id ?? '', ...(options['name'] !== undefined && { name: String(options['name']) }) } }
}

interface Written {
  readonly path: string
  readonly changed: boolean
}

function writtenTo(path: string, bytes: Uint8Array): Written {
  writeInPlace(path, bytes)
  return { path, changed: true }
}

function insideOffice(made: HandedUp, { path, bytes }: { readonly path: string; readonly bytes: Uint8Array }, { format }: Toolbox): Written {
  const patch = made.inside()
  const changed = patch.sheets.length > 0 || (patch.add ?? []).length > 0
  if (changed) writeInPlace(path, format.patch(bytes, patch))
  return { path, changed }
}

function lines(made: HandedUp, { definition }: Campaign, { week, findings, inside, path, changed }: Written & { readonly week: number; readonly findings: readonly Finding[]; readonly inside: boolean }, terminal: Terminal): string[] {
  const { say, language } = terminal
  const figures = Object.values(made.rows).flat().reduce((sum, row) => sum + Object.keys(row).length, 0)
  return [
    say('hand-up/done', { unit: made.sender.name || made.sender.id, week, title: definition.title[language], upperWeek: made.upperWeek, figures, score: made.score }),
    ...findingLines(findings, terminal),
    say(!inside ? 'hand-up/written' : changed ? 'hand-up/added' : 'hand-up/unchanged', { path }),
  ]
}
