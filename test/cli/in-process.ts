/** The program as `bin/muster.js` runs it, in this process: real files in a folder of its own, a set clock and seed, a terminal that keeps what it is told. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { carriedCampaign, packDefinition } from '../../src/app/carried-definition'
import { openOffice, type OpenOffice } from '../../src/app/consolidate/open-office'
import { campaignsIn } from '../../src/cli/campaign-in'
import { commandsWith } from '../../src/cli/commands/commands'
import { runProgram } from '../../src/cli/program'
import type { Terminal } from '../../src/cli/terminal'
import type { Toolbox } from '../../src/cli/toolbox'
import { nodeCompression } from '../../src/workbook/compression/node'
import { format } from '../app/demo/made-up'
import { sayIn } from '../app/office-in-hand'

/** What spot checks are drawn by unless a seed is given. */
export const SEED = 4711

const toolbox: Toolbox = {
  format,
  clock: { today: () => '2005-03-21', now: () => '2005-03-21T16:45:00' },
  campaignIn: campaignsIn((book) => carriedCampaign(book, nodeCompression)),
  pack: (definition) => packDefinition(definition, nodeCompression),
  sayIn,
  seed: () => SEED,
  templates: 'templates',
  interrupted: new AbortController().signal,
}

/** Runs the program with these words, in Chinese. */
export async function muster(...words: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const said = { out: [] as string[], err: [] as string[] }
  const terminalFor = (language: Terminal['language']): Terminal => ({ language, say: sayIn(language), out: (line) => void said.out.push(line), err: (line) => void said.err.push(line), status: () => undefined })
  const code = await runProgram(commandsWith(toolbox), words, { version: '0', environment: { LANG: 'zh_CN.UTF-8' }, terminalFor })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

/** A path in a folder that is there while the test file runs. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name) => join(folder, name)
}

/** The office's workbook at a path, read again. */
export function officeAt(path: string): OpenOffice {
  const book = format.read(readFileSync(path))
  return openOffice(book, toolbox.campaignIn(book), sayIn)
}
