/**
 * Reading compared: `npm run bench [-- --large] [--only READER,…] [--seconds N]`.
 *
 * Each reader runs in a process of its own, in three rounds, one reader after another, so that a noisy machine
 * hits all alike; the table gives the median of the rounds' medians. The peers are installed on first use; openpyxl
 * and python-calamine take part when PYTHON (or python3) has them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import webpack from 'webpack'
import { readers } from './readers.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '..', 'out', 'bench')
const { values: options } = parseArgs({
  options: { large: { type: 'boolean', default: false }, only: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string', default: '3' } },
})

mkdirSync(out, { recursive: true })
if (!existsSync(join(here, 'node_modules'))) {
  console.error('Installing the readers to compare with …')
  execFileSync('npm', ['ci', '--prefix', here], { stdio: ['ignore', 'ignore', 'inherit'] })
}
await bundle()
const ours = createRequire(import.meta.url)(join(out, 'ours.cjs'))
compare('small', ours.smallWorkbook(), Number(options.seconds ?? 1.5))
if (options.large) compare('large', ours.largeWorkbook(), Number(options.seconds ?? 6))
memory()
await check()
await officeWeek()

function bundle() {
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        target: 'node20',
        entry: join(here, 'ours.ts'),
        output: { path: out, filename: 'ours.cjs', library: { type: 'commonjs2' } },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [{ test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
        optimization: { minimize: false },
      },
      (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve()),
    )
  })
}

function compare(name, bytes, seconds) {
  const file = join(out, `${name}.xlsx`)
  writeFileSync(file, bytes)
  const wanted = Object.keys(readers).filter((reader) => !options.only || ['floor', 'muster', ...options.only.split(',')].includes(reader))
  const results = new Map()
  const add = (reader, result) => results.set(reader, [...(results.get(reader) ?? []), result])
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const reader of wanted) add(reader, run(process.execPath, ['--expose-gc', '--max-old-space-size=4096', join(here, 'measure.mjs'), reader, file, String(seconds)]))
    if (!options.only) for (const [reader, result] of Object.entries(run(process.env.PYTHON ?? 'python3', [join(here, 'python_readers.py'), file, String(seconds)]) ?? {})) add(reader, result)
  }
  const rows = [...results].map(([reader, rounds]) => summary(reader, rounds.filter(Boolean)))
  print(`${name}: ${(bytes.length / 1024).toFixed(0)} KB, node ${process.version}`, rows)
}

function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: here })
  if (status === 0) return JSON.parse(stdout)
  console.error(`${args.join(' ')}: ${(stderr ?? '').trim().split('\n').at(-1)}`)
  return undefined
}

function summary(reader, rounds) {
  const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1]
  return {
    reader,
    median: middle(rounds.map((round) => round.median)) ?? NaN,
    first: middle(rounds.map((round) => round.first)) ?? NaN,
    memory: middle(rounds.map((round) => round.memory ?? NaN)) ?? NaN,
    cells: rounds[0]?.cells,
  }
}

function print(title, rows) {
  const of = (name) => rows.find((row) => row.reader === name).median
  const table = rows.map((row) => [
    row.reader,
    row.median.toFixed(2),
    (row.median / of('muster')).toFixed(1),
    (row.median / of('floor')).toFixed(1),
    row.first.toFixed(1),
    Number.isNaN(row.memory) ? '' : row.memory.toFixed(0),
    String(row.cells ?? ''),
  ])
  printTable(title, [['reader', 'median ms', '× ours', '× floor', 'first ms', 'peak MB', 'cells'], ...table])
  if (!rows.some((row) => row.reader.startsWith('calamine'))) console.log('calamine: not installed (python-calamine would be used), so it is not in this table')
}

function memory() {
  const { files, after10, last, most } = run(process.execPath, ['--expose-gc', join(here, 'memory.mjs'), join(out, 'small.xlsx'), '107'])
  console.log(`\nmemory in use, ${files} files one after another: ${after10} MB after 10, ${last} MB after the last, ${most} MB at most`)
}

/** Our own CPU for a check of the largest return of the sample: three processes, the median of each figure. */
async function check() {
  const { bytes, members } = await ours.largestReturn(join(here, '..', 'templates', 'learning-mobilization'))
  const file = join(out, 'largest-return.xlsx')
  writeFileSync(file, bytes)
  const rounds = Array.from({ length: Number(options.rounds) }, () => run(process.execPath, [join(here, 'check.mjs'), file, String(options.seconds ?? 1.5)])).filter(Boolean)
  if (rounds.length === 0) return
  const middle = (of) => rounds.map(of).sort((a, b) => a - b)[rounds.length >> 1].toFixed(1)
  const about = { rules: 'rules, once when opened', read: 'read', check: 'check', patch: 'patch', all: 'read, check, patch' }
  const { steps, rows, findings } = rounds[0]
  printTable(`check of the largest sample return: ${members} members, ${rows} rows, ${findings} findings, ${(bytes.length / 1024).toFixed(0)} KB; CPU`, [
    ['step', 'median ms', 'first ms'],
    ...steps.map(({ step }, n) => [about[step], step === 'rules' ? '' : middle((round) => round.steps[n].median), middle((round) => round.steps[n].first)]),
  ])
}

/** Our own CPU for what the office asks of a consolidated week of 107 units: the heaviest of all settings, and the rest. */
async function officeWeek() {
  const week = 4
  const file = join(out, 'office.xlsx')
  writeFileSync(file, await ours.officeAfter(week, join(here, '..', 'templates', 'learning-mobilization')))
  const ask = (...question) => run(process.execPath, [join(here, 'office.mjs'), file, String(week), ...question])
  const { questions, units } = ask()
  const answers = questions.map((question) => ({ question, ...ask(question) }))
  const settings = answers.filter(({ question }) => question.startsWith('settings.')).sort((a, b) => b.first - a.first)
  const about = { weights: 'rehearse a weight', robustness: 'robustness of every place', 'explain-one': 'explain one unit', 'explain-all': `explain all ${units}` }
  printTable(`the office's week ${week}, ${units} units: rehearsal, robustness, explanation; CPU`, [
    ['question', 'first ms', 'again ms'],
    ...[...settings.slice(0, 3), ...answers.filter(({ question }) => question in about)].map(({ question, first, again }) => [about[question] ?? `rehearse ${question}`, first.toFixed(0), again.toFixed(0)]),
  ])
  console.log(`settings tried: ${settings.length}; the three that take longest are shown`)
}

function printTable(title, lines) {
  const widths = lines[0].map((_, n) => Math.max(...lines.map((line) => line[n].length)))
  console.log(`\n${title}`)
  for (const line of lines) console.log(line.map((text, n) => (n === 0 ? text.padEnd(widths[n]) : text.padStart(widths[n]))).join('  '))
}
