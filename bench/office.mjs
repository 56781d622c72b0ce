/**
 * CPU of what the office asks of a consolidated week, in a process of its own: `node office.mjs FILE WEEK` prints JSON, in
 * ms. All threads of the process are counted, garbage collection and compilation with them. Each is asked once in a
 * workbook that was just opened, as a person does (`first`), and again in the same one (`again`).
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { carriedCampaign, explainWeek, messages, nodeCompression: compression, openOffice, rankingOf, readWorkbook, rehearse, robustness, sayFrom } = createRequire(import.meta.url)('../out/bench/ours.cjs')

const [file, given, only] = process.argv.slice(2)
const week = Number(given)
const bytes = readFileSync(file)
const book = readWorkbook(bytes, { compression })
const { campaign } = carriedCampaign(book, compression)
const open = () => openOffice(book, campaign, (language) => sayFrom(messages, language))
const { settings, indicators } = campaign.definition

/** Each moved by a tenth, within its limits. */
const moved = Object.entries(settings).flatMap(([name, { value, min = -Infinity, max = Infinity }]) => {
  if (typeof value !== 'number') return []
  const to = [value * 0.9, value * 1.1].map((one) => (Number.isInteger(value) ? Math.round(one) : one)).find((one) => one !== value && one >= min && one <= max) ?? [value - 1, value + 1].find((one) => one >= min && one <= max)
  return to === undefined ? [] : [{ name, to }]
})
const [weighed] = Object.entries(indicators)
const asked = {
  weights: (office) => rehearse({ office, week, compression, change: { weights: { [weighed[0]]: weighed[1].weight + 5 } } }),
  ...Object.fromEntries(moved.map(({ name, to }) => [`settings.${name}`, (office) => rehearse({ office, week, compression, change: { settings: { [name]: to } } })])),
  robustness: ({ state }) => robustness(state.entries, week, rankingOf(state, campaign), 1),
  'explain-one': (office) => explainWeek(office, { week, compression }).of(office.state.registry.units[0].id),
  'explain-all': (office) => { const explained = explainWeek(office, { week, compression }); return office.state.registry.units.map(({ id }) => explained.of(id)) },
}

function cpu(does) {
  const before = process.cpuUsage()
  does()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

// One question a process: what was asked before has compiled what comes after.
if (only === undefined) console.log(JSON.stringify({ questions: Object.keys(asked), units: open().state.registry.units.length }))
else {
  const office = open()
  console.log(JSON.stringify({ first: cpu(() => asked[only](office)), again: cpu(() => asked[only](office)) }))
}
