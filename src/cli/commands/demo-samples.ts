import { join } from 'node:path'
import { samples } from '../../app/demo/samples'
import { breathe } from '../breathe'
import { writeInPlace } from '../files'
import type { Command } from '../program'
import { SAMPLE_DATA_OPTIONS, sampleDataCall } from '../sample-data'
import type { Toolbox } from '../toolbox'

/**
 * `muster demo samples --out DIR`: a few files of the sample campaign to try the program with, and `samples.json`, which
 * lists them. The folder must be new or empty. Files are called after what they are; the list has their names.
 */
export function demoSamples(toolbox: Toolbox): Command {
  return {
    name: 'demo samples',
    options: SAMPLE_DATA_OPTIONS,
    required: ['out'],
    operands: [0, 0],
    async run({ options, terminal, json }) {
      const call = sampleDataCall(options, terminal, toolbox.templates)
      if (!call) return 2
      const { out, wanted } = call
      const { id, title, language } = wanted.campaign.definition
      const started = performance.now()
      const told = (line: string) => terminal.err(`${line} ${terminal.say('cli/seconds', { seconds: ((performance.now() - started) / 1000).toFixed(1) })}`)
      const made = await samples(
        wanted,
        {
          say: toolbox.sayIn(language),
          sayIn: toolbox.sayIn,
          definitionText: toolbox.pack(wanted.campaign.definition),
          format: toolbox.format,
          breathe: () => breathe(toolbox.interrupted),
          filled: (weeks) => told(terminal.say('cli/samples-filled', { title: title[terminal.language], weeks })),
          consolidated: (week) => told(terminal.say('cli/samples-consolidated', { title: title[terminal.language], week })),
          progress: (done, total, at) => terminal.status(done === total ? '' : terminal.say('cli/demo-filling', { done, total, at })),
        },
      )
      const files = made.samples.map(({ kind, name, bytes, count }) => {
        const path = `${kind}${kind === 'returns' ? '.zip' : '.xlsx'}`
        writeInPlace(join(out, path), bytes)
        return { kind, path, name, bytes: bytes.length, ...(count !== undefined && { count }) }
      })
      const list = JSON.stringify({ id, title, language, week: made.week, files }, null, 2)
      writeInPlace(join(out, 'samples.json'), new TextEncoder().encode(`${list}\n`))
      terminal.out(json ? list : terminal.say('cli/samples-made', { path: out, files: files.length }))
      return 0
    },
  }
}
