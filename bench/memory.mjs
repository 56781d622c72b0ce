/** Memory after each of many files read one after another: `node --expose-gc memory.mjs FILE COUNT` prints JSON. */
import { readFileSync } from 'node:fs'
import { readers } from './readers.mjs'

const [file, count] = process.argv.slice(2)
const read = readers.muster.load()
const used = []
for (let n = 0; n < Number(count); n++) {
  read(readFileSync(file))
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  used.push((heapUsed + external) / 1024 / 1024)
}
const round = (value) => Math.round(value * 10) / 10
console.log(JSON.stringify({ files: used.length, after10: round(used[9]), last: round(used.at(-1)), most: round(Math.max(...used)) }))
