/** A checked file, as data for `--json` and as lines for a person. */
import type { CheckResult } from '../app/check'
import { amountText, unitName } from '../domain/campaign/amount'
import type { Campaign } from '../domain/campaign/campaign'
import type { MeasureResult } from '../domain/evaluation/evaluation'
import { address } from '../domain/returns/address'
import type { Finding } from '../domain/returns/finding'
import { findingText, whereOf } from '../domain/returns/finding-text'
import { countFindings, groupFindings } from '../domain/returns/group-findings'
import { givingMeasures } from '../domain/campaign/feeding'
import type { Language } from '../domain/text'
import type { Terminal } from './terminal'
import { textTable } from './text-table'

export interface CheckedFile {
  readonly file: string
  readonly result: CheckResult
  readonly campaign: Campaign
  /** Where the copy with results and marks went. */
  readonly written?: string
}

/** What `check --json` gives for a file. */
export function checkData({ file, result, campaign, written }: CheckedFile, { say, language }: Terminal) {
  const { ret, evaluation } = result
  return {
    file,
    ok: countFindings(result.findings).errors === 0,
    campaign: campaign.definition.id,
    version: campaign.definition.version,
    kind: ret.kind,
    unit: ret.subject,
    week: ret.identity.week,
    asOf: result.asOf,
    counts: countFindings(result.findings),
    rows: Object.entries(ret.rows).map(([form, counts]) => ({ form, sheet: ret.located[form]?.sheet, ...counts })),
    findings: result.findings.map((finding) => ({ ...finding, texts: undefined, cell: whereOf(finding) || undefined, ...findingText(finding, say, language) })),
    measures: evaluation.measures.map((measure) => measureData(measure, campaign, language)),
    score: {
      total: evaluation.score.total,
      indicators: evaluation.score.indicators.map((indicator) => ({ ...indicator, title: campaign.definition.indicators[indicator.indicator]?.title[language] })),
      adjustments: evaluation.score.adjustments.map((adjustment) => ({ ...adjustment, title: campaign.definition.adjustments[adjustment.adjustment]?.title[language] })),
    },
    content: ret.contentHash,
    written,
  }
}

function measureData(result: MeasureResult, campaign: Campaign, language: Terminal['language']) {
  const definition = campaign.definition.measures[result.measure]
  const unit = definition && unitName(campaign.definition, definition.unit, language)
  return {
    measure: result.measure,
    title: definition?.title[language],
    clauses: definition?.clauses,
    of: result.of,
    subject: result.subject,
    value: result.value,
    target: result.target,
    gap: result.gap,
    unit,
    due: result.due,
    status: result.status,
    attainment: result.attainment,
    sheet: result.sheet,
    cell: result.row === undefined || result.column === undefined ? undefined : address(result.row, result.column),
  }
}

/** Rows shown of one group of findings before the rest is counted. */
const SHOWN = 5

/** A file's check as a person reads it: who, what is wrong (grouped), how far from the standard, the score. */
export function checkLines(checked: CheckedFile, terminal: Terminal): string[] {
  const { file, result, campaign, written } = checked
  const { say, language } = terminal
  const { ret } = result
  const counts = countFindings(result.findings)
  const head = say('cli/checked-file', {
    file,
    unit: [ret.subject.id, ret.subject.name].filter(Boolean).join(' '),
    week: ret.identity.week ?? '?',
    asOf: result.asOf,
    score: result.evaluation.score.total,
  })
  const groups = groupFindings(result.findings).flatMap((group) => {
    const places = group.findings.map((finding) => [finding.sheet, whereOf(finding)].filter(Boolean).join('!') || say('cli/whole-workbook'))
    const first = findingText(group.findings[0] as Finding, say, language)
    const more = group.findings.length > SHOWN ? say('cli/and-more', { count: group.findings.length - SHOWN }) : ''
    return [`  ${say(`cli/severity-${group.severity}`)}  ${places.slice(0, SHOWN).join(' ')}${more}`, `      ${first.message}`, `      → ${first.fix}`]
  })
  return [
    head,
    `  ${say('cli/checked-counts', { ...counts })}`,
    ...groups,
    ...standardLines(checked, terminal).map((line) => `  ${line}`),
    ...(ret.kind === 'unit' ? fedTitles(campaign, language) : []).map((title) => `  ${title}${say('office/colon')}${say('supervision/score-added')}`),
    ...(written === undefined ? [] : [`  ${say('cli/written', { path: written })}`]),
    ...(campaign.definition.version === ret.identity.version || ret.identity.version === undefined ? [] : [`  ${say('cli/other-version', { version: ret.identity.version, used: campaign.definition.version })}`]),
    '',
  ]
}

/** Indicators that the office adds. */
function fedTitles({ definition }: Campaign, language: Language): string[] {
  return Object.values(definition.indicators).flatMap(({ feeds, title }) => (feeds ? [title[language]] : []))
}

/** How far from the standard, a line for each measure that is not met by everybody. */
function standardLines({ result, campaign }: CheckedFile, { say, language }: Terminal): string[] {
  const giving = givingMeasures(campaign)
  const open = Object.entries(campaign.definition.measures).flatMap(([id, definition]) => {
    if (giving.has(id)) return []
    const results = result.evaluation.measures.filter((one) => one.measure === id)
    const short = results.filter((one) => one.status === 'shortfall' || one.status === 'in-progress')
    if (short.length === 0) return []
    const gap = short.reduce((sum, one) => sum + one.gap, 0)
    const late = short.some((one) => one.status === 'shortfall')
    const due = short.map((one) => one.due).sort()[0] ?? ''
    return [[definition.title[language], results.length > 1 ? `${short.length}/${results.length}` : '', amountText(campaign.definition, gap, definition.unit, language), due, say(late ? 'cli/overdue' : 'cli/in-progress')]]
  })
  if (open.length === 0) return []
  const columns = ['title', 'short', 'gap', 'due', 'state'].map((key) => ({ heading: say(`cli/column-${key}`) }))
  return ['', ...textTable(columns, open)]
}
