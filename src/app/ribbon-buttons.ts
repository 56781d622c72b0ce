/**
 * What the ribbon's buttons do: check the workbook that is open, and go to its next problem,
 * without a pane. Results go into the sheets, in the workbook's language; what a sheet cannot
 * say (nothing can be checked, or the template is broken where no row is) comes back as a message.
 */
import type { Finding } from '../domain/returns/finding'
import { findingText } from '../domain/returns/finding-text'
import { countFindings } from '../domain/returns/group-findings'
import { IDENTITY_KEYS, NAMES } from '../domain/returns/identity'
import { identityPairs, readLanguage } from '../domain/returns/read-identity'
import type { Language, Say } from '../domain/text'
import type { Workbook } from '../workbook/model'
import { summaryText, type CheckResult } from './check'
import { nextFinding, withoutPlace } from './next-finding'
import { patchOf, type Change } from './pane/journal'
import { checkOpen } from './pane/return/check-open'
import type { PaneTools } from './pane/tools'

export type ButtonTools = Pick<PaneTools, 'workbook' | 'clock' | 'carried' | 'words'>

/** Words for a small window, gravest first. */
export interface Message {
  readonly language: Language
  readonly lines: readonly { readonly what: string; readonly fix: string }[]
}

/**
 * Thrown for a workbook that no check can be made of. The codes have words and `.fix` in
 * `messages/ribbon.ts`; language: the workbook's own where it says one.
 */
export class NotCheckable extends Error {
  constructor(
    readonly code: 'check/not-a-return' | 'check/is-office-workbook' | 'check/damaged-rules' | 'check/mistaken-rules',
    readonly params: Readonly<Record<string, string | number>>,
    readonly language: Language | undefined,
  ) {
    super(code)
    this.name = 'NotCheckable'
  }
}

/** Most findings that a message lists. */
const LISTED = 5

/**
 * Checks, writes the result into the sheets and shows the cover's summary. Gives a message for
 * what the sheets do not show. Throws NotCheckable, and HostTrouble of the workbook.
 */
export async function checkThisWorkbook(tools: ButtonTools): Promise<Message | undefined> {
  const checked = await readAndCheck(tools)
  await write(tools, checked)
  const summary = await showSummary(tools, checked)
  return messageOf(withoutPlace(checked.result.findings, checked.book), checked, summary)
}

/**
 * Goes to the next problem behind the selected cell, by a fresh check. What the sheets say is
 * brought up to date first when it no longer holds: cells changed since, another day, other rules.
 * Without a problem to go to it shows the cover. Throws like {@link checkThisWorkbook}.
 */
export async function goToNextProblem(tools: ButtonTools): Promise<Message | undefined> {
  const from = await tools.workbook.selected()
  const checked = await readAndCheck(tools)
  const { result, book } = checked
  if (isStale(checked, tools.clock.today())) await write(tools, checked)
  const next = nextFinding(result.findings, book, from)
  const homeless = withoutPlace(result.findings, book)
  if (!next) {
    const summary = await showSummary(tools, checked)
    return messageOf(homeless, checked, summary)
  }
  await tools.workbook.reveal(next.at.sheet, next.at.row, next.at.column)
  const untold = next.findings.filter((finding) => !isToldInRow(finding, result))
  return messageOf([...untold, ...(next.wrapped ? homeless : [])], checked)
}

interface Checked {
  readonly book: Workbook
  readonly result: CheckResult
  /** What has to be written for the sheets to say so. */
  readonly changes: readonly Change[]
  /** The workbook's own: that is the one its reader has. */
  readonly language: Language
  readonly say: Say
}

async function readAndCheck({ workbook, clock, carried, words }: ButtonTools): Promise<Checked> {
  const book = await workbook.snapshot()
  const pairs = identityPairs(book)
  const known = readLanguage(book)
  if (pairs.get(IDENTITY_KEYS.kind) === 'office') throw new NotCheckable('check/is-office-workbook', {}, known)
  const definition = await carried(book)
  if (definition.state === 'none') throw new NotCheckable('check/not-a-return', {}, known)
  if (definition.state === 'damaged') throw new NotCheckable('check/damaged-rules', {}, known)
  if (definition.state === 'mistaken') throw new NotCheckable('check/mistaken-rules', { count: definition.mistakes.length }, known)
  const { campaign } = definition
  const language = known ?? campaign.definition.language
  const sayIn = await words()
  const { result, changes } = checkOpen(book, { campaign, clock, sayIn })
  return { book, result, changes, language, say: sayIn(language) }
}

function write({ workbook }: ButtonTools, { changes }: Checked): Promise<void> {
  return workbook.apply(patchOf(changes))
}

/** Shows the cover's summary; gives it in words when the cover, or the name of its cell, is gone or hidden. */
async function showSummary({ workbook }: ButtonTools, { result, book, say }: Checked): Promise<string | undefined> {
  const place = result.places.named.get(NAMES.resultText)
  if (!place || book.sheets.find(({ name }) => name === place.sheet)?.visibility !== 'visible') return summaryText(countFindings(result.findings), say)
  await workbook.reveal(place.sheet, place.row, place.column)
  return undefined
}

/** What was written holds no longer. The seal's time is local, so its day is the day it was judged on. */
function isStale({ result }: Checked, today: string): boolean {
  const { seal } = result.ret.identity
  return !seal || seal.content !== result.ret.contentHash || seal.rules !== result.rules || seal.at.slice(0, 10) !== today
}

/** A finding below the headings is told beside its row, if the column for that is still there. */
function isToldInRow({ sheet, row }: Finding, { ret }: CheckResult): boolean {
  return Object.values(ret.located).some((form) => form.sheet === sheet && form.resultColumn !== undefined && row !== undefined && row > form.headerRow)
}

function messageOf(findings: readonly Finding[], { say, language }: Checked, first?: string): Message | undefined {
  const lines = findings.slice(0, LISTED).map((finding) => {
    const { message, fix } = findingText(finding, say, language)
    return { what: finding.sheet === undefined ? message : `${finding.sheet}: ${message}`, fix }
  })
  if (findings.length > LISTED) lines.push({ what: say('check/more', { n: findings.length - LISTED }), fix: '' })
  if (first !== undefined) lines.unshift({ what: first, fix: '' })
  return lines.length > 0 ? { language, lines } : undefined
}
