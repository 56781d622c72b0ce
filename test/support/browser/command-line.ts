/** Commands of `muster`, run in this process as src/cli/main.ts wires them; always of the sources as they are. */
import { carriedCampaign, packDefinition } from '../../../src/app/carried-definition'
import { campaignsIn } from '../../../src/cli/campaign-in'
import { runProgram, type Command } from '../../../src/cli/program'
import type { Terminal } from '../../../src/cli/terminal'
import type { Toolbox } from '../../../src/cli/toolbox'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from '../../app/demo/made-up'

/** What `muster … --json` prints. `now`: ISO local date and time. */
export async function muster(make: (toolbox: Toolbox) => Command, now: string, ...words: string[]): Promise<unknown> {
  const toolbox: Toolbox = {
    format,
    clock: { today: () => now.slice(0, 10), now: () => now },
    campaignIn: campaignsIn((book) => carriedCampaign(book, nodeCompression)),
    pack: (definition) => packDefinition(definition, nodeCompression),
    sayIn: (language) => sayFrom(messages, language),
    templates: 'templates',
    seed: () => 1,
    interrupted: new AbortController().signal,
  }
  const out: string[] = []
  const said: string[] = []
  const terminalFor = (language: Terminal['language']): Terminal => ({ language, say: toolbox.sayIn(language), out: (line) => void out.push(line), err: (line) => void said.push(line), status: () => undefined })
  await runProgram([make(toolbox)], [...words, '--json'], { version: '0', environment: { LANG: 'zh_CN.UTF-8' }, terminalFor })
  if (out.length === 0) throw new Error(said.join('\n'))
  return JSON.parse(out.join('\n'))
}
