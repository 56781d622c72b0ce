/** One reader on one file in a process of its own: `node --expose-gc measure.mjs READER FILE SECONDS` prints JSON. */
import { readFileSync } from 'node:fs'
import { readers } from './readers.mjs'

const [name, file, seconds] = process.argv.slice(2)
const { load, count } = readers[name]
const bytes = readFileSync(file)
const read = await load()

const started = performance.now()
let book = await read(bytes)
const first = performance.now() - started
const cells = count?.(book)
book = undefined

// Until the time is up, after as long again to warm up: at least one measured run.
const until = (share) => started + first + Number(seconds) * 1000 * share
while (performance.now() < until(0.4)) await read(bytes)
const times = []
do {
  const at = performance.now()
  await read(bytes)
  times.push(performance.now() - at)
} while (performance.now() < until(1))
times.sort((a, b) => a - b)

console.log(JSON.stringify({ median: times[times.length >> 1], first, runs: times.length, cells, memory: process.resourceUsage().maxRSS / 1024 }))
