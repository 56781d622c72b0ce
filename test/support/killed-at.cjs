/**
 * Preloaded into a program (`node --require`): kills it, as a power cut would, at a moment of writing a file that is put in
 * place by renaming. MUSTER_KILLED_AT: `half-written` · `not-renamed` (all is written and flushed) · `renamed`.
 */
const fs = require('node:fs')
const { openSync, writeSync, renameSync } = fs
const moment = process.env.MUSTER_KILLED_AT
const beside = new Set()
const die = () => process.kill(process.pid, 'SIGKILL')

fs.openSync = (path, ...more) => {
  const file = openSync(path, ...more)
  if (String(path).endsWith('.tmp')) beside.add(file)
  return file
}
fs.writeSync = (file, bytes, ...more) => {
  if (moment !== 'half-written' || !beside.has(file)) return writeSync(file, bytes, ...more)
  writeSync(file, bytes, 0, Math.floor(bytes.length / 2))
  return die()
}
fs.renameSync = (from, to) => {
  if (moment === 'not-renamed') die()
  renameSync(from, to)
  if (moment === 'renamed') die()
}
