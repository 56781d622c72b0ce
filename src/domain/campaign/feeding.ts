/** Measures of the groups' workbook that are part of the units' scores. */
import type { Campaign } from './campaign'

export function feedingMeasures({ indicators }: Pick<Campaign, 'indicators'>): ReadonlySet<string> {
  return new Set(indicators.filter(({ definition }) => definition.feeds).flatMap(({ definition }) => definition.measures))
}

/** What is asked of a group: the measures of its workbook, in order of the definition. */
export function duties({ indicators, definition, measures }: Pick<Campaign, 'indicators' | 'definition' | 'measures'>): string[] {
  const giving = givingMeasures({ indicators, definition })
  const own = new Set(measures.filter((measure) => measure.in === 'group' && !giving.has(measure.id)).map(({ id }) => id))
  return Object.keys(definition.measures).filter((id) => own.has(id))
}

/** Those of them without a due date of their own: they ask nothing of the group, and only give the unit's score something to go by. */
export function givingMeasures({ indicators, definition }: Pick<Campaign, 'indicators' | 'definition'>): ReadonlySet<string> {
  return new Set([...feedingMeasures({ indicators })].filter((id) => definition.measures[id]?.due === undefined))
}
