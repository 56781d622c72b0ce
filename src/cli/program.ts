/** Words of the command line → one command with its options. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Language, Say } from '../domain/text'
import { FileTrouble } from './files'
import { languageOf, type Terminal } from './terminal'
import { fileTroubleText } from './unusable-file'

type OptionTypes = NonNullable<ParseArgsConfig['options']>
export type Options = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

/** 0: clean · 1: findings with errors · 2: could not run. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** Words that call it, e.g. `campaign check`. */
  readonly name: string
  readonly options: OptionTypes
  /** Options that must be given. */
  readonly required?: readonly string[]
  /** Fewest and most operands. */
  readonly operands: readonly [least: number, most: number]
  run(call: Call): Promise<ExitCode> | ExitCode
}

export interface Call {
  readonly terminal: Terminal
  readonly options: Options
  readonly operands: readonly string[]
  readonly json: boolean
}

/** A call that cannot be carried out as written: `code` is a message key. */
export class UsageTrouble extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
  }
}

const COMMON: OptionTypes = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, lang: { type: 'string' }, quiet: { type: 'boolean', short: 'q' } }

export interface Surroundings {
  terminalFor(language: Language, quiet: boolean): Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
}

/** Finds and runs the command that `words` call. Trouble with files or words is said on stderr and gives 2. */
export async function runProgram(commands: readonly Command[], words: readonly string[], { terminalFor, environment, version }: Surroundings): Promise<ExitCode> {
  const language = languageOf(langOf(words), environment)
  const terminal = terminalFor(language ?? 'zh', words.includes('--quiet') || words.includes('-q'))
  try {
    if (!language) throw new UsageTrouble('cli/bad-lang')
    if (words[0] === '--version' || words[0] === '-v') return say(terminal, version)
    const command = commandOf(commands, words)
    if (!command) {
      const named = words.filter((word, at) => !word.startsWith('-') && words[at - 1] !== '--lang')
      if (named.length > 0 && !wantsHelp(words)) throw new UsageTrouble('cli/no-such-command', { command: named.slice(0, 2).join(' ') })
      return say(terminal, overview(commands, terminal.say))
    }
    if (wantsHelp(words)) return say(terminal, terminal.say(`cli/help ${command.name}`))
    return await command.run(callOf(command, words.slice(command.name.split(' ').length), terminal))
  } catch (error) {
    terminal.status('')
    if (error instanceof UsageTrouble || error instanceof FileTrouble) {
      terminal.err(terminal.say(error.code, error.params))
      if (error instanceof UsageTrouble) terminal.err(terminal.say('cli/see-help'))
      return 2
    }
    const trouble = fileTroubleText(error, terminal.say)
    if (!trouble && !isAbort(error)) throw error
    for (const line of trouble ? [trouble.message, `→ ${trouble.fix}`] : [terminal.say('cli/interrupted')]) terminal.err(line)
    return 2
  }
}

const isAbort = (error: unknown) => typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError'

function say(terminal: Terminal, text: string): ExitCode {
  terminal.out(text)
  return 0
}

function wantsHelp(words: readonly string[]): boolean {
  return words.includes('--help') || words.includes('-h') || words[0] === 'help'
}

function langOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  return words[at]?.includes('=') ? words[at].slice('--lang='.length) : words[at + 1]
}

function commandOf(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands.find((command) => command.name.split(' ').every((part, i) => words[i] === part))
}

function overview(commands: readonly Command[], sayIt: Say): string {
  return [sayIt('cli/overview'), ...commands.map((command) => `  muster ${sayIt(`cli/usage ${command.name}`)}`), '', sayIt('cli/overview-end')].join('\n')
}

function callOf(command: Command, words: readonly string[], terminal: Terminal): Call {
  const { values, positionals } = parsed(command, words)
  for (const name of command.required ?? []) {
    if (values[name] === undefined) throw new UsageTrouble('cli/option-missing', { option: `--${name}`, command: command.name })
  }
  const [least, most] = command.operands
  if (positionals.length < least) throw new UsageTrouble('cli/operand-missing', { command: command.name })
  if (positionals.length > most) throw new UsageTrouble('cli/operand-unknown', { operand: positionals[most] as string, command: command.name })
  return { terminal, options: values as Options, operands: positionals, json: values['json'] === true }
}

function parsed(command: Command, words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { ...COMMON, ...command.options }, allowPositionals: true, strict: true })
  } catch (error) {
    const code = (error as { code?: string }).code
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageTrouble('cli/option-unknown', { option, command: command.name })
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageTrouble('cli/option-value', { option, command: command.name })
    throw error
  }
}

/** A whole number from 1 on; undefined when the option was not given. Throws UsageTrouble otherwise. */
export function countOption(options: Options, name: string): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1) throw new UsageTrouble('cli/option-not-count', { option: `--${name}`, value: String(given) })
  return count
}

/** A seed of random numbers, 0 … 4,294,967,295; undefined when the option was not given. Throws UsageTrouble otherwise. */
export function seedOption(options: Options, name: string): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const seed = String(given).trim() === '' ? NaN : Number(given)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) throw new UsageTrouble('spot-check/seed')
  return seed
}

/** An ISO date that exists; undefined when the option was not given. Throws UsageTrouble otherwise. */
export function dateOption(options: Options, name: string): string | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const text = String(given)
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new UsageTrouble('cli/option-not-date', { option: `--${name}`, value: text })
  }
  return text
}
