import { describeCampaign, type CampaignDescription } from '../../app/describe'
import { readCampaign, usableCampaign } from '../campaign-file'
import type { Command } from '../program'
import type { Terminal } from '../terminal'
import { textTable } from '../text-table'
import type { Toolbox } from '../toolbox'

/** `muster campaign describe FILE`: forms, sheets, columns, ranges, rules and measures. */
export function campaignDescribe({ templates }: Toolbox): Command {
  return {
    name: 'campaign describe',
    options: {},
    operands: [1, 1],
    run({ operands, terminal, json }) {
      const campaign = usableCampaign(readCampaign(operands[0] as string, templates), terminal)
      if (!campaign) return 2
      const description = describeCampaign(campaign, terminal.language)
      if (json) terminal.out(JSON.stringify(description, null, 2))
      else for (const line of asText(description, terminal)) terminal.out(line)
      return 0
    },
  }
}

function asText(description: CampaignDescription, { say }: Terminal): string[] {
  const heading = (key: string) => ({ heading: say(`cli/column-${key}`) })
  const forms = description.forms.flatMap((form) => [
    '',
    `${form.sheet}  (${form.form}, ${form.workbook}, ${form.shape})  ${form.name}`,
    ...textTable(
      ['range', 'heading', 'field', 'type', 'limits'].map(heading),
      form.columns.map((column) => [
        column.range,
        [column.group, column.heading].filter(Boolean).join(' / ') + (column.required ? ' *' : ''),
        column.field,
        column.type + (column.unit ? ` (${column.unit})` : ''),
        column.choices?.join(say('office/comma')) ?? column.to ?? limits(column.min, column.max),
      ]),
    ),
  ])
  const measures = textTable(
    ['measure', 'title', 'clauses', 'target', 'unit', 'due'].map(heading),
    description.measures.map((measure) => [measure.measure, measure.title, measure.clauses.join(' '), `${SIGN[measure.compare]} ${measure.target}`, measure.unit, measure.due ?? '']),
  )
  return [`${description.title}  ${description.id} ${description.version}`, ...forms, '', say('cli/measures'), ...measures]
}

const SIGN = { 'at-least': '≥', 'at-most': '≤', exactly: '=' } as const

function limits(min: number | string | undefined, max: number | string | undefined): string {
  return min === undefined && max === undefined ? '' : `${min ?? ''} … ${max ?? ''}`
}
