/**
 * CPU of a check, step by step, in a process of its own: `node check.mjs FILE SECONDS` prints JSON, in ms. All threads of
 * the process are counted, garbage collection and compilation with them. The first check is what a person waits for
 * who has just opened the workbook.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { carriedCampaign, checkPatch, checkWorkbook, messages, nodeCompression, patchWorkbook, readWorkbook, sayFrom } = createRequire(import.meta.url)('../out/bench/ours.cjs')

const [file, seconds] = process.argv.slice(2)
const bytes = readFileSync(file)
const say = sayFrom(messages, 'zh')
const taken = { rules: [], read: [], check: [], patch: [], all: [] }

function cpu(step, does) {
  const before = process.cpuUsage()
  const result = does()
  const { user, system } = process.cpuUsage(before)
  taken[step].push((user + system) / 1000)
  return result
}

const opened = readWorkbook(bytes, { compression: nodeCompression })
const { campaign } = cpu('rules', () => carriedCampaign(opened, nodeCompression))
const asOf = campaign.calendar.weekEnd(1)
let result
function check() {
  const book = cpu('read', () => readWorkbook(bytes, { compression: nodeCompression }))
  result = cpu('check', () => checkWorkbook(book, { campaign, asOf, today: asOf }))
  cpu('patch', () => patchWorkbook(bytes, checkPatch(result, say, 'zh'), nodeCompression))
}

// Until the time is up; the first tells how long it takes before anything is compiled.
const started = performance.now()
do cpu('all', check)
while (performance.now() - started < Number(seconds) * 1000)

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const steps = Object.entries(taken).map(([step, values]) => ({ step, median: middle(values), first: values[0] }))
console.log(JSON.stringify({ steps, runs: taken.all.length, findings: result.findings.length, rows: Object.values(result.ret.rows).reduce((sum, { read }) => sum + read, 0) }))
