/** The command line: wires the use cases to this machine. */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { carriedCampaign, packDefinition } from '../app/carried-definition'
import type { Language } from '../domain/text'
import { messages } from '../messages/messages'
import { sayFrom } from '../messages/catalogue'
import { nodeCompression } from '../workbook/compression/node'
import { patchWorkbook } from '../workbook/xlsx/patch'
import { readWorkbook } from '../workbook/xlsx/read'
import { writeWorkbook } from '../workbook/xlsx/write'
import { commandsWith } from './commands/commands'
import { campaignsIn } from './campaign-in'
import { localTime } from './files'
import { runProgram, type ExitCode } from './program'
import { languageOf, type Terminal } from './terminal'
import type { Toolbox } from './toolbox'
import program from '../../package.json'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

const toolbox: Toolbox = {
  format: {
    read: (bytes) => readWorkbook(bytes, { compression: nodeCompression }),
    write: (spec) => writeWorkbook(spec, nodeCompression),
    patch: (bytes, patch) => patchWorkbook(bytes, patch, nodeCompression),
    compression: nodeCompression,
  },
  clock: { today: () => localTime(new Date()).slice(0, 10), now: () => localTime(new Date()) },
  campaignIn: campaignsIn((book) => carriedCampaign(book, nodeCompression)),
  pack: (definition) => packDefinition(definition, nodeCompression),
  sayIn: (language) => sayFrom(messages, language),
  seed: () => randomInt(2 ** 32),
  templates: join(__dirname, '..', 'templates'),
  interrupted: stop.signal,
}

function terminalFor(language: Language, quiet: boolean): Terminal {
  const shown = process.stderr.isTTY && !quiet
  return {
    language,
    say: toolbox.sayIn(language),
    out: (line) => void process.stdout.write(line + '\n'),
    err: (line) => void process.stderr.write(line + '\n'),
    status: (line) => void (shown && process.stderr.write(`\r\u001b[K${line}`)),
  }
}

async function main(words: readonly string[]): Promise<ExitCode> {
  try {
    return await runProgram(commandsWith(toolbox), words, { terminalFor, environment: process.env, version: program.version })
  } catch (error) {
    const say = toolbox.sayIn(languageOf(undefined, process.env) ?? 'zh')
    process.stderr.write(say('cli/bug', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }) + '\n')
    return 2
  }
}

// A reader that has seen enough (| head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
void main(process.argv.slice(2)).then((code) => (process.exitCode = code))
