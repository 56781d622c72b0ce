/** docs/clauses.md: where each clause lives in the shipped definition, as a table. */
import type { Definition } from '../../../src/domain/campaign/schema'

/** Clauses and what names them, as `kind` → ids in order of the definition. */
export interface Home {
  readonly forms: readonly string[]
  readonly fields: readonly string[]
  readonly constraints: readonly string[]
  readonly measures: readonly string[]
  readonly adjustments: readonly string[]
  readonly consequences: readonly string[]
  readonly settings: readonly string[]
  /** The profiles by category, or the ranking as a whole. */
  readonly rules: readonly string[]
}

export function homeOf(definition: Definition, clause: string): Home {
  const naming = (entries: Readonly<Record<string, { readonly clauses?: readonly string[] }>>) => Object.keys(entries).filter((id) => entries[id]?.clauses?.includes(clause))
  const each = <T>(pick: (form: string) => readonly T[]) => Object.keys(definition.forms).flatMap(pick)
  return {
    forms: naming(definition.forms),
    fields: each((form) =>
      Object.entries(definition.forms[form]!.fields).flatMap(([id, field]) =>
        field.type === 'repeat'
          ? Object.entries(field.fields).filter(([, inner]) => inner.clause === clause).map(([inner]) => `${form}.${id}.${inner}`)
          : field.clause === clause ? [`${form}.${id}`] : [],
      ),
    ),
    constraints: each((form) => Object.entries(definition.forms[form]!.constraints).filter(([, { clause: own }]) => own === clause).map(([id]) => `${form}.${id}`)),
    measures: naming(definition.measures),
    adjustments: naming(definition.adjustments),
    consequences: naming(definition.consequences),
    settings: Object.keys(definition.settings).filter((id) => definition.settings[id]?.clause === clause),
    rules: [...(definition.profiles?.clauses.includes(clause) ? ['profiles'] : []), ...(definition.ranking.clauses.includes(clause) ? ['ranking'] : [])],
  }
}

export function clauseTable(definition: Definition): string {
  const rows = Object.entries(definition.clauses).map(([id, clause]) => {
    const home = homeOf(definition, id)
    const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ') || '–'
    const judged = [...home.measures, ...home.adjustments.map((name) => `${name} (points)`), ...home.rules]
    const elsewhere = clause.elsewhere ? ` *${clause.elsewhere.en}*` : ''
    return `| ${id} | ${clause.says.zh}<br>${clause.says.en}${elsewhere} | ${clause.ours ? 'ours' : 'directive'} | ${codes(home.forms)} | ${codes(home.constraints)} | ${codes(judged)} | ${codes(home.consequences)} | ${codes(home.settings)} |`
  })
  return [
    '# Clauses and where they live',
    '',
    'Every clause of the directive in `templates/learning-mobilization/campaign.yaml`, by what names it there.',
    '*Asked by*: the directive gives the amount, or the campaign office decided it (*ours*: a setting, a calendar',
    'period, a list or a weight that the office can change). Written from the definition: when the two differ,',
    '`npx jest test/templates/learning-mobilization/clauses-page.test.ts` fails; with `WRITE_DOCS=1` it writes this page anew.',
    '',
    '| id | what it asks | asked by | forms | constraints | measures and rules | consequences | settings |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
